import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { EventRow, FileRow, NewEvent } from '#app/supervision'
import type { Tables } from '../schema/tables.ts'

const eventsSchema = z.array(
  z.object({
    event_no: z.number(),
    action: z.string(),
    to_state: z.string(),
    note: z.string(),
    at: z.string(),
    by: z.string(),
    by_name: z.string().nullable(),
    by_unit: z.string().nullable(),
  }),
)

/** Problem or order, as far as their histories differ. */
const histories = {
  problem: { table: 'problem_event', key: 'problem_id' },
  order: { table: 'order_event', key: 'order_id' },
} as const

/** The history of a problem or an order, oldest first, with the names of those who acted. */
export async function readEvents(
  tx: Transaction<Tables>,
  regionId: string,
  kind: keyof typeof histories,
  objectId: string,
): Promise<readonly EventRow[]> {
  const { table, key } = histories[kind]
  const found = await sql<unknown>`
    select e.event_no, e.action, e.to_state, e.note, e.at, e.by, a.display_name as by_name,
      (select min(u.name) from account_role g
        join unit u on u.region_id = g.region_id and u.unit_id = g.unit_id
        where g.region_id = e.region_id and g.account_id = e.by and g.revoked_at is null) as by_unit
    from ${sql.table(table)} e
    left join account a on a.region_id = e.region_id and a.account_id = e.by
    where e.region_id = ${regionId} and ${sql.ref(`e.${key}`)} = ${objectId}
    order by e.event_no`.execute(tx)
  return eventsSchema.parse(found.rows).map((row) => ({
    eventNo: row.event_no,
    action: row.action,
    toState: row.to_state,
    note: row.note,
    at: row.at,
    by: row.by,
    byName: row.by_name ?? '',
    byUnitName: row.by_unit,
  }))
}

/** Adds the next event of a problem; the problem's own row is written in the same transaction, which keeps the numbers apart. */
export async function insertProblemEvent(
  tx: Transaction<Tables>,
  regionId: string,
  problemId: string,
  event: NewEvent,
): Promise<void> {
  await tx
    .insertInto('problem_event')
    .values({
      region_id: regionId,
      problem_id: problemId,
      event_no: sql<number>`(select coalesce(max(event_no), 0) + 1 from problem_event
        where region_id = ${regionId} and problem_id = ${problemId})`,
      action: event.action,
      from_state: event.fromState,
      to_state: event.toState,
      note: event.note,
      at: event.at,
      by: event.by,
    })
    .execute()
}

/** Adds the next event of an order. */
export async function insertOrderEvent(
  tx: Transaction<Tables>,
  regionId: string,
  orderId: string,
  event: NewEvent,
): Promise<void> {
  await tx
    .insertInto('order_event')
    .values({
      region_id: regionId,
      order_id: orderId,
      event_no: sql<number>`(select coalesce(max(event_no), 0) + 1 from order_event
        where region_id = ${regionId} and order_id = ${orderId})`,
      action: event.action,
      to_state: event.toState,
      note: event.note,
      at: event.at,
      by: event.by,
    })
    .execute()
}

/** The files that back a problem's claims, oldest first. */
export async function readFilesOf(
  tx: Transaction<Tables>,
  regionId: string,
  problemId: string,
): Promise<readonly FileRow[]> {
  const rows = await tx
    .selectFrom('attachment')
    .select(['attachment_id', 'file_name', 'media_type', 'size_bytes', 'sha256'])
    .where('region_id', '=', regionId)
    .where('owner_kind', '=', 'problem')
    .where('owner_id', '=', problemId)
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .execute()
  return rows.map((row) => ({
    attachmentId: row.attachment_id,
    fileName: row.file_name,
    mediaType: row.media_type,
    sizeBytes: Number(row.size_bytes),
    sha256: row.sha256,
  }))
}

/**
 * The next number of a region's problems or orders. A lock of the region, held to the end of the transaction, keeps two at
 * once apart; nobody else's region waits.
 */
export async function nextNumber(
  tx: Transaction<Tables>,
  regionId: string,
  table: 'problem' | 'supervision_order',
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${table} ${regionId}`}, 0))`.execute(tx)
  const found = await tx
    .selectFrom(table)
    .select(({ fn }) => fn.max('number').as('last'))
    .where('region_id', '=', regionId)
    .executeTakeFirst()
  return Number(found?.last ?? 0) + 1
}
