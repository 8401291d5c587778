import { sql, type Transaction } from 'kysely'
import type { CorrectionEntry, ReportStore, SealRow } from '#app/reporting'
import type { Tables } from '../schema/tables.ts'

type SealMethods = Pick<
  ReportStore,
  'lastSeal' | 'seals' | 'seal' | 'addSeal' | 'addCorrection' | 'corrections' | 'decideCorrection'
>

/** The region's chain of seals, and the corrections beside it. */
export function sealPart(tx: Transaction<Tables>, regionId: string): SealMethods {
  const seals = () => tx.selectFrom('seal').selectAll().where('region_id', '=', regionId)
  return {
    async lastSeal() {
      const row = await seals().orderBy('seq', 'desc').limit(1).executeTakeFirst()
      return row ? sealOf(row) : null
    },
    seals: async () => (await seals().orderBy('seq').execute()).map(sealOf),
    async seal(cadenceId, periodId) {
      const row = await seals().where('cadence_id', '=', cadenceId).where('period_id', '=', periodId).executeTakeFirst()
      return row ? sealOf(row) : null
    },
    async addSeal(row) {
      const added = await sql`
        insert into seal (region_id, seq, cadence_id, period_id, payload, previous_hash, hash, sealed_at, sealed_by)
        values (${regionId}, ${row.seq}, ${row.cadenceId}, ${row.periodId}, ${row.payload}, ${row.previousHash}, ${row.hash},
          ${row.sealedAt}, ${row.sealedBy})
        on conflict do nothing`.execute(tx)
      return added.numAffectedRows === 1n
    },
    async addCorrection(row) {
      await sql`insert into correction (region_id, correction_id, seal_seq, item_id, old_figure, new_figure, old_claim,
          new_claim, reason, made_at, made_by)
        values (${regionId}, ${row.correctionId}, ${row.sealSeq}, ${row.itemId}, ${row.oldFigure}, ${row.newFigure},
          ${row.oldClaim}, ${row.newClaim}, ${row.reason}, ${row.madeAt}, ${row.madeBy})`.execute(tx)
    },
    corrections: (filter) => selectCorrections(tx, regionId, filter),
    async decideCorrection({ correctionId, approved, at, by }) {
      const decided = await tx
        .updateTable('correction')
        .set({ approved_by: by, ...(approved ? { approved_at: at } : { refused_at: at }) })
        .where('region_id', '=', regionId)
        .where('correction_id', '=', correctionId)
        .where('approved_at', 'is', null)
        .where('refused_at', 'is', null)
        .executeTakeFirst()
      return decided.numUpdatedRows === 1n
    },
  }
}

function sealOf(row: {
  seq: number
  cadence_id: string
  period_id: string
  payload: string
  previous_hash: string
  hash: string
  sealed_at: string
  sealed_by: string
}): SealRow {
  return {
    seq: row.seq,
    cadenceId: row.cadence_id,
    periodId: row.period_id,
    payload: row.payload,
    previousHash: row.previous_hash,
    hash: row.hash,
    sealedAt: row.sealed_at,
    sealedBy: row.sealed_by,
  }
}

async function selectCorrections(
  tx: Transaction<Tables>,
  regionId: string,
  filter: { readonly correctionId?: string; readonly sealSeq?: number; readonly itemId?: string },
): Promise<readonly CorrectionEntry[]> {
  const narrowed = sql.join(
    [
      sql`c.region_id = ${regionId}`,
      ...(filter.correctionId === undefined ? [] : [sql`c.correction_id = ${filter.correctionId}`]),
      ...(filter.sealSeq === undefined ? [] : [sql`c.seal_seq = ${filter.sealSeq}`]),
      ...(filter.itemId === undefined ? [] : [sql`c.item_id = ${filter.itemId}`]),
    ],
    sql` and `,
  )
  const answer = await sql<CorrectionEntry>`
    select c.correction_id as "correctionId", c.seal_seq as "sealSeq", c.item_id as "itemId", c.old_figure as "oldFigure",
      c.new_figure as "newFigure", c.old_claim as "oldClaim", c.new_claim as "newClaim", c.reason, c.made_at as "madeAt",
      c.made_by as "madeBy", c.approved_at as "approvedAt", c.approved_by as "approvedBy", c.refused_at as "refusedAt",
      s.cadence_id as "cadenceId", s.period_id as "periodId", i.title as "itemTitle", l.unit_id as "unitId",
      u.name as "unitName", coalesce(m.display_name, '') as "madeByName", a.display_name as "approvedByName"
    from correction c
    join seal s on s.region_id = c.region_id and s.seq = c.seal_seq
    join plan_item i on i.region_id = c.region_id and i.item_id = c.item_id
    join sheet_line l on l.region_id = c.region_id and l.cadence_id = s.cadence_id and l.period_id = s.period_id
      and l.item_id = c.item_id
    join unit u on u.region_id = l.region_id and u.unit_id = l.unit_id
    left join account m on m.region_id = c.region_id and m.account_id = c.made_by
    left join account a on a.region_id = c.region_id and a.account_id = c.approved_by
    where ${narrowed}
    order by c.made_at desc, c.correction_id`.execute(tx)
  return answer.rows
}
