import { type FormEvent, useState } from 'react'
import { organisationContract } from '#adapters/http/contract/organisation'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, TextField } from '#web/ui'
import { shellMessages } from './messages.ts'

/** Sets one's own password, after which the account name and it open the door as well as a new link. */
export function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(shellMessages)
  const [password, setPassword] = useState('')
  const save = useAction(organisationContract.setPassword)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ body: { password } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('setPassword')} onClose={onClose}>
      <form className="section" onSubmit={submit}>
        <TextField
          label={t('newPassword')}
          hint={t('passwordHint')}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <ErrorNote error={save.error} />
        <div className="dialog__actions">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" disabled={save.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
