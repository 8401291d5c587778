import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'
import { fileSchema, partsSchema, text } from './lines.ts'

const itemId = z.object({ itemId: z.uuid() })
const rowId = z.object({ rowId: z.uuid() })
const eventId = z.object({ eventId: z.uuid() })
const periodId = z.string().min(4).max(10)
const disclosure = z.enum(['public', 'internal', 'restricted'])
const UPLOAD = { maxBytes: 20 * 1024 * 1024 }

/** A row as the reporter types it. */
const rowSaid = z.object({
  name: text(200),
  disclosure,
  body: text(100),
  document: text(200),
  filedOn: z.iso.date(),
  admittedOn: z.iso.date().nullable(),
  recognisedOn: z.iso.date().nullable(),
})

const factSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('baseline'), value: text(40) }),
  z.object({ kind: z.literal('counterpart'), itemId: z.uuid().nullable(), seriesId: z.uuid().nullable() }),
  z.object({ kind: z.literal('milestone'), on: z.iso.date(), value: text(40).nullable() }),
  z.object({ kind: z.literal('longTerm'), due: z.iso.date(), plan: text(100), value: text(40).nullable() }),
])

const rowSchema = z.object({
  rowId: z.string(),
  /** null = restricted to those who handle it. */
  name: z.string().nullable(),
  disclosure: z.string(),
  body: z.string(),
  document: z.string(),
  filedOn: z.string(),
  admittedOn: z.string().nullable(),
  recognisedOn: z.string().nullable(),
  lookedAt: z.string().nullable(),
  withdrawalReason: z.string().nullable(),
  revision: z.number(),
  files: z.array(fileSchema),
})

const findingSchema = z.object({
  of: z.enum(['promise', 'figure']),
  baseline: z.string(),
  added: z.string(),
  expected: z.string(),
  stated: z.string(),
})

const releasedSchema = z.object({
  origin: z.enum(['statutory', 'official']),
  next: z.object({ periodId: z.string(), dueAt: z.string(), isMissing: z.boolean() }).nullable(),
  measured: z.array(
    z.object({
      periodId: z.string(),
      value: z.string(),
      score: z.string().nullable(),
      rank: z.number().nullable(),
      rankOf: z.number().nullable(),
    }),
  ),
  estimates: z.array(
    z.object({
      periodId: z.string(),
      value: z.string(),
      basis: z.string(),
      madeAt: z.string(),
      madeBy: z.string(),
      released: z.string().nullable(),
    }),
  ),
})

const eventSchema = z.object({
  eventId: z.string(),
  happenedOn: z.string(),
  note: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  files: z.array(fileSchema),
  revocation: z
    .object({ reason: z.string(), madeBy: z.string(), approvedAt: z.string().nullable(), mayDecide: z.boolean() })
    .nullable(),
})

/** What stands behind and beside the target of one indicator. */
export const targetViewSchema = z.object({
  itemId: z.string(),
  unit: z.string(),
  baseline: z.string().nullable(),
  needsBaseline: z.boolean(),
  recognised: z
    .object({
      funnel: z.object({ filed: z.number(), admitted: z.number(), recognised: z.number(), lookedAt: z.number() }),
      rows: z.array(rowSchema),
    })
    .nullable(),
  rate: z.object({ periodId: z.string(), figure: z.string(), parts: partsSchema }).nullable(),
  facts: z.array(
    z.object({
      factId: z.string(),
      fact: factSchema,
      document: z.string(),
      statedAt: z.string(),
      statedBy: z.string(),
      approvedAt: z.string().nullable(),
      refusedAt: z.string().nullable(),
      mayDecide: z.boolean(),
    }),
  ),
  comparison: z
    .object({
      words: z.string().nullable(),
      counterpart: z.object({ itemId: z.string().nullable(), title: z.string() }).nullable(),
      dates: z.array(
        z.object({ asOf: z.string(), periodId: z.string(), own: z.string(), other: z.string().nullable() }),
      ),
    })
    .nullable(),
  milestones: z.array(z.object({ on: z.string(), value: z.string(), state: z.enum(['ahead', 'kept', 'overdue']) })),
  longTerm: z.array(z.object({ due: z.string(), plan: z.string(), value: z.string() })),
  stockFlow: z
    .object({
      itemId: z.string(),
      title: z.string(),
      isStock: z.boolean(),
      baseline: z.string().nullable(),
      findings: z.array(findingSchema),
    })
    .nullable(),
  mentions: z.array(z.object({ path: z.string(), sentence: z.string() })),
  conflicts: z.array(
    z.object({
      itemId: z.string(),
      title: z.string(),
      path: z.string(),
      value: z.string(),
      unit: z.string(),
      quote: z.string(),
    }),
  ),
  released: releasedSchema.nullable(),
  redLine: z.object({ events: z.array(eventSchema) }).nullable(),
  may: z.object({
    writeRows: z.boolean(),
    lookAtRows: z.boolean(),
    state: z.boolean(),
    estimate: z.boolean(),
    recordEvent: z.boolean(),
    revokeEvent: z.boolean(),
  }),
})

const seriesSchema = z.object({
  names: z.array(text(60)).max(40),
  except: z.array(text(60)).max(40),
  origin: z.enum(['statutory', 'official']),
  frequency: z.enum(['week', 'dekad', 'month', 'quarter', 'halfYear', 'year']),
  monthsAfter: z.number().int(),
  day: z.number().int(),
  januaryWithFebruary: z.boolean(),
})

const comparisonSchema = z.object({
  seriesId: z.string(),
  name: z.string(),
  unit: z.string(),
  body: z.string(),
  figures: z.array(z.object({ periodId: z.string(), value: z.string(), document: z.string(), releasedOn: z.string() })),
})

export type TargetView = z.infer<typeof targetViewSchema>
export type RecognisedRow = z.infer<typeof rowSchema>
export type TargetFactSaid = z.infer<typeof factSchema>
export type OfficialSeriesEntry = z.infer<typeof seriesSchema>
export type Comparison = z.infer<typeof comparisonSchema>

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
