import { type FormEvent, useState } from 'react'
import { organisationContract } from '#adapters/http/contract/organisation'
import { useAction, useText } from '#web/kit'
import { Button, Dialog, ErrorNote, TextField } from '#web/ui'
import { organisationMessages as messages } from './messages.ts'

interface AddAccountDialogProps {
  readonly onDone: (linkToken: string) => void
  readonly onClose: () => void
}

/** Opens an account; what was typed stays when the server refuses it. */
export function AddAccountDialog({ onDone, onClose }: AddAccountDialogProps) {
  const t = useText(messages)
  const [login, setLogin] = useState('')
  const [displayName, setDisplayName] = useState('')
  const add = useAction(organisationContract.addAccount)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate({ body: { login, displayName } }, { onSuccess: ({ linkToken }) => onDone(linkToken) })
  }
  return (
    <Dialog title={t('add')} onClose={onClose}>
      <form onSubmit={submit} className="section">
        <TextField label={t('login')} value={login} required onChange={(event) => setLogin(event.target.value)} />
        <TextField
          label={t('displayName')}
          value={displayName}
          required
          onChange={(event) => setDisplayName(event.target.value)}
        />
        <ErrorNote error={add.error} />
        <div className="dialog__actions">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" disabled={add.isPending}>
            {t('add')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
