import type { Transaction } from 'kysely'
import type { PublishingStore } from '#app/publishing'
import type { Tables } from '../schema/tables.ts'
import { documentWrites, readDocument, readDocuments } from './document-rows.ts'
import { publicationWrites, readPublicationDetail, readPublications, readPublicRows } from './publication-rows.ts'
import { readCounts } from './read-count.ts'
import { readOrdersAt, readProblemsAt, readReportWords } from './supervision-at.ts'

/** Documents and publications in PostgreSQL. */
export function publishingStore(tx: Transaction<Tables>, regionId: string): PublishingStore {
  return {
    documents: () => readDocuments(tx, regionId),
    document: (documentId) => readDocument(tx, regionId, documentId),
    ...documentWrites(tx, regionId),
    problems: (planId, since, until) => readProblemsAt(tx, regionId, planId, since, until),
    orders: (planId, since, until) => readOrdersAt(tx, regionId, planId, since, until),
    reportWords: (reportIds) => readReportWords(tx, regionId, reportIds),
    publications: () => readPublications(tx, regionId),
    publication: (publicationId) => readPublicationDetail(tx, regionId, publicationId),
    ...publicationWrites(tx, regionId),
    ...readCounts(tx, regionId),
    publicPlans: () => readPublicRows(tx, regionId),
    publicPlan: async (planId) => (await readPublicRows(tx, regionId, planId))[0] ?? null,
  }
}
