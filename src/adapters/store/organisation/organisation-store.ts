import { sql, type Transaction } from 'kysely'
import type { AccountRow, EntryRow, OrganisationStore, RegionRow, UnitRow } from '#app/organisation'
import type { LocalDate } from '#core/kit'
import type { Tables } from '../schema/tables.ts'
import { auditRows } from './audit-rows.ts'
import { grantOf, grantsFrom } from './grant-rows.ts'
import { linkRows } from './link-rows.ts'
import { proposalRows } from './proposal-rows.ts'

/** Accounts, sessions, links, units and the region's clock in PostgreSQL. */
export function organisationStore(tx: Transaction<Tables>, regionId: string): OrganisationStore {
  return {
    auditRows: auditRows(tx, regionId),
    ...regionPart(tx, regionId),
    ...accountPart(tx, regionId),
    ...rolePart(tx, regionId),
    ...sessionPart(tx, regionId),
    ...linkRows(tx, regionId),
    ...proposalRows(tx, regionId),
  }
}

function regionPart(tx: Transaction<Tables>, regionId: string) {
  return {
    async region(): Promise<RegionRow | null> {
      const row = await tx.selectFrom('region').selectAll().where('region_id', '=', regionId).executeTakeFirst()
      if (!row) return null
      const { name, kind, time_zone: timeZone, clock_at: clockAt, is_sample: isSample } = row
      return { regionId, name, kind, timeZone, clockAt, isSample }
    },
    async addRegion(row: Parameters<OrganisationStore['addRegion']>[0]): Promise<boolean> {
      const added = await tx
        .insertInto('region')
        .values({
          region_id: regionId,
          name: row.name,
          kind: row.kind,
          time_zone: row.timeZone,
          is_sample: row.isSample,
          clock_at: row.clockAt,
          created_at: row.at,
        })
        .onConflict((conflict) => conflict.column('region_id').doNothing())
        .executeTakeFirst()
      return Number(added.numInsertedOrUpdatedRows ?? 0) === 1
    },
    async moveClock(to: string): Promise<void> {
      await tx.updateTable('region').set({ clock_at: to }).where('region_id', '=', regionId).execute()
    },
    async units(): Promise<readonly UnitRow[]> {
      const rows = await tx
        .selectFrom('unit')
        .leftJoin('unit_alias', (join) =>
          join.onRef('unit_alias.region_id', '=', 'unit.region_id').onRef('unit_alias.unit_id', '=', 'unit.unit_id'),
        )
        .select(['unit.unit_id', 'unit.name', 'unit.kind'])
        .select(
          sql<string[]>`coalesce(array_agg(unit_alias.alias) filter (where unit_alias.alias is not null), '{}')`.as(
            'aliases',
          ),
        )
        .where('unit.region_id', '=', regionId)
        .where('unit.ended_at', 'is', null)
        .groupBy(['unit.region_id', 'unit.unit_id'])
        .orderBy('unit.sort_key')
        .execute()
      return rows.map((row) => ({ unitId: row.unit_id, name: row.name, kind: row.kind, aliases: row.aliases }))
    },
  }
}

/** Accounts with their living roles: all of them, or one. */
async function readAccounts(
  tx: Transaction<Tables>,
  regionId: string,
  today: LocalDate,
  only?: string,
): Promise<readonly AccountRow[]> {
  const all = tx.selectFrom('account').selectAll().where('region_id', '=', regionId).orderBy('login')
  const accounts = await (only === undefined ? all : all.where('account_id', '=', only)).execute()
  const grants = await grantsFrom(tx, regionId, today)
  const open = await tx
    .selectFrom('sign_in_link')
    .select('account_id')
    .distinct()
    .where('region_id', '=', regionId)
    .where('used_at', 'is', null)
    .execute()
  const links = new Set(open.map((link) => link.account_id))
  return accounts.map((account) => ({
    accountId: account.account_id,
    login: account.login,
    displayName: account.display_name,
    disabledAt: account.disabled_at,
    hasPassword: account.password_hash !== null,
    hasOpenLink: links.has(account.account_id),
    roles: grants
      .filter((grant) => grant.account_id === account.account_id)
      .map((grant) => ({
        ...{ ...grantOf(grant), grantId: grant.grant_id, unitName: grant.unit_name },
        ...{ from: grant.from_on, until: grant.until_on, standsInForName: grant.stands_in_for_name },
      })),
  }))
}

