import { type Result, accept, groupBy, workCalendarOf } from '#core/kit'
import {
  type AcceptorDelay,
  acceptorDelay,
  type Answering,
  answeringOf,
  silentPeriods,
  workingClock,
} from '#core/reporting'
import { type Context, requireRight } from '#app/kit'
import type { AskedLinesRow } from './ports.ts'

/** A unit with how it answers, and the periods in which nothing came from it. */
export interface UnitAnswering extends Answering {
  readonly unitId: string
  readonly unitName: string
  readonly silentPeriods: readonly string[]
}

/** Who accepts, with how his lines are answered and how long he takes. */
export interface OfficeAnswering extends Answering, AcceptorDelay {
  readonly officeId: string
  /** Empty = the coordinator. */
  readonly officeName: string
}

/** One period of a cadence on the way through the year. */
export interface PeriodAnswering extends Answering {
  readonly cadenceId: string
  readonly cadenceName: string
  readonly periodId: string
  readonly dueAt: string
}

/** How a year, or one of its periods, is answered. Results of units and offices, never of the use of the product. */
export interface AnsweringView {
  readonly year: number
  readonly whole: Answering
  readonly units: readonly UnitAnswering[]
  readonly offices: readonly OfficeAnswering[]
  /** All periods of the year that have come due, oldest first, whatever the view is narrowed to. */
  readonly periods: readonly PeriodAnswering[]
}

/** Completeness, timeliness, returns and acceptors' delay by unit and task force, over the year or in one period of it. */
export async function readAnswering(
  context: Context,
  input: {
    readonly year?: number | undefined
    readonly periodId?: string | undefined
    readonly cadenceId?: string | undefined
  },
): Promise<Result<AnsweringView>> {
  const right = requireRight(context, 'burden.read', {})
  if (!right.ok) return right
  const year = input.year ?? Number(context.today.slice(0, 4))
  return context.read(async (stores) => {
    const all = await stores.asks.askedLines(year, context.now)
    const calendar = workCalendarOf(await stores.reports.calendar())
    const hours = workingClock(calendar, context.timeZone)
    const chosen = all.filter(
      (line) =>
        (input.periodId === undefined || line.periodId === input.periodId) &&
        (input.cadenceId === undefined || line.cadenceId === input.cadenceId),
    )
    return accept({
      year,
      whole: answeringOf(chosen),
      units: unitsOf(chosen),
      offices: grouped(chosen, (line) => line.officeId ?? '').map(([officeId, first, lines]) => ({
        ...{ officeId, officeName: first.officeName },
        ...answeringOf(lines),
        ...acceptorDelay(lines, hours, context.now),
      })),
      periods: periodsOf(all),
    })
  })
}

/** Least complete first: where something has to be asked stands at the top. */
function unitsOf(lines: readonly AskedLinesRow[]): UnitAnswering[] {
  const units = grouped(lines, (line) => line.unitId).map(([unitId, first, own]) => ({
    ...{ unitId, unitName: first.unitName, silentPeriods: silentPeriods(own) },
    ...answeringOf(own),
  }))
  const weight = ({ answered, due }: Answering): number => answered / due
  return units.toSorted((a, b) => weight(a) - weight(b) || a.inTime / a.due - b.inTime / b.due)
}

function periodsOf(lines: readonly AskedLinesRow[]): PeriodAnswering[] {
  const periods = grouped(lines, (line) => `${line.cadenceId} ${line.periodId}`).map(([, first, own]) => {
    const { cadenceId, cadenceName, periodId, dueAt } = first
    return { cadenceId, cadenceName, periodId, dueAt, ...answeringOf(own) }
  })
  return periods.toSorted((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
}

function grouped(
  lines: readonly AskedLinesRow[],
  keyOf: (line: AskedLinesRow) => string,
): (readonly [key: string, first: AskedLinesRow, lines: readonly AskedLinesRow[]])[] {
  return [...groupBy(lines, keyOf)].flatMap(([key, own]) => (own[0] ? [[key, own[0], own] as const] : []))
}
