import { sql, type Transaction } from 'kysely'
import type { DutyChangeRow, DutyStore, DutyUnitRow, ReportKey, VoiceRow } from '#app/reporting'
import type { LocalDate } from '#core/kit'
import type { Tables } from '../../schema/tables.ts'

type DutyMethods = Pick<DutyStore, 'dutyUnits' | 'changes' | 'addChange' | 'setReportingUnit' | 'moveLines'>
type VoiceMethods = Pick<DutyStore, 'reportsToHear' | 'voices' | 'addVoices'>

/** Units with a duty, groups resolved to their members on a day. */
export const holdersOn = (regionId: string, on: LocalDate) => sql`
  select d.region_id, d.item_id, coalesce(m.member_unit_id, d.unit_id) as unit_id, d.role, d.order_no
  from plan_duty d
  left join unit_group_member m on m.region_id = d.region_id and m.group_unit_id = d.unit_id
    and m.from_date <= ${on} and (m.to_date is null or m.to_date > ${on})
  where d.region_id = ${regionId}`

/** Who has which duty, and who reports. */
export function dutyPart(tx: Transaction<Tables>, regionId: string): DutyMethods {
  return {
    async dutyUnits(itemIds, on) {
      if (itemIds.length === 0) return []
      const answer = await sql<DutyUnitRow>`
        select h.item_id as "itemId", h.unit_id as "unitId", u.name as "unitName", h.role
        from (${holdersOn(regionId, on)} and d.item_id = any(${[...itemIds]}::uuid[])) h
        join unit u on u.region_id = h.region_id and u.unit_id = h.unit_id
        order by h.item_id, h.order_no, u.sort_key`.execute(tx)
      return answer.rows
    },
    changes: (itemIds) => selectChanges(tx, regionId, itemIds),
    async addChange(row) {
      await tx
        .insertInto('duty_change')
        .values({
          ...{ region_id: regionId, change_id: row.changeId, item_id: row.itemId, kind: row.kind, reason: row.reason },
          ...{ instead_of: row.insteadOf, from_unit_id: row.fromUnitId, to_unit_id: row.toUnitId },
          ...{ from_date: row.fromDate, made_at: row.at, made_by: row.by },
        })
        .execute()
    },
    async setReportingUnit(itemId, unitId) {
      await tx
        .updateTable('plan_item')
        .set({ reporting_unit_id: unitId })
        .where('region_id', '=', regionId)
        .where('item_id', '=', itemId)
        .execute()
    },
    moveLines: (itemId, toUnitId, dueAfter) => moveLines(tx, regionId, { itemId, toUnitId, dueAfter }),
  }
}

async function selectChanges(
  tx: Transaction<Tables>,
  regionId: string,
  itemIds: readonly string[],
): Promise<readonly DutyChangeRow[]> {
  if (itemIds.length === 0) return []
  const answer = await sql<DutyChangeRow>`
    select c.change_id as "changeId", c.item_id as "itemId", c.kind, c.instead_of as "insteadOf",
      c.from_unit_id as "fromUnitId", f.name as "fromUnitName", c.to_unit_id as "toUnitId", t.name as "toUnitName",
      c.reason, c.from_date as "fromDate", c.made_at as "madeAt", coalesce(a.display_name, '') as "madeByName"
    from duty_change c
    join unit t on t.region_id = c.region_id and t.unit_id = c.to_unit_id
    left join unit f on f.region_id = c.region_id and f.unit_id = c.from_unit_id
    left join account a on a.region_id = c.region_id and a.account_id = c.made_by
    where c.region_id = ${regionId} and c.item_id = any(${[...itemIds]}::uuid[])
    order by c.made_at desc, c.change_id desc`.execute(tx)
  return answer.rows
}

/** Lines of open periods with nothing submitted, due later: what the one unit had begun goes with them. */
async function moveLines(
  tx: Transaction<Tables>,
  regionId: string,
  { itemId, toUnitId, dueAfter }: { readonly itemId: string; readonly toUnitId: string; readonly dueAfter: string },
): Promise<number> {
  const living = sql`
    select l.cadence_id, l.period_id from sheet_line l
    join period p on p.region_id = l.region_id and p.cadence_id = l.cadence_id and p.period_id = l.period_id
    left join report r on r.region_id = l.region_id and r.cadence_id = l.cadence_id and r.period_id = l.period_id
      and r.item_id = l.item_id
    where l.region_id = ${regionId} and l.item_id = ${itemId} and p.state = 'open' and p.due_at > ${dueAfter}
      and (r.state is null or r.state in ('draft', 'withdrawn', 'returned'))`
  await sql`update report r set unit_id = ${toUnitId} where r.region_id = ${regionId} and r.item_id = ${itemId}
    and (r.cadence_id, r.period_id) in (${living})`.execute(tx)
  const moved = await sql`update sheet_line l set unit_id = ${toUnitId} where l.region_id = ${regionId}
    and l.item_id = ${itemId} and (l.cadence_id, l.period_id) in (${living})`.execute(tx)
  return Number(moved.numAffectedRows ?? 0n)
}

/** What other units say of a report. */
export function voicePart(tx: Transaction<Tables>, regionId: string): VoiceMethods {
  return {
    async reportsToHear(unitIds, on) {
      if (unitIds.length === 0) return []
      const answer = await sql<ReportKey>`
        select distinct r.cadence_id as "cadenceId", r.period_id as "periodId", r.item_id as "itemId"
        from (${holdersOn(regionId, on)}) h
        join report r on r.region_id = h.region_id and r.item_id = h.item_id and r.state in ('signed', 'accepted')
          and r.unit_id <> h.unit_id
        join period p on p.region_id = r.region_id and p.cadence_id = r.cadence_id and p.period_id = r.period_id
          and p.state in ('open', 'closed')
        where h.role in ('lead', 'support') and h.unit_id = any(${[...unitIds]}::uuid[])`.execute(tx)
      return answer.rows
    },
    async voices(reportIds) {
      if (reportIds.length === 0) return []
      const answer = await sql<VoiceRow>`
        select distinct on (v.report_id, v.unit_id) v.report_id as "reportId", v.unit_id as "unitId", v.kind, v.answer,
          v.note, v.given_at as "givenAt", coalesce(a.display_name, '') as "givenByName"
        from report_voice v left join account a on a.region_id = v.region_id and a.account_id = v.given_by
        where v.region_id = ${regionId} and v.report_id = any(${[...reportIds]}::uuid[])
        order by v.report_id, v.unit_id, v.given_at desc, v.voice_id desc`.execute(tx)
      return answer.rows
    },
    async addVoices(rows) {
      if (rows.length === 0) return
      await tx
        .insertInto('report_voice')
        .values(
          rows.map((row) => ({
            ...{ region_id: regionId, voice_id: row.voiceId, report_id: row.reportId, unit_id: row.unitId },
            ...{ kind: row.kind, answer: row.answer, note: row.note, given_at: row.givenAt, given_by: row.by },
          })),
        )
        .execute()
    },
  }
}
