import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { ScheduleChangeRow, ScheduleStore } from '#app/insight'
import type { Json } from '#core/kit'
import type { ScheduleBody } from '#core/insight'
import type { Tables } from '../schema/tables.ts'

const text = z.string()
const points = z.array(z.object({ on: text, value: text }))

const trajectory = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('linear') }),
  z.object({ kind: z.literal('workdays') }),
  z.object({ kind: z.literal('seasonal'), monthShares: z.array(text) }),
  z.object({ kind: z.literal('stated'), points }),
  z.object({ kind: z.literal('step'), points: points.exactOptional() }),
])

/** What was changed, as its column holds it. */
const scheduleBody = z.discriminatedUnion('part', [
  z.object({ part: z.literal('trajectory'), trajectory }),
  z.object({
    part: z.literal('nodes'),
    start: text.nullable(),
    nodes: z.array(z.object({ label: text, due: text, output: text, weight: text })),
  }),
  z.object({
    part: z.literal('periodTargets'),
    kind: z.enum(['dekad', 'month']),
    amounts: z.array(z.object({ periodId: text, amount: text })),
  }),
]) satisfies z.ZodType<ScheduleBody>

const planned = z.json().transform((value): Json => value)

/** PostgreSQL writes instants in JSON with the session's offset; the product writes them in UTC. */
const instant = text.transform((at) => new Date(at).toISOString())

/** An approved change inside the frame of a plan. */
export const approvedScheduleSchema = z.object({
  itemId: text,
  body: scheduleBody,
  planned,
  effectiveFrom: text,
  decidedAt: instant,
})

/** The approved changes of a plan's items; `item` holds their ids. */
export function approvedSchedules(regionId: string) {
  return sql`
    select json_build_object('itemId', h.item_id, 'body', h.body, 'planned', h.planned, 'effectiveFrom', h.effective_from,
      'decidedAt', h.decided_at) as entry
    from item i join schedule_change h on h.region_id = ${regionId} and h.item_id = i.item_id
    where h.approved order by h.decided_at`
}

/** Changes of schedules, in PostgreSQL. */
export function schedulePart(tx: Transaction<Tables>, regionId: string): ScheduleStore {
  return {
    async scheduleChanges(itemId) {
      const rows = await changesOf(tx, regionId).where('item_id', '=', itemId).orderBy('proposed_at').execute()
      return rows.map(rowOf)
    },
    async scheduleChange(changeId) {
      const row = await changesOf(tx, regionId).where('change_id', '=', changeId).executeTakeFirst()
      return row ? rowOf(row) : null
    },
    waitingSchedules: () => readWaiting(tx, regionId),
    async itemPlace(itemId) {
      const row = await tx
        .selectFrom('plan_item')
        .select(['plan_id', 'campaign_no', 'reporting_unit_id'])
        .where('region_id', '=', regionId)
        .where('item_id', '=', itemId)
        .executeTakeFirst()
      return row ? { planId: row.plan_id, campaignNo: row.campaign_no, reportingUnitId: row.reporting_unit_id } : null
    },
    async addScheduleChange(change) {
      const added = await tx
        .insertInto('schedule_change')
        .values({
          ...{ region_id: regionId, change_id: change.changeId, item_id: change.itemId, part: change.body.part },
          ...{ body: JSON.stringify(change.body), planned: JSON.stringify(change.planned) },
          ...{ effective_from: change.effectiveFrom, reason: change.reason, source: change.source },
          ...{ proposed_at: change.proposedAt, proposed_by: change.proposedBy },
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    },
    async decideScheduleChange({ changeId, approved, note, at, by }) {
      const decided = await tx
        .updateTable('schedule_change')
        .set({ approved, note, decided_at: at, decided_by: by })
        .where('region_id', '=', regionId)
        .where('change_id', '=', changeId)
        .where('decided_at', 'is', null)
        .executeTakeFirst()
      return decided.numUpdatedRows === 1n
    },
  }
}

function changesOf(tx: Transaction<Tables>, regionId: string) {
  return tx.selectFrom('schedule_change').selectAll().where('region_id', '=', regionId)
}

type ChangeRecord = Awaited<ReturnType<ReturnType<typeof changesOf>['execute']>>[number]

function rowOf(row: ChangeRecord): ScheduleChangeRow {
  const { decided_at: at, decided_by: by, approved, note } = row
  return {
    changeId: row.change_id,
    itemId: row.item_id,
    body: scheduleBody.parse(row.body),
    planned: planned.parse(row.planned),
    effectiveFrom: row.effective_from,
    reason: row.reason,
    source: row.source,
    proposedAt: row.proposed_at,
    proposedBy: row.proposed_by,
    decision: at === null || by === null || approved === null ? null : { at, by, approved, note: note ?? '' },
  }
}

async function readWaiting(tx: Transaction<Tables>, regionId: string) {
  const rows = await tx
    .selectFrom('schedule_change as h')
    .innerJoin('plan_item as i', (join) =>
      join.onRef('i.region_id', '=', 'h.region_id').onRef('i.item_id', '=', 'h.item_id'),
    )
    .leftJoin('unit as u', (join) =>
      join.onRef('u.region_id', '=', 'i.region_id').onRef('u.unit_id', '=', 'i.reporting_unit_id'),
    )
    .select(['h.change_id', 'h.item_id', 'h.part', 'h.reason', 'h.proposed_at', 'h.proposed_by', 'i.title'])
    .select('u.name as unit_name')
    .where('h.region_id', '=', regionId)
    .where('h.decided_at', 'is', null)
    .orderBy('h.proposed_at')
    .execute()
  return rows.map((row) => ({
    changeId: row.change_id,
    itemId: row.item_id,
    title: row.title,
    part: z.enum(['trajectory', 'nodes', 'periodTargets']).parse(row.part),
    unitName: row.unit_name,
    reason: row.reason,
    proposedAt: row.proposed_at,
    proposedBy: row.proposed_by,
  }))
}
