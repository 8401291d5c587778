import { z } from 'zod'
import { blocksSchema, bodySchema, headingSchema, list, spanSchema } from './item-schema.ts'

const bothLanguages = z.object({ zh: z.string(), en: z.string() })

/** An entry as a person saves it: its body, and why it no longer counts. */
export const entrySchema = z.intersection(
  bodySchema,
  z.object({
    entryId: z.string().min(1).max(200),
    removedAs: z.enum(['deleted', 'notATask', 'merged']).nullable(),
  }),
)

const entryRowSchema = z.object({
  entry: entrySchema,
  revision: z.number(),
  orderNo: z.number(),
  changedAt: z.string(),
  changedByName: z.string(),
})

const statusSchema = z.enum(['item', 'structure', 'promise', 'setAside', 'left'])

export const standingSchema = z.object({
  coverage: z.object({ statuses: list(statusSchema), counts: z.record(statusSchema, z.number()) }),
  openPoints: list(
    z.object({
      code: z.string(),
      entryId: z.string(),
      detail: z.record(z.string(), z.union([z.string(), z.number()])),
      blocks: z.boolean(),
    }),
  ),
  suggestions: list(z.object({ keep: z.string(), alias: z.string() })),
})

export const changeSchema = z.object({ revision: z.number(), entries: list(entryRowSchema), standing: standingSchema })

const stateSchema = z.enum(['open', 'published', 'discarded'])

export const changesSchema = z.object({
  revision: z.number(),
  state: stateSchema,
  entries: list(entryRowSchema),
  standing: standingSchema.nullable(),
})

export const draftSummarySchema = z.object({
  draftId: z.string(),
  planId: z.string().nullable(),
  state: stateSchema,
  title: z.string(),
  fileName: z.string(),
  createdAt: z.string(),
  createdByName: z.string(),
  items: z.number(),
})

const findingSchema = z.object({
  findingId: z.string(),
  ruleId: z.string(),
  severity: z.enum(['error', 'question', 'note']),
  message: bothLanguages,
  remedy: bothLanguages,
  places: list(spanSchema),
  /** A trait of the whole text: how often it was met; `places` are the first of them. */
  count: z.number().exactOptional(),
})

const sentenceSchema = z.object({ span: spanSchema, why: z.string().nullable() })
const markSchema = z.object({
  span: spanSchema,
  kind: z.enum(['unit', 'figure', 'deadline', 'cadence', 'project', 'policy', 'redLine', 'qualitative']),
  rule: z.string(),
})

export const draftPageSchema = z.object({
  draftId: z.string(),
  planId: z.string().nullable(),
  state: stateSchema,
  revision: z.number(),
  fileName: z.string(),
  createdAt: z.string(),
  createdByName: z.string(),
  text: z.string(),
  blocks: blocksSchema,
  /** What is to be compared with the original: counted numbers, rows that gave no task. */
  warnings: list(bothLanguages),
  headings: list(headingSchema),
  sentences: list(sentenceSchema),
  marks: list(markSchema),
  findings: list(findingSchema),
  openPointWords: z.record(z.string(), bothLanguages),
  entries: list(entryRowSchema),
  standing: standingSchema,
})

export type WireEntry = z.output<typeof entrySchema>
export type WireEntryRow = z.output<typeof entryRowSchema>
export type WireStanding = z.output<typeof standingSchema>
export type WireDraft = z.output<typeof draftPageSchema>
export type WireFinding = z.output<typeof findingSchema>
export type WireStatus = z.output<typeof statusSchema>