function accountPart(tx: Transaction<Tables>, regionId: string) {
  return {
    accounts: (today: LocalDate) => readAccounts(tx, regionId, today),
    account: async (accountId: string, today: LocalDate): Promise<AccountRow | null> =>
      (await readAccounts(tx, regionId, today, accountId))[0] ?? null,
    async accountByLogin(login: string) {
      const row = await entryRows(tx, regionId).where('login', '=', login).executeTakeFirst()
      return row ? { ...entryOf(row), accountId: row.account_id } : null
    },
    async entry(accountId: string) {
      const row = await entryRows(tx, regionId).where('account_id', '=', accountId).executeTakeFirst()
      return row ? entryOf(row) : null
    },
    async lockAccount(accountId: string) {
      const one = entryRows(tx, regionId).where('account_id', '=', accountId)
      const row = await one.forNoKeyUpdate().executeTakeFirst()
      return row ? entryOf(row) : null
    },
    async addAccount(row: Parameters<OrganisationStore['addAccount']>[0]): Promise<boolean> {
      const added = await tx
        .insertInto('account')
        .values({
          region_id: regionId,
          account_id: row.accountId,
          login: row.login,
          display_name: row.displayName,
          password_hash: row.passwordHash,
          created_at: row.at,
        })
        .onConflict((conflict) => conflict.columns(['region_id', 'login']).doNothing())
        .executeTakeFirst()
      return Number(added.numInsertedOrUpdatedRows ?? 0) === 1
    },
    async setPassword(accountId: string, passwordHash: string | null): Promise<void> {
      await tx
        .updateTable('account')
        .set({ password_hash: passwordHash })
        .where('region_id', '=', regionId)
        .where('account_id', '=', accountId)
        .execute()
    },
    async disableAccount(accountId: string, at: string): Promise<boolean> {
      const done = await tx
        .updateTable('account')
        .set({ disabled_at: at })
        .where('region_id', '=', regionId)
        .where('account_id', '=', accountId)
        .executeTakeFirst()
      return Number(done.numUpdatedRows) === 1
    },
  }
}

function entryRows(tx: Transaction<Tables>, regionId: string) {
  const columns = ['account_id', 'login', 'password_hash', 'disabled_at'] as const
  return tx.selectFrom('account').select(columns).where('region_id', '=', regionId)
}

function entryOf(row: { login: string; password_hash: string | null; disabled_at: string | null }): EntryRow {
  return { login: row.login, passwordHash: row.password_hash, disabledAt: row.disabled_at }
}

function rolePart(tx: Transaction<Tables>, regionId: string) {
  return {
    async grantRole(row: Parameters<OrganisationStore['grantRole']>[0]): Promise<void> {
      const { grant } = row
      await tx
        .insertInto('account_role')
        .values({
          region_id: regionId,
          grant_id: row.grantId,
          account_id: row.accountId,
          role: grant.role,
          unit_id: grant.unitId ?? null,
          plan_id: grant.planId ?? null,
          task_force_no: grant.taskForceNo ?? null,
          granted_at: row.at,
          granted_by: row.by,
          ...{ from_on: row.from ?? null, until_on: row.until ?? null, stands_in_for: row.sourceGrantId ?? null },
          held_before: JSON.stringify(grant.heldBefore ?? []),
        })
        .execute()
    },
    async revokeRole(grantId: string, at: string, by: string): Promise<{ accountId: string } | null> {
      const row = await tx
        .updateTable('account_role')
        .set({ revoked_at: at, revoked_by: by })
        .where('region_id', '=', regionId)
        .where('grant_id', '=', grantId)
        .where('revoked_at', 'is', null)
        .returning('account_id')
        .executeTakeFirst()
      return row ? { accountId: row.account_id } : null
    },
  }
}

function sessionPart(tx: Transaction<Tables>, regionId: string) {
  const open = () => tx.updateTable('session').where('region_id', '=', regionId).where('revoked_at', 'is', null)
  return {
    async addSession(row: Parameters<OrganisationStore['addSession']>[0]): Promise<void> {
      await tx
        .insertInto('session')
        .values({
          region_id: regionId,
          token_hash: row.tokenHash,
          account_id: row.accountId,
          created_at: row.at,
          last_seen_at: row.at,
          expires_at: row.expiresAt,
          user_agent: row.userAgent,
          opened_by_link: row.openedByLink,
        })
        .execute()
    },
    async session(tokenHash: string): Promise<{ openedByLink: string | null } | null> {
      const row = await tx
        .selectFrom('session')
        .select('opened_by_link')
        .where('region_id', '=', regionId)
        .where('token_hash', '=', tokenHash)
        .where('revoked_at', 'is', null)
        .executeTakeFirst()
      return row ? { openedByLink: row.opened_by_link } : null
    },
    async revokeSession(tokenHash: string, at: string): Promise<void> {
      await open().set({ revoked_at: at }).where('token_hash', '=', tokenHash).execute()
    },
    async revokeSessionsOf(accountId: string, at: string, keptTokenHash = ''): Promise<void> {
      const ended = open().set({ revoked_at: at }).where('account_id', '=', accountId)
      await ended.where('token_hash', '<>', keptTokenHash).execute()
    },
    ...failurePart(tx, regionId),
  }
}

function failurePart(tx: Transaction<Tables>, regionId: string) {
  return {
    async addFailure(row: Parameters<OrganisationStore['addFailure']>[0]): Promise<void> {
      await tx
        .insertInto('sign_in_failure')
        .values({
          region_id: regionId,
          failure_id: row.failureId,
          login: row.login,
          address: row.address,
          failed_at: row.at,
        })
        .execute()
    },
    async removeFailure(failureId: string): Promise<void> {
      await tx
        .deleteFrom('sign_in_failure')
        .where('region_id', '=', regionId)
        .where('failure_id', '=', failureId)
        .execute()
    },
    async failuresSince({ login, address }: { login: string; address: string }, since: string) {
      const recent = tx
        .selectFrom('sign_in_failure')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .where('region_id', '=', regionId)
        .where('failed_at', '>', since)
      const ofName = await recent.where('login', '=', login).executeTakeFirst()
      const fromAddress = await recent.where('address', '=', address).executeTakeFirst()
      return { ofName: Number(ofName?.count ?? 0), fromAddress: Number(fromAddress?.count ?? 0) }
    },
  }
}
