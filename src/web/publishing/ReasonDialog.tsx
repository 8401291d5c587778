import { useState } from 'react'
import { useText } from '#web/kit'
import { Button, Dialog, ErrorNote, TextArea } from '#web/ui'
import { publishingMessages as messages } from './messages.ts'

interface ReasonDialogProps {
  readonly title: string
  readonly text?: string
  readonly confirm: string
  readonly error: Error | null
  readonly onClose: () => void
  readonly onConfirm: (reason: string) => void
}

/** Asks for the reason of a decision; what was typed stays when it is refused. */
export function ReasonDialog({ title, text, confirm, error, onClose, onConfirm }: ReasonDialogProps) {
  const t = useText(messages)
  const [reason, setReason] = useState('')
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={reason.trim() === ''} onClick={() => onConfirm(reason)}>
            {confirm}
          </Button>
        </>
      }
    >
      {text && <p>{text}</p>}
      <TextArea label={t('reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
      <ErrorNote error={error} />
    </Dialog>
  )
}
