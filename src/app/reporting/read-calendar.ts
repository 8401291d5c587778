import {
  accept,
  addDays,
  groupBy,
  isLocalDate,
  type LocalDate,
  periodById,
  refuse,
  type Result,
  workCalendarOf,
} from '#core/kit'
import { type DueState, dueState } from '#core/reporting'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { AskedUnit, ReturnedReport } from './calendar-ports.ts'
import { type DueAct, dueActs, type DueSources, instantsOf } from './due-acts.ts'
import { sheetAsk, type SheetAsk } from './sheet-ask.ts'

/** A due act as its reader sees it. */
export interface SeenAct extends DueAct {
  /** What of it the reader's own units are asked, or will be when the period opens; null where nothing is. */
  readonly own: { readonly state: DueState; readonly lines: number; readonly answered: number } | null
}

/** Who owes what to whom by when, for some days. */
export interface ActCalendar {
  readonly acts: readonly SeenAct[]
  /** Past due and not done, from before these days. */
  readonly overdue: readonly SeenAct[]
  /** Reports of the reader's units that came back. */
  readonly returned: readonly ReturnedReport[]
}

/** Longest stretch that is read at once, and how far back what is overdue is looked for. */
const MOST_DAYS = 400

/** Reads what is due in the days [from, to], and what is overdue from before. */
export async function readCalendar(
  context: Context,
  input: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<Result<ActCalendar>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  const { from, to } = input
  if (!isLocalDate(from) || !isLocalDate(to) || to > addDays(from, MOST_DAYS))
    return refuse('request.invalid', { problem: `from, to: at most ${MOST_DAYS} days` })
  const unitIds = unitsOf(context.actor.roles)
  return context.read(async (stores) => accept(await actCalendar(context, stores, { from, to, unitIds })))
}

/** The units in which somebody reports or signs. */
export function unitsOf(roles: readonly { readonly role: string; readonly unitId?: string }[]): readonly string[] {
  const own = roles.flatMap(({ role, unitId }) => (unitId && ['reporter', 'signer'].includes(role) ? [unitId] : []))
  return [...new Set(own)]
}

/** The calendar of some units, or of none: pages and feeds read it alike. */
export async function actCalendar(
  { now, today, timeZone }: Pick<Context, 'now' | 'today' | 'timeZone'>,
  stores: Stores,
  { from, to, unitIds }: { readonly from: LocalDate; readonly to: LocalDate; readonly unitIds: readonly string[] },
): Promise<ActCalendar> {
  const earliest = addDays(from < today ? from : today, -MOST_DAYS)
  const instants = instantsOf(earliest, to, timeZone)
  const sources: DueSources = {
    cadences: await stores.reports.cadences(),
    asked: await stores.reports.askedPeriods(instants.from, instants.to),
    held: await stores.reports.heldActs(),
    records: await stores.reports.doneRecords(),
    calendar: workCalendarOf(await stores.reports.calendar()),
    ...{ now, timeZone },
  }
  const own = await ownPartOf(stores, sources, unitIds)
  const seen = (due: DueAct): SeenAct => ({ ...due, own: own(due) })
  const before = dueActs(sources, earliest, addDays(from, -1))
  return {
    acts: dueActs(sources, from, to).map(seen),
    overdue: before.filter(({ state }) => state === 'overdue').map(seen),
    returned: unitIds.length > 0 ? await stores.reports.returnedReports(unitIds) : [],
  }
}

/** Of a period that was opened, what it asks the units; of one to come, what it will ask them as things stand. */
async function ownPartOf(
  stores: Stores,
  sources: DueSources,
  unitIds: readonly string[],
): Promise<(due: DueAct) => SeenAct['own']> {
  if (unitIds.length === 0) return () => null
  const asks = new Map<string, SheetAsk>()
  for (const planId of groupBy(sources.cadences, (cadence) => cadence.planId).keys())
    asks.set(planId, await sheetAsk(stores, planId))
  return (due) => {
    if (due.act !== 'dispatch') return null
    if (due.asked !== null) return answeredBy(sources, due, unitIds)
    const cadence = sources.cadences.find(({ cadenceId }) => cadenceId === due.cadenceId)
    const asked = cadence && asks.get(due.planId)?.(cadence, periodById(due.periodId))
    const lines = asked?.filter(({ unitId }) => unitId !== null && unitIds.includes(unitId)).length ?? 0
    return lines === 0 ? null : { state: due.state, lines, answered: 0 }
  }
}

function answeredBy({ now, timeZone }: DueSources, due: DueAct, unitIds: readonly string[]): SeenAct['own'] {
  const own = (due.asked?.units ?? []).filter(({ unitId }) => unitIds.includes(unitId))
  if (own.length === 0) return null
  const sum = (count: (unit: AskedUnit) => number): number => own.reduce((total, unit) => total + count(unit), 0)
  const [lines, answered] = [sum((unit) => unit.lines), sum((unit) => unit.answered)]
  const done = answered === lines || due.asked?.state !== 'open'
  return { lines, answered, state: dueState({ ...due, opened: true, done }, { now, timeZone }) }
}
