import { useState } from 'react'
import { useText } from '#web/kit'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { TextArea } from './Field.tsx'
import { ErrorNote } from './States.tsx'

const words = {
  reason: { zh: '理由', en: 'Reason' },
  cancel: { zh: '取消', en: 'Cancel' },
} as const

interface ReasonDialogProps<Input> {
  readonly title: string
  readonly text?: string
  readonly label?: string
  /** What the button says that carries the reason away. */
  readonly confirm: string
  readonly action: {
    readonly isPending: boolean
    readonly error: Error | null
    mutate(input: Input, then?: { readonly onSuccess: () => void }): void
  }
  /** The request that the reason goes into. */
  readonly input: (reason: string) => Input
  readonly onClose: () => void
}

/** Asks for the reason of a decision; what was typed stays when it is refused. */
export function ReasonDialog<Input>({ title, text, label, confirm, action, input, onClose }: ReasonDialogProps<Input>) {
  const t = useText(words)
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
            {confirm}
          </Button>
        </>
      }
    >
      {text && <p>{text}</p>}
      <TextArea
        label={label ?? t('reason')}
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <ErrorNote error={action.error} />
    </Dialog>
  )
}
