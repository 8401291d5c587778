import type { LocalDate } from '#core/kit'
import type { AttainmentBasis } from '#core/insight'
import type { Commitment } from '#core/plan'
import type { LeagueKind } from './scheme.ts'

/** Where a point comes from: a record that anybody with the right can open. `sealSeq` is the seal that holds it. */
export interface RecordRef {
  readonly kind:
    'report' | 'release' | 'item' | 'node' | 'panelScore' | 'problem' | 'order' | 'correction' | 'scoreRun' | 'document'
  readonly id: string
  readonly periodId: string | null
  readonly sealSeq: number | null
}

/** An indicator that the judged one answers for. */
export interface TargetRecord {
  readonly ref: RecordRef
  readonly itemId: string
  readonly weight: string
  readonly commitment: Commitment
  readonly silent: boolean
  readonly basis: AttainmentBasis
}

/** One duty to report, whatever the channel. */
export interface DutyRecord {
  readonly ref: RecordRef
  readonly outcome: 'inTime' | 'late' | 'silent'
}

/** A time node that was due by the end of the period. */
export interface NodeRecord {
  readonly ref: RecordRef
  readonly due: LocalDate
  readonly doneOn: LocalDate | null
}

/** What one panel member said on one metric: 0 to 100, or null = abstained. */
export interface PanelRecord {
  readonly ref: RecordRef
  readonly metricId: string
  readonly memberId: string
  readonly score: string | null
}

/** Something that speaks against the conduct; own corrections are no such thing. */
export interface ConductRecord {
  readonly ref: RecordRef
  readonly kind: 'refusedClaim' | 'rebound' | 'errorFoundByOthers'
}

/** A bonus or deduction with its ground. */
export interface Adjustment {
  readonly ref: RecordRef
  readonly kind: 'bonus' | 'deduction'
  readonly points: string
  readonly reason: string
}

/** One vote's veto: without a legal basis it stays a draft and does nothing. */
export interface Veto {
  readonly ref: RecordRef
  readonly legalBasis: string
}

/** How the judged one stood in the period before; null fields where it was not judged or ranked. */
export interface BeforeRecord {
  readonly ref: RecordRef
  readonly looksShare: string | null
  readonly looksRank: number | null
}

/** All that is known of one judged object (task force, bureau, township, state company) in one period. */
export interface ScoreInput {
  readonly objectId: string
  readonly league: LeagueKind
  readonly targets: readonly TargetRecord[]
  readonly duties: readonly DutyRecord[]
  readonly nodes: readonly NodeRecord[]
  readonly panel: readonly PanelRecord[]
  readonly conduct: readonly ConductRecord[]
  readonly adjustments: readonly Adjustment[]
  readonly vetoes: readonly Veto[]
  readonly before: BeforeRecord | null
}

/** One line of a trail: a record, the values taken from it, and the share that they give. */
export interface TrailInput {
  readonly ref: RecordRef
  readonly values: Readonly<Record<string, string>>
  /** 0..1; null = left out. */
  readonly share: string | null
  readonly weight: string
}

/** Why a metric is left out of a score; its weight goes to the others. */
export type LeftOut = 'noDuty' | 'notDue' | 'noPanel' | 'noPeriodBefore' | 'leagueTooSmall'

/** A metric in a score sheet with its trail. */
export interface MetricScore {
  readonly metricId: string
  readonly dimensionId: string
  readonly share: string | null
  readonly leftOut: LeftOut | null
  /** Points that the metric can bring at most after renormalisation; 0 where left out. */
  readonly outOf: string
  readonly points: string
  readonly trail: readonly TrailInput[]
  /** Panel metrics: lowest and highest score given, and how many abstained. */
  readonly spread: { readonly low: string; readonly high: string; readonly abstained: number } | null
}

/** Why a sheet has no rank. */
export type RankNote = 'leagueTooSmall' | 'vetoed' | 'nothingToJudge'

/** The score of one object in one period. Total = points of all metrics + bonus − deduction, two places. */
export interface ScoreSheet {
  readonly objectId: string
  readonly league: LeagueKind
  readonly schemeId: string
  readonly schemeVersion: number
  readonly periodId: string
  readonly metrics: readonly MetricScore[]
  readonly bonus: string
  readonly deduction: string
  readonly adjustments: readonly Adjustment[]
  readonly total: string
  readonly rank: number | null
  readonly rankNote: RankNote | null
  /** Share of the looks and rank by it alone: what the next period's comparisons look back to. */
  readonly looksShare: string | null
  readonly looksRank: number | null
}
