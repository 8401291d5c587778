import { type Result, accept, type Period, refuse, workCalendarOf } from '#core/kit'
import { actPeriod, dueDates, dueWhenOpened, nextPeriodState, type SheetLine } from '#core/reporting'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { CadenceRow } from './calendar-ports.ts'
import { sheetAsk } from './sheet-ask.ts'

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
    const ask = await askInTurn(context, stores, input)
    if (!ask.ok) return ask
    const { lines, unowned } = ask.value
    const opened = await openAsked(context, stores, { ...input, ...ask.value, by: context.actor.accountId })
    if (!opened.ok) return opened
    return accept({ dueAt: ask.value.dueAt, items: lines.length, units: opened.value.units, unowned })
  })
}

/** What the clock opens, it opens for whoever set the cadence up. Answers whether it did: a period that asks nothing is passed over. */
export async function openByClock(
  context: Context,
  input: { readonly cadenceId: string; readonly periodId: string },
): Promise<Result<boolean>> {
  return context.transact(async (stores) => {
    const ask = await askInTurn(context, stores, input, 'byClock')
    if (!ask.ok) return ask
    if (ask.value.lines.length === 0) return accept(false)
    const opened = await openAsked(context, stores, { ...input, ...ask.value, by: null })
    return opened.ok ? accept(true) : opened
  })
}

/** Waits until nobody else opens a period of the plan, so that no figure is asked twice. */
async function askInTurn(...asking: Parameters<typeof askOf>): Promise<Result<PeriodAsk>> {
  const [, stores, { cadenceId }] = asking
  const cadence = await stores.reports.cadence(cadenceId)
  if (cadence) await stores.reports.takeTurnToAsk(cadence.planId)
  return askOf(...asking)
}

async function openAsked(
  context: Context,
  stores: Stores,
  period: PeriodAsk & { readonly cadenceId: string; readonly periodId: string; readonly by: string | null },
): Promise<Result<{ units: number }>> {
  const { cadenceId, periodId, dueAt, lines, unowned, by } = period
  const known = await stores.reports.period(cadenceId, periodId)
  const opened = nextPeriodState(known?.state ?? null, 'open', { now: context.now, dueAt })
  if (!opened.ok) return opened
  const row = { cadenceId, periodId, dueAt, at: context.now, by }
  if (!(await stores.reports.addPeriod(row))) return refuse('period.alreadyOpen')
  await stores.reports.addLines(period, lines)
  const units = new Set(lines.map((line) => line.unitId)).size
  await stores.audit.record({
    ...{ action: 'period.open', objectKind: 'period', objectId: `${cadenceId}/${periodId}` },
    body: { dueAt, items: lines.length, units, unowned: unowned.length },
  })
  return accept({ units })
}

async function askOf(
  context: Context,
  stores: Stores,
  input: { readonly cadenceId: string; readonly periodId: string },
  opener: 'byHand' | 'byClock' = 'byHand',
): Promise<Result<PeriodAsk>> {
  const cadence = await stores.reports.cadence(input.cadenceId)
  if (!cadence) return refuse('object.notFound', {}, 'cadenceId')
  const asked = actPeriod(cadence, 'dispatch', input.periodId)
  if (!asked) return refuse('period.unknownId', { id: input.periodId }, 'periodId')
  const calendar = workCalendarOf(await stores.reports.calendar())
  const closed = new Set((await stores.years.closedAccounts(cadence.planId)).map(({ campaignNo }) => campaignNo))
  const { lines, unowned } = await linesOf(stores, cadence, asked.period, closed)
  if (closed.size > 0 && lines.length === 0) return refuse('finalAccount.frozen')
  const { now, timeZone } = context
  const dueAt =
    opener === 'byClock'
      ? dueWhenOpened(asked, calendar, { openedAt: now, timeZone })
      : dueDates(asked, calendar, timeZone).dueAt
  return accept({ dueAt, lines, unowned })
}

/** A figure that another cadence has asked already is not asked again, and nothing of a campaign that is closed with its account. */
async function linesOf(
  stores: Stores,
  cadence: CadenceRow,
  period: Period,
  closed: ReadonlySet<number>,
): Promise<{ lines: readonly SheetLine[]; unowned: readonly string[] }> {
  const due = (await sheetAsk(stores, cadence.planId))(cadence, period).filter(
    ({ item }) => !closed.has(item.campaignNo ?? 0),
  )
  const figures = due.map(({ item, figurePeriod }) => ({ itemId: item.itemId, figurePeriodId: figurePeriod.id }))
  const known = await stores.reports.askedFigures(figures)
  return {
    lines: due.flatMap(({ item, figurePeriod, unitId }) =>
      unitId === null || known.has(`${item.itemId} ${figurePeriod.id}`)
        ? []
        : [{ itemId: item.itemId, unitId, figurePeriodId: figurePeriod.id }],
    ),
    unowned: due.filter(({ unitId }) => unitId === null).map(({ item }) => item.title),
  }
}
