import { invariant } from '#core/kit'
import type { LocalDate } from '#core/kit'
import type { SealedBeside, SealedReport, SealPayload } from '#core/reporting'
import type { Context, Stores } from '#app/kit'
import { itemsOn } from './items-on.ts'
import { lastDayOf } from './period-days.ts'
import { deriveSealed } from './plan-standings.ts'
import type { Derived } from './plan-standings.ts'
import type { CorrectionRow, ItemRow, PlanFrame, ReleaseRow, SealHead } from './ports.ts'

/** Where the latest figure of an item comes from: a sealed report, a release, or an approved correction of a seal. */
export type FigureSource =
  | {
      readonly kind: 'report'
      readonly reportId: string
      readonly sealSeq: number
      /** Period of the sheet. */
      readonly periodId: string
      readonly figurePeriodId: string
      readonly figure: string | null
    }
  | {
      readonly kind: 'release'
      readonly figurePeriodId: string
      readonly body: string
      readonly document: string
      readonly releasedOn: LocalDate
      readonly estimate: boolean
      readonly figure: string
    }
  | {
      readonly kind: 'correction'
      readonly correctionId: string
      readonly sealSeq: number
      readonly periodId: string
      readonly figurePeriodId: string
      readonly figure: string | null
    }

/** An item as a seal left it. */
export interface SealedStanding extends Derived {
  readonly row: ItemRow
  /** Null while no figure is known. */
  readonly source: FigureSource | null
}

/** A plan as one of its seals left it: the official base of documents, publications and scores. */
export interface SealedStandings {
  /** Seals, releases and corrections later than the seal are cut off. */
  readonly frame: PlanFrame
  readonly seal: SealHead
  /** Payloads of `frame.seals`, in their order. */
  readonly payloads: readonly SealPayload[]
  readonly items: readonly SealedStanding[]
}

/**
 * The standings of a plan by its seals up to `sealSeq`, in the plan's order. The same seal gives the same answer on any later day, so
 * that what was printed can be recomputed. Null: no such plan, or no such seal of it.
 */
export async function loadSealedStandings(
  context: Pick<Context, 'timeZone'>,
  stores: Stores,
  planId: string,
  sealSeq: number,
): Promise<SealedStandings | null> {
  const whole = await stores.insight.frame(planId)
  const seal = whole?.seals.find(({ seq }) => seq === sealSeq)
  if (!whole || !seal) return null
  const items = await stores.insight.items(planId)
  const heads = whole.seals.filter(({ seq }) => seq <= seal.seq)
  const payloads = await stores.insight.sealPayloads(heads)
  const frame = frameUntil(whole, seal, payloads.find(({ seq }) => seq === seal.seq)?.beside)
  const derived = deriveSealed({ frame, items, asks: [], payloads }, seal, context)
  const sourceOf = sourceFinder(frame, payloads)
  return {
    ...{ frame, seal, payloads },
    items: itemsOn(items, frame.schedules, { clock: lastDayOf(seal.periodId), until: seal.sealedAt }).map((row) => {
      const one = derived.get(row.item.itemId)
      invariant(one, `item ${row.item.itemId} has no sealed standing`)
      return { ...one, row, source: sourceOf(row.item.itemId, one) }
    }),
  }
}

/** A seal of the second form says itself what was released by then: a figure that was released anew later does not touch it. */
function frameUntil(frame: PlanFrame, seal: SealHead, beside: SealedBeside | undefined): PlanFrame {
  const known = (at: string | null): boolean => at !== null && at <= seal.sealedAt
  return {
    ...frame,
    seals: frame.seals.filter(({ seq }) => seq <= seal.seq),
    schedules: frame.schedules.filter(({ decidedAt }) => known(decidedAt)),
    releases:
      beside?.releases.map((release) => ({ ...release, importedAt: seal.sealedAt })) ??
      frame.releases.filter(({ importedAt }) => known(importedAt)),
    corrections: frame.corrections.filter(({ approvedAt }) => known(approvedAt)),
  }
}

type SourceFinder = (itemId: string, derived: Derived) => FigureSource | null

const keyOf = (itemId: string, periodId: string): string => `${itemId} ${periodId}`

function sourceFinder(frame: PlanFrame, payloads: readonly SealPayload[]): SourceFinder {
  const releases = new Map(frame.releases.map((release) => [keyOf(release.itemId, release.periodId), release]))
  const reports = new Map(
    payloads.flatMap(({ seq, periodId, counted }) =>
      counted.map((report) => [keyOf(report.itemId, report.figurePeriodId), { report, seq, periodId }] as const),
    ),
  )
  const periodOfSeal = new Map(frame.seals.map(({ seq, periodId }) => [seq, periodId]))
  const corrections = new Map(
    frame.corrections.map((one) => [keyOf(one.itemId, periodOfSeal.get(one.sealSeq) ?? ''), one]),
  )
  return (itemId, { input, ledger }) => {
    const latest = input?.figures.findLast(({ asOf }) => asOf <= input.clock)
    if (latest === undefined) return null
    const release = releases.get(keyOf(itemId, latest.periodId))
    if (release !== undefined) return releaseSource(release)
    const brought = ledger.figures.find(({ figurePeriodId }) => figurePeriodId === latest.periodId)
    const correction = corrections.get(keyOf(itemId, brought?.reportPeriodId ?? ''))
    if (correction !== undefined) return correctionSource(correction, brought?.reportPeriodId ?? '', latest.periodId)
    const found = reports.get(keyOf(itemId, latest.periodId))
    return found === undefined ? null : reportSource(found)
  }
}

function releaseSource({ periodId, body, document, releasedOn, estimate, value }: ReleaseRow): FigureSource {
  return { kind: 'release', figurePeriodId: periodId, body, document, releasedOn, estimate, figure: value }
}

function correctionSource(correction: CorrectionRow, periodId: string, figurePeriodId: string): FigureSource {
  const { correctionId, sealSeq, newFigure } = correction
  return { kind: 'correction', correctionId, sealSeq, periodId, figurePeriodId, figure: newFigure }
}

function reportSource(found: { report: SealedReport; seq: number; periodId: string }): FigureSource {
  const { reportId, figurePeriodId, figure } = found.report
  return { kind: 'report', reportId, sealSeq: found.seq, periodId: found.periodId, figurePeriodId, figure }
}
