import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { supervisionContract } from '#adapters/http/contract/supervision'
import { useAction, useText } from '#web/kit'
import { Button, ErrorNote, SelectField, TextArea, TextField } from '#web/ui'
import './supervision.css'
import { supervisionMessages as messages } from './messages.ts'
import { useUnitChoices } from './use-units.ts'

interface InstructBoxProps {
  /** The item that the remark is about. */
  readonly itemId?: string | undefined
  readonly problemId?: string | undefined
  /** Preselected addressee. */
  readonly unitId?: string | undefined
  /** Words and addressee only: the usual clocks run. For a phone. */
  readonly brief?: boolean
  readonly onDone?: (orderId: string) => void
}

/** One box: what is written in it becomes an order. A refused one keeps every word. */
export function InstructBox({ itemId, problemId, unitId, brief = false, onDone }: InstructBoxProps) {
  const t = useText(messages)
  const units = useUnitChoices()
  const [text, setText] = useState('')
  const [unit, setUnit] = useState(unitId ?? '')
  const [replyBy, setReplyBy] = useState('')
  const issue = useAction(supervisionContract.issue)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const body = { text, unitId: unit, itemId, problemId, replyBy: replyBy === '' ? undefined : replyBy }
    issue.mutate(
      { body },
      {
        onSuccess: ({ orderId }) => {
          setText('')
          onDone?.(orderId)
        },
      },
    )
  }
  return (
    <form className="instruct" onSubmit={submit}>
      <TextArea
        label={t('instruction')}
        hint={t('instructHint')}
        value={text}
        required
        maxLength={4000}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="instruct__row">
        <SelectField
          label={t('addressee')}
          options={units}
          value={unit}
          required
          onChange={(event) => setUnit(event.target.value)}
        />
        {!brief && (
          <TextField
            label={t('replyBy')}
            type="date"
            value={replyBy}
            onChange={(event) => setReplyBy(event.target.value)}
          />
        )}
      </div>
      <ErrorNote error={issue.error} />
      <p className="instruct__actions">
        <Button look="primary" type="submit" disabled={issue.isPending || text.trim() === '' || unit === ''}>
          {t('issue')}
        </Button>
        {issue.data && <Sent orderId={issue.data.orderId} />}
      </p>
    </form>
  )
}

function Sent({ orderId }: { readonly orderId: string }) {
  const t = useText(messages)
  return (
    <span className="note note--done" role="status">
      {t('sent')}{' '}
      <Link to="/orders/$orderId" params={{ orderId }}>
        {t('openOrder')}
      </Link>
    </span>
  )
}
