export type { DraftChange } from './change-draft.ts'
export { buildPlanLists } from './build-plan-lists.ts'
export { discardDraft } from './discard-draft.ts'
export type {
  DraftRow,
  DraftState,
  DraftStore,
  DraftSummary,
  EntryRow,
  EntryWrite,
  IssuedDocumentRow,
} from './draft-store.ts'
export type { DraftStanding } from './draft-view.ts'
export { exportFindings } from './export-findings.ts'
export type { FindingWriters } from './export-findings.ts'
export { importPlan } from './import-plan.ts'
export type { ImportInput, ReadSourceFile } from './import-plan.ts'
export { listGrantPlaces } from './list-grant-places.ts'
export type { GrantPlace } from './list-grant-places.ts'
export { lookAtTables } from './look-at-tables.ts'
export type { TableLook } from './look-at-tables.ts'
export { openUnitAccounts } from './open-unit-accounts.ts'
export type { UnitAccount } from './open-unit-accounts.ts'
export type {
  ItemFilter,
  ItemRow,
  ItemWrite,
  PlanStore,
  PlanSummary,
  PlanUnitRow,
  TaskForceWrite,
  VersionRow,
} from './plan-store.ts'
export type * from './parents-store.ts'
export { placeItem, readPlacements, takeOffList } from './place-item.ts'
export { publishPlan } from './publish-plan.ts'
export type { Published, PublishInput } from './publish-plan.ts'
export { listDrafts, readDraft, readDraftChanges } from './read-draft.ts'
export type { DraftChanges, DraftPage } from './read-draft.ts'
export { readIssuedFile } from './read-issued-file.ts'
export { readItemSource } from './read-item-source.ts'
export type { ItemSource } from './read-item-source.ts'
export { listItems, listPlans, readDifference, readPlanPage } from './read-plan.ts'
export type { PlanPage } from './read-plan.ts'
export { readPlanText } from './read-plan-text.ts'
export type { PlanText, TextAnchor } from './read-plan-text.ts'
export { reviewPublication } from './review-publication.ts'
export type { PublicationReview } from './review-publication.ts'
export { saveEntries } from './save-entries.ts'
export type { EntryEdit } from './save-entries.ts'
export { addEntry, mergeEntries, muteFinding, splitEntry } from './shape-draft.ts'
export {
  addStandingPlan,
  changeStandingPlan,
  linkParent,
  listStandingPlans,
  readParents,
  unlinkParent,
} from './standing-plans.ts'
export { addMeasure, changeMeasure, listReceipts, readYearPlan, receivePlan } from './year-plan.ts'
export type { PlanReceipt, YearPlan, YearPlanPart } from './year-plan.ts'
export type * from './year-plan-store.ts'
export { archivedAt } from './across-years/archived.ts'
export { yearPlanDocx } from './year-plan-paper.ts'
export { accountDocx, accountXlsx } from './across-years/account-papers.ts'
export {
  closeFinalAccount,
  correctFinalAccount,
  decideAccountCorrection,
  explainLine,
  readFinalAccount,
  refuseWhenClosed,
} from './across-years/final-account.ts'
export type { AccountPage } from './across-years/final-account.ts'
export { carryOver, compareYears, decideLink, readCarryOver } from './across-years/link-years.ts'
export type * from './across-years/years-store.ts'
