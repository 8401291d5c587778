import { useText } from '#web/kit'
import { Button, Dialog, TextField } from '#web/ui'
import { organisationMessages as messages } from './messages.ts'

/** Shows a release code once: the security officer's half of the way into a guarded account. */
export function CodeDialog({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  const t = useText(messages)
  return (
    <Dialog
      title={t('codeTitle')}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {t('close')}
        </Button>
      }
    >
      <p>{t('codeText')}</p>
      <TextField label={t('codeTitle')} value={code} readOnly onFocus={(event) => event.target.select()} />
    </Dialog>
  )
}
