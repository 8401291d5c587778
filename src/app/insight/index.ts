export type * from './ports.ts'
export type * from './schedule-ports.ts'
export { loadStandings } from './load-standings.ts'
export type { LoadedStandings } from './load-standings.ts'
export { derivePlanStandings } from './plan-standings.ts'
export type { ItemStanding, PlanSources, PlanStandings } from './plan-standings.ts'
export { readTarget } from './read-target.ts'
export type * from './target-view.ts'
export { readItem } from './read-item.ts'
export type { ItemView } from './read-item.ts'
export { readMeeting } from './read-meeting.ts'
export type { MeetingView } from './read-meeting.ts'
export { readWall } from './read-wall.ts'
export type { WallFilters } from './read-wall.ts'
export { weighExceptions } from './wall-view.ts'
export type { WallItem, WallView } from './wall-view.ts'
export { loadSealedStandings } from './sealed-standings.ts'
export type { FigureSource, SealedStanding, SealedStandings } from './sealed-standings.ts'
export { readSchedule } from './read-schedule.ts'
export type { ScheduleChangeView, ScheduleView } from './read-schedule.ts'
export type {
  AskedToday,
  NodesView,
  NodeView,
  PeriodTargetsView,
  TrajectoryLine,
  TrajectoryView,
} from './schedule-view.ts'
export { decideSchedule, listWaitingSchedules, proposeSchedule } from './change-schedule.ts'
export type { ScheduleAsked } from './change-schedule.ts'
export { planBackwards, previewTrajectory } from './preview-schedule.ts'
export type { TrajectoryPreview } from './preview-schedule.ts'
export { readGantt } from './read-gantt.ts'
export type { GanttFilters, GanttNodeView, GanttRowView, GanttView } from './read-gantt.ts'
