import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { organisationContract, type Me } from '#adapters/http/contract/organisation'
import { RegionTimeContext, useMe, useSessionChange, useText } from '#web/kit'
import { Button, Dialog, isTyping, LanguageButton, Loaded, useModal } from '#web/ui'
import { ClockBanner } from './ClockBanner.tsx'
import { LinkNotices } from './LinkNotices.tsx'
import { shellMessages } from './messages.ts'
import { navigationFor } from './navigation.ts'
import { PasswordDialog } from './PasswordDialog.tsx'
import { SignInPage } from './SignInPage.tsx'

/** Comes after the page: nothing on it waits for the count. */
const UnreadCount = lazy(async () => ({ default: (await import('./UnreadCount.tsx')).UnreadCount }))

/** The frame of every page of the house: rail of entries, banner of the sample clock, the page. */
export function Frame() {
  const me = useMe()
  return <Loaded query={me}>{(known) => <Door me={known} />}</Loaded>
}

/**
 * Whoever has signed out, or never came in, sees the sign-in page. Whose session has ended finds his page again, with all that he
 * was typing, once he has signed in anew; until then nothing of it is seen.
 */
function Door({ me }: { readonly me: Me }) {
  const [last, setLast] = useState<Me | null>(null)
  const accountId = me.account?.accountId
  if (accountId !== undefined && last !== me) setLast(me)
  useOtherAccount(accountId)
  if (last === null) return me.account ? null : <SignInPage me={me} />
  return (
    <>
      <div className={me.account ? undefined : 'is-unseen'}>
        <SignedIn me={me.account ? me : last} />
      </div>
      {!me.account && last.account && <SignInAgain me={me} login={last.account.login} />}
    </>
  )
}

/** Somebody else has come in by another window of this browser: what was read for the one before is forgotten. */
function useOtherAccount(accountId: string | undefined): void {
  const queries = useQueryClient()
  const first = useRef(accountId)
  useEffect(() => {
    if (accountId === undefined) return
    if (first.current !== undefined && first.current !== accountId) void queries.resetQueries()
    first.current = accountId
  }, [queries, accountId])
}

/** Over everything else that stands open, so that it can be reached. */
function SignInAgain({ me, login }: { readonly me: Me; readonly login: string }) {
  return (
    <dialog ref={useModal()} className="sign-in-again" onCancel={(event) => event.preventDefault()}>
      <SignInPage me={me} again={login} />
    </dialog>
  )
}

function SignedIn({ me }: { readonly me: Me }) {
  const t = useText(shellMessages)
  const [open, setOpen] = useState(false)
  const [help, setHelp] = useState(false)
  // Beside the menu, not in it: the menu of a phone closes behind it.
  const [changing, setChanging] = useState(false)
  useShortcuts(() => setHelp(true))
  const list = useRef<HTMLDivElement>(null)
  // On a low screen the entry of this page may stand below the others.
  useEffect(() => list.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest' }), [])
  const { timeZone, today } = me.region
  const time = useMemo(() => ({ timeZone, year: today.slice(0, 4) }), [timeZone, today])
  return (
    <RegionTimeContext value={time}>
      <div className="frame">
        <a className="frame__skip" href="#content">
          {t('skip')}
        </a>
        <header className="rail no-print">
          <div className="rail__top">
            <Link to="/" className="rail__brand">
              挂图<small>Guatu</small>
            </Link>
            <Button look="quiet" className="rail__toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('menu')}
            </Button>
          </div>
          <nav className={`rail__nav ${open ? 'is-open' : ''}`} aria-label={t('menu')} onClick={() => setOpen(false)}>
            <div ref={list} className="rail__list">
              {navigationFor(me).map((entry) => (
                <Link key={entry.to} to={entry.to} activeOptions={{ exact: entry.to === '/' }} className="rail__link">
                  {t(entry.label)}
                  {entry.to === '/messages' && (
                    <Suspense>
                      <UnreadCount />
                    </Suspense>
                  )}
                </Link>
              ))}
            </div>
            <AccountCorner me={me} onPassword={() => setChanging(true)} />
          </nav>
        </header>
        <div className="frame__main">
          {me.region.isSample && <ClockBanner me={me} />}
          <LinkNotices me={me} />
          <Outlet />
        </div>
        {changing && <PasswordDialog hasPassword={me.hasPassword} onClose={() => setChanging(false)} />}
        {help && (
          <Dialog
            title={t('help')}
            onClose={() => setHelp(false)}
            actions={<Button onClick={() => setHelp(false)}>{t('close')}</Button>}
          >
            <p>{t('helpKeys')}</p>
          </Dialog>
        )}
      </div>
    </RegionTimeContext>
  )
}

function AccountCorner({ me, onPassword }: { readonly me: Me; readonly onPassword: () => void }) {
  const t = useText(shellMessages)
  const signOut = useSessionChange(organisationContract.signOut)
  return (
    <div className="rail__account">
      <span className="rail__who">{me.account?.displayName}</span>
      <span className="rail__region">{me.region.name}</span>
      <LanguageButton />
      <Button look="quiet" onClick={onPassword}>
        {t('setPassword')}
      </Button>
      <Button look="quiet" onClick={() => signOut.mutate({})}>
        {t('signOut')}
      </Button>
    </div>
  )
}

/** `?` shows the keys, `/` goes to the page's search, g w and g h go to the wall and home. */
function useShortcuts(showHelp: () => void): void {
  const navigate = useNavigate()
  useEffect(() => {
    let before = ''
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return
      if (event.key === '?') showHelp()
      if (event.key === '/') {
        const search = document.querySelector<HTMLElement>('input[type="search"]')
        if (search) {
          event.preventDefault()
          search.focus()
        }
      }
      if (before === 'g' && event.key === 'w') void navigate({ to: '/wall' })
      if (before === 'g' && event.key === 'h') void navigate({ to: '/' })
      before = event.key
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [navigate, showHelp])
}
