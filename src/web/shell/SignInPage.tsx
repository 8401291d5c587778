import { type FormEvent, useState } from 'react'
import { organisationContract, type Me } from '#adapters/http/contract/organisation'
import { useLanguage, useSessionChange, useText } from '#web/kit'
import { Button, ErrorNote, TextField } from '#web/ui'
import { shellMessages } from './messages.ts'

/** Sign-in by name and password; on this machine the sample accounts stand beside it. */
export function SignInPage({ me }: { readonly me: Me }) {
  const t = useText(shellMessages)
  const { language, choose } = useLanguage()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useSessionChange(organisationContract.signIn)
  const enter = (body: { login: string; password: string }) =>
    signIn.mutate({ body: { ...body, region: me.region.regionId } })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter({ login, password })
  }
  return (
    <main className="sign-in" id="content">
      <div className="sign-in__plate">
        <h1>
          挂图 <small>Guatu</small>
        </h1>
        <p>{t('signInLead')}</p>
        <p className="sign-in__region">{me.region.name}</p>
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
          <ErrorNote error={signIn.error} />
          <Button look="primary" type="submit" disabled={signIn.isPending}>
            {t('signIn')}
          </Button>
        </form>
        <p className="sign-in__foot">
          <a href={`/public/${me.region.regionId}`}>{t('publicPage')}</a>
          <Button look="quiet" onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>
            {t('language')}
          </Button>
        </p>
      </div>
      {me.sampleAccounts.length > 0 && (
        <section className="sign-in__sample" aria-label={t('sampleAccounts')}>
          <h2>{t('sampleAccounts')}</h2>
          <ul>
            {me.sampleAccounts.map((account) => (
              <li key={account.login}>
                <button
                  type="button"
                  className="sign-in__account"
                  disabled={signIn.isPending}
                  onClick={() => enter(account)}
                >
                  <span>{account.displayName}</span>
                  <code>{account.login}</code>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}
