import { organisationContract, type Me } from '#adapters/http/contract/organisation'
import { useSessionChange, useText } from '#web/kit'
import { LanguageButton } from '#web/ui'
import { shellMessages } from './messages.ts'
import { SignInForm } from './SignInForm.tsx'

interface SignInPageProps {
  readonly me: Me
  /** The account whose session has ended. */
  readonly again?: string
}

/** Sign-in by name and password; on this machine the sample accounts stand beside it. */
export function SignInPage({ me, again }: SignInPageProps) {
  const t = useText(shellMessages)
  const signIn = useSessionChange(organisationContract.signIn, ({ body }) => body?.login === again)
  const enter = (body: { login: string; password: string }) =>
    signIn.mutate({ body: { ...body, region: me.region.regionId } })
  return (
    <main className="sign-in" id="content">
      <div className="sign-in__plate">
        <h1>
          挂图 <small>Guatu</small>
        </h1>
        <p>{t('signInLead')}</p>
        <p className="sign-in__region">{me.region.name}</p>
        {again !== undefined && (
          <p className="note" role="status">
            {t('sessionEnded')}
          </p>
        )}
        <SignInForm login={again ?? ''} pending={signIn.isPending} error={signIn.error} onEnter={enter} />
        <p className="sign-in__foot">
          <a href={`/public/${me.region.regionId}`}>{t('publicPage')}</a>
          <LanguageButton />
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
