import { z } from 'zod'
import {
  claimSchema,
  itemKindSchema,
  lightSchema,
  operatorSchema,
  planChoiceSchema,
  projectedSchema,
  reasonSchema,
  sealHeadSchema,
  wallItemSchema,
} from './lines.ts'

const signatureSchema = z.object({
  ...{ at: z.string(), name: z.string(), unitName: z.string().nullable() },
  forName: z.string().nullable(),
})

const standingSchema = z.object({
  light: lightSchema,
  why: z.array(reasonSchema),
  provisional: z.boolean(),
  asOf: z.string().nullable(),
  ageDays: z.number().nullable(),
  progress: z.object({
    met: z.boolean().nullable(),
    share: z.string().nullable(),
    gap: z.string().nullable(),
    used: z.string().nullable(),
    note: z.enum(['noBaseline', 'noFigure', 'noComparison']).nullable(),
  }),
  actual: z.string().nullable(),
  asked: z.string().nullable(),
  pace: z.string().nullable(),
  lag: z.string().nullable(),
})

const correctionSchema = z.object({
  oldFigure: z.string().nullable(),
  newFigure: z.string().nullable(),
  oldClaim: claimSchema.nullable(),
  newClaim: claimSchema.nullable(),
  reason: z.string(),
  made: signatureSchema,
  approved: signatureSchema.nullable(),
})

const evidenceSchema = z.object({
  attachmentId: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
})

const reportSchema = z.object({
  reportId: z.string(),
  unitName: z.string(),
  state: z.enum(['notDue', 'draft', 'submitted', 'signed', 'accepted', 'returned', 'withdrawn']),
  noChange: z.boolean(),
  claim: claimSchema.nullable(),
  paragraph: z.string(),
  blockage: z.object({ what: z.string(), needs: z.string(), by: z.string().nullable() }).nullable(),
  nodesDone: z.array(z.string()),
  late: z.boolean(),
  channel: z.string().nullable(),
  submitted: signatureSchema.nullable(),
  signed: signatureSchema.nullable(),
  decided: signatureSchema.nullable(),
  evidence: z.array(evidenceSchema),
})

/** One line of an item's history with everything that backs its figure. */
export const historyEntrySchema = z.object({
  key: z.string(),
  figurePeriodId: z.string(),
  reportPeriodId: z.string().nullable(),
  figure: z.string().nullable(),
  accumulated: z.string().nullable(),
  verifiedBy: z.enum(['release', 'document', 'inspector', 'coordinator']).nullable(),
  report: reportSchema.nullable(),
  release: z
    .object({ body: z.string(), document: z.string(), releasedOn: z.string(), estimate: z.boolean() })
    .nullable(),
  seal: z.object({ seq: z.number(), hash: z.string(), sealedAt: z.string() }).nullable(),
  corrections: z.array(correctionSchema),
})

const dated = z.array(z.object({ on: z.string(), value: z.string() }))

const chartSchema = z.object({
  span: z.object({ from: z.string(), to: z.string() }),
  unit: z.string(),
  figures: dated,
  asked: dated,
  target: z.string().nullable(),
  projected: projectedSchema.nullable(),
})

const promiseSchema = z.object({
  kind: z.string(),
  op: operatorSchema,
  value: z.string().nullable(),
  valueHigh: z.string().nullable(),
  unit: z.string(),
  commitment: z.enum(['strive', 'firm']),
  measure: z.enum(['flow', 'stock', 'reduce', 'hold', 'cap', 'once']),
  baseline: z.string().nullable(),
  relativeTo: z.string().nullable(),
  due: z.string(),
  accumulation: z.enum(['yearToDate', 'perPeriod', 'snapshot']),
  origin: z.enum(['statutory', 'official', 'own']),
  trajectory: z.enum(['linear', 'workdays', 'seasonal', 'stated', 'step']),
})

/** Everything about one item: from the sentence that promised it to the figure that judges it. */
export const itemViewSchema = z.object({
  plan: planChoiceSchema,
  today: z.string(),
  item: z.object({
    itemId: z.string(),
    kind: itemKindSchema,
    title: z.string(),
    path: z.string(),
    quote: z.string(),
    frequency: z.enum(['week', 'dekad', 'month', 'quarter', 'halfYear', 'year']),
    openList: z.boolean(),
    promise: promiseSchema.nullable(),
  }),
  line: wallItemSchema,
  sentence: z
    .object({
      documentId: z.string(),
      fileName: z.string(),
      before: z.string(),
      sentence: z.string(),
      after: z.string(),
    })
    .nullable(),
  people: z.object({
    campaignName: z.string().nullable(),
    convener: z.string().nullable(),
    officeUnitName: z.string().nullable(),
    leaderInCharge: z.string().nullable(),
    responsiblePerson: z.string().nullable(),
    reportingUnit: z.object({ unitId: z.string(), name: z.string() }).nullable(),
    duties: z.array(z.object({ unit: z.string(), role: z.enum(['lead', 'responsible', 'support', 'participate']) })),
  }),
  live: standingSchema,
  official: standingSchema.nullable(),
  lastSeal: sealHeadSchema.nullable(),
  nodes: z.array(
    z.object({ label: z.string(), due: z.string(), doneOn: z.string().nullable(), verified: z.boolean() }),
  ),
  chart: chartSchema.nullable(),
  history: z.array(historyEntrySchema),
  verifications: z.array(z.object({ basis: z.string(), note: z.string(), by: signatureSchema })),
  redLines: z.array(z.object({ itemId: z.string(), happenedOn: z.string(), note: z.string(), recordedAt: z.string() })),
  related: z.array(z.object({ itemId: z.string(), title: z.string(), light: lightSchema.nullable() })),
})

export type ItemView = z.infer<typeof itemViewSchema>
export type HistoryEntry = z.infer<typeof historyEntrySchema>
export type ItemChart = z.infer<typeof chartSchema>
export type Standing = z.infer<typeof standingSchema>
export type Signature = z.infer<typeof signatureSchema>
