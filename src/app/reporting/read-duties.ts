import { addDays, isLocalDate, type LocalDate, refuse, type Result, accept, workCalendarOf } from '#core/kit'
import { type DutyState, dutyState } from '#core/reporting'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { AskedUnit, ReturnedReport } from './calendar-ports.ts'
import { dutiesDue, type Duty, type DutySources, instantsOf } from './duty-list.ts'

/** A duty as its reader sees it. */
export interface SeenDuty extends Duty {
  /** How the reader's own units stand in it; null where they are not asked. */
  readonly own: { readonly state: DutyState; readonly lines: number; readonly answered: number } | null
}

/** The calendar of duties for some days. */
export interface DutyCalendar {
  readonly duties: readonly SeenDuty[]
  /** Past due and not done, from before these days. */
  readonly overdue: readonly SeenDuty[]
  /** Reports of the reader's units that came back. */
  readonly returned: readonly ReturnedReport[]
}

/** Longest stretch that is read at once, and how far back what is overdue is looked for. */
const MOST_DAYS = 400

/** Reads who owes what to whom by when, in the days [from, to], and what is overdue from before. */
export async function readDuties(
  context: Context,
  input: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<Result<DutyCalendar>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  const { from, to } = input
  if (!isLocalDate(from) || !isLocalDate(to) || to > addDays(from, MOST_DAYS))
    return refuse('request.invalid', { problem: `from, to: at most ${MOST_DAYS} days` })
  const unitIds = unitsOf(context.actor.roles)
  return context.read(async (stores) => accept(await dutyCalendar(context, stores, { from, to, unitIds })))
}

/** The units in which somebody reports or signs. */
export function unitsOf(
  roles: readonly { readonly role: string; readonly unitId?: string | null }[],
): readonly string[] {
  const own = roles.flatMap(({ role, unitId }) => (unitId && ['reporter', 'signer'].includes(role) ? [unitId] : []))
  return [...new Set(own)]
}

/** The same for whoever it is: pages and feeds read it alike. */
export async function dutyCalendar(
  { now, today, timeZone }: Pick<Context, 'now' | 'today' | 'timeZone'>,
  stores: Stores,
  { from, to, unitIds }: { readonly from: LocalDate; readonly to: LocalDate; readonly unitIds: readonly string[] },
): Promise<DutyCalendar> {
  const earliest = addDays(from < today ? from : today, -MOST_DAYS)
  const instants = instantsOf(earliest, to, timeZone)
  const sources: DutySources = {
    cadences: await stores.reports.cadences(),
    asked: await stores.reports.askedPeriods(instants.from, instants.to),
    held: await stores.reports.heldActs(),
    records: await stores.reports.doneRecords(),
    calendar: workCalendarOf(await stores.reports.calendar()),
    ...{ now, timeZone },
  }
  const seen = (duty: Duty): SeenDuty => ({ ...duty, own: ownPart(sources, duty, unitIds) })
  const before = dutiesDue(sources, earliest, addDays(from, -1))
  return {
    duties: dutiesDue(sources, from, to).map(seen),
    overdue: before.filter(({ state }) => state === 'overdue').map(seen),
    returned: unitIds.length > 0 ? await stores.reports.returnedReports(unitIds) : [],
  }
}

function ownPart({ now, timeZone }: DutySources, duty: Duty, unitIds: readonly string[]): SeenDuty['own'] {
  const own = (duty.asked?.units ?? []).filter(({ unitId }) => unitIds.includes(unitId))
  if (own.length === 0) return null
  const sum = (count: (unit: AskedUnit) => number): number => own.reduce((total, unit) => total + count(unit), 0)
  const [lines, answered] = [sum((unit) => unit.lines), sum((unit) => unit.answered)]
  const done = answered === lines || duty.asked?.state !== 'open'
  return { lines, answered, state: dutyState({ ...duty, opened: true, done }, { now, timeZone }) }
}
