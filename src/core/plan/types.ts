import type { LocalDate, Span } from '#core/kit'

/** What a target promises (domain.md, Targets). */
export type TargetKind =
  'level' | 'increment' | 'growth' | 'decline' | 'rank' | 'relative' | 'redLine' | 'qualitative' | 'coverage'

/** `~` is 左右 (about). */
export type Operator = '>=' | '<=' | '>' | '<' | '=' | '~'

/** strive = 力争、争取; firm = 确保 and everything else. */
export type Commitment = 'strive' | 'firm'

/** How progress towards a target is measured; proposed from the verb, confirmed by a person. */
export type Measure = 'flow' | 'stock' | 'reduce' | 'hold' | 'cap' | 'once'

/** How reported figures add up: running total, figure of the period (summed), or latest state. */
export type Accumulation = 'yearToDate' | 'perPeriod' | 'snapshot'

/** Who makes the figure: the statistics bureau, another official body, or the units themselves. */
export type Origin = 'statutory' | 'official' | 'own'

/** 牵头 / 责任 / 配合 / 参与 */
export type DutyRole = 'lead' | 'responsible' | 'support' | 'participate'

/** How often a new figure exists for an item. */
export type Frequency = 'week' | 'dekad' | 'month' | 'quarter' | 'halfYear' | 'year'

/** The three lists and the indicators: what someone answers for. */
export type ItemKind = 'indicator' | 'task' | 'project' | 'policy'

/** A unit's duty on an item. `unit` is the unit's name as used in this plan (aliases already merged). */
export interface Duty {
  readonly unit: string
  readonly role: DutyRole
}

/** A dated step of an item (时间节点). `doneOn` is set by an accepted claim. */
export interface TimeNode {
  readonly label: string
  readonly due: LocalDate
}

/** Decimals are strings. `unit` is as written (亿元, 家, %), magnitudes included. */
export interface Target {
  readonly subject: string
  readonly kind: TargetKind
  readonly op: Operator
  readonly value: string | null
  readonly valueHigh: string | null
  readonly unit: string
  readonly commitment: Commitment
  readonly measure: Measure
  /** State at the start of the span, needed by stock and reduce; null = unknown (then met / not met only). */
  readonly baseline: string | null
  /** What a relative target is compared with, as written. */
  readonly relativeTo: string | null
  /** Of a qualitative target: by what it is judged met, in words (同比增幅大于0); left out = nobody has said. */
  readonly test?: string
  /** The day by which it is promised; 31 December of the plan's year by default. */
  readonly due: LocalDate
}

/** The share of the way (0..1) that is to be reached on a day. */
export interface TrajectoryPoint {
  readonly on: LocalDate
  readonly value: string
}

/**
 * How the way to the target is spread over its span: evenly by days or by working days, as last year's months weighed, straight between
 * stated points, or in steps (at time nodes; without points all at once on the due day).
 */
export type Trajectory =
  | { readonly kind: 'linear' }
  | { readonly kind: 'workdays' }
  | { readonly kind: 'seasonal'; readonly monthShares: readonly string[] }
  | { readonly kind: 'stated'; readonly points: readonly TrajectoryPoint[] }
  | { readonly kind: 'step'; readonly points?: readonly TrajectoryPoint[] }

interface ItemBase {
  /** Stable over versions of the plan and over amendments. */
  readonly itemId: string
  readonly campaignNo: number | null
  /** Path of the nearest heading, as printed: 附件1/二/(一)/1. */
  readonly path: string
  /** What lists call it. */
  readonly title: string
  /** The sentence that promised it, in the issued text; null where a person added it by hand. */
  readonly sentence: Span | null
  /** Other sentences that promise the same in the same figures: master text, annex goals, task. */
  readonly alsoAt?: readonly Span[]
  /** The words themselves, white space removed. */
  readonly quote: string
  readonly duties: readonly Duty[]
  /** 等 left the list of units open. */
  readonly openList: boolean
  /** Posts, never natural persons' names. */
  readonly leaderInCharge: string | null
  readonly responsiblePerson: string | null
  readonly timeNodes: readonly TimeNode[]
  readonly frequency: Frequency
}

