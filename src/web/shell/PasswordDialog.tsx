import { type FormEvent, useState } from 'react'
import { organisationContract } from '#adapters/http/contract/organisation'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, TextField } from '#web/ui'
import { shellMessages } from './messages.ts'

interface PasswordDialogProps {
  /** There is one already, which is asked for. */
  readonly hasPassword: boolean
  readonly onClose: () => void
}

/** Sets one's own password, after which the account name and it open the door as well as a new link. */
export function PasswordDialog({ hasPassword, onClose }: PasswordDialogProps) {
  const t = useText(shellMessages)
  const [password, setPassword] = useState('')
  const [oldPassword, setOldPassword] = useState('')
  const save = useAction(organisationContract.setPassword)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const old = oldPassword ? { oldPassword } : {}
    save.mutate({ body: { password, ...old } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('setPassword')} onClose={onClose}>
      <form className="section" onSubmit={submit}>
        {hasPassword && (
          <TextField
            label={t('oldPassword')}
            hint={t('oldPasswordHint')}
            type="password"
            autoComplete="current-password"
            value={oldPassword}
            onChange={(event) => setOldPassword(event.target.value)}
          />
        )}
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
