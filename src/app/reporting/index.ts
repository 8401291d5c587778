export { acceptReports, returnReport } from './accept-reports.ts'
export { addCadence, changeCadence, endCadence } from './add-cadence.ts'
export { exportAnswering } from './asks/export-answering.ts'
export { findTwins } from './asks/find-twins.ts'
export type { NewAsk } from './asks/find-twins.ts'
export { noteFormTime } from './asks/note-form-time.ts'
export type * from './asks/ports.ts'
export { readAnswering } from './asks/read-answering.ts'
export type { AnsweringView, OfficeAnswering, PeriodAnswering, UnitAnswering } from './asks/read-answering.ts'
export { readBurden, readFormTimes } from './asks/read-burden.ts'
export type { BurdenMonth, BurdenView, NamedBurden } from './asks/read-burden.ts'
export { attachFile, readAttachment, removeAttachment } from './attach-file.ts'
export { listFeeds, makeFeed, readFeed, revokeFeed } from './calendar-feed.ts'
export type { DueAct } from './due-acts.ts'
export { holdAct } from './hold-act.ts'
export type { MovedPeriod } from './move-due-moments.ts'
export { readCalendar } from './read-calendar.ts'
export type { ActCalendar, SeenAct } from './read-calendar.ts'
export { loadCalendar, previewCalendar, readWorkYear, setOwnDay } from './work-calendar.ts'
export type { CalendarChange, CalendarEntry, WorkYear } from './work-calendar.ts'
export { closePeriod } from './close-period.ts'
export type { PeriodOutcome } from './close-period.ts'
export { decideCorrection, listCorrections, makeCorrection } from './correct-sealed.ts'
export { importReleases, listSeries } from './import-releases.ts'
export type { ReleaseInput } from './import-releases.ts'
export { openDuePeriods } from './open-due-periods.ts'
export { openPeriod, previewPeriod } from './open-period.ts'
export type * from './calendar-ports.ts'
export type * from './ports.ts'
export type * from './target-ports.ts'
export { actOnBlockage, raiseBlockage, rightObjectOfBlockage, stepBlockage } from './responsibility/act-on-blockage.ts'
export { chooseReporting } from './responsibility/change-reporting-unit.ts'
export { arbitrateDispute, disputeDuty, withdrawDispute } from './responsibility/dispute-duty.ts'
export { giveVoices } from './responsibility/give-voices.ts'
export type { HeardVoice } from './responsibility/hear-voices.ts'
export {
  answerByLink,
  fileForOutside,
  inviteRespondent,
  listRespondents,
  openRespondentSheet,
  revokeRespondentLink,
} from './filled-sheets/answer-for-outside.ts'
export type { RespondentSheet } from './filled-sheets/answer-for-outside.ts'
export { attachByLink, removeFileByLink } from './filled-sheets/attach-by-link.ts'
export { exportSheet } from './filled-sheets/export-sheet.ts'
export type * from './filled-sheets/ports.ts'
export { previewSheet } from './filled-sheets/preview-sheet.ts'
export type { PreviewedRow, RowVerdict } from './filled-sheets/preview-sheet.ts'
export type * from './responsibility/ports.ts'
export { raiseOverdueBlockages } from './responsibility/raise-overdue.ts'
export { readDutyDesk } from './responsibility/read-duty-desk.ts'
export type { BlockageView, DisputeView, DutyDesk, ToHear } from './responsibility/read-duty-desk.ts'
export { readItemDuties } from './responsibility/read-item-duties.ts'
export type { ItemDuties } from './responsibility/read-item-duties.ts'
export { readHistory } from './read-history.ts'
export type { ItemHistory } from './read-history.ts'
export { readMyWork } from './read-my-work.ts'
export type { AskingPeriod, MyWork } from './read-my-work.ts'
export { listPeriods, readPeriod } from './read-periods.ts'
export type { CadenceOverview, PeriodLine, PeriodOverview } from './read-periods.ts'
export type { ReportOutcome } from './report-acts.ts'
export { saveDraft } from './save-draft.ts'
export { sealPeriod } from './seal-period.ts'
export { signReports } from './sign-reports.ts'
export {
  addComparison,
  changeOfficialSeries,
  importComparison,
  listComparisons,
  listOfficialSeries,
} from './comparisons.ts'
export {
  addRecognition,
  changeRecognition,
  lookAtRecognitions,
  recognitionObject,
  withdrawRecognition,
} from './recognitions.ts'
export type { RecognitionInput } from './recognitions.ts'
export { decideRevocation, revokeRedLineEvent } from './revoke-red-line.ts'
export { decideTargetFact, stateEstimate, stateTargetFact } from './state-target-facts.ts'
export { attachTargetFile, readsNames, readTargetFile } from './target-files.ts'
export { submitNoChange, submitReport, submitReports } from './submit-report.ts'
export type { SaidBody, SubmitInput } from './submit-report.ts'
export { recordRedLineEvent, verifyFigure } from './verify-figure.ts'
export { verifyRegion } from './verify-region.ts'
export type { AuditEntryRecord, RegionProof, RegionRecords } from './verify-region.ts'
export { withdrawReport } from './withdraw-report.ts'
export { closeReconciliation, openReconciliation } from './reconciliation/open-reconciliation.ts'
export { listReconciliations, readReconciliation } from './reconciliation/read-reconciliations.ts'
export type { RoundPage } from './reconciliation/read-reconciliations.ts'
export type * from './reconciliation/reconciliation-store.ts'
export { enterFigures, importFigures, proposeSettlement, signSettlement } from './reconciliation/settle-difference.ts'
export type { ReadRows } from './reconciliation/settle-difference.ts'
