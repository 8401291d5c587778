import { type FormEvent, useState } from 'react'
import { meetingContract } from '#adapters/http/contract/supervision'
import { useAction, useText } from '#web/kit'
import { Button, ErrorNote, SelectField, TextArea, TextField } from '#web/ui'
import { useUnitChoices } from '../use-units.ts'
import { meetingMessages as messages } from './messages.ts'

interface DecisionFormProps {
  readonly meetingId: string
  readonly lineId: string
  readonly title: string
  /** The unit that reports the item: likely the one that carries it out. */
  readonly unitId: string | null
  readonly onDone: () => void
}

/** One decision on a line: its words, who carries it out, by when. A refused one keeps every word. */
export function DecisionForm({ meetingId, lineId, title, unitId, onDone }: DecisionFormProps) {
  const t = useText(messages)
  const units = useUnitChoices()
  const [kind, setKind] = useState<'order' | 'noted'>('order')
  const [words, setWords] = useState('')
  const [unit, setUnit] = useState(unitId ?? '')
  const [replyBy, setReplyBy] = useState('')
  const decide = useAction(meetingContract.decideInMeeting)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const order = { unitId: unit, replyBy: replyBy === '' ? undefined : replyBy }
    const body = { lineId, kind, words, ...(kind === 'order' ? order : {}) }
    decide.mutate({ params: { meetingId }, body }, { onSuccess: onDone })
  }
  const missing = words.trim() === '' || (kind === 'order' && unit === '')
  return (
    <form className="agenda__form no-print" aria-label={t('decideOf', { title })} onSubmit={submit}>
      <SelectField
        label={t('decide')}
        value={kind}
        options={[
          { value: 'order', label: t('becomesOrder') },
          { value: 'noted', label: t('settledHere') },
        ]}
        onChange={(event) => setKind(event.target.value === 'noted' ? 'noted' : 'order')}
      />
      <TextArea
        label={t('words')}
        rows={2}
        value={words}
        maxLength={4000}
        onChange={(event) => setWords(event.target.value)}
      />
      {kind === 'order' && (
        <div className="agenda__form-row">
          <SelectField
            label={t('unit')}
            options={units}
            value={unit}
            onChange={(event) => setUnit(event.target.value)}
          />
          <TextField
            label={t('replyBy')}
            type="date"
            value={replyBy}
            onChange={(event) => setReplyBy(event.target.value)}
          />
        </div>
      )}
      <ErrorNote error={decide.error} />
      <p className="instruct__actions">
        <Button look="primary" type="submit" disabled={decide.isPending || missing}>
          {t('decide')}
        </Button>
        <Button onClick={onDone}>{t('cancel')}</Button>
      </p>
    </form>
  )
}
