import { z } from 'zod'

const runSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), bold: z.boolean().optional() }),
  z.object({
    kind: z.literal('figure'),
    key: z.string(),
    value: z.string(),
    unit: z.string(),
    footnote: z.string().optional(),
  }),
])

const blockSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    text: z.string(),
    unnumbered: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('paragraph'), runs: z.array(runSchema) }),
  z.object({
    kind: z.literal('table'),
    caption: z.string().optional(),
    columns: z.array(z.object({ header: z.string(), width: z.number(), align: z.enum(['left', 'center', 'right']) })),
    rows: z.array(z.array(z.array(runSchema))),
    note: z.string().optional(),
    compact: z.boolean().optional(),
  }),
  z.object({ kind: z.literal('pageBreak') }),
])

const sealHeadSchema = z.object({ hash: z.string(), period: z.string(), sealedOn: z.string() })

/** A paper of any kind as it is printed. */
export const paperSchema = z.object({
  title: z.string(),
  blocks: z.array(blockSchema),
  sealHead: sealHeadSchema.nullable(),
})

/** What people write into a briefing. */
export const textsSchema = z.object({
  name: z.string().max(60),
  editor: z.string().max(80),
  marking: z.string().max(20),
  opening: z.string().max(10_000),
  analysis: z.string().max(10_000),
  nextSteps: z.string().max(10_000),
  report: z.array(z.string().max(80)).max(60),
  send: z.array(z.string().max(80)).max(60),
  issue: z.array(z.string().max(80)).max(60),
  copies: z.number().int().min(1).max(100_000).nullable(),
})

export const documentRowSchema = z.object({
  documentId: z.string(),
  planId: z.string(),
  title: z.string(),
  number: z.number().nullable(),
  sealSeq: z.number(),
  periodId: z.string(),
  state: z.enum(['draft', 'checked', 'issued']),
  createdByName: z.string(),
  checkedByName: z.string().nullable(),
  issuedAt: z.string().nullable(),
})

/** A plan's seal from which something can be made. */
export const sealSourceSchema = z.object({
  planId: z.string(),
  planTitle: z.string(),
  sealSeq: z.number(),
  periodId: z.string(),
})

export const briefingSchema = z.object({
  document: documentRowSchema.extend({ revision: z.number(), fileSha256: z.string().nullable() }),
  texts: textsSchema,
  head: z.object({ name: z.string(), issue: z.string(), editor: z.string(), date: z.string(), marking: z.string() }),
  title: z.string(),
  parts: z.array(
    z.object({ part: z.enum(['computed', 'opening', 'analysis', 'nextSteps']), blocks: z.array(blockSchema) }),
  ),
  sealHead: sealHeadSchema,
  may: z.object({ write: z.boolean(), check: z.boolean(), issue: z.boolean() }),
})

export type BriefingTexts = z.infer<typeof textsSchema>
export type DocumentRow = z.infer<typeof documentRowSchema>
export type Briefing = z.infer<typeof briefingSchema>
export type BriefingBlock = z.infer<typeof blockSchema>
export type BriefingRun = z.infer<typeof runSchema>
export type SealSource = z.infer<typeof sealSourceSchema>
