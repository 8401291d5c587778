import { useState } from 'react'
import { organisationContract, type Me } from '#adapters/http/contract/organisation'
import { holds, useAction, useEndpoint, useMe, useText } from '#web/kit'
import { Button, type Column, DataTable, Dialog, ErrorNote, Loaded, Page, TextField } from '#web/ui'
import { AddAccountDialog } from './AddAccountDialog.tsx'
import { GrantDialog } from './GrantDialog.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { organisationMessages as messages } from './messages.ts'

interface Account {
  readonly accountId: string
  readonly login: string
  readonly displayName: string
  readonly disabledAt: string | null
  readonly hasPassword: boolean
  readonly roles: readonly { readonly grantId: string; readonly role: string; readonly unitName: string | null }[]
}

type Opened =
  | { readonly kind: 'add' }
  | { readonly kind: 'grant'; readonly account: Account }
  | { readonly kind: 'disable'; readonly account: Account }
  | { readonly kind: 'link'; readonly token: string }

/** Accounts for the administrator (open, link, disable) and the security officer (roles). */
export function AccountsPage() {
  const me = useMe()
  return <Loaded query={me}>{(known) => <Accounts me={known} />}</Loaded>
}

function Accounts({ me }: { readonly me: Me }) {
  const t = useText(messages)
  const accounts = useEndpoint(organisationContract.accounts)
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState<Opened | null>(null)
  const manages = holds(me, 'administrator')
  const revoke = useAction(organisationContract.revokeRole)
  const makeLink = useAction(organisationContract.makeLink)
  const columns = useColumns(me, { open: setOpened, revoke, makeLink })
  return (
    <Page
      title={t('accounts')}
      lead={t('accountsLead', { count: accounts.data?.accounts.length ?? 0 })}
      actions={manages && <Button onClick={() => setOpened({ kind: 'add' })}>{t('add')}</Button>}
    >
      <TextField label={t('search')} type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
      <ErrorNote error={revoke.error ?? makeLink.error} />
      <Loaded query={accounts}>
        {(data) => (
          <DataTable
            caption={t('accounts')}
            columns={columns}
            rows={data.accounts.filter((account) => matches(account, search))}
            rowKey={(account) => account.accountId}
          />
        )}
      </Loaded>
      {opened?.kind === 'add' && (
        <AddAccountDialog onDone={(token) => setOpened({ kind: 'link', token })} onClose={() => setOpened(null)} />
      )}
      {opened?.kind === 'grant' && <GrantDialog accountId={opened.account.accountId} onClose={() => setOpened(null)} />}
      {opened?.kind === 'disable' && <DisableDialog account={opened.account} onClose={() => setOpened(null)} />}
      {opened?.kind === 'link' && (
        <LinkDialog region={me.region.regionId} token={opened.token} onClose={() => setOpened(null)} />
      )}
    </Page>
  )
}

function matches(account: Account, search: string): boolean {
  const units = account.roles.map((role) => role.unitName ?? '').join(' ')
  return `${account.login} ${account.displayName} ${units}`.toLowerCase().includes(search.trim().toLowerCase())
}

interface AccountDeeds {
  readonly open: (opened: Opened) => void
  readonly revoke: ReturnType<typeof useAction<typeof organisationContract.revokeRole>>
  readonly makeLink: ReturnType<typeof useAction<typeof organisationContract.makeLink>>
}

function useColumns(me: Me, { open, revoke, makeLink }: AccountDeeds): readonly Column<Account>[] {
  const t = useText(messages)
  const roleColumn: Column<Account> = {
    id: 'roles',
    title: t('roles'),
    cell: (account) =>
      account.roles.map((grant) => (
        <div key={grant.grantId}>
          {t(grant.role as keyof typeof messages)} {grant.unitName}
          {holds(me, 'securityOfficer') && (
            <Button look="quiet" onClick={() => revoke.mutate({ params: { grantId: grant.grantId } })}>
              {t('revoke')}
            </Button>
          )}
        </div>
      )),
  }
  const actions: Column<Account> = {
    id: 'actions',
    title: '',
    cell: (account) => (
      <>
        {holds(me, 'administrator') && !account.disabledAt && (
          <>
            <Button
              look="quiet"
              onClick={() =>
                makeLink.mutate(
                  { params: { accountId: account.accountId } },
                  { onSuccess: ({ linkToken }) => open({ kind: 'link', token: linkToken }) },
                )
              }
            >
              {t('newLink')}
            </Button>
            <Button look="quiet" onClick={() => open({ kind: 'disable', account })}>
              {t('disable')}
            </Button>
          </>
        )}
        {holds(me, 'securityOfficer') && (
          <Button look="quiet" onClick={() => open({ kind: 'grant', account })}>
            {t('grant')}
          </Button>
        )}
      </>
    ),
  }
  return [
    { id: 'login', title: t('login'), cell: (account) => account.login },
    { id: 'name', title: t('displayName'), cell: (account) => account.displayName },
    roleColumn,
    { id: 'state', title: t('state'), cell: (account) => stateOf(account, t) },
    actions,
  ]
}

function stateOf(account: Account, t: (key: keyof typeof messages) => string): string {
  if (account.disabledAt) return t('disabled')
  return account.hasPassword ? t('active') : t('linkOnly')
}

function DisableDialog({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const t = useText(messages)
  const disable = useAction(organisationContract.disableAccount)
  const confirm = () => disable.mutate({ params: { accountId: account.accountId } }, { onSuccess: onClose })
  return (
    <Dialog
      title={t('disable')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="danger" disabled={disable.isPending} onClick={confirm}>
            {t('disable')}
          </Button>
        </>
      }
    >
      <p>{t('disableSure', { name: account.displayName })}</p>
      <ErrorNote error={disable.error} />
    </Dialog>
  )
}
