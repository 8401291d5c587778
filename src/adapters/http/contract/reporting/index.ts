import { periodContract } from './periods.ts'
import { releaseContract } from './releases.ts'
import { reportContract } from './reports.ts'

export type { Claim, Correction, Outcome, ReportKey, Said, SheetLine } from './lines.ts'
export type { PeriodSummary, PeriodView } from './periods.ts'
export type { Series } from './releases.ts'

/** Sheets, reports, periods, seals, corrections and releases. */
export const reportingContract = { ...reportContract, ...periodContract, ...releaseContract } as const
