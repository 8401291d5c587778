import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { BlockageEventRow, BlockageRow, DisputeRow, DutyStore, MatterFilter } from '#app/reporting'
import type { Tables } from '../../schema/tables.ts'

type DisputeMethods = Pick<DutyStore, 'disputes' | 'addDispute' | 'decideDispute'>
type BlockageMethods = Pick<DutyStore, 'blockages' | 'addBlockage' | 'moveBlockage' | 'blockageEvents'>

/** Rows of a table with an item: which of them, and what the item adds. */
function chosen({ id, itemId, itemIds, onlyOpen }: MatterFilter, key: string, open: RawBuilder<unknown>) {
  const parts = [
    ...(id === undefined ? [] : [sql`${sql.ref(key)} = ${id}`]),
    ...(itemId === undefined ? [] : [sql`x.item_id = ${itemId}`]),
    ...(itemIds === undefined ? [] : [sql`x.item_id = any(${[...itemIds]}::uuid[])`]),
    ...(onlyOpen === undefined ? [] : [open]),
  ]
  return parts.length === 0 ? sql`false` : sql.join(parts, sql` and `)
}

const itemColumns = sql`x.item_id as "itemId", i.title as "itemTitle", i.plan_id as "planId", i.campaign_no as "campaignNo",
  tf.office_unit_id as "officeUnitId", x.unit_id as "unitId", u.name as "unitName"`

const itemTables = sql`
  join plan_item i on i.region_id = x.region_id and i.item_id = x.item_id
  join unit u on u.region_id = x.region_id and u.unit_id = x.unit_id
  left join task_force tf on tf.region_id = i.region_id and tf.plan_id = i.plan_id and tf.campaign_no = i.campaign_no`

/** "Not ours": said, decided, withdrawn. */
export function disputePart(tx: Transaction<Tables>, regionId: string): DisputeMethods {
  return {
    async disputes(filter) {
      const answer = await sql<DisputeRow>`
        select x.dispute_id as "disputeId", ${itemColumns}, x.proposed_unit_id as "proposedUnitId",
          q.name as "proposedUnitName", x.reason, x.state, x.revision, x.made_at as "madeAt",
          coalesce(a.display_name, '') as "madeByName", x.office_due_at as "officeDueAt", x.decided_at as "decidedAt",
          d.display_name as "decidedByName", x.decision_reason as "decisionReason", x.to_unit_id as "toUnitId",
          t.name as "toUnitName", x.report_due_at as "reportDueAt"
        from duty_dispute x ${itemTables}
        left join unit q on q.region_id = x.region_id and q.unit_id = x.proposed_unit_id
        left join unit t on t.region_id = x.region_id and t.unit_id = x.to_unit_id
        left join account a on a.region_id = x.region_id and a.account_id = x.made_by
        left join account d on d.region_id = x.region_id and d.account_id = x.decided_by
        where x.region_id = ${regionId} and ${chosen(filter, 'x.dispute_id', sql`x.state = 'open'`)}
        order by x.made_at desc`.execute(tx)
      return answer.rows
    },
    async addDispute(row) {
      const added = await sql`
        insert into duty_dispute (region_id, dispute_id, item_id, unit_id, proposed_unit_id, reason, state, revision,
          made_at, made_by, office_due_at)
        values (${regionId}, ${row.disputeId}, ${row.itemId}, ${row.unitId}, ${row.proposedUnitId}, ${row.reason}, 'open', 1,
          ${row.at}, ${row.by}, ${row.officeDueAt})
        on conflict (region_id, item_id, unit_id) where state = 'open' do nothing`.execute(tx)
      return added.numAffectedRows === 1n
    },
    async decideDispute(row) {
      const decided = await tx
        .updateTable('duty_dispute')
        .set({
          ...{ state: row.state, revision: row.revision + 1, decided_at: row.at, decided_by: row.by },
          ...{ decision_reason: row.reason, to_unit_id: row.toUnitId, report_due_at: row.reportDueAt },
        })
        .where('region_id', '=', regionId)
        .where('dispute_id', '=', row.disputeId)
        .where('revision', '=', row.revision)
        .where('state', '=', 'open')
        .executeTakeFirst()
      return decided.numUpdatedRows === 1n
    },
  }
}

