import { useNavigate } from '@tanstack/react-router'
import { organisationContract } from '#adapters/http/contract/organisation'
import { useSessionChange, useText } from '#web/kit'
import { Button, ErrorNote, Page } from '#web/ui'
import { shellMessages } from './messages.ts'

/** The page of a one-time link: /link/{region}#{token}. The token stays in the fragment, so that no log sees it. */
export function LinkPage({ region }: { readonly region: string }) {
  const t = useText(shellMessages)
  const navigate = useNavigate()
  const open = useSessionChange(organisationContract.openLink)
  const enter = () =>
    open.mutate(
      { body: { region, token: window.location.hash.slice(1) } },
      { onSuccess: () => void navigate({ to: '/' }) },
    )
  return (
    <Page title={t('linkTitle')}>
      <p>{t('linkText')}</p>
      <ErrorNote error={open.error} />
      <p>
        <Button look="primary" disabled={open.isPending} onClick={enter}>
          {t('signIn')}
        </Button>
      </p>
    </Page>
  )
}
