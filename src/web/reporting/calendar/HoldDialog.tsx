import { type FormEvent, useState } from 'react'
import { type ActOfPeriod, reportingContract } from '#adapters/http/contract/reporting'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, TextField } from '#web/ui'
import { useActName } from './ActTable.tsx'
import { calendarMessages as messages } from './calendar-messages.ts'

/** Records that a circular was sent or a review held: with its number, or day and place. */
export function HoldDialog({ act, onClose }: { readonly act: ActOfPeriod; readonly onClose: () => void }) {
  const t = useText(messages)
  const nameOf = useActName()
  const [note, setNote] = useState('')
  const hold = useAction(reportingContract.holdAct)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const { cadenceId, act: kind, periodId } = act
    hold.mutate({ params: { cadenceId, act: kind, periodId }, body: { note } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('holdTitle', { what: nameOf(act) })} onClose={onClose}>
      <form onSubmit={send} className="section">
        <TextField
          label={t('note')}
          value={note}
          maxLength={300}
          required
          onChange={(event) => setNote(event.target.value)}
        />
        <ErrorNote error={hold.error} />
        <div className="dialog__actions">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" disabled={hold.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
