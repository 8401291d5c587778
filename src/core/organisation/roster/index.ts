export { planRoster } from './plan-roster.ts'
export { rosterRoles, rosterSheets } from './roster-shape.data.ts'
export type { RosterSheet } from './roster-shape.data.ts'
export type { KnownRoster, PersonStep, RosterLine, RosterPlan, TextSheet } from './roster-types.ts'
