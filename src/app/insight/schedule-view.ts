import {
  amountAt,
  askedCurve,
  askedOn,
  baselineNodes,
  baselineTrajectory,
  changeInForce,
  figureAtEnd,
  hasTrajectory,
  isCounted,
  nodeLight,
  periodTargetTable,
  readingsOf,
  scheduledNodes,
  trajectoryTable,
  wayToDivide,
} from '#core/insight'
import type {
  ApprovedSchedule,
  DatedValue,
  DateSpan,
  IndicatorInput,
  Light,
  PeriodTargetTable,
  ScheduledNode,
  TrajectoryRow,
} from '#core/insight'
import { dec, decimalText } from '#core/kit'
import type { LocalDate } from '#core/kit'
import type { PlanItem, Trajectory } from '#core/plan'
import type { ItemStanding } from './plan-standings.ts'

/** One line of the table beside the chart: what is asked, what the baseline asked, what was reached. */
export interface TrajectoryLine extends TrajectoryRow {
  readonly baseline: string | null
  readonly actual: string | null
}

/** The trajectory of an indicator as table and chart. */
export interface TrajectoryView {
  readonly present: Trajectory
  /** Null where the plan's own holds. */
  readonly effectiveFrom: LocalDate | null
  readonly baseline: Trajectory
  readonly span: DateSpan
  /** From where to where amounts run, so that a share can be told as an amount; null without a known baseline. */
  readonly ends: { readonly base: string; readonly target: string; readonly counted: boolean } | null
  readonly curve: readonly DatedValue[]
  readonly baselineCurve: readonly DatedValue[]
  readonly figures: readonly DatedValue[]
  readonly rows: Readonly<Record<'dekad' | 'month' | 'quarter', readonly TrajectoryLine[]>>
  readonly today: AskedToday | null
}

/** What the clock asks for today, against the latest figure. `lag` positive = 欠序时, negative = 超序时. */
export interface AskedToday {
  readonly asked: string
  readonly actual: string | null
  readonly asOf: LocalDate | null
  readonly lag: string | null
}

/** A node with what became of it and where its baseline had it. */
export interface NodeView extends ScheduledNode {
  readonly doneOn: LocalDate | null
  readonly verified: boolean
  readonly light: Light
  /** Null where the baseline has no such node. */
  readonly baselineDue: LocalDate | null
}

/** The time nodes of an item. */
export interface NodesView {
  readonly start: LocalDate | null
  readonly nodes: readonly NodeView[]
  /** Nodes of the baseline that are no longer there. */
  readonly dropped: readonly ScheduledNode[]
}

/** Figures per period: the table, and whether there is a way to divide. */
export interface PeriodTargetsView {
  readonly table: PeriodTargetTable | null
  readonly effectiveFrom: LocalDate | null
  /** The way to divide; null where period targets make no sense. */
  readonly length: string | null
}

/** An item as the plan has it, its standing, and all changes that were approved. */
export interface ScheduleSources {
  readonly planned: PlanItem
  readonly standing: ItemStanding
  readonly changes: readonly ApprovedSchedule[]
  readonly today: LocalDate
  readonly now: string
}

/** A curve and a table of one trajectory; `null` parts are left to the caller. */
export function drawTrajectory(input: IndicatorInput, trajectory: Trajectory) {
  const own = { ...input, trajectory }
  const rows = (kind: 'dekad' | 'month' | 'quarter') => trajectoryTable(own, kind)
  return { curve: askedCurve(own), rows: { dekad: rows('dekad'), month: rows('month'), quarter: rows('quarter') } }
}

