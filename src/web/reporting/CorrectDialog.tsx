import { type FormEvent, useState } from 'react'
import { reportingContract, type SheetLine } from '#adapters/http/contract/reporting'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, SelectField, TextArea, TextField } from '#web/ui'
import { periodMessages as messages } from './period-messages.ts'
import { countedFigure } from './SaidFigure.tsx'

const CLAIMS = ['onPace', 'behind', 'blocked', 'done'] as const

interface CorrectProps {
  readonly line: SheetLine
  readonly onClose: () => void
}

/** Asks to correct one sealed value. */
export function CorrectDialog({ line, onClose }: CorrectProps) {
  const t = useText(messages)
  return (
    <Dialog title={t('correctTitle', { title: line.item.title })} onClose={onClose}>
      <CorrectForm line={line} onClose={onClose} />
    </Dialog>
  )
}

/** New figure, new standing and the reason; what was typed stays when it is refused. */
export function CorrectForm({ line, onClose }: CorrectProps) {
  const t = useText(messages)
  const make = useAction(reportingContract.makeCorrection)
  const [figure, setFigure] = useState((line.item.target && countedFigure(line)) ?? '')
  const [claim, setClaim] = useState(line.report?.claim ?? '')
  const [reason, setReason] = useState('')
  const { cadenceId, periodId, itemId, item } = line
  const send = (event: FormEvent) => {
    event.preventDefault()
    const values = { newFigure: figure.trim() || null, newClaim: CLAIMS.find((one) => one === claim) ?? null, reason }
    make.mutate({ body: { cadenceId, periodId, itemId, ...values } }, { onSuccess: onClose })
  }
  return (
    <form className="section" onSubmit={send}>
      <p className="sheet__burden">{t('correctText')}</p>
      {item.target && (
        <TextField
          label={`${t('newFigure')} (${item.target.unit})`}
          figure
          value={figure}
          onChange={(event) => setFigure(event.target.value)}
        />
      )}
      <SelectField
        label={t('newClaim')}
        value={claim}
        options={[{ value: '', label: t('unsaid') }, ...CLAIMS.map((one) => ({ value: one, label: t(one) }))]}
        onChange={(event) => setClaim(event.target.value)}
      />
      <TextArea label={t('reason')} value={reason} required onChange={(event) => setReason(event.target.value)} />
      <ErrorNote error={make.error} />
      <div className="dialog__actions">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button look="primary" type="submit" disabled={make.isPending}>
          {t('send')}
        </Button>
      </div>
    </form>
  )
}
