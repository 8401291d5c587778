import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { NewProblem, ProblemRow, SupervisionFilter } from '#app/supervision'
import type { Tables } from '../schema/tables.ts'

/** The most rows that a list sends. */
const MOST_ROWS = 500

const kindSchema = z.enum(['problem', 'hazard', 'request', 'inspection'])
const stateSchema = z.enum(['found', 'assigned', 'rectifying', 'claimed', 'verified', 'closed'])

/** Problems with the names and the place of their item. */
function select(tx: Transaction<Tables>, regionId: string) {
  return tx
    .selectFrom('problem as p')
    .leftJoin('unit as u', (join) => join.onRef('u.region_id', '=', 'p.region_id').onRef('u.unit_id', '=', 'p.unit_id'))
    .leftJoin('plan_item as i', (join) =>
      join.onRef('i.region_id', '=', 'p.region_id').onRef('i.item_id', '=', 'p.item_id'),
    )
    .leftJoin('task_force as f', (join) =>
      join
        .onRef('f.region_id', '=', 'i.region_id')
        .onRef('f.plan_id', '=', 'i.plan_id')
        .onRef('f.campaign_no', '=', 'i.campaign_no'),
    )
    .selectAll('p')
    .select(['u.name as unit_name', 'i.title as item_title', 'i.campaign_no', 'f.office_unit_id'])
    .where('p.region_id', '=', regionId)
}

type Selected = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

function rowOf(row: Selected): ProblemRow {
  const { extension_until: until, extension_reason: reason } = row
  return {
    problemId: row.problem_id,
    number: row.number,
    kind: kindSchema.parse(row.kind),
    title: row.title,
    detail: row.detail,
    planId: row.plan_id,
    itemId: row.item_id,
    itemTitle: row.item_title,
    campaignNo: row.campaign_no,
    officeUnitId: row.office_unit_id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    state: stateSchema.parse(row.state),
    revision: row.revision,
    foundAt: row.found_at,
    foundBy: row.found_by,
    dueOn: row.due_on,
    refusedClaims: row.refused_claims,
    reopened: row.reopened,
    extensions: row.extensions,
    extension: until === null ? null : { until, reason: reason ?? '' },
    claimedBy: row.claimed_by,
    verifiedBy: row.verified_by,
    closedAt: row.closed_at,
  }
}

/** One problem, or null. */
export async function readProblemRow(
  tx: Transaction<Tables>,
  regionId: string,
  problemId: string,
): Promise<ProblemRow | null> {
  const row = await select(tx, regionId).where('p.problem_id', '=', problemId).executeTakeFirst()
  return row ? rowOf(row) : null
}

/** Problems that pass a filter, newest first. */
export async function readProblemRows(
  tx: Transaction<Tables>,
  regionId: string,
  { open, itemId, unitId }: SupervisionFilter,
): Promise<readonly ProblemRow[]> {
  let query = select(tx, regionId).orderBy('p.number', 'desc').limit(MOST_ROWS)
  if (open !== undefined) query = query.where('p.state', open ? '<>' : '=', 'closed')
  if (itemId !== undefined) query = query.where('p.item_id', '=', itemId)
  if (unitId !== undefined) query = query.where('p.unit_id', '=', unitId)
  return (await query.execute()).map(rowOf)
}

/** Keeps a problem that was found just now. */
export async function insertProblem(tx: Transaction<Tables>, regionId: string, row: NewProblem): Promise<void> {
  await tx
    .insertInto('problem')
    .values({
      region_id: regionId,
      problem_id: row.problemId,
      number: row.number,
      kind: row.kind,
      title: row.title,
      detail: row.detail,
      plan_id: row.planId,
      item_id: row.itemId,
      unit_id: row.unitId,
      state: 'found',
      revision: 1,
      found_at: row.at,
      found_by: row.by,
    })
    .execute()
}

/** Writes where a problem stands, if nobody changed it since. */
export async function updateProblem(
  tx: Transaction<Tables>,
  regionId: string,
  row: ProblemRow & { readonly revisionBefore: number },
): Promise<boolean> {
  const done = await tx
    .updateTable('problem')
    .set({
      unit_id: row.unitId,
      state: row.state,
      revision: row.revisionBefore + 1,
      due_on: row.dueOn,
      refused_claims: row.refusedClaims,
      reopened: row.reopened,
      extensions: row.extensions,
      extension_until: row.extension?.until ?? null,
      extension_reason: row.extension?.reason ?? null,
      claimed_by: row.claimedBy,
      verified_by: row.verifiedBy,
      closed_at: row.closedAt,
    })
    .where('region_id', '=', regionId)
    .where('problem_id', '=', row.problemId)
    .where('revision', '=', row.revisionBefore)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}
