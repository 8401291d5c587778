import { sql, type Transaction } from 'kysely'
import type { LinkNotice, LinkRow, OrganisationStore } from '#app/organisation'
import type { Tables } from '../schema/tables.ts'

type LinkPart = Pick<
  OrganisationStore,
  | 'addLink'
  | 'link'
  | 'openLinks'
  | 'setCode'
  | 'noteWrongCode'
  | 'useLink'
  | 'revokeLinksOf'
  | 'linkNotices'
  | 'dismissLinkNotices'
>

/** One-time links: made, given a code, opened once, told to the holder. */
export function linkRows(tx: Transaction<Tables>, regionId: string): LinkPart {
  return { ...makingPart(tx, regionId), ...openingPart(tx, regionId), ...noticePart(tx, regionId) }
}

function makingPart(
  tx: Transaction<Tables>,
  regionId: string,
): Pick<LinkPart, 'addLink' | 'setCode' | 'noteWrongCode'> {
  return {
    async addLink(row) {
      const entered = await tx
        .selectFrom('session')
        .select('token_hash')
        .where('region_id', '=', regionId)
        .where('account_id', '=', row.accountId)
        .limit(1)
        .executeTakeFirst()
      await tx
        .insertInto('sign_in_link')
        .values({
          ...{ region_id: regionId, token_hash: row.tokenHash, account_id: row.accountId },
          ...{ created_at: row.at, created_by: row.by, expires_at: row.expiresAt },
          // The link that an account begins with is no news to its holder.
          seen_at: entered ? null : row.at,
        })
        .execute()
    },
    async setCode({ tokenHash, codeHash, by, at }) {
      await tx
        .updateTable('sign_in_link')
        .set({ code_hash: codeHash, code_by: by, code_at: at, wrong_codes: 0 })
        .where('region_id', '=', regionId)
        .where('token_hash', '=', tokenHash)
        .execute()
    },
    async noteWrongCode(tokenHash, most, at) {
      await sql`update sign_in_link set wrong_codes = wrong_codes + 1,
        used_at = case when wrong_codes + 1 >= ${most} then ${at}::timestamptz else used_at end
        where region_id = ${regionId} and token_hash = ${tokenHash}`.execute(tx)
    },
  }
}

function openingPart(
  tx: Transaction<Tables>,
  regionId: string,
): Pick<LinkPart, 'link' | 'openLinks' | 'useLink' | 'revokeLinksOf'> {
  return {
    async link(tokenHash, at): Promise<LinkRow | null> {
      const row = await tx
        .selectFrom('sign_in_link')
        .innerJoin('account', (join) =>
          join
            .onRef('account.region_id', '=', 'sign_in_link.region_id')
            .onRef('account.account_id', '=', 'sign_in_link.account_id'),
        )
        .select(['sign_in_link.account_id', 'sign_in_link.created_by', 'sign_in_link.code_hash'])
        .where('sign_in_link.region_id', '=', regionId)
        .where('token_hash', '=', tokenHash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', at)
        .where('account.disabled_at', 'is', null)
        .executeTakeFirst()
      return row ? { tokenHash, accountId: row.account_id, madeBy: row.created_by, codeHash: row.code_hash } : null
    },
    async openLinks(accountId, at) {
      const rows = await tx
        .selectFrom('sign_in_link')
        .select('token_hash')
        .where('region_id', '=', regionId)
        .where('account_id', '=', accountId)
        .where('used_at', 'is', null)
        .where('expires_at', '>', at)
        .execute()
      return rows.map((row) => row.token_hash)
    },
    async useLink(tokenHash, at) {
      const row = await tx
        .updateTable('sign_in_link')
        .set({ used_at: at })
        .where('region_id', '=', regionId)
        .where('token_hash', '=', tokenHash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', at)
        .returning('account_id')
        .executeTakeFirst()
      return row ? { accountId: row.account_id } : null
    },
    async revokeLinksOf(accountId, at) {
      await tx
        .updateTable('sign_in_link')
        .set({ used_at: at })
        .where('region_id', '=', regionId)
        .where('account_id', '=', accountId)
        .where('used_at', 'is', null)
        .execute()
    },
  }
}

function noticePart(tx: Transaction<Tables>, regionId: string): Pick<LinkPart, 'linkNotices' | 'dismissLinkNotices'> {
  /** `l` is the link; not the one by which the session that asks was opened. */
  const untold = (accountId: string, sessionTokenHash: string) => sql`l.region_id = ${regionId}
    and l.account_id = ${accountId} and l.seen_at is null
    and not exists (select from session own where own.region_id = l.region_id and own.token_hash = ${sessionTokenHash}
      and own.opened_by_link = l.token_hash)`
  return {
    async linkNotices(accountId, sessionTokenHash) {
      const { rows } = await sql<LinkNotice>`
        select l.created_at as at, a.display_name as "byName",
          (select min(s.created_at) from session s where s.region_id = l.region_id and s.account_id = l.account_id
            and s.opened_by_link = l.token_hash) as "usedAt"
        from sign_in_link l left join account a on a.region_id = l.region_id and a.account_id = l.created_by
        where ${untold(accountId, sessionTokenHash)}
        order by l.created_at`.execute(tx)
      return rows
    },
    async dismissLinkNotices(accountId, sessionTokenHash, at) {
      await sql`update sign_in_link l set seen_at = ${at} where ${untold(accountId, sessionTokenHash)}`.execute(tx)
    },
  }
}
