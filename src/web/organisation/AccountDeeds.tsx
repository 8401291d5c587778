import type { organisationContract, Me } from '#adapters/http/contract/organisation'
import { holds, type useAction, useText } from '#web/kit'
import { Button } from '#web/ui'
import type { Account, Opened } from './account.ts'
import { organisationMessages as messages } from './messages.ts'

interface AccountDeedsProps {
  readonly me: Me
  readonly account: Account
  readonly open: (opened: Opened) => void
  readonly makeLink: ReturnType<typeof useAction<typeof organisationContract.makeLink>>
  readonly release: ReturnType<typeof useAction<typeof organisationContract.releaseLink>>
}

/** What can be done with one account: the administrator makes links and disables, the security officer grants and releases. */
export function AccountDeeds({ me, account, open, makeLink, release }: AccountDeedsProps) {
  const t = useText(messages)
  const params = { accountId: account.accountId }
  const newLink = () =>
    makeLink.mutate(
      { params },
      { onSuccess: ({ linkToken, needsCode }) => open({ kind: 'link', token: linkToken, needsCode }) },
    )
  const newCode = () => release.mutate({ params }, { onSuccess: ({ code }) => open({ kind: 'code', code }) })
  const manages = holds(me, 'administrator') && !account.disabledAt && account.guard !== 'machine'
  return (
    <span className="nowrap">
      {manages && (
        <>
          <Button look="quiet" onClick={newLink}>
            {t('newLink')}
          </Button>
          <Button look="quiet" onClick={() => open({ kind: 'disable', account })}>
            {t('disable')}
          </Button>
        </>
      )}
      {holds(me, 'securityOfficer') && (
        <>
          <Button look="quiet" onClick={() => open({ kind: 'grant', account })}>
            {t('grant')}
          </Button>
          {account.guard === 'linkAndCode' && account.hasOpenLink && (
            <Button look="quiet" onClick={newCode}>
              {t('release')}
            </Button>
          )}
        </>
      )}
    </span>
  )
}
