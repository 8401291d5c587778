import { useState } from 'react'
import { organisationContract, type Me } from '#adapters/http/contract/organisation'
import { holds, useAction, useEndpoint, useMe, useText } from '#web/kit'
import { Button, type Column, DataTable, ErrorNote, Loaded, Page, TextField } from '#web/ui'
import type { Account, Opened } from './account.ts'
import { AccountDeeds } from './AccountDeeds.tsx'
import { AddAccountDialog } from './AddAccountDialog.tsx'
import { CodeDialog } from './CodeDialog.tsx'
import { DisableDialog } from './DisableDialog.tsx'
import { GrantDialog } from './GrantDialog.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { organisationMessages as messages } from './messages.ts'
import { ProposedGrants } from './ProposedGrants.tsx'

/** Accounts for the administrator (open, link, disable) and the security officer (roles, release codes). */
export function AccountsPage() {
  const me = useMe()
  return <Loaded query={me}>{(known) => <Accounts me={known} />}</Loaded>
}

/** The others are found by the search, or stand there at a press. */
const FIRST_ROWS = 30

function Accounts({ me }: { readonly me: Me }) {
  const t = useText(messages)
  const accounts = useEndpoint(organisationContract.accounts)
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState<Opened | null>(null)
  const manages = holds(me, 'administrator')
  const revoke = useAction(organisationContract.revokeRole)
  const makeLink = useAction(organisationContract.makeLink)
  const release = useAction(organisationContract.releaseLink)
  const columns = useColumns(me, { open: setOpened, revoke, makeLink, release })
  return (
    <Page
      title={t('accounts')}
      lead={t('accountsLead', { count: accounts.data?.accounts.length ?? 0 })}
      actions={manages && <Button onClick={() => setOpened({ kind: 'add' })}>{t('add')}</Button>}
    >
      {holds(me, 'securityOfficer') && <ProposedGrants />}
      <div className="toolbar">
        <TextField
          label={t('search')}
          type="search"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      <ErrorNote error={revoke.error ?? makeLink.error ?? release.error} />
      <Loaded query={accounts}>
        {(data) => (
          <DataTable
            caption={t('accounts')}
            columns={columns}
            rows={data.accounts.filter((account) => matches(account, search))}
            rowKey={(account) => account.accountId}
            atFirst={FIRST_ROWS}
          />
        )}
      </Loaded>
      <OpenedDialog opened={opened} region={me.region.regionId} open={setOpened} />
    </Page>
  )
}

interface OpenedDialogProps {
  readonly opened: Opened | null
  readonly region: string
  readonly open: (opened: Opened | null) => void
}

function OpenedDialog({ opened, region, open }: OpenedDialogProps) {
  const onClose = () => open(null)
  const onCode = (code: string | null) => open(code === null ? null : { kind: 'code', code })
  switch (opened?.kind) {
    case 'add':
      return <AddAccountDialog onDone={(token) => open({ kind: 'link', token, needsCode: false })} onClose={onClose} />
    case 'grant':
      return <GrantDialog accountId={opened.account.accountId} onDone={onCode} onClose={onClose} />
    case 'disable':
      return <DisableDialog account={opened.account} onClose={onClose} />
    case 'link':
      return <LinkDialog region={region} token={opened.token} needsCode={opened.needsCode} onClose={onClose} />
    case 'code':
      return <CodeDialog code={opened.code} onClose={onClose} />
    case undefined:
      return null
  }
}

function matches(account: Account, search: string): boolean {
  const units = account.roles.map((role) => role.unitName ?? '').join(' ')
  return `${account.login} ${account.displayName} ${units}`.toLowerCase().includes(search.trim().toLowerCase())
}

interface AccountActions {
  readonly open: (opened: Opened) => void
  readonly revoke: ReturnType<typeof useAction<typeof organisationContract.revokeRole>>
  readonly makeLink: ReturnType<typeof useAction<typeof organisationContract.makeLink>>
  readonly release: ReturnType<typeof useAction<typeof organisationContract.releaseLink>>
}

function useColumns(me: Me, { revoke, ...deeds }: AccountActions): readonly Column<Account>[] {
  const t = useText(messages)
  const roles = (account: Account) =>
    account.roles.map((grant) => (
      <div key={grant.grantId}>
        {t(grant.role as keyof typeof messages)} {grant.unitName}
        {holds(me, 'securityOfficer') && (
          <Button look="quiet" onClick={() => revoke.mutate({ params: { grantId: grant.grantId } })}>
            {t('revoke')}
          </Button>
        )}
      </div>
    ))
  return [
    { id: 'login', title: t('login'), cell: (account) => account.login },
    { id: 'name', title: t('displayName'), cell: (account) => account.displayName },
    { id: 'roles', title: t('roles'), cell: roles },
    { id: 'state', title: t('state'), cell: (account) => <span className="nowrap">{stateOf(account, t)}</span> },
    { id: 'actions', title: '', cell: (account) => <AccountDeeds me={me} account={account} {...deeds} /> },
  ]
}

function stateOf(account: Account, t: (key: keyof typeof messages) => string): string {
  if (account.disabledAt) return t('disabled')
  return account.hasPassword ? t('active') : t('linkOnly')
}
