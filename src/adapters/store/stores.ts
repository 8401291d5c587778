import type { Transaction } from 'kysely'
import type { Stores } from '#app/kit'
import { insightStore } from './insight/insight-store.ts'
import { type AuditAuthor, auditStore } from './kit/audit-store.ts'
import { organisationStore } from './organisation/organisation-store.ts'
import { reportStore } from './reporting/report-store.ts'
import { draftStore } from './plan/draft-store.ts'
import { planStore } from './plan/plan-store.ts'
import { publishingStore } from './publishing/publishing-store.ts'
import { scoringStore } from './scoring/scoring-store.ts'
import { supervisionStore } from './supervision/supervision-store.ts'
import type { Tables } from './schema/tables.ts'

/** The stores of every room on one transaction of one region. */
export function storesOn(tx: Transaction<Tables>, author: AuditAuthor): Stores {
  return {
    audit: auditStore(tx, author),
    organisation: organisationStore(tx, author.regionId),
    drafts: draftStore(tx, author.regionId),
    plans: planStore(tx, author.regionId),
    reports: reportStore(tx, author),
    insight: insightStore(tx, author.regionId),
    supervision: supervisionStore(tx, author.regionId),
    scoring: scoringStore(tx, author.regionId),
    publishing: publishingStore(tx, author.regionId),
  }
}
