import { useState } from 'react'
import {
  reconciliationContract,
  type ReconciliationLine,
  type ReconciliationPage,
  type Side,
} from '#adapters/http/contract/reporting'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, SelectField, TextArea, TextField } from '#web/ui'
import { reconciliationMessages as messages } from './messages.ts'

interface ProposeDialogProps {
  readonly page: ReconciliationPage
  readonly line: ReconciliationLine
  /** The side for which the reader speaks. */
  readonly side: Side
  readonly onClose: () => void
}

/** Whose figure of a difference is to hold, and why. */
export function ProposeDialog({ page, line, side, onClose }: ProposeDialogProps) {
  const t = useText(messages)
  const propose = useAction(reconciliationContract.proposeSettlement)
  const [holds, setHolds] = useState<Side | 'neither'>(side)
  const [value, setValue] = useState('')
  const [reason, setReason] = useState('')
  const { reconciliationId } = page.round
  const submit = () => {
    const body = { key: line.key, holds, value: holds === 'neither' ? value : null, reason }
    propose.mutate({ params: { reconciliationId, side }, body }, { onSuccess: onClose })
  }
  return (
    <Dialog
      title={t('proposeTitle', { label: line.label })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={propose.isPending || reason.trim() === ''} onClick={submit}>
            {t('propose')}
          </Button>
        </>
      }
    >
      <div className="reconciliation__form">
        <SelectField
          label={t('whose')}
          value={holds}
          options={[
            { value: 'first', label: `${page.round.firstUnitName} ${line.first ?? t('missing')}` },
            { value: 'second', label: `${page.round.secondUnitName} ${line.second ?? t('missing')}` },
            { value: 'neither', label: t('holdsNeither') },
          ]}
          onChange={(event) => {
            const chosen = event.target.value
            setHolds(chosen === 'first' || chosen === 'second' ? chosen : 'neither')
          }}
        />
        {holds === 'neither' && (
          <TextField label={t('value')} figure value={value} onChange={(event) => setValue(event.target.value)} />
        )}
        <TextArea
          label={t('reason')}
          value={reason}
          maxLength={1000}
          onChange={(event) => setReason(event.target.value)}
        />
        <ErrorNote error={propose.error} />
      </div>
    </Dialog>
  )
}
