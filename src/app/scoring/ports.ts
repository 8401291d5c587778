import type { Campaign } from '#core/plan'
import type { ConductRecord, Scheme, ScoreInput, ScoreSheet } from '#core/scoring'

/** A published scheme. It never changes; a new version is a new row. */
export interface SchemeRow {
  readonly schemeId: string
  readonly version: number
  readonly planId: string
  readonly scheme: Scheme
  /** SHA-256 of its canonical JSON. */
  readonly hash: string
  /** First quarter that it judges, `2026-Q2`. */
  readonly effectiveFrom: string
  readonly publishedAt: string
}

/** What says who is judged in a plan: its campaigns, the offices of their task forces, and the units that report its items. */
export interface LeagueSources {
  readonly planTitle: string
  readonly campaigns: readonly Pick<Campaign, 'no' | 'name'>[]
  readonly taskForces: readonly { readonly campaignNo: number; readonly officeUnitName: string | null }[]
  readonly reportingUnitIds: readonly (string | null)[]
}

/** What a member said on one metric of one object. */
export interface PanelScoreRow {
  readonly metricId: string
  readonly objectId: string
  readonly memberId: string
  /** 0 to 100 as decimal string; null = abstained. */
  readonly score: string | null
  readonly note: string
}

/** What an evaluation came to. */
export interface RunResult {
  readonly schemeHash: string
  readonly inputsHash: string
  readonly sheets: readonly ScoreSheet[]
}

/** An evaluation as lists show it. */
export interface RunRow {
  readonly runId: string
  readonly planId: string
  readonly schemeId: string
  readonly schemeVersion: number
  /** The quarter. */
  readonly periodId: string
  /** SHA-256 of the canonical JSON of the result. */
  readonly resultHash: string
  /** Hash of the quarter's last seal: the data on which it rests. */
  readonly sealHead: string
  readonly runAt: string
  readonly runByName: string
}

/** An evaluation with inputs and result. */
export interface RunDetail extends RunRow {
  readonly inputs: readonly ScoreInput[]
  readonly result: RunResult
}

/** Something that speaks against the conduct of a unit, with the place where it happened. */
export interface ConductRow {
  readonly kind: ConductRecord['kind']
  readonly recordKind: 'problem' | 'correction'
  readonly id: string
  readonly unitId: string
  readonly itemId: string | null
  readonly sealSeq: number | null
}

/** An order with a reply due: the duty to answer it. */
export interface OrderDutyRow {
  readonly orderId: string
  readonly unitId: string
  readonly itemId: string | null
  readonly replyDueAt: string
  /** First reply that was known at the cut; null = none. */
  readonly repliedAt: string | null
}

/** What a record in a trail is about. */
export interface RecordFact {
  readonly id: string
  readonly itemId: string | null
  readonly title: string
  readonly number: number | null
}

/** A stretch of time: after `from`, up to and including `to`. ISO instants. */
export interface Stretch {
  readonly from: string
  readonly to: string
}

/** Schemes, panels and evaluations, inside one transaction of one region. */
export interface ScoringStore {
  /** Newest version first. */
  schemes(planId: string): Promise<readonly SchemeRow[]>
  /** False where that version exists: one of two at once wins. */
  addScheme(row: SchemeRow & { readonly by: string }): Promise<boolean>
  /** Null = no such plan. */
  leagueSources(planId: string): Promise<LeagueSources | null>
  panelScores(planId: string, periodId: string): Promise<readonly PanelScoreRow[]>
  /** Sets what a member says; the last word counts until the evaluation is run. */
  savePanelScore(row: PanelScoreRow & { planId: string; periodId: string; at: string }): Promise<void>
  /** Waits for whoever evaluates this plan at the same time. */
  takeTurn(planId: string): Promise<void>
  /** Newest quarter first. */
  runs(planId: string): Promise<readonly RunRow[]>
  run(runId: string): Promise<RunDetail | null>
  addRun(row: Omit<RunDetail, 'runByName'> & { readonly by: string }): Promise<void>
  /** Refused claims and rebounds of problems of the plan in the stretch, and corrections approved in it that others than the unit made. */
  conduct(planId: string, within: Stretch): Promise<readonly ConductRow[]>
  /** Orders of the plan with a reply due in the stretch; replies count as far as they were known at `knownAt`. */
  orderDuties(planId: string, within: Stretch, knownAt: string): Promise<readonly OrderDutyRow[]>
  reportFacts(reportIds: readonly string[]): Promise<readonly RecordFact[]>
  correctionFacts(correctionIds: readonly string[]): Promise<readonly RecordFact[]>
  problemFacts(problemIds: readonly string[]): Promise<readonly RecordFact[]>
  orderFacts(orderIds: readonly string[]): Promise<readonly RecordFact[]>
}
