import { useText } from '#web/kit'
import { Button, Dialog, TextField } from '#web/ui'
import { organisationMessages as messages } from './messages.ts'

interface LinkDialogProps {
  readonly region: string
  readonly token: string
  /** The account opens only with the security officer's code beside the link. */
  readonly needsCode: boolean
  readonly onClose: () => void
}

/** Shows a one-time link once. Browsers copy for pages from https and this machine only; elsewhere the field is selected. */
export function LinkDialog({ region, token, needsCode, onClose }: LinkDialogProps) {
  const t = useText(messages)
  const address = `${window.location.origin}/link/${region}#${token}`
  return (
    <Dialog
      title={t('linkTitle')}
      onClose={onClose}
      actions={
        <>
          {'clipboard' in navigator && (
            <Button onClick={() => void navigator.clipboard.writeText(address)}>{t('copy')}</Button>
          )}
          <Button look="primary" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      }
    >
      <p>{t('linkText')}</p>
      {needsCode && <p>{t('linkNeedsCode')}</p>}
      <TextField label={t('linkTitle')} value={address} readOnly onFocus={(event) => event.target.select()} />
    </Dialog>
  )
}
