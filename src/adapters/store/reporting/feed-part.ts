import type { Transaction } from 'kysely'
import type { CalendarStore, FeedRow } from '#app/reporting'
import type { Tables } from '../schema/tables.ts'

type FeedMethods = Pick<CalendarStore, 'addFeed' | 'feedsOf' | 'revokeFeed' | 'feed'>

/** Addresses from which calendar programs read. */
export function feedPart(tx: Transaction<Tables>, regionId: string): FeedMethods {
  return {
    async addFeed({ tokenHash, accountId, unitId, at }) {
      const row = { region_id: regionId, token_hash: tokenHash, account_id: accountId, unit_id: unitId, made_at: at }
      await tx.insertInto('calendar_feed').values(row).execute()
    },
    async feedsOf(accountId) {
      const rows = await feeds(tx, regionId)
        .where('f.account_id', '=', accountId)
        .where('f.revoked_at', 'is', null)
        .orderBy('f.made_at')
        .execute()
      return rows.map(feedOf)
    },
    async revokeFeed({ tokenHash, accountId, at }) {
      const revoked = await tx
        .updateTable('calendar_feed')
        .set({ revoked_at: at })
        .where('region_id', '=', regionId)
        .where('token_hash', '=', tokenHash)
        .where('account_id', '=', accountId)
        .where('revoked_at', 'is', null)
        .executeTakeFirst()
      return revoked.numUpdatedRows === 1n
    },
    async feed(tokenHash) {
      const row = await feeds(tx, regionId).where('f.token_hash', '=', tokenHash).executeTakeFirst()
      return row ? feedOf(row) : null
    },
  }
}

function feeds(tx: Transaction<Tables>, regionId: string) {
  return tx
    .selectFrom('calendar_feed as f')
    .leftJoin('unit as u', (join) => join.onRef('u.region_id', '=', 'f.region_id').onRef('u.unit_id', '=', 'f.unit_id'))
    .select(['f.token_hash', 'f.account_id', 'f.unit_id', 'f.made_at', 'f.revoked_at', 'u.name as unit_name'])
    .where('f.region_id', '=', regionId)
}

interface FeedRecord {
  readonly token_hash: string
  readonly account_id: string
  readonly unit_id: string | null
  readonly unit_name: string | null
  readonly made_at: string
  readonly revoked_at: string | null
}

function feedOf(row: FeedRecord): FeedRow {
  return {
    tokenHash: row.token_hash,
    accountId: row.account_id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    madeAt: row.made_at,
    revokedAt: row.revoked_at,
  }
}