/** The trajectory part of a schedule; null where the item runs along no way. */
export function trajectoryView(sources: ScheduleSources): TrajectoryView | null {
  const { planned, standing, changes, today, now } = sources
  const { input } = standing
  if (input === null || !hasTrajectory(input.target)) return null
  const baseline = baselineTrajectory(planned, changes) ?? input.trajectory
  const inForce = changeInForce(planned, 'trajectory', changes, { clock: today, until: now })
  const figures = readingsOf(input.target, input.accumulation, input.figures).map(({ asOf, value }) => ({
    on: asOf,
    value: decimalText(value),
  }))
  const [present, before] = [drawTrajectory(input, input.trajectory), drawTrajectory(input, baseline)]
  const lines = (kind: 'dekad' | 'month' | 'quarter'): TrajectoryLine[] =>
    present.rows[kind].map((row, index) => ({
      ...row,
      baseline: before.rows[kind][index]?.asked ?? null,
      actual: figureAtEnd(row, figures),
    }))
  return {
    present: input.trajectory,
    effectiveFrom: inForce?.effectiveFrom ?? null,
    ...{ baseline, span: input.span, ends: endsOf(input), figures },
    ...{ curve: present.curve, baselineCurve: before.curve },
    rows: { dekad: lines('dekad'), month: lines('month'), quarter: lines('quarter') },
    today: askedToday(input, today),
  }
}

function endsOf({ target }: IndicatorInput): TrajectoryView['ends'] {
  const [base, end] = [amountAt(target, dec(0)), amountAt(target, dec(1))]
  return base && end && { base: decimalText(base), target: decimalText(end), counted: isCounted(target) }
}

/** What the clock asks for today; nothing before the span, and the target after it. */
export function askedToday(input: IndicatorInput, today: LocalDate): AskedToday | null {
  const asked = hasTrajectory(input.target) ? askedOn(input, today) : null
  const ends = endsOf(input)
  if (asked === null || ends === null) return null
  const known = input.figures.filter(({ asOf }) => asOf <= today)
  const latest = readingsOf(input.target, input.accumulation, known).at(-1)
  // A cap may be used up to what is asked, as a fall may lie below it: there less is better.
  const less = input.target.measure === 'cap' || dec(ends.target).lt(ends.base)
  const lag = latest && (less ? latest.value.minus(asked) : asked.minus(latest.value))
  return {
    asked: decimalText(asked),
    actual: latest ? decimalText(latest.value) : null,
    asOf: latest?.asOf ?? null,
    lag: lag ? decimalText(lag) : null,
  }
}

/** The nodes of a schedule, shown against their baseline. */
export function nodesView({ planned, standing, changes, today, now }: ScheduleSources): NodesView {
  const { item } = standing.row
  const baseline = baselineNodes(planned, changes)
  const dueBefore = new Map(baseline.map(({ label, due }) => [label, due]))
  const became = new Map(standing.nodes.map((node) => [node.label, node]))
  const nodes = scheduledNodes(item.timeNodes).map(({ label, due, output, weight }): NodeView => {
    const node = became.get(label) ?? { label, due, doneOn: null, verified: false }
    const { doneOn, verified } = node
    const light = nodeLight(node, today, item.frequency)
    return { label, due, output, weight, doneOn, verified, light, baselineDue: dueBefore.get(label) ?? null }
  })
  const inForce = changeInForce(planned, 'nodes', changes, { clock: today, until: now })
  const dropped = baseline.filter(({ label }) => !item.timeNodes.some((node) => node.label === label))
  return { start: inForce?.body.start ?? null, nodes, dropped }
}

/** Figures per dekad or month with what became of them. */
export function periodTargetsView({ planned, standing, changes, today, now }: ScheduleSources): PeriodTargetsView {
  const { input } = standing
  const way = input === null ? null : wayToDivide(input.target)
  if (input === null || way === null) return { table: null, effectiveFrom: null, length: null }
  const inForce = changeInForce(planned, 'periodTargets', changes, { clock: today, until: now })
  const readings = readingsOf(input.target, input.accumulation, input.figures)
  return {
    table: inForce && periodTargetTable(inForce.body, input, readings),
    effectiveFrom: inForce?.effectiveFrom ?? null,
    length: decimalText(way.length),
  }
}
