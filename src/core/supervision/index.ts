export { foundProblem, isProblemOverdue, problemTransitions, stepProblem } from './problem.ts'
export type { ActingPerson, ProblemAction, ProblemKind, ProblemStanding, ProblemState } from './problem.ts'
export { checkExtension, extensionsAllowed, grantExtension } from './extension.ts'
export type { ExtensionAsked } from './extension.ts'
export { drawRechecks, reboundRate, recheckCandidates, recheckDays } from './recheck.ts'
export type { ClosedProblem, RecheckDraw, RecheckStage } from './recheck.ts'
export { hoursInStates } from './time-in-state.ts'
export type { StateChange } from './time-in-state.ts'
export { defaultOrderClocks, orderDues, orderOverdue, orderTransitions, stepOrder } from './order.ts'
export type { OrderAction, OrderClocks, OrderLevel, OrderStanding, OrderState } from './order.ts'
export { checkAttendance, checkMeetingAct, checkMinutes, decisionFate } from './meeting.ts'
export type { Attendance, DecisionFate, MeetingAct, MeetingState, Presence } from './meeting.ts'
export {
  automaticLevels,
  checkHours,
  checkRules,
  defaultEscalation,
  escalationDays,
  levelDue,
  matterGroups,
  openHours,
  proposedRules,
  proposeMeasure,
  rulesFor,
} from './escalation.ts'
export type {
  AutomaticLevel,
  EscalationRule,
  EscalationRules,
  MatterGroup,
  MeasureProposal,
  PersonalMeasure,
  PublishedRules,
} from './escalation.ts'
export { leavingMoment, mayLeave } from './leaving-moment.ts'
export type { WorkPlace } from './leaving-moment.ts'
export { groupOf, matterDays, sidesOf } from './matter.ts'
export type { DutyHolder, Matter, MatterKind, MatterPlace, Sides } from './matter.ts'
export { dueNotices, highestLevel, reachedKey } from './due-notices.ts'
export type { Notice, NoticeFacts, NoticeMatter, Recipient } from './due-notices.ts'
export { outgoingOf, outgoingText } from './outgoing.ts'
export type { OutgoingContent, OutgoingLine } from './outgoing.ts'
export { supervisionRights } from './rights.ts'
export { supervisionRefusals } from './refusals.ts'
