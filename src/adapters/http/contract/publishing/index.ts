import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'
import { briefingSchema, documentRowSchema, sealSourceSchema, textsSchema } from './document.ts'
import { disclosureClassSchema, publicationPageSchema, publicationRowSchema, publicRowSchema } from './publication.ts'

const documentId = z.object({ documentId: z.uuid() })
const publicationId = z.object({ publicationId: z.uuid() })
const regionId = z.object({ regionId: z.string().max(63) })
const publicPlan = regionId.extend({ planId: z.uuid() })
const revision = z.object({ revision: z.number().int().min(1) })
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const documents = {
  documents: endpoint({
    method: 'get',
    path: '/api/documents',
    summary: 'Briefings, newest first, and sealed dekads that have none yet',
    output: z.object({ documents: z.array(documentRowSchema), undrafted: z.array(sealSourceSchema) }),
  }),
  draftBriefing: endpoint({
    method: 'post',
    path: '/api/documents',
    summary: 'Draft the briefing of a sealed dekad',
    body: z.object({ planId: z.uuid(), sealSeq: z.number().int().min(1) }),
    output: documentId,
  }),
  briefing: endpoint({
    method: 'get',
    path: '/api/documents/{documentId}',
    summary: 'One briefing as printed, its texts, and what the reader may do',
    params: documentId,
    output: briefingSchema,
  }),
  editBriefing: endpoint({
    method: 'put',
    path: '/api/documents/{documentId}',
    summary: "Write the people's texts upon a revision",
    params: documentId,
    body: revision.extend({ texts: textsSchema }),
    output: revision,
  }),
  refreshBriefing: endpoint({
    method: 'post',
    path: '/api/documents/{documentId}/refresh',
    summary: 'Take the figures from the seal again',
    params: documentId,
    body: revision,
    output: revision,
  }),
  checkBriefing: endpoint({
    method: 'post',
    path: '/api/documents/{documentId}/check',
    summary: 'Confirm a draft; somebody who had no hand in it',
    params: documentId,
    body: revision,
    output: revision,
  }),
  issueBriefing: endpoint({
    method: 'post',
    path: '/api/documents/{documentId}/issue',
    summary: 'Issue a checked briefing under the next number',
    params: documentId,
    body: revision,
    output: z.object({ number: z.number(), fileSha256: z.string() }),
  }),
  briefingFile: endpoint({
    method: 'get',
    path: '/api/documents/{documentId}/file',
    summary: 'The Word file: as issued, or of a draft as it would be',
    params: documentId,
    sends: DOCX,
  }),
}

const publications = {
  publications: endpoint({
    method: 'get',
    path: '/api/publications',
    summary: 'Publication packs, newest first, and seals from which one can be made',
    output: z.object({ publications: z.array(publicationRowSchema), sources: z.array(sealSourceSchema) }),
  }),
  makePublication: endpoint({
    method: 'post',
    path: '/api/publications',
    summary: "Make a pack from a plan's last seal, or from an earlier one",
    body: z.object({ planId: z.uuid(), sealSeq: z.number().int().min(1).optional() }),
    output: publicationId,
  }),
  publication: endpoint({
    method: 'get',
    path: '/api/publications/{publicationId}',
    summary: 'A pack field by field with classes and decisions',
    params: publicationId,
    output: publicationPageSchema,
  }),
  decideFields: endpoint({
    method: 'post',
    path: '/api/publications/{publicationId}/decisions',
    summary: 'Release or withhold fields; a departure from the rule needs its reason',
    params: publicationId,
    body: revision.extend({
      decisions: z
        .array(
          z.object({
            key: z.string().max(80),
            decision: z.enum(['release', 'withhold']),
            reason: z.string().max(500),
          }),
        )
        .min(1)
        .max(5_000),
    }),
    output: revision,
  }),
  decideByRule: endpoint({
    method: 'post',
    path: '/api/publications/{publicationId}/by-rule',
    summary: 'Decide what is still open by rule, all of it or one class',
    params: publicationId,
    body: revision.extend({ only: disclosureClassSchema.optional() }),
    output: revision,
  }),
  publish: endpoint({
    method: 'post',
    path: '/api/publications/{publicationId}/publish',
    summary: 'Publish what was released',
    params: publicationId,
    body: revision,
    output: z.object({ items: z.number() }),
  }),
  withdraw: endpoint({
    method: 'post',
    path: '/api/publications/{publicationId}/withdraw',
    summary: 'Withdraw a publication visibly, with its reason',
    params: publicationId,
    body: z.object({ reason: z.string().max(500) }),
    output: z.object({ done: z.literal(true) }),
  }),
}

const open = {
  publicRegion: endpoint({
    method: 'get',
    path: '/api/public/{regionId}/plans',
    summary: 'What a region has published; no sign-in',
    access: 'public',
    params: regionId,
    output: z.object({ regionName: z.string(), plans: z.array(publicRowSchema) }),
  }),
  publicPlan: endpoint({
    method: 'get',
    path: '/api/public/{regionId}/plans/{planId}',
    summary: 'What was released of a plan; no sign-in',
    access: 'public',
    params: publicPlan,
    output: z.object({
      regionName: z.string(),
      row: publicRowSchema,
      reads: z.number(),
      archivedAt: z.string().nullable(),
    }),
  }),
  countRead: endpoint({
    method: 'post',
    path: '/api/public/{regionId}/plans/{planId}/reads',
    summary: 'Count that the public page of a plan was opened; nothing is noted of who did. No sign-in',
    access: 'public',
    params: publicPlan,
    output: z.object({ done: z.literal(true) }),
  }),
  publicPlanQr: endpoint({
    method: 'get',
    path: '/api/public/{regionId}/plans/{planId}/qr.svg',
    summary: 'The address of the public page as a QR code; no sign-in',
    access: 'public',
    params: publicPlan,
    sends: 'image/svg+xml',
  }),
  openDataJson: endpoint({
    method: 'get',
    path: '/api/public/{regionId}/plans/{planId}/open-data.json',
    summary: 'What was released, as JSON; no sign-in',
    access: 'public',
    params: publicPlan,
    sends: 'application/json',
  }),
  openDataCsv: endpoint({
    method: 'get',
    path: '/api/public/{regionId}/plans/{planId}/open-data.csv',
    summary: 'What was released, as CSV; no sign-in',
    access: 'public',
    params: publicPlan,
    sends: 'text/csv',
  }),
}

export const publishingContract = { ...documents, ...publications, ...open } as const
export { paperSchema } from './document.ts'
export type * from './document.ts'
export type * from './publication.ts'
