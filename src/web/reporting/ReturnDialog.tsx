import { type FormEvent, useState } from 'react'
import { reportingContract, type SheetLine } from '#adapters/http/contract/reporting'
import { addDays, instantAt } from '#core/kit'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, TextArea, TextField } from '#web/ui'
import { reportingMessages as messages } from './messages.ts'
import { useWords } from './words.ts'

/** Gives a report back: why, and until when it is to be reported again. What was typed stays when it is refused. */
export function ReturnDialog({ line, onClose }: { readonly line: SheetLine; readonly onClose: () => void }) {
  const t = useText(messages)
  const { today, timeZone } = useWords()
  const [reason, setReason] = useState('')
  const [day, setDay] = useState(() => addDays(today, 2))
  const giveBack = useAction(reportingContract.returnReport)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const { cadenceId, periodId, itemId, report } = line
    const shown = { cadenceId, periodId, itemId, revision: report?.revision ?? 0 }
    const dueAt = instantAt(day, 18, timeZone)
    giveBack.mutate({ body: { ...shown, reason, dueAt } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('giveBackTitle', { title: line.item.title })} onClose={onClose}>
      <form onSubmit={send} className="section">
        <TextArea label={t('reason')} value={reason} required onChange={(event) => setReason(event.target.value)} />
        <TextField
          label={t('newDue')}
          type="date"
          min={today}
          value={day}
          required
          onChange={(event) => setDay(event.target.value)}
        />
        <ErrorNote error={giveBack.error} />
        <div className="dialog__actions">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" disabled={giveBack.isPending}>
            {t('giveBack')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
