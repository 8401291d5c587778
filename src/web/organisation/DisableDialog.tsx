import { organisationContract } from '#adapters/http/contract/organisation'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote } from '#web/ui'
import { organisationMessages as messages } from './messages.ts'

interface DisableDialogProps {
  readonly account: { readonly accountId: string; readonly displayName: string }
  readonly onClose: () => void
}

/** Asks once more before an account is disabled. */
export function DisableDialog({ account, onClose }: DisableDialogProps) {
  const t = useText(messages)
  const disable = useAction(organisationContract.disableAccount)
  const confirm = () => disable.mutate({ params: { accountId: account.accountId } }, { onSuccess: onClose })
  return (
    <Dialog
      title={t('disable')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="danger" disabled={disable.isPending} onClick={confirm}>
            {t('disable')}
          </Button>
        </>
      }
    >
      <p>{t('disableSure', { name: account.displayName })}</p>
      <ErrorNote error={disable.error} />
    </Dialog>
  )
}
