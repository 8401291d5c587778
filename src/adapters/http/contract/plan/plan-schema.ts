import { z } from 'zod'
import {
  blocksSchema,
  campaignSchema,
  headingSchema,
  itemKindSchema,
  itemSchema,
  list,
  metaSchema,
  roleSchema,
  spanSchema,
  taskForceSchema,
  unitKindSchema,
} from './item-schema.ts'

export const planSummarySchema = z.object({
  planId: z.string(),
  title: z.string(),
  framework: z.string().nullable(),
  year: z.number(),
  version: z.number(),
  publishedAt: z.string(),
  items: z.number(),
})

const versionSchema = z.object({
  version: z.number(),
  fileName: z.string(),
  contentHash: z.string(),
  publishedAt: z.string(),
  publishedByName: z.string(),
  reason: z.string(),
})

export const planPageSchema = z.object({
  plan: planSummarySchema,
  meta: metaSchema,
  campaigns: list(campaignSchema),
  taskForces: list(taskForceSchema),
  units: list(z.object({ unitId: z.string(), name: z.string(), kind: unitKindSchema, items: z.number() })),
  versions: list(versionSchema),
})

export const itemFilterSchema = z.object({
  kind: itemKindSchema.exactOptional(),
  campaign: z.coerce.number().int().exactOptional(),
  unitId: z.uuid().exactOptional(),
  role: roleSchema.exactOptional(),
  text: z.string().max(100).exactOptional(),
})

export const itemRowSchema = z.object({
  item: itemSchema,
  /** The target in words; null where the item has none. */
  target: z.object({ zh: z.string(), en: z.string() }).nullable(),
  reportingUnitId: z.string().nullable(),
  duties: list(z.object({ unitId: z.string(), unit: z.string(), role: roleSchema })),
  /** Further lists in which it stands. */
  alsoIn: list(z.enum(['task', 'project', 'policy'])),
  addedInVersion: z.number(),
})

/** Values as the plan's content holds them; null = the side has none. */
const fieldChange = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })

export const differenceSchema = z.object({
  meta: list(fieldChange),
  added: list(itemSchema),
  removed: list(itemSchema),
  changed: list(z.object({ itemId: z.string(), kind: itemKindSchema, title: z.string(), changes: list(fieldChange) })),
  unchanged: z.number(),
  units: z.object({ added: list(z.string()), removed: list(z.string()) }),
  campaigns: list(fieldChange),
  taskForces: list(fieldChange),
})

export const planTextSchema = z.object({
  title: z.string(),
  version: z.number(),
  fileName: z.string(),
  text: z.string(),
  blocks: blocksSchema,
  headings: list(headingSchema),
  anchors: list(
    z.object({
      itemId: z.string(),
      kind: itemKindSchema,
      title: z.string(),
      quote: z.string(),
      spans: list(spanSchema),
    }),
  ),
})

export const itemSourceSchema = z.object({
  planId: z.string(),
  planTitle: z.string(),
  version: z.number(),
  fileName: z.string(),
  path: z.string(),
  headings: list(z.string()),
  before: z.string(),
  sentence: z.string(),
  after: z.string(),
  quote: z.string(),
})

export const unitAccountSchema = z.object({
  unit: z.string(),
  unitKind: z.string(),
  post: z.string(),
  login: z.string(),
  /** Shown this once; null where the holder has signed in before. */
  linkToken: z.string().nullable(),
})

export type WirePlanPage = z.output<typeof planPageSchema>
export type WireItemRow = z.output<typeof itemRowSchema>
export type WireDifference = z.output<typeof differenceSchema>
export type WirePlanText = z.output<typeof planTextSchema>
