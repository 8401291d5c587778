import { canonicalJson } from '#core/kit'
import type { Json, LocalDate } from '#core/kit'
import type { PlanItem, TimeNode, Trajectory } from '#core/plan'

/** A time node as people schedule it: what lies before one when it is done, and how much it weighs among the item's nodes. */
export interface ScheduledNode extends TimeNode {
  readonly output: string
  /** Decimal, 1 where all weigh the same. */
  readonly weight: string
}

/** The kinds of period that figures may be set for: 以旬保月、以月保季. */
export type TargetPeriodKind = 'dekad' | 'month'

/** How much is to be added in one period, in the unit of the target. */
export interface PeriodAmount {
  readonly periodId: string
  readonly amount: string
}

/** What may be changed beside the plan, each part by itself. */
export type ScheduleBody =
  | { readonly part: 'trajectory'; readonly trajectory: Trajectory }
  /** `start`: the day on which work begins, where one is stated. */
  | { readonly part: 'nodes'; readonly start: LocalDate | null; readonly nodes: readonly ScheduledNode[] }
  | { readonly part: 'periodTargets'; readonly kind: TargetPeriodKind; readonly amounts: readonly PeriodAmount[] }

/** The parts by name. */
export type SchedulePart = ScheduleBody['part']

/** A change that was approved. It counts from `effectiveFrom` on, and was known from `decidedAt` on. */
export interface ApprovedSchedule {
  readonly itemId: string
  readonly body: ScheduleBody
  /** What the plan itself said of this part when the change was asked for (`plannedPart`). */
  readonly planned: Json
  readonly effectiveFrom: LocalDate
  readonly decidedAt: string
}

/** A day, and the moment until which changes were known: the clock of a light. */
export interface ScheduleClock {
  readonly clock: LocalDate
  readonly until: string
}

/**
 * What the plan itself says of a part. An amended plan that says something else was decided later than the change, and comes before it;
 * one that says the same leaves the change in force.
 */
export function plannedPart(item: PlanItem, part: SchedulePart): Json {
  if (part === 'nodes') return item.timeNodes.map(({ label, due }) => ({ label, due }))
  if (item.kind !== 'indicator') return null
  const { value, valueHigh, baseline, due, unit } = item.target
  if (part === 'periodTargets') return { value, valueHigh, baseline, due, unit }
  return { trajectory: plainTrajectory(item.trajectory), due }
}

/** A trajectory as plain data, in the same shape however it was read. */
function plainTrajectory(trajectory: Trajectory): Json {
  switch (trajectory.kind) {
    case 'seasonal':
      return { kind: trajectory.kind, monthShares: [...trajectory.monthShares] }
    case 'stated':
    case 'step':
      return { kind: trajectory.kind, points: (trajectory.points ?? []).map(({ on, value }) => ({ on, value })) }
    default:
      return { kind: trajectory.kind }
  }
}

type OfPart<Part extends SchedulePart> = ApprovedSchedule & { readonly body: Extract<ScheduleBody, { part: Part }> }

const isOf =
  <Part extends SchedulePart>(part: Part) =>
  (change: ApprovedSchedule): change is OfPart<Part> =>
    change.body.part === part

const byDecision = (a: ApprovedSchedule, b: ApprovedSchedule): number =>
  a.decidedAt < b.decidedAt ? -1 : a.decidedAt > b.decidedAt ? 1 : 0

/** The approved change of a part that holds on a day; null where the plan itself does. The latest effective one wins. */
export function changeInForce<Part extends SchedulePart>(
  item: PlanItem,
  part: Part,
  changes: readonly ApprovedSchedule[],
  at: ScheduleClock,
): OfPart<Part> | null {
  const planned = canonicalJson(plannedPart(item, part))
  const holding = changes
    .filter(isOf(part))
    .filter((change) => change.effectiveFrom <= at.clock && change.decidedAt <= at.until)
    .filter((change) => canonicalJson(change.planned) === planned)
    .sort((a, b) =>
      a.effectiveFrom === b.effectiveFrom ? byDecision(a, b) : a.effectiveFrom < b.effectiveFrom ? -1 : 1,
    )
  return holding.at(-1) ?? null
}

/** An item with the trajectory and the time nodes that hold on a day, in place of the plan's own. */
export function withSchedule(item: PlanItem, changes: readonly ApprovedSchedule[], at: ScheduleClock): PlanItem {
  const nodes = changeInForce(item, 'nodes', changes, at)
  const dated = nodes === null ? item : { ...item, timeNodes: nodes.body.nodes }
  if (dated.kind !== 'indicator') return dated
  const trajectory = changeInForce(item, 'trajectory', changes, at)
  return trajectory === null ? dated : { ...dated, trajectory: trajectory.body.trajectory }
}

/** The nodes of an item with output and weight; nodes of the plan itself have no output, and weigh the same. */
export function scheduledNodes(nodes: readonly TimeNode[]): readonly ScheduledNode[] {
  return nodes.map((node) => ({ output: '', weight: '1', ...node }))
}

/**
 * The baseline of the nodes: those that the issued text names, else the first approved ones. Later changes are shown against it.
 */
export function baselineNodes(item: PlanItem, changes: readonly ApprovedSchedule[]): readonly ScheduledNode[] {
  if (item.timeNodes.length > 0) return scheduledNodes(item.timeNodes)
  const [first] = changes.filter(isOf('nodes')).sort(byDecision)
  return first?.body.nodes ?? []
}

/** The baseline of a trajectory: the first approved one; until one is approved, what was published with the plan. */
export function baselineTrajectory(item: PlanItem, changes: readonly ApprovedSchedule[]): Trajectory | null {
  if (item.kind !== 'indicator') return null
  const [first] = changes.filter(isOf('trajectory')).sort(byDecision)
  return first?.body.trajectory ?? item.trajectory
}
