import { type Result, accept, dueMoment, parsePeriod, type Period, refuse, workCalendar } from '#core/kit'
import { dueItems, nextPeriodState, type SheetLine } from '#core/reporting'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { CadenceRow } from './ports.ts'

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
  if (!cadence || cadence.endedAt !== null) return refuse('object.notFound', {}, 'cadenceId')
  const period = parsePeriod(input.periodId)
  if (period?.kind !== cadence.periodKind) return refuse('period.unknownId', { id: input.periodId }, 'periodId')
  const { lines, unowned } = await linesOf(stores, cadence, period)
  return accept({ dueAt: await dueAtOf(context, stores, cadence, period), lines, unowned })
}

async function dueAtOf(context: Context, stores: Stores, cadence: CadenceRow, period: Period): Promise<string> {
  const calendar = workCalendar(undefined, await stores.reports.calendarOverrides())
  const rule = { workdays: cadence.dueWorkdays, hour: cadence.dueHour }
  return dueMoment(calendar, period, rule, context.timeZone)
}

async function linesOf(
  stores: Stores,
  cadence: CadenceRow,
  period: Period,
): Promise<{ lines: readonly SheetLine[]; unowned: readonly string[] }> {
  const items = await stores.reports.itemsInForce(cadence.planId)
  const unitOf = new Map(items.map(({ item, reportingUnitId }) => [item.itemId, reportingUnitId]))
  const finished = await stores.reports.finishedItems(cadence.planId)
  const lines: SheetLine[] = []
  const unowned: string[] = []
  for (const { item, figurePeriod } of dueItems(
    items.map((row) => row.item),
    period,
    finished,
  )) {
    const unitId = unitOf.get(item.itemId)
    if (unitId) lines.push({ itemId: item.itemId, unitId, figurePeriodId: figurePeriod.id })
    else unowned.push(item.title)
  }
  return { lines, unowned }
}