/** A promise that a figure, a rank or an event can show as met or missed. */
export interface IndicatorItem extends ItemBase {
  readonly kind: 'indicator'
  readonly target: Target
  readonly accumulation: Accumulation
  readonly origin: Origin
  readonly trajectory: Trajectory
  /** The task that it measures, where it stands inside one. */
  readonly taskId: string | null
  /** A person has confirmed measure and baseline. */
  readonly measureConfirmed: boolean
  /** Another body decides what counts (认定、纳统、入库、备案): the figure follows from recognised rows (B11). */
  readonly recognised?: boolean
}

/** A duty from the plan; its text is fixed, its light is the worst of its nodes and indicators. */
export interface TaskItem extends ItemBase {
  readonly kind: 'task'
}

/** A named project with money and stages. */
export interface ProjectItem extends ItemBase {
  readonly kind: 'project'
  /** 万元, decimal string. */
  readonly investment: string | null
  readonly stage: 'reserve' | 'applied' | 'approved' | 'started' | 'completed' | 'settled'
}

/** A policy to obtain 争取, make 制定 or deliver 兑现. */
export interface PolicyItem extends ItemBase {
  readonly kind: 'policy'
  readonly action: 'obtain' | 'make' | 'deliver'
  readonly document: string | null
  readonly body: string | null
  readonly amount: string | null
  readonly beneficiaries: string | null
  readonly stage: string
}

/** Anything that a unit answers for. */
export type PlanItem = IndicatorItem | TaskItem | ProjectItem | PolicyItem

/** Title and issue data of the plan, as the text states them. */
export interface PlanMeta {
  readonly title: string
  readonly framework: string | null
  readonly docNumber: string | null
  readonly issuer: string | null
  readonly issuedOn: LocalDate | null
  /** How many copies were printed and to whom it went, as the text says: 印80份, 主送各镇街; left out = nobody has said. */
  readonly copies?: string | null
  readonly year: number
}

/** One of the N: an action, campaign or battle; `annex` is the number of its own annex. */
export interface Campaign {
  readonly no: number
  readonly name: string
  readonly annex: number | null
}

/** Kinds of units that a plan names; `group` is a named group such as 各镇街. */
export type UnitKind =
  'bureau' | 'office' | 'township' | 'street' | 'stationed' | 'stateCompany' | 'court' | 'bank' | 'group' | 'other'

/** A unit as the plan names it, its other spellings merged into `aliases`. */
export interface PlanUnit {
  readonly name: string
  readonly kind: UnitKind
  readonly aliases: readonly string[]
  /** Of a group (各镇街): the units that it stands for in this plan. */
  readonly members?: readonly string[]
}

/** A task force 专班: convener and deputies are posts, members and office are units. */
export interface TaskForce {
  /** 0 is the overall one. */
  readonly campaignNo: number
  readonly convener: string | null
  readonly deputies: readonly string[]
  readonly members: readonly string[]
  /** Unit where the task-force office sits. */
  readonly office: string | null
}

/** A heading of the issued text with its place. */
export interface PlanHeading {
  readonly path: string
  readonly title: string
  readonly span: Span
}

/** Thresholds of the lights belong to the plan version (domain.md, Pace and lights). Decimals as strings. */
export interface LightThresholds {
  /** Share of the target that a lag may reach and still be yellow. */
  readonly lagShare: string
  /** Smallest yellow lag, in units of the target. */
  readonly lagUnits: string
  /** Smallest yellow gap of a growth target, in points. */
  readonly growthPoints: string
}

/** The thresholds of domain.md: 10 % of the target or one unit; half a point. */
export const defaultThresholds: LightThresholds = { lagShare: '0.1', lagUnits: '1', growthPoints: '0.5' }

/** Everything a published version of a plan says. */
export interface PlanContent {
  readonly meta: PlanMeta
  readonly campaigns: readonly Campaign[]
  readonly headings: readonly PlanHeading[]
  readonly units: readonly PlanUnit[]
  readonly taskForces: readonly TaskForce[]
  readonly items: readonly PlanItem[]
  readonly thresholds: LightThresholds
}
