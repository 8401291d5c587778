export type * from './types.ts'
export { indicatorStanding } from './indicator-standing.ts'
export { taskStanding, nodesWithImplied } from './task-standing.ts'
export { lightsInOrder, severityOf, worstLight } from './light-order.ts'
export { lastYellowDay, nodeLight } from './clock-rules.ts'
export { defaultTrajectory, isCounted, paceAt, targetSpan } from './pace.ts'
export { targetRegion, directionOf, isInside, figuresAreFalls, figuresAreRates } from './target-region.ts'
export type { Direction, TargetRegion } from './target-region.ts'
export { monthAmounts } from './last-year.ts'
export { readingsOf } from './reading.ts'
export type { Reading } from './reading.ts'
export { progressAt, cappedShare, growthAttainment, shareBesideLight } from './progress.ts'
export { attainmentBasis } from './attainment.ts'
export type { AttainmentBasis } from './attainment.ts'
export { rollUp } from './roll-up.ts'
export type { RollUp, Weighted } from './roll-up.ts'
export { projectedEnd, FIGURES_FOR_FORECAST } from './forecast.ts'
export type { ProjectedEnd } from './forecast.ts'
export {
  claimGaps,
  exceptionsByWeight,
  exceptionPoints,
  isOverclaimed,
  isUnderclaimed,
  ownReasons,
} from './exceptions.ts'
export type { ClaimGap, ExceptionGround, ExceptionRow, WeighedException } from './exceptions.ts'
export { layoutWall } from './wall-layout.ts'
export type { Rect, WallCell, WallGroup, WallHeading, WallLayout, WallViewport } from './wall-layout.ts'
export { sparkline } from './sparkline.ts'
export type { DatedValue, Sparkline, SparklineInput } from './sparkline.ts'
export { askedCurve } from './asked-curve.ts'
export { reasonWords, ruleWords } from './reason-words.ts'
export { lightWords, exceptionGroundWords } from './words.data.ts'
export { insightRights } from './rights.ts'
export { insightRefusals } from './refusals.ts'
export { fitText, textWidth } from './fit-text.ts'
export {
  baselineNodes,
  baselineTrajectory,
  changeInForce,
  plannedPart,
  scheduledNodes,
  withSchedule,
} from './schedule.ts'
export type {
  ApprovedSchedule,
  PeriodAmount,
  ScheduleBody,
  ScheduleClock,
  ScheduledNode,
  SchedulePart,
  TargetPeriodKind,
} from './schedule.ts'
export { checkTrajectory, hasTrajectory } from './check-trajectory.ts'
export { amountAt, askedOn, figureAtEnd, periodsAlong, trajectoryTable } from './trajectory-table.ts'
export type { TrajectoryRow, WayInput } from './trajectory-table.ts'
export { checkPeriodTargets, divide, periodTargetTable, respread, wayToDivide } from './period-targets.ts'
export type { PeriodTargetRow, PeriodTargetTable, Respread } from './period-targets.ts'
export { backwardSchedule } from './backward-schedule.ts'
export type { BackwardInput, BackwardSchedule, ScheduleFinding } from './backward-schedule.ts'
export { stageSets } from './stage-templates.data.ts'
export type { StageSet, StageTemplate } from './stage-templates.data.ts'
export { checkNodes } from './check-nodes.ts'
export type { NodeCheck } from './check-nodes.ts'
export { earlyWarnings, isSeriousWarning, warningWords } from './early-warning.ts'
export type { EarlyWarning, EarlyWarningRule } from './early-warning.ts'
export { layoutGantt } from './gantt-layout.ts'
export type * from './gantt-layout.ts'
export { ganttWindow } from './gantt-ticks.ts'
export type { GanttScale } from './gantt-ticks.ts'
