import { type FormEvent, useState } from 'react'
import { planContract } from '#adapters/http/contract/plan'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, SelectField, TextField } from '#web/ui'
import { standingMessages as messages } from './messages.ts'

interface PlaceDialogProps {
  readonly itemId: string
  readonly title: string
  /** Lists in which it stands already. */
  readonly taken: readonly string[]
  readonly onClose: () => void
}

/** Lets an item stand in a further list, with the reason. */
export function PlaceDialog({ itemId, title, taken, onClose }: PlaceDialogProps) {
  const t = useText(messages)
  const place = useAction(planContract.placeItem)
  const kinds = (['task', 'project', 'policy'] as const).filter((kind) => !taken.includes(kind))
  const [kind, setKind] = useState(kinds[0])
  const [reason, setReason] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (kind) place.mutate({ params: { itemId }, body: { kind, reason } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('placeTitle', { title })} onClose={onClose}>
      <form className="section" onSubmit={send}>
        <p>{t('placeText')}</p>
        <SelectField
          label={t('list')}
          options={kinds.map((one) => ({ value: one, label: t(`list_${one}`) }))}
          value={kind ?? ''}
          onChange={(event) => setKind(kinds.find((one) => one === event.target.value))}
        />
        <TextField
          label={t('reason')}
          required
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <ErrorNote error={place.error} />
        <div className="dialog__actions">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" disabled={place.isPending || kind === undefined}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
