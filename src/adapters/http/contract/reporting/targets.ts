import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'
import { fileSchema, text } from './lines.ts'
import {
  comparisonSchema,
  eventId,
  factSchema,
  itemId,
  periodId,
  rowId,
  rowSaid,
  seriesSchema,
  targetViewSchema,
} from './target-schemas.ts'

const UPLOAD = { maxBytes: 20 * 1024 * 1024 }

/** What targets need beside the plan's text. */
export const targetContract = {
  target: endpoint({
    method: 'get',
    path: '/api/items/{itemId}/target',
    summary: 'What stands behind and beside the target of an indicator',
    params: itemId,
    output: targetViewSchema,
  }),
  addRecognition: endpoint({
    method: 'post',
    path: '/api/items/{itemId}/recognitions',
    summary: 'Add one thing that another body decides on',
    params: itemId,
    body: rowSaid,
    output: z.object({ rowId: z.string() }),
  }),
  changeRecognition: endpoint({
    method: 'put',
    path: '/api/recognitions/{rowId}',
    summary: 'Move a row on, or put it right',
    params: rowId,
    body: rowSaid.extend({ revision: z.number().int() }),
    output: z.object({ rowId: z.string() }),
  }),
  withdrawRecognition: endpoint({
    method: 'post',
    path: '/api/recognitions/{rowId}/withdrawal',
    summary: 'Take a row out, with the reason',
    params: rowId,
    body: z.object({ reason: text(500) }),
    output: z.object({ rowId: z.string() }),
  }),
  lookAtRecognitions: endpoint({
    method: 'post',
    path: '/api/recognitions/looked-at',
    summary: 'The acceptor has looked at the recognising documents',
    body: z.object({ rowIds: z.array(z.uuid()).min(1).max(500) }),
    output: z.object({ lookedAt: z.number() }),
  }),
  attachToRecognition: endpoint({
    method: 'post',
    path: '/api/recognitions/{rowId}/files',
    summary: 'Attach the recognising document to a row',
    params: rowId,
    upload: UPLOAD,
    output: fileSchema,
  }),
  attachToRedLine: endpoint({
    method: 'post',
    path: '/api/red-line-events/{eventId}/files',
    summary: 'Attach evidence to an event of a red line',
    params: eventId,
    upload: UPLOAD,
    output: fileSchema,
  }),
  targetFile: endpoint({
    method: 'get',
    path: '/api/target-files/{attachmentId}',
    summary: 'The content of a recognising document or of evidence',
    params: z.object({ attachmentId: z.uuid() }),
    sends: 'application/octet-stream',
  }),
  stateTargetFact: endpoint({
    method: 'post',
    path: '/api/items/{itemId}/target-facts',
    summary: 'State a baseline, a comparison, a stage date or a multi-year target, with its document',
    params: itemId,
    body: z.object({ fact: factSchema, document: text(200) }),
    output: z.object({ factId: z.string() }),
  }),
  decideTargetFact: endpoint({
    method: 'post',
    path: '/api/target-facts/{factId}/decision',
    summary: 'Approve or refuse what somebody else stated of a target',
    params: z.object({ factId: z.uuid() }),
    body: z.object({ approve: z.boolean() }),
    output: z.object({ factId: z.string() }),
  }),
  revokeRedLineEvent: endpoint({
    method: 'post',
    path: '/api/red-line-events/{eventId}/revocation',
    summary: 'Ask that an event of a red line be taken back',
    params: eventId,
    body: z.object({ reason: text(1000) }),
    output: z.object({ revocationId: z.string() }),
  }),
  decideRevocation: endpoint({
    method: 'post',
    path: '/api/red-line-events/{eventId}/revocation/decision',
    summary: 'Approve or refuse that an event is taken back',
    params: eventId,
    body: z.object({ approve: z.boolean() }),
    output: z.object({ eventId: z.string() }),
  }),
  stateEstimate: endpoint({
    method: 'post',
    path: '/api/items/{itemId}/estimates',
    summary: 'What the reporting unit expects of a released series; it never counts',
    params: itemId,
    body: z.object({ periodId, value: text(40), basis: text(500) }),
    output: z.object({ estimateId: z.string() }),
  }),
  comparisons: endpoint({
    method: 'get',
    path: '/api/comparisons',
    summary: 'Series of others with which relative targets are compared',
    output: z.object({ comparisons: z.array(comparisonSchema) }),
  }),
  addComparison: endpoint({
    method: 'post',
    path: '/api/comparisons',
    summary: 'Name a series of others',
    body: z.object({ name: text(100), unit: text(20), body: text(100) }),
    output: z.object({ seriesId: z.string() }),
  }),
  importComparison: endpoint({
    method: 'post',
    path: '/api/comparisons/{seriesId}/figures',
    summary: 'Take figures of a series of others from its publication',
    params: z.object({ seriesId: z.uuid() }),
    body: z.object({
      document: text(200).min(1),
      releasedOn: z.iso.date(),
      figures: z
        .array(z.object({ periodId, value: text(40) }))
        .min(1)
        .max(200),
    }),
    output: z.object({ imported: z.number() }),
  }),
  officialSeries: endpoint({
    method: 'get',
    path: '/api/official-series',
    summary: 'The list of statutory and official series with their release calendars',
    output: z.object({ series: z.array(seriesSchema.extend({ isOwn: z.boolean() })) }),
  }),
  changeOfficialSeries: endpoint({
    method: 'put',
    path: '/api/official-series',
    summary: 'Add or change an entry of the list, or strike one',
    body: z.object({ name: text(60), entry: seriesSchema.nullable() }),
    output: z.object({ name: z.string() }),
  }),
} as const
