import { type Result, accept, type Period, refuse, workCalendarOf } from '#core/kit'
import {
  actPeriod,
  askedIn,
  dueItems,
  type DueItem,
  dutyDates,
  nextPeriodState,
  ruleOn,
  type SheetLine,
} from '#core/reporting'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { CadenceRow } from './calendar-ports.ts'

/** What opening a period asks, and of whom. */
export interface PeriodAsk {
  readonly dueAt: string
  readonly lines: readonly SheetLine[]
  /** Items with a figure due that no unit answers for. */
  readonly unowned: readonly string[]
}

/** Works out a period's sheets and due moment without opening it: what the page shows before the button is pressed. */
export async function previewPeriod(
  context: Context,
  input: { readonly cadenceId: string; readonly periodId: string },
): Promise<Result<{ dueAt: string; items: number; units: number; unowned: readonly string[] }>> {
  const right = requireRight(context, 'period.open', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const ask = await askOf(context, stores, input)
    if (!ask.ok) return ask
    const { dueAt, lines, unowned } = ask.value
    return accept({ dueAt, items: lines.length, units: new Set(lines.map((line) => line.unitId)).size, unowned })
  })
}

/** Opens a period: fixes its due moment by the work calendar and makes a sheet for each unit that has a figure due. */
export async function openPeriod(
  context: Context,
  input: { readonly cadenceId: string; readonly periodId: string },
): Promise<Result<{ dueAt: string; items: number; units: number; unowned: readonly string[] }>> {
  const right = requireRight(context, 'period.open', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const { cadenceId, periodId } = input
    const cadence = await stores.reports.cadence(cadenceId)
    if (cadence) await stores.reports.takeTurnToAsk(cadence.planId)
    const ask = await askOf(context, stores, input)
    if (!ask.ok) return ask
    const { dueAt, lines, unowned } = ask.value
    const opened = nextPeriodState((await stores.reports.period(cadenceId, periodId))?.state ?? null, 'open', {
      now: context.now,
      dueAt,
    })
    if (!opened.ok) return opened
    const row = { cadenceId, periodId, dueAt, at: context.now, by: context.actor.accountId }
    if (!(await stores.reports.addPeriod(row))) return refuse('period.alreadyOpen')
    await stores.reports.addLines(input, lines)
    const units = new Set(lines.map((line) => line.unitId)).size
    await stores.audit.record({
      action: 'period.open',
      objectKind: 'period',
      objectId: `${cadenceId}/${periodId}`,
      body: { dueAt, items: lines.length, units, unowned: unowned.length },
    })
    return accept({ dueAt, items: lines.length, units, unowned })
  })
}

async function askOf(
  context: Context,
  stores: Stores,
  input: { readonly cadenceId: string; readonly periodId: string },
): Promise<Result<PeriodAsk>> {
  const cadence = await stores.reports.cadence(input.cadenceId)
  if (!cadence) return refuse('object.notFound', {}, 'cadenceId')
  const asked = actPeriod(cadence, 'dispatch', input.periodId)
  if (!asked) return refuse('period.unknownId', { id: input.periodId }, 'periodId')
  const calendar = workCalendarOf(await stores.reports.calendar())
  const { lines, unowned } = await linesOf(stores, cadence, asked.period)
  return accept({ dueAt: dutyDates(asked, calendar, context.timeZone).dueAt, lines, unowned })
}

async function linesOf(
  stores: Stores,
  cadence: CadenceRow,
  period: Period,
): Promise<{ lines: readonly SheetLine[]; unowned: readonly string[] }> {
  const items = await stores.reports.itemsInForce(cadence.planId)
  const unitOf = new Map(items.map(({ item, reportingUnitId }) => [item.itemId, reportingUnitId]))
  const finished = await stores.reports.finishedItems(cadence.planId)
  const others = await dispatchingBeside(stores, cadence, period)
  const due = dueItems(
    askedIn(
      cadence,
      others,
      items.map((row) => row.item),
    ),
    period,
    finished,
  )
  const known = await stores.reports.askedFigures(due.map(figureOf))
  const lines: SheetLine[] = []
  const unowned: string[] = []
  for (const { item, figurePeriod } of due) {
    const unitId = unitOf.get(item.itemId)
    if (!unitId) unowned.push(item.title)
    else if (!known.has(`${item.itemId} ${figurePeriod.id}`))
      lines.push({ itemId: item.itemId, unitId, figurePeriodId: figurePeriod.id })
  }
  return { lines, unowned }
}

const figureOf = ({ item, figurePeriod }: DueItem) => ({ itemId: item.itemId, figurePeriodId: figurePeriod.id })

/** The plan's other cadences that dispatch on the period's last day. */
async function dispatchingBeside(stores: Stores, own: CadenceRow, period: Period): Promise<readonly CadenceRow[]> {
  const all = await stores.reports.cadences()
  return all.filter(
    (cadence) =>
      cadence.planId === own.planId &&
      cadence.cadenceId !== own.cadenceId &&
      ruleOn(cadence, 'dispatch', period.last) !== null,
  )
}
