import { periodContract } from './periods.ts'
import { releaseContract } from './releases.ts'
import { reportContract } from './reports.ts'
import { responsibilityContract } from './responsibility.ts'
import { rhythmContract } from './rhythms.ts'

export type { Claim, Correction, Outcome, ReportKey, Said, SheetLine } from './lines.ts'
export type { PeriodSummary, PeriodView } from './periods.ts'
export type { BlockageMatter, Dispute, ItemDuties, ToHear, Voice } from './responsibility.ts'
export type { Series } from './releases.ts'
export type { Act, ActRule, Cadence } from './rhythms.ts'

/** Sheets, reports, periods, seals, corrections and releases. */
export const reportingContract = {
  ...reportContract,
  ...periodContract,
  ...rhythmContract,
  ...releaseContract,
  ...responsibilityContract,
} as const
