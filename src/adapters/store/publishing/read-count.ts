import { sql, type Transaction } from 'kysely'
import type { PublishingStore } from '#app/publishing'
import type { Tables } from '../schema/tables.ts'

/** How often public pages were opened, counted by day. */
export function readCounts(tx: Transaction<Tables>, regionId: string): Pick<PublishingStore, 'reads' | 'noteRead'> {
  return {
    async reads(planId) {
      const { rows } = await sql<{ reads: number }>`select coalesce(sum(reads), 0)::int as reads from publication_read
        where region_id = ${regionId} and plan_id = ${planId}`.execute(tx)
      return rows[0]?.reads ?? 0
    },
    async noteRead(planId, on) {
      await sql`insert into publication_read (region_id, plan_id, read_on, reads) values (${regionId}, ${planId}, ${on}, 1)
        on conflict (region_id, plan_id, read_on) do update set reads = publication_read.reads + 1`.execute(tx)
    },
  }
}
