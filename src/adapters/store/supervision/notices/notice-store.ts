import type { Transaction } from 'kysely'
import type { NoticeStore } from '#app/supervision'
import type { Tables } from '../../schema/tables.ts'
import { channelPart, deliveryPart } from './channel-rows.ts'
import { readOpenMatters } from './matter-rows.ts'
import { noticePart, rulePart } from './notice-rows.ts'

/** Rules, messages, channels and the outbox, in PostgreSQL. */
export function noticeStore(tx: Transaction<Tables>, regionId: string): NoticeStore {
  return {
    async regionName() {
      const query = tx.selectFrom('region').select('name').where('region_id', '=', regionId)
      return (await query.executeTakeFirst())?.name ?? ''
    },
    openMatters: (now) => readOpenMatters(tx, regionId, now),
    ...rulePart(tx, regionId),
    ...noticePart(tx, regionId),
    ...channelPart(tx, regionId),
    ...deliveryPart(tx, regionId),
  }
}
