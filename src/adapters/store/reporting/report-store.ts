import type { Transaction } from 'kysely'
import type { ReportStore } from '#app/reporting'
import type { AuditAuthor } from '../kit/audit-store.ts'
import type { Tables } from '../schema/tables.ts'
import { askedItemPart, periodPart } from './period-part.ts'
import { calendarPart } from './calendar-part.ts'
import { actPart } from './act-part.ts'
import { feedPart } from './feed-part.ts'
import { checkPart, releasePart } from './release-part.ts'
import { reportPart } from './report-part.ts'
import { rhythmPart } from './rhythm-part.ts'
import { sealPart } from './seal-part.ts'

/** Cadences, periods, sheets, reports, seals, corrections and releases in PostgreSQL. */
export function reportStore(tx: Transaction<Tables>, author: AuditAuthor): ReportStore {
  const { regionId } = author
  return Object.assign(
    rhythmPart(tx, regionId),
    askedItemPart(tx, regionId),
    actPart(tx, regionId),
    calendarPart(tx, regionId),
    feedPart(tx, regionId),
    periodPart(tx, regionId),
    reportPart(tx, author),
    sealPart(tx, regionId),
    releasePart(tx, regionId),
    checkPart(tx, regionId),
  )
}
