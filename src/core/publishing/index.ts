export type * from './views.ts'
export type * from './briefing-facts.ts'
export type * from './minutes-facts.ts'
export { briefingParts, briefingTitle, composeBriefing, issueWords } from './briefing.ts'
export type { BriefingPart } from './briefing.ts'
export { dayName } from './briefing-runs.ts'
export { composeMinutes } from './minutes.ts'
export { accountWorkbook, composeAccount } from './account-papers.ts'
export type { AccountPaper } from './account-papers.ts'
export { classifyFields, fieldClasses, fieldNames, restrictionOf } from './disclosure.ts'
export { restrictionWords } from './disclosure.data.ts'
export type { RestrictionGround } from './disclosure.data.ts'
export type * from './publication-types.ts'
export {
  checkDecision,
  checkPublishable,
  contradictionsOf,
  decisionByRule,
  decisionKey,
  releasedPlan,
  reviewedFields,
  undecidedFields,
} from './publication.ts'
export type { ReviewedField } from './publication.ts'
export { findingsWorkbook, readingsWorkbook } from './reading-workbooks.ts'
export { publishingRefusals } from './refusals.ts'
export { publishingRights } from './rights.ts'
export { composeYearPlan } from './year-plan.ts'
export type { YearPlanPaper } from './year-plan.ts'
