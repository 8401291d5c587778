import { z } from 'zod'
import { fileSchema, partsSchema, text } from './lines.ts'

export const itemId = z.object({ itemId: z.uuid() })
export const rowId = z.object({ rowId: z.uuid() })
export const eventId = z.object({ eventId: z.uuid() })
export const periodId = z.string().min(4).max(10)
const disclosure = z.enum(['public', 'internal', 'restricted'])

/** A row as the reporter types it. */
export const rowSaid = z.object({
  name: text(200),
  disclosure,
  body: text(100),
  document: text(200),
  filedOn: z.iso.date(),
  admittedOn: z.iso.date().nullable(),
  recognisedOn: z.iso.date().nullable(),
})

export const factSchema = z.discriminatedUnion('kind', [
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

export const seriesSchema = z.object({
  names: z.array(text(60)).max(40),
  except: z.array(text(60)).max(40),
  origin: z.enum(['statutory', 'official']),
  frequency: z.enum(['week', 'dekad', 'month', 'quarter', 'halfYear', 'year']),
  monthsAfter: z.number().int(),
  day: z.number().int(),
  januaryWithFebruary: z.boolean(),
})

export const comparisonSchema = z.object({
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
