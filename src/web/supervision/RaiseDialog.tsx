import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { supervisionContract } from '#adapters/http/contract/supervision'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, SelectField, TextArea, TextField } from '#web/ui'
import { supervisionMessages as messages } from './messages.ts'
import { useUnitChoices } from './use-units.ts'

const kinds = ['problem', 'hazard', 'request', 'inspection'] as const

interface RaiseDialogProps {
  readonly itemId?: string | undefined
  readonly unitId?: string | undefined
  readonly onClose: () => void
}

/** Raises a problem; from an item it is about that item, and its reporting unit is proposed as the doer. */
export function RaiseDialog({ itemId, unitId, onClose }: RaiseDialogProps) {
  const t = useText(messages)
  const navigate = useNavigate()
  const units = useUnitChoices()
  const [said, setSaid] = useState({ kind: 'problem', title: '', detail: '', unitId: unitId ?? '' })
  const raise = useAction(supervisionContract.raise)
  const submit = () => {
    const kind = kinds.find((one) => one === said.kind) ?? 'problem'
    const body = { kind, title: said.title, detail: said.detail, itemId, unitId: said.unitId || undefined }
    const opened = (problemId: string) => void navigate({ to: '/problems/$problemId', params: { problemId } })
    raise.mutate({ body }, { onSuccess: ({ problemId }) => opened(problemId) })
  }
  return (
    <Dialog
      title={t('raise')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={raise.isPending || said.title.trim() === ''} onClick={submit}>
            {t('send')}
          </Button>
        </>
      }
    >
      <div className="instruct">
        <TextField
          label={t('title')}
          value={said.title}
          maxLength={200}
          onChange={(event) => setSaid({ ...said, title: event.target.value })}
        />
        <TextArea
          label={t('detail')}
          value={said.detail}
          maxLength={4000}
          onChange={(event) => setSaid({ ...said, detail: event.target.value })}
        />
        <div className="instruct__row">
          <SelectField
            label={t('kind')}
            value={said.kind}
            options={kinds.map((kind) => ({ value: kind, label: t(kind) }))}
            onChange={(event) => setSaid({ ...said, kind: event.target.value })}
          />
          <SelectField
            label={t('unit')}
            value={said.unitId}
            options={units}
            onChange={(event) => setSaid({ ...said, unitId: event.target.value })}
          />
        </div>
        <ErrorNote error={raise.error} />
      </div>
    </Dialog>
  )
}
