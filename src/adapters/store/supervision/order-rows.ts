import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { NewOrder, OrderRow, SupervisionFilter } from '#app/supervision'
import type { Tables } from '../schema/tables.ts'

/** The most rows that a list sends. */
const MOST_ROWS = 500

const levelSchema = z.enum(['instruction', 'reminder', 'urging', 'warning'])
const stateSchema = z.enum(['issued', 'acknowledged', 'replied', 'closed', 'withdrawn'])

function select(tx: Transaction<Tables>, regionId: string) {
  return tx
    .selectFrom('supervision_order as o')
    .innerJoin('unit as u', (join) =>
      join.onRef('u.region_id', '=', 'o.region_id').onRef('u.unit_id', '=', 'o.unit_id'),
    )
    .leftJoin('account as a', (join) =>
      join.onRef('a.region_id', '=', 'o.region_id').onRef('a.account_id', '=', 'o.issued_by'),
    )
    .leftJoin('plan_item as i', (join) =>
      join.onRef('i.region_id', '=', 'o.region_id').onRef('i.item_id', '=', 'o.item_id'),
    )
    .selectAll('o')
    .select(['u.name as unit_name', 'a.display_name as issuer', 'i.title as item_title'])
    .where('o.region_id', '=', regionId)
}

type Selected = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

function rowOf(row: Selected): OrderRow {
  return {
    orderId: row.order_id,
    number: row.number,
    level: levelSchema.parse(row.level),
    title: row.title,
    body: row.body,
    planId: row.plan_id,
    itemId: row.item_id,
    itemTitle: row.item_title,
    problemId: row.problem_id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    state: stateSchema.parse(row.state),
    revision: row.revision,
    issuedAt: row.issued_at,
    issuedBy: row.issued_by,
    issuedByName: row.issuer ?? '',
    acknowledgeDueAt: row.acknowledge_due_at,
    replyDueAt: row.reply_due_at,
    acknowledgedAt: row.acknowledged_at,
    reply: row.reply,
    repliedAt: row.replied_at,
    repliedBy: row.replied_by,
    returnedReplies: row.returned_replies,
    closedAt: row.closed_at,
  }
}

/** One order, or null. */
export async function readOrderRow(
  tx: Transaction<Tables>,
  regionId: string,
  orderId: string,
): Promise<OrderRow | null> {
  const row = await select(tx, regionId).where('o.order_id', '=', orderId).executeTakeFirst()
  return row ? rowOf(row) : null
}

/** Orders that pass a filter, newest first. */
export async function readOrderRows(
  tx: Transaction<Tables>,
  regionId: string,
  { open, itemId, unitId }: SupervisionFilter,
): Promise<readonly OrderRow[]> {
  let query = select(tx, regionId).orderBy('o.number', 'desc').limit(MOST_ROWS)
  if (open !== undefined) query = query.where('o.state', open ? 'not in' : 'in', ['closed', 'withdrawn'])
  if (itemId !== undefined) query = query.where('o.item_id', '=', itemId)
  if (unitId !== undefined) query = query.where('o.unit_id', '=', unitId)
  return (await query.execute()).map(rowOf)
}

/** Keeps an order that was issued just now. */
export async function insertOrder(tx: Transaction<Tables>, regionId: string, row: NewOrder): Promise<void> {
  await tx
    .insertInto('supervision_order')
    .values({
      region_id: regionId,
      order_id: row.orderId,
      number: row.number,
      level: 'instruction',
      title: row.title,
      body: row.body,
      plan_id: row.planId,
      item_id: row.itemId,
      problem_id: row.problemId,
      unit_id: row.unitId,
      state: 'issued',
      revision: 1,
      issued_at: row.at,
      issued_by: row.by,
      acknowledge_due_at: row.acknowledgeDueAt,
      reply_due_at: row.replyDueAt,
    })
    .execute()
}

/** Writes where an order stands, if nobody changed it since; stamps who acknowledged and who ended it. */
export async function updateOrder(
  tx: Transaction<Tables>,
  regionId: string,
  row: OrderRow & { readonly revisionBefore: number; readonly at: string; readonly by: string },
): Promise<boolean> {
  const acknowledgedNow = row.acknowledgedAt === row.at ? { acknowledged_by: row.by } : {}
  const closedNow = row.closedAt === row.at ? { closed_by: row.by } : {}
  const done = await tx
    .updateTable('supervision_order')
    .set({
      state: row.state,
      revision: row.revisionBefore + 1,
      reply_due_at: row.replyDueAt,
      acknowledged_at: row.acknowledgedAt,
      reply: row.reply,
      replied_at: row.repliedAt,
      replied_by: row.repliedBy,
      returned_replies: row.returnedReplies,
      closed_at: row.closedAt,
      ...acknowledgedNow,
      ...closedNow,
    })
    .where('region_id', '=', regionId)
    .where('order_id', '=', row.orderId)
    .where('revision', '=', row.revisionBefore)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) === 1
}
