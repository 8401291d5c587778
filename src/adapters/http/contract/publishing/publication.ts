import { z } from 'zod'
import { lightSchema, operatorSchema, reasonSchema } from '#adapters/http/contract/insight'

const targetSchema = z.object({
  op: operatorSchema,
  value: z.string().nullable(),
  valueHigh: z.string().nullable(),
  unit: z.string(),
  commitment: z.enum(['strive', 'firm']),
  due: z.string(),
})
const figureSchema = z.object({
  value: z.string(),
  unit: z.string(),
  asOf: z.string(),
  periodId: z.string(),
  sealSeq: z.number().nullable(),
  release: z.object({ body: z.string(), document: z.string(), releasedOn: z.string() }).nullable(),
})
const nodeSchema = z.object({ label: z.string(), due: z.string(), doneOn: z.string().nullable() })
const correctionSchema = z.object({
  periodId: z.string(),
  oldFigure: z.string().nullable(),
  newFigure: z.string().nullable(),
  unit: z.string(),
  approvedOn: z.string(),
})

export const fieldNameSchema = z.enum([
  'title',
  'sentence',
  'target',
  'unit',
  'figure',
  'light',
  'why',
  'nodes',
  'corrections',
  'correctionReasons',
  'paragraph',
  'blockage',
  'leaderInCharge',
  'responsiblePerson',
])
export const disclosureClassSchema = z.enum(['public', 'internal', 'restricted'])

const fieldsShape = {
  title: z.string(),
  sentence: z.string(),
  target: targetSchema,
  unit: z.string(),
  figure: figureSchema,
  light: lightSchema,
  why: z.array(reasonSchema),
  nodes: z.array(nodeSchema),
  corrections: z.array(correctionSchema),
  correctionReasons: z.array(z.string()),
  paragraph: z.string(),
  blockage: z.string(),
  leaderInCharge: z.string(),
  responsiblePerson: z.string(),
} as const

const planSchema = z.object({
  planId: z.string(),
  title: z.string(),
  year: z.number(),
  issuer: z.string().nullable(),
  docNumber: z.string().nullable(),
  campaigns: z.array(z.object({ no: z.number(), name: z.string() })),
})
const sealSchema = z.object({ seq: z.number(), hash: z.string(), periodId: z.string(), sealedOn: z.string() })
const itemBase = {
  itemId: z.string(),
  kind: z.enum(['indicator', 'task', 'project', 'policy']),
  campaignNo: z.number().nullable(),
}

export const publicationRowSchema = z.object({
  publicationId: z.string(),
  planId: z.string(),
  sealSeq: z.number(),
  periodId: z.string(),
  state: z.enum(['review', 'published', 'withdrawn']),
  createdAt: z.string(),
  createdByName: z.string(),
  publishedAt: z.string().nullable(),
  publishedByName: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  withdrawalReason: z.string().nullable(),
})

/** A pack in review: everything of it, for reviewers only. */
export const publicationPageSchema = z.object({
  publication: publicationRowSchema.extend({ revision: z.number() }),
  plan: planSchema,
  seal: sealSchema,
  items: z.array(z.object({ ...itemBase, fields: z.object(fieldsShape).partial().required({ title: true }) })),
  lines: z.array(
    z.object({
      key: z.string(),
      itemId: z.string(),
      field: fieldNameSchema,
      class: disclosureClassSchema,
      ground: z.enum(['persons', 'cases', 'debt', 'hazards', 'secrets']).nullable(),
      decision: z.object({ decision: z.enum(['release', 'withhold']), reason: z.string() }).nullable(),
    }),
  ),
  contradictions: z.array(z.object({ withheld: z.string(), released: z.string() })),
  mayPublish: z.boolean(),
})

const publicItemSchema = z
  .object({ ...itemBase, ...fieldsShape })
  .partial()
  .required({
    itemId: true,
    kind: true,
    campaignNo: true,
    title: true,
  })

/** A plan as anybody sees it. A field that was not released is not there. */
export const publicPlanSchema = z.object({
  plan: planSchema,
  seal: sealSchema,
  items: z.array(publicItemSchema),
})

export const publicRowSchema = z.object({
  planId: z.string(),
  state: z.enum(['published', 'withdrawn']),
  released: publicPlanSchema.nullable(),
  publishedAt: z.string(),
  withdrawnAt: z.string().nullable(),
  withdrawalReason: z.string().nullable(),
})

export type PublicationRow = z.infer<typeof publicationRowSchema>
export type PublicationPage = z.infer<typeof publicationPageSchema>
export type ReviewLine = PublicationPage['lines'][number]
export type ReviewItem = PublicationPage['items'][number]
export type FieldName = z.infer<typeof fieldNameSchema>
export type PublicPlan = z.infer<typeof publicPlanSchema>
export type PublicItem = PublicPlan['items'][number]
export type PublicRow = z.infer<typeof publicRowSchema>
export type PackTarget = z.infer<typeof targetSchema>
export type PackFigure = z.infer<typeof figureSchema>
