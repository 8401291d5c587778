import { z } from 'zod'

export const claimSchema = z.enum(['onPace', 'behind', 'done', 'blocked'])
export const reportStateSchema = z.enum(['draft', 'submitted', 'signed', 'accepted', 'returned', 'withdrawn'])
export const periodStateSchema = z.enum(['open', 'closed', 'sealed'])

/** Text that a database and a canonical JSON can hold: no NUL, no half of a surrogate pair. */
export function text(max: number) {
  return z
    .string()
    .max(max)
    .refine((value) => !value.includes('\0') && !/\p{Cs}/u.test(value), 'not plain text')
}

export const periodKeySchema = z.object({ cadenceId: z.uuid(), periodId: z.string().min(4).max(10) })
export const reportKeySchema = periodKeySchema.extend({ itemId: z.uuid() })
/** A report as the page shows it: `revision` 0 = nothing said yet. */
export const shownReportSchema = reportKeySchema.extend({ revision: z.number().int().min(0) })

export const blockageSchema = z.object({
  what: text(500),
  needs: text(200),
  by: z.string().max(10).nullable(),
})

/** What a rate is made of: never a bare percentage. */
export const partsSchema = z.object({
  numerator: text(40),
  denominator: text(40),
  /** The body that keeps the list behind the rate. */
  keptBy: text(100),
  asOf: text(10),
  document: text(200),
  /** Who is not covered yet, one name each. */
  uncovered: z.array(text(100)).max(500),
})

/** What a reporter says; files are attached beforehand. */
export const saidSchema = z.object({
  figure: text(40).nullable(),
  noChange: z.boolean(),
  claim: claimSchema.nullable(),
  paragraph: text(4000),
  blockage: blockageSchema.nullable(),
  nodesDone: z.array(text(200)).max(50),
  /** Of a rate; absent or null for every other figure. */
  parts: partsSchema.nullable().exactOptional(),
})

export const fileSchema = z.object({
  attachmentId: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
})

const itemSchema = z.object({
  kind: z.enum(['indicator', 'task', 'project', 'policy']),
  title: z.string(),
  path: z.string(),
  quote: z.string(),
  campaignNo: z.number().nullable(),
  accumulation: z.enum(['yearToDate', 'perPeriod', 'snapshot']).nullable(),
  /** null for items without a figure. */
  target: z
    .object({
      ...{ op: z.string(), value: z.string().nullable(), unit: z.string(), due: z.string() },
      /** Met or not met instead of a figure, by this test; null = a figure is asked. */
      verdict: z.object({ test: z.string() }).nullable(),
    })
    .nullable(),
  nodes: z.array(z.object({ label: z.string(), due: z.string() })),
  /** stated = typed; parts = a rate from numerator and denominator; rows = what another body recognised. */
  figureBy: z.enum(['stated', 'parts', 'rows']),
})

const reportSchema = saidSchema.extend({
  reportId: z.string(),
  state: reportStateSchema,
  revision: z.number(),
  files: z.array(fileSchema),
  late: z.boolean(),
  submittedAt: z.string().nullable(),
  signedAt: z.string().nullable(),
  decidedAt: z.string().nullable(),
  /** Answer of an outside body without an account: by link or filled sheet, unsigned. */
  channel: z.enum(['link', 'sheet']).nullable(),
  respondent: z.string().nullable(),
  returnReason: z.string().nullable(),
  returnDueAt: z.string().nullable(),
})

/** One line of a sheet with its item and what has been said so far. */
export const lineSchema = reportKeySchema.extend({
  unitId: z.string(),
  unitName: z.string(),
  figurePeriodId: z.string(),
  periodState: periodStateSchema,
  dueAt: z.string(),
  item: itemSchema,
  report: reportSchema.nullable(),
  /** "Not ours", said in time. */
  dispute: z.object({ state: z.enum(['open', 'kept', 'assigned']), reportDueAt: z.string().nullable() }).nullable(),
  last: z
    .object({
      figurePeriodId: z.string(),
      value: z.string().nullable(),
      noChanges: z.number(),
      claim: claimSchema.nullable(),
      /** Of a rate: what was last stated, to begin with. */
      parts: partsSchema.nullable(),
    })
    .nullable(),
})

/** One unit's word on a report: a further lead countersigns, a supporting unit confirms or objects. */
export const voiceSchema = z.object({
  unitId: z.string(),
  unitName: z.string(),
  kind: z.enum(['countersign', 'support']),
  state: z.enum(['agrees', 'objects', 'waiting', 'silent']),
  note: z.string(),
  dueAt: z.string(),
  givenAt: z.string().nullable(),
  givenByName: z.string().nullable(),
})

export const heardSchema = reportKeySchema.extend({ voices: z.array(voiceSchema) })

export type Voice = z.infer<typeof voiceSchema>
export type Heard = z.infer<typeof heardSchema>

export const burdenSchema = z.object({ units: z.number(), lines: z.number(), askedBy: z.string() })

/** What became of one report of a request; `problem` is in the reader's language. */
export const outcomesSchema = z.object({
  outcomes: z.array(
    reportKeySchema.extend({
      done: z.object({ state: reportStateSchema, revision: z.number(), late: z.boolean() }).nullable(),
      problem: z.object({ code: z.string(), title: z.string(), at: z.string().nullable() }).nullable(),
    }),
  ),
})

export const correctionSchema = z.object({
  correctionId: z.string(),
  sealSeq: z.number(),
  cadenceId: z.string(),
  periodId: z.string(),
  itemId: z.string(),
  itemTitle: z.string(),
  unitName: z.string(),
  oldFigure: z.string().nullable(),
  newFigure: z.string().nullable(),
  oldClaim: claimSchema.nullable(),
  newClaim: claimSchema.nullable(),
  reason: z.string(),
  madeAt: z.string(),
  madeBy: z.string(),
  madeByName: z.string(),
  approvedAt: z.string().nullable(),
  approvedByName: z.string().nullable(),
  refusedAt: z.string().nullable(),
})

export type Claim = z.infer<typeof claimSchema>
export type SheetLine = z.infer<typeof lineSchema>
export type Said = z.infer<typeof saidSchema>
export type ReportKey = z.infer<typeof reportKeySchema>
export type Outcome = z.infer<typeof outcomesSchema>['outcomes'][number]
export type Correction = z.infer<typeof correctionSchema>
