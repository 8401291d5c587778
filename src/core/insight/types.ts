import type { LocalDate, WorkCalendar } from '#core/kit'
import type { Accumulation, Frequency, LightThresholds, Target, Trajectory } from '#core/plan'
import type { Claim } from '#core/reporting'

/** The computed standing of an item. grey = nothing due yet, or nothing can be said; blue = met and verified. */
export type Light = 'blue' | 'green' | 'yellow' | 'red' | 'grey'

/** Who vouches for a figure besides the unit. Acceptance by the task-force office alone is not verification. */
export type Verification = 'release' | 'document' | 'inspector' | 'coordinator'

/** First and last day of the way to a target, both included. */
export interface DateSpan {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** A figure that counts: accepted (live) or sealed (official), from a report or a release. Decimals as strings. */
export interface Figure {
  readonly periodId: string
  /** The day that the figure speaks of: the last day of its period. */
  readonly asOf: LocalDate
  /** In the item's accumulation; for qualitative targets 1 = met, 0 = not met. */
  readonly value: string
  readonly verifiedBy: Verification | null
  /** The other figure of a relative target at the same date; null where it is not known. */
  readonly comparedWith?: string | null
}

/** A time node with what became of it. */
export interface NodeStanding {
  readonly label: string
  readonly due: LocalDate
  /** Day of the accepted report that claims it done; null = open. */
  readonly doneOn: LocalDate | null
  readonly verified: boolean
  /** How much it weighs among the item's nodes; all alike where none is given. Decimal. */
  readonly weight?: string
}

/** What every light is computed from besides figures. */
export interface ClockedInput {
  /** live = accepted figures and the clock, provisional; official = the last seal and its period's last day. */
  readonly basis: 'live' | 'official'
  /** Today (live) or the last day of the sealed period (official). */
  readonly clock: LocalDate
  readonly frequency: Frequency
  readonly nodes: readonly NodeStanding[]
  readonly claim: Claim | null
  /** How many asks in a row, up to now, are past due without an answer (`silentRun` of core/reporting). */
  readonly silentRun: number
  /** The figure comes by release and is asked of no unit: a missing one is told as not released. */
  readonly isReleased?: boolean
}

/** All that the light of an indicator depends on. */
export interface IndicatorInput extends ClockedInput {
  readonly target: Target
  readonly accumulation: Accumulation
  readonly trajectory: Trajectory
  readonly span: DateSpan
  readonly thresholds: LightThresholds
  readonly calendar: WorkCalendar
  readonly figures: readonly Figure[]
  /** Events recorded against a red line, whatever the figures say. */
  readonly redLineEvents: readonly LocalDate[]
  /** Stage dates within the span with the values to be reached by them (B6). */
  readonly milestones?: readonly { readonly on: LocalDate; readonly value: string }[]
}

/** All that the light of a task, project or policy depends on: its nodes and the standings of its indicators. */
export interface TaskInput extends ClockedInput {
  readonly indicators: readonly (Standing & { readonly title: string })[]
}

/** The rules of the lights; words for each in `lightRuleWords`. */
export type LightRule =
  | 'nothingDue'
  | 'metVerified'
  | 'redLineBroken'
  | 'redLineKept'
  | 'capExceeded'
  | 'capOverPace'
  | 'capWithinPace'
  | 'onPace'
  | 'lagging'
  | 'farBehind'
  | 'growthReached'
  | 'growthGap'
  | 'growthFarBehind'
  | 'held'
  | 'notHeld'
  | 'met'
  | 'metSoFar'
  | 'notAskedYet'
  | 'missed'
  | 'onceOverdue'
  | 'unknown'
  | 'nodesKept'
  | 'nodeOverdue'
  | 'nodeFarOverdue'
  | 'silent'
  | 'silentFurther'
  | 'claimedBehind'
  | 'claimedBlocked'
  | 'indicatorOfTask'
  | 'milestoneMissed'
  | 'milestoneFarMissed'

/** One answer to "why this light?": the rule, the light that it asks for, its inputs (fill the words), the figure's period. */
export interface Reason {
  readonly rule: LightRule
  readonly light: Light
  readonly inputs: Readonly<Record<string, string>>
  readonly periodId: string | null
}

/** How far an item is. Decimals as strings. */
export interface Progress {
  /** met / missed so far, or null where it cannot be told. */
  readonly met: boolean | null
  /** Share of the way, uncapped (over-attainment is shown); null where the measure has none or no baseline is known. */
  readonly share: string | null
  /** growth: target − actual in points, negative = over-attained. */
  readonly gap: string | null
  /** cap: the used share of what may not be exceeded. */
  readonly used: string | null
  /** Why a share is missing. */
  readonly note: 'noBaseline' | 'noFigure' | 'noComparison' | null
}

/** The standing of one item: light with its reasons (those that decide the light first), and the numbers beside it. */
export interface Standing {
  readonly light: Light
  readonly why: readonly Reason[]
  readonly provisional: boolean
  /** Reference date: the day that the latest figure speaks of; null without figures. */
  readonly asOf: LocalDate | null
  /** Days from the reference date to the clock. */
  readonly ageDays: number | null
  readonly progress: Progress
  /** Accumulated figure at the reference date. */
  readonly actual: string | null
  /** What the clock asks for at the reference date, in the target's unit; null where nothing can be asked. */
  readonly asked: string | null
  /** 序时进度, the share of the way that the clock asks for (0..1) at the reference date. */
  readonly pace: string | null
  /** asked − actual in the target's direction; positive = behind (欠序时). */
  readonly lag: string | null
}
