import type { LocalDate } from '#core/kit'
import type { Commitment, DutyRole, Measure, Operator, TargetKind } from '#core/plan'
import type { AssignmentFact, CadencePeriod, MetaFact, PolicyFact } from './facts.ts'
import type { PlanTree } from './tree/tree.ts'

/** A range of the view with the rule that found it and the parts it does not state. */
export interface Found {
  at: number
  end: number
  rule: string
  implied: string[]
  path: string
}

/** A responsibility clause being read; roles may still be changed by refiners (the first named leads). */
export interface FoundAssignment extends Found {
  duties: { readonly at: number; readonly end: number; role: DutyRole }[]
  openList: boolean
  form: AssignmentFact['form']
}

/** A target being read. `figureAt`–`figureEnd` is the place of the figure itself, bounds (以上, 不低于) included. */
export interface FoundIndicator extends Found {
  subject: string
  kind: TargetKind
  op: Operator
  value: string | null
  valueHigh: string | null
  unit: string
  commitment: Commitment
  measure: Measure
  relativeTo: string | null
  owner: string | null
  due: LocalDate | null
  figureAt: number
  figureEnd: number
  /** Index of its sentence in the tree. */
  sentence: number
}

/** A task force being read; `campaign` is set by a refiner. */
export interface FoundTaskForce extends Found {
  name: string
  campaign: number
  convener: string | null
  deputies: string[]
  members: string[]
  office: string | null
}

/** A rhythm being read: one row of beats (旬调度、月通报、季讲评). */
export interface FoundCadence extends Found {
  items: { period: CadencePeriod; act: string }[]
}

/** A dated duty being read; `due` is the last day that still meets it. */
export interface FoundDeadline extends Found {
  due: LocalDate
}

/** One of the N of 1+N being read. */
export interface FoundCampaign extends Found {
  no: number
  name: string
  annex: number | null
}

/** A named thing being read (project, red line, promise): the words stand at `at`–`end`, its name is `title`. */
export interface FoundNamed extends Found {
  title: string
}

/** A policy being read: to make (制定), to obtain (争取) or to deliver (落实). */
export interface FoundPolicy extends FoundNamed {
  action: PolicyFact['action']
}

/** A row of a task table being read: what it says, with the words of its own cells at `at`–`end`. */
export interface FoundRow extends Found {
  readonly title: string
  /** Its duties, one of `assignments`; null where it names nobody. */
  readonly clause: FoundAssignment | null
  /** The cell that dates it; may stand in a row above where it was merged. */
  readonly dues: readonly { readonly at: number; readonly end: number; readonly due: LocalDate }[]
  readonly leader: string | null
  readonly person: string | null
}

/** What has been found so far; recognisers add, refiners change. Offsets are the view's. */
export interface Draft {
  meta: MetaFact
  /** The year that dates without a year take: the plan's. */
  year: number | null
  /** Whether the plan is written in the year before it: 明年 is then the plan's own. */
  isNextYear: boolean
  assignments: FoundAssignment[]
  indicators: FoundIndicator[]
  taskForces: FoundTaskForce[]
  cadences: FoundCadence[]
  deadlines: FoundDeadline[]
  campaigns: FoundCampaign[]
  redLines: FoundNamed[]
  qualitative: FoundNamed[]
  projects: FoundNamed[]
  policies: FoundPolicy[]
  /** Tasks that stand as rows of a table whose columns are known, and the ranges of such tables. */
  rows: FoundRow[]
  tables: { readonly at: number; readonly end: number }[]
}

/** One step of the reading, told to whoever asked for a trace. `detail` is made only when somebody listens. */
export type Trace = (event: {
  readonly rule: string
  readonly at: number
  readonly end: number
  readonly detail: string
}) => void

/** What a recogniser or refiner is given. */
export interface ReadingContext {
  readonly tree: PlanTree
  readonly draft: Draft
  /** Absent unless somebody listens; call it as `trace?.({…})`, so that the detail costs nothing otherwise. */
  readonly trace: Trace | undefined
}

/** Finds one kind of thing in the tree. It never looks at what other recognisers found; that is a refiner's work. */
export interface Recogniser {
  readonly id: string
  readonly recognise: (context: ReadingContext) => void
}

/** Does what needs two results: inherits, links, carries over, drops doubles. */
export interface Refiner {
  readonly id: string
  readonly refine: (context: ReadingContext) => void
}

/** A grammar: what runs, in which order. */
export interface Preset {
  readonly recognisers: readonly Recogniser[]
  readonly refiners: readonly Refiner[]
}

/** A draft with nothing found. */
export function emptyDraft(): Draft {
  const meta = { title: null, framework: null, docNumber: null, issuer: null, issuedOn: null, year: null, spans: {} }
  const lists = { assignments: [], indicators: [], taskForces: [], cadences: [], deadlines: [], campaigns: [] }
  const named = { redLines: [], qualitative: [], projects: [], policies: [] }
  return { meta, year: null, isNextYear: false, ...lists, ...named, rows: [], tables: [] }
}
