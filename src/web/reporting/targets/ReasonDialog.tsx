import { useState } from 'react'
import { useText } from '#web/kit'
import { Button, Dialog, ErrorNote, TextArea } from '#web/ui'
import { targetMessages as messages } from './messages.ts'

interface ReasonDialogProps<Input> {
  readonly title: string
  readonly label: string
  readonly action: {
    readonly isPending: boolean
    readonly error: Error | null
    mutate(input: Input, then?: { readonly onSuccess: () => void }): void
  }
  /** The request that the reason goes into. */
  readonly input: (reason: string) => Input
  readonly onClose: () => void
}

/** Asks for a reason before something is taken out. */
export function ReasonDialog<Input>({ title, label, action, input, onClose }: ReasonDialogProps<Input>) {
  const t = useText(messages)
  const [reason, setReason] = useState('')
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            look="primary"
            disabled={reason.trim() === '' || action.isPending}
            onClick={() => action.mutate(input(reason), { onSuccess: onClose })}
          >
            {t('save')}
          </Button>
        </>
      }
    >
      <TextArea label={label} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
      <ErrorNote error={action.error} />
    </Dialog>
  )
}
