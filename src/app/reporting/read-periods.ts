import { type LocalDate, type Result, accept, addDays, refuse } from '#core/kit'
import { lineOutcome, type LineOutcome, nextActPeriod, nextOpening } from '#core/reporting'
import { type Context, requireRight, type Stores } from '#app/kit'
import { askedUntil } from './asked-until.ts'
import type { CadenceRow } from './calendar-ports.ts'
import type { BurdenRow, CorrectionEntry, PeriodRow, SealRow, SheetEntry, UnitCount } from './ports.ts'
import { asSeenBy } from './report-acts.ts'
import { settledLines } from './settled-lines.ts'

/** A cadence with its periods, newest first, and the period that would be opened next. */
export interface CadenceOverview {
  readonly cadence: CadenceRow
  readonly periods: readonly PeriodRow[]
  /** Null where it dispatches nothing, or nothing more. */
  readonly nextPeriodId: string | null
  /** The period that the clock opens next, and the day on which it does; null = none by itself. */
  readonly opensNext: { readonly periodId: string; readonly day: LocalDate } | null
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
      cadences.push({ cadence, periods, ...(await nextOf(context, stores, cadence)) })
    }
    return accept({ cadences, head: await stores.reports.lastSeal() })
  })
}

/** The first dispatch after the last that was opened; where none was, the one that holds today or the plan's first. */
async function nextOf(
  { today }: Context,
  stores: Stores,
  cadence: CadenceRow,
): Promise<Pick<CadenceOverview, 'nextPeriodId' | 'opensNext'>> {
  const asked = await askedUntil(stores, cadence.cadenceId)
  const year = String(cadence.planYear)
  const from = asked === null ? (today.slice(0, 4) === year ? today : `${year}-01-01`) : addDays(asked, 1)
  const opening = nextOpening(cadence, { today, askedUntil: asked })?.period
  return {
    nextPeriodId: nextActPeriod(cadence, 'dispatch', from)?.period.id ?? null,
    opensNext: opening ? { periodId: opening.id, day: opening.first } : null,
  }
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
