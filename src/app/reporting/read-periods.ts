import { type Result, accept, nextPeriod, parsePeriod, periodOf, refuse } from '#core/kit'
import { lineOutcome, type LineOutcome } from '#core/reporting'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { BurdenRow, CadenceRow, CorrectionEntry, PeriodRow, SealRow, SheetEntry, UnitCount } from './ports.ts'
import { asSeenBy } from './report-acts.ts'
import { settledLines } from './settled-lines.ts'

/** A cadence with its periods, newest first, and the period that would be opened next. */
export interface CadenceOverview {
  readonly cadence: CadenceRow
  readonly periods: readonly PeriodRow[]
  readonly nextPeriodId: string
}

/** All cadences with their periods, and the head of the region's chain of seals. */
export async function listPeriods(
  context: Context,
): Promise<Result<{ cadences: readonly CadenceOverview[]; head: SealRow | null }>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const cadences: CadenceOverview[] = []
    for (const cadence of await stores.reports.cadences()) {
      const periods = await stores.reports.periods(cadence.cadenceId)
      cadences.push({ cadence, periods, nextPeriodId: nextPeriodOf(context, cadence, periods) })
    }
    return accept({ cadences, head: await stores.reports.lastSeal() })
  })
}

/** The one after the last that was opened; the one that holds today where none was. */
function nextPeriodOf(context: Context, cadence: CadenceRow, periods: readonly PeriodRow[]): string {
  const last = parsePeriod(periods[0]?.periodId ?? '')
  if (last) return nextPeriod(last).id
  const day = context.today.slice(0, 4) === String(cadence.planYear) ? context.today : `${cadence.planYear}-01-01`
  return periodOf('dekad', day).id
}

/** A line with what it counts as at this moment. */
export interface PeriodLine {
  readonly entry: SheetEntry
  readonly outcome: LineOutcome
}

/** How a period stands: by unit, line by line, with its seal and its corrections. */
export interface PeriodOverview {
  readonly period: PeriodRow
  readonly cadence: CadenceRow
  readonly units: readonly UnitCount[]
  readonly lines: readonly PeriodLine[]
  readonly burden: BurdenRow | null
  readonly corrections: readonly CorrectionEntry[]
}

/** Reads one period for whoever runs it: who is silent, what waits for whom, what was late. */
export async function readPeriod(
  context: Context,
  input: { readonly cadenceId: string; readonly periodId: string },
): Promise<Result<PeriodOverview>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const { cadenceId, periodId } = input
    const cadence = await stores.reports.cadence(cadenceId)
    const period = await stores.reports.period(cadenceId, periodId)
    if (!cadence || !period) return refuse('object.notFound')
    return accept({
      period,
      cadence,
      units: await stores.reports.unitCounts(cadenceId, periodId),
      lines: await linesOf(context, stores, period),
      burden: await stores.reports.burden(cadenceId, periodId),
      corrections: period.sealSeq === null ? [] : await stores.reports.corrections({ sealSeq: period.sealSeq }),
    })
  })
}

async function linesOf(context: Context, stores: Stores, period: PeriodRow): Promise<readonly PeriodLine[]> {
  const at = period.closedAt ?? context.now
  const entries = await stores.reports.entries({ period })
  const { counted, pending, silent } = settledLines(entries, at)
  return [...counted, ...pending, ...silent].map((line) => ({
    entry: asSeenBy(context, line.entry),
    outcome: lineOutcome(line, at),
  }))
}
