import type { Transaction } from 'kysely'
import type { RecordFact } from '#app/scoring'
import type { Tables } from '../schema/tables.ts'

type Tx = Transaction<Tables>

/** Reports of a trail with their items. */
export async function readReportFacts(
  tx: Tx,
  regionId: string,
  ids: readonly string[],
): Promise<readonly RecordFact[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('report as r')
    .innerJoin('plan_item as i', (join) =>
      join.onRef('i.region_id', '=', 'r.region_id').onRef('i.item_id', '=', 'r.item_id'),
    )
    .select(['r.report_id', 'r.item_id', 'i.title'])
    .where('r.region_id', '=', regionId)
    .where('r.report_id', 'in', [...ids])
    .execute()
  return rows.map((row) => ({ id: row.report_id, itemId: row.item_id, title: row.title, number: null }))
}

/** Corrections of a trail with their items. */
export async function readCorrectionFacts(
  tx: Tx,
  regionId: string,
  ids: readonly string[],
): Promise<readonly RecordFact[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('correction as k')
    .innerJoin('plan_item as i', (join) =>
      join.onRef('i.region_id', '=', 'k.region_id').onRef('i.item_id', '=', 'k.item_id'),
    )
    .select(['k.correction_id', 'k.item_id', 'i.title'])
    .where('k.region_id', '=', regionId)
    .where('k.correction_id', 'in', [...ids])
    .execute()
  return rows.map((row) => ({ id: row.correction_id, itemId: row.item_id, title: row.title, number: null }))
}

/** Problems of a trail. */
export async function readProblemFacts(
  tx: Tx,
  regionId: string,
  ids: readonly string[],
): Promise<readonly RecordFact[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('problem')
    .select(['problem_id', 'item_id', 'title', 'number'])
    .where('region_id', '=', regionId)
    .where('problem_id', 'in', [...ids])
    .execute()
  return rows.map((row) => ({ id: row.problem_id, itemId: row.item_id, title: row.title, number: row.number }))
}

/** Orders of a trail. */
export async function readOrderFacts(tx: Tx, regionId: string, ids: readonly string[]): Promise<readonly RecordFact[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('supervision_order')
    .select(['order_id', 'item_id', 'title', 'number'])
    .where('region_id', '=', regionId)
    .where('order_id', 'in', [...ids])
    .execute()
  return rows.map((row) => ({ id: row.order_id, itemId: row.item_id, title: row.title, number: row.number }))
}