/** Blockages with their history. */
export function blockagePart(tx: Transaction<Tables>, regionId: string): BlockageMethods {
  return {
    async blockages(filter) {
      const answer = await sql<BlockageRow>`
        select x.blockage_id as "blockageId", ${itemColumns}, x.what, x.needs, x.needs_unit_id as "needsUnitId",
          n.name as "needsUnitName", x.by_date as by, x.state, x.level, x.level_due_at as "levelDueAt", x.revision,
          x.raised_at as "raisedAt", x.closed_at as "closedAt", x.outcome
        from blockage x ${itemTables}
        left join unit n on n.region_id = x.region_id and n.unit_id = x.needs_unit_id
        where x.region_id = ${regionId} and ${chosen(filter, 'x.blockage_id', sql`x.closed_at is null`)}
        order by x.raised_at desc`.execute(tx)
      return answer.rows
    },
    addBlockage: (row) => addBlockage(tx, regionId, row),
    moveBlockage: (row) => moveBlockage(tx, regionId, row),
    async blockageEvents(blockageIds) {
      if (blockageIds.length === 0) return []
      const answer = await sql<BlockageEventRow>`
        select e.blockage_id as "blockageId", e.action, e.level, e.note, e.at, a.display_name as "byName"
        from blockage_event e left join account a on a.region_id = e.region_id and a.account_id = e.by
        where e.region_id = ${regionId} and e.blockage_id = any(${[...blockageIds]}::uuid[])
        order by e.blockage_id, e.event_no`.execute(tx)
      return answer.rows
    },
  }
}

async function addBlockage(
  tx: Transaction<Tables>,
  regionId: string,
  row: Parameters<DutyStore['addBlockage']>[0],
): Promise<boolean> {
  const added = await sql`
    insert into blockage (region_id, blockage_id, item_id, unit_id, report_id, what, needs, needs_unit_id, by_date, state,
      level, level_due_at, revision, raised_at, raised_by)
    values (${regionId}, ${row.blockageId}, ${row.itemId}, ${row.unitId}, ${row.reportId}, ${row.what}, ${row.needs},
      ${row.needsUnitId}, ${row.by}, 'open', ${row.level}, ${row.levelDueAt}, 1, ${row.at}, ${row.raisedBy})
    on conflict (region_id, item_id, unit_id) where closed_at is null do nothing`.execute(tx)
  if (added.numAffectedRows !== 1n) return false
  const event = { eventNo: 1, action: 'raise', level: row.level, note: row.what, at: row.at, by: row.raisedBy }
  await addEvent(tx, regionId, row.blockageId, event)
  return true
}

async function moveBlockage(
  tx: Transaction<Tables>,
  regionId: string,
  row: Parameters<DutyStore['moveBlockage']>[0],
): Promise<boolean> {
  const isClosed = row.state === 'resolved' || row.state === 'withdrawn'
  const moved = await tx
    .updateTable('blockage')
    .set({
      ...{ state: row.state, level: row.level, level_due_at: row.levelDueAt, revision: row.revision + 1 },
      ...(isClosed ? { closed_at: row.at, closed_by: row.by, outcome: row.outcome } : {}),
    })
    .where('region_id', '=', regionId)
    .where('blockage_id', '=', row.blockageId)
    .where('revision', '=', row.revision)
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) return false
  await addEvent(tx, regionId, row.blockageId, { ...row, eventNo: row.revision + 1 })
  return true
}

async function addEvent(
  tx: Transaction<Tables>,
  regionId: string,
  blockageId: string,
  event: { eventNo: number; action: string; level: number; note: string; at: string; by: string | null },
): Promise<void> {
  const { eventNo: event_no, action, level, note, at, by } = event
  await tx
    .insertInto('blockage_event')
    .values({ region_id: regionId, blockage_id: blockageId, event_no, action, level, note, at, by })
    .execute()
}
