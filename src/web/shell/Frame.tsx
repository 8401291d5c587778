import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { organisationContract, type Me } from '#adapters/http/contract/organisation'
import { useMe, useSessionChange, useText } from '#web/kit'
import { Button, Dialog, isTyping, LanguageButton, Loaded } from '#web/ui'
import { ClockBanner } from './ClockBanner.tsx'
import { LinkNotices } from './LinkNotices.tsx'
import { shellMessages } from './messages.ts'
import { navigationFor } from './navigation.ts'
import { PasswordDialog } from './PasswordDialog.tsx'
import { SignInPage } from './SignInPage.tsx'

/** The frame of every page of the house: rail of entries, banner of the sample clock, the page. */
export function Frame() {
  const me = useMe()
  return <Loaded query={me}>{(known) => (known.account ? <SignedIn me={known} /> : <SignInPage me={known} />)}</Loaded>
}

function SignedIn({ me }: { readonly me: Me }) {
  const t = useText(shellMessages)
  const [open, setOpen] = useState(false)
  const [help, setHelp] = useState(false)
  useShortcuts(() => setHelp(true))
  return (
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
          {navigationFor(me).map((entry) => (
            <Link key={entry.to} to={entry.to} activeOptions={{ exact: entry.to === '/' }} className="rail__link">
              {t(entry.label)}
            </Link>
          ))}
          <AccountCorner me={me} />
        </nav>
      </header>
      <div className="frame__main">
        {me.region.isSample && <ClockBanner me={me} />}
        <LinkNotices me={me} />
        <Outlet />
      </div>
      {help && (
        <Dialog title={t('help')} onClose={() => setHelp(false)}>
          <p>{t('helpKeys')}</p>
        </Dialog>
      )}
    </div>
  )
}

function AccountCorner({ me }: { readonly me: Me }) {
  const t = useText(shellMessages)
  const signOut = useSessionChange(organisationContract.signOut)
  const [changing, setChanging] = useState(false)
  return (
    <div className="rail__account">
      <span className="rail__who">{me.account?.displayName}</span>
      <span className="rail__region">{me.region.name}</span>
      <LanguageButton />
      <Button look="quiet" onClick={() => setChanging(true)}>
        {t('setPassword')}
      </Button>
      <Button look="quiet" onClick={() => signOut.mutate({})}>
        {t('signOut')}
      </Button>
      {changing && <PasswordDialog hasPassword={me.hasPassword} onClose={() => setChanging(false)} />}
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
