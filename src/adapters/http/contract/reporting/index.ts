import { calendarContract } from './calendar.ts'
import { filledSheetContract } from './filled-sheets.ts'
import { periodContract } from './periods.ts'
import { releaseContract } from './releases.ts'
import { reportContract } from './reports.ts'
import { targetContract } from './targets.ts'
import { responsibilityContract } from './responsibility.ts'
import { rhythmContract } from './rhythms.ts'

export { askContract } from './asks.ts'
export type { AnsweringView, BurdenView } from './asks.ts'
export type { Claim, Correction, Heard, Outcome, ReportKey, Said, SheetLine, Voice } from './lines.ts'
export type { ActOfPeriod, CalendarChange, CalendarFeed } from './calendar.ts'
export type { PreviewedRow, RespondentLink } from './filled-sheets.ts'
export { reconciliationContract } from './reconciliations.ts'
export type { ReconciliationLine, ReconciliationPage, ReconciliationRound, Side } from './reconciliations.ts'
export type { PeriodSummary, PeriodView } from './periods.ts'
export type { BlockageMatter, Dispute, ItemDuties, JointLead, ToHear } from './responsibility.ts'
export type { Comparison, OfficialSeriesEntry, RecognisedRow, TargetFactSaid, TargetView } from './target-schemas.ts'
export type { Series } from './releases.ts'
export type { Act, ActRule, Cadence } from './rhythms.ts'

/** Sheets, reports, periods, seals, corrections and releases. */
export const reportingContract = {
  ...reportContract,
  ...periodContract,
  ...rhythmContract,
  ...calendarContract,
  ...releaseContract,
  ...targetContract,
  ...responsibilityContract,
  ...filledSheetContract,
} as const
