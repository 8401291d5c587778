import { z } from 'zod'

/** A list whose type is read-only on both sides of the wire. */
export const list = <T extends z.ZodType>(schema: T) => z.array(schema).readonly()

const words = z.string().max(4000)
const shortWords = z.string().max(300)
const name = z.string().trim().max(100)
const figure = z.string().max(40).nullable()
const day = z.string().max(10)

export const spanSchema = z.object({ start: z.number().int().min(0), end: z.number().int().min(0) })
export const itemKindSchema = z.enum(['indicator', 'task', 'project', 'policy'])
export const roleSchema = z.enum(['lead', 'responsible', 'support', 'participate'])
export const unitKindSchema = z.enum([
  ...(['bureau', 'office', 'township', 'street', 'stationed'] as const),
  ...(['stateCompany', 'court', 'bank', 'group', 'other'] as const),
])

export const targetSchema = z.object({
  subject: shortWords,
  kind: z.enum(['level', 'increment', 'growth', 'decline', 'rank', 'relative', 'redLine', 'qualitative', 'coverage']),
  op: z.enum(['>=', '<=', '>', '<', '=', '~']),
  value: figure,
  valueHigh: figure,
  unit: z.string().max(40),
  commitment: z.enum(['strive', 'firm']),
  measure: z.enum(['flow', 'stock', 'reduce', 'hold', 'cap', 'once']),
  baseline: figure,
  relativeTo: shortWords.nullable(),
  test: shortWords.exactOptional(),
  due: day,
})

const trajectorySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('linear') }),
  z.object({ kind: z.literal('workdays') }),
  z.object({ kind: z.literal('seasonal'), monthShares: list(z.string().max(40)) }),
  z.object({ kind: z.literal('stated'), points: list(z.object({ on: day, value: z.string().max(40) })) }),
  z.object({
    kind: z.literal('step'),
    points: list(z.object({ on: day, value: z.string().max(40) })).exactOptional(),
  }),
])

const itemBase = z.object({
  itemId: z.string().max(100),
  campaignNo: z.number().int().min(0).max(999).nullable(),
  path: shortWords,
  title: z.string().trim().max(400),
  sentence: spanSchema.nullable(),
  alsoAt: list(spanSchema).exactOptional(),
  quote: words,
  duties: list(z.object({ unit: name, role: roleSchema })),
  openList: z.boolean(),
  leaderInCharge: shortWords.nullable(),
  responsiblePerson: shortWords.nullable(),
  timeNodes: list(z.object({ label: shortWords, due: day })),
  frequency: z.enum(['week', 'dekad', 'month', 'quarter', 'halfYear', 'year']),
})

/** An item of a plan on the wire. */
export const itemSchema = z.discriminatedUnion('kind', [
  itemBase.extend({
    kind: z.literal('indicator'),
    target: targetSchema,
    accumulation: z.enum(['yearToDate', 'perPeriod', 'snapshot']),
    origin: z.enum(['statutory', 'official', 'own']),
    trajectory: trajectorySchema,
    taskId: z.string().max(100).nullable(),
    measureConfirmed: z.boolean(),
    recognised: z.boolean().exactOptional(),
  }),
  itemBase.extend({ kind: z.literal('task') }),
  itemBase.extend({
    kind: z.literal('project'),
    investment: figure,
    stage: z.enum(['reserve', 'applied', 'approved', 'started', 'completed', 'settled']),
  }),
  itemBase.extend({
    kind: z.literal('policy'),
    action: z.enum(['obtain', 'make', 'deliver']),
    document: shortWords.nullable(),
    body: shortWords.nullable(),
    amount: shortWords.nullable(),
    beneficiaries: shortWords.nullable(),
    stage: shortWords,
  }),
])

export const metaSchema = z.object({
  title: z.string().trim().max(300),
  framework: shortWords.nullable(),
  docNumber: shortWords.nullable(),
  issuer: shortWords.nullable(),
  issuedOn: day.nullable(),
  copies: shortWords.nullable().exactOptional(),
  year: z.number().int().min(1949).max(2200),
})
export const campaignSchema = z.object({ no: z.number().int(), name, annex: z.number().int().nullable() })
export const unitSchema = z.object({
  name,
  kind: unitKindSchema,
  aliases: list(name),
  members: list(name).exactOptional(),
})
export const taskForceSchema = z.object({
  campaignNo: z.number().int(),
  convener: shortWords.nullable(),
  deputies: list(shortWords),
  members: list(name),
  office: name.nullable(),
})
export const headingSchema = z.object({ path: z.string(), title: z.string(), span: spanSchema })

/** What an entry of a draft holds, by its kind. */
export const bodySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('meta'), body: metaSchema.extend({ year: metaSchema.shape.year.nullable() }) }),
  z.object({ kind: z.literal('campaign'), body: campaignSchema }),
  z.object({ kind: z.literal('unit'), body: unitSchema }),
  z.object({ kind: z.literal('taskForce'), body: taskForceSchema }),
  z.object({ kind: z.literal('item'), body: itemSchema }),
  z.object({ kind: z.literal('mute'), body: z.object({ findingId: z.string().max(200), reason: shortWords }) }),
  z.object({
    kind: z.literal('thresholds'),
    body: z.object({ lagShare: z.string().max(20), lagUnits: z.string().max(20), growthPoints: z.string().max(20) }),
  }),
])

const blockSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('paragraph'),
    span: spanSchema,
    role: z.enum(['body', 'footnote', 'textBox', 'header', 'footer']).exactOptional(),
    headingLevel: z.number().exactOptional(),
    numberLength: z.number().exactOptional(),
    bold: z.boolean().exactOptional(),
    align: z.enum(['left', 'center', 'right', 'justify']).exactOptional(),
    pageBreakBefore: z.boolean().exactOptional(),
  }),
  z.object({
    kind: z.literal('table'),
    span: spanSchema,
    rows: list(
      list(
        z.object({
          span: spanSchema,
          columnSpan: z.number().exactOptional(),
          rowSpan: z.number().exactOptional(),
          header: z.boolean().exactOptional(),
          /** Where it stands on its sheet (D5), where the file is a workbook. */
          address: z.string().exactOptional(),
        }),
      ),
    ),
    sheet: z.string().exactOptional(),
  }),
])

/** The issued text with its paragraphs and tables. */
export const blocksSchema = list(blockSchema)

export type WireItem = z.output<typeof itemSchema>
export type WireBody = z.output<typeof bodySchema>
export type WireBlock = z.output<typeof blockSchema>
export type WireTarget = z.output<typeof targetSchema>
