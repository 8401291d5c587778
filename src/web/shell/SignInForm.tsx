import { type FormEvent, useState } from 'react'
import { useText } from '#web/kit'
import { Button, ErrorNote, TextField } from '#web/ui'
import { shellMessages } from './messages.ts'

interface SignInFormProps {
  /** The account that stands in the form to begin with. */
  readonly login: string
  readonly pending: boolean
  readonly error: Error | null
  readonly onEnter: (body: { login: string; password: string }) => void
}

/** Account and password; what was typed stays when the server refuses it. */
export function SignInForm({ login: first, pending, error, onEnter }: SignInFormProps) {
  const t = useText(shellMessages)
  const [login, setLogin] = useState(first)
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onEnter({ login, password })
  }
  return (
    <form className="sign-in__form" onSubmit={submit}>
      <TextField
        label={t('login')}
        value={login}
        autoComplete="username"
        required
        onChange={(event) => setLogin(event.target.value)}
      />
      <TextField
        label={t('password')}
        type="password"
        value={password}
        autoComplete="current-password"
        required
        onChange={(event) => setPassword(event.target.value)}
      />
      <ErrorNote error={error} />
      <Button look="primary" type="submit" disabled={pending}>
        {t('signIn')}
      </Button>
    </form>
  )
}
