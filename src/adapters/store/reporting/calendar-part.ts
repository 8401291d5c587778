import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { CalendarStore } from '#app/reporting'
import type { Tables } from '../schema/tables.ts'

type CalendarMethods = Pick<
  CalendarStore,
  | 'calendar'
  | 'loadedYears'
  | 'ownDays'
  | 'saveYears'
  | 'saveOwnDay'
  | 'removeOwnDay'
  | 'openPeriods'
  | 'moveDueMoments'
>

const daysSchema = z.array(z.object({ date: z.string(), work: z.boolean(), name: z.string() }))

/** The work calendar as the region has it. */
export function calendarPart(tx: Transaction<Tables>, regionId: string): CalendarMethods {
  return {
    async calendar() {
      const years = await tx
        .selectFrom('calendar_year')
        .select(['year', 'days'])
        .where('region_id', '=', regionId)
        .execute()
      const days = await selectOwnDays(tx, regionId)
      return { years: years.map(({ year, days: list }) => yearOf(year, daysSchema.parse(list))), days }
    },
    loadedYears: () => selectYears(tx, regionId),
    ownDays: () => selectOwnDays(tx, regionId),
    async saveYears(rows) {
      for (const { year, days, fileName, at, by } of rows) {
        const values = { days: JSON.stringify(days), file_name: fileName, loaded_at: at, loaded_by: by }
        await tx
          .insertInto('calendar_year')
          .values({ region_id: regionId, year, ...values })
          .onConflict((conflict) => conflict.columns(['region_id', 'year']).doUpdateSet(values))
          .execute()
      }
    },
    async saveOwnDay({ date, work, name }) {
      const values = { kind: work ? 'work' : 'rest', name }
      await tx
        .insertInto('calendar_override')
        .values({ region_id: regionId, day: date, ...values })
        .onConflict((conflict) => conflict.columns(['region_id', 'day']).doUpdateSet(values))
        .execute()
    },
    async removeOwnDay(date) {
      const removed = await tx
        .deleteFrom('calendar_override')
        .where('region_id', '=', regionId)
        .where('day', '=', date)
        .executeTakeFirst()
      return removed.numDeletedRows === 1n
    },
    openPeriods: (now) => selectOpenPeriods(tx, regionId, now),
    async moveDueMoments(rows) {
      await sql`
        update period p set due_at = m.due_at
        from unnest(${rows.map(({ cadenceId }) => cadenceId)}::uuid[], ${rows.map(({ periodId }) => periodId)}::text[],
          ${rows.map(({ dueAt }) => dueAt)}::timestamptz[]) as m (cadence_id, period_id, due_at)
        where p.region_id = ${regionId} and p.cadence_id = m.cadence_id and p.period_id = m.period_id
          and p.state = 'open'`.execute(tx)
    },
  }
}

function yearOf(year: number, days: z.infer<typeof daysSchema>) {
  const dates = (work: boolean): string[] => days.filter((day) => day.work === work).map(({ date }) => date)
  return { year, off: dates(false), work: dates(true) }
}

async function selectOwnDays(tx: Transaction<Tables>, regionId: string) {
  const rows = await tx
    .selectFrom('calendar_override')
    .select(['day', 'kind', 'name'])
    .where('region_id', '=', regionId)
    .orderBy('day')
    .execute()
  return rows.map(({ day, kind, name }) => ({ date: day, work: kind === 'work', name }))
}

async function selectOpenPeriods(tx: Transaction<Tables>, regionId: string, now: string) {
  const rows = await tx
    .selectFrom('period')
    .select(['cadence_id', 'period_id', 'opened_at', 'opened_by', 'due_at'])
    .where('region_id', '=', regionId)
    .where('state', '=', 'open')
    .where('due_at', '>', now)
    .orderBy('due_at')
    .execute()
  return rows.map((row) => ({
    ...{ cadenceId: row.cadence_id, periodId: row.period_id, dueAt: row.due_at },
    ...{ openedAt: row.opened_at, byClock: row.opened_by === null },
  }))
}

async function selectYears(tx: Transaction<Tables>, regionId: string) {
  const rows = await tx
    .selectFrom('calendar_year as y')
    .leftJoin('account as a', (join) =>
      join.onRef('a.region_id', '=', 'y.region_id').onRef('a.account_id', '=', 'y.loaded_by'),
    )
    .select(['y.year', 'y.days', 'y.file_name', 'y.loaded_at', 'a.display_name'])
    .where('y.region_id', '=', regionId)
    .orderBy('y.year')
    .execute()
  return rows.map((row) => ({
    year: row.year,
    days: daysSchema.parse(row.days),
    fileName: row.file_name,
    loadedAt: row.loaded_at,
    loadedByName: row.display_name ?? '',
  }))
}
