import { z } from 'zod'
import { list } from './item-schema.ts'

const columnUseSchema = z.enum([
  ...(['number', 'group', 'title', 'goal', 'measures', 'lead', 'responsible', 'support', 'participate'] as const),
  ...(['leader', 'person', 'due', 'none'] as const),
])

/** What the columns of tables with these heads hold, by the letters of the columns. */
export const statedColumnsSchema = z
  .array(
    z.object({ headKey: z.string().max(20_000), uses: z.record(z.string().regex(/^[A-Z]{1,3}$/), columnUseSchema) }),
  )
  .max(50)

/** The same as JSON text, because it comes beside a file. */
export const columnsField = z.string().max(50_000)

/** A task table of a file, as it would be read. */
export const tableLookSchema = z.object({
  sheet: z.string(),
  headRow: z.number(),
  headKey: z.string(),
  remembered: z.boolean(),
  columns: list(z.object({ letters: z.string(), head: z.string(), use: columnUseSchema, samples: list(z.string()) })),
  tasks: z.number(),
  /** Rows that give no task, or less than they say, in words. */
  faults: list(z.object({ number: z.number(), words: z.object({ zh: z.string(), en: z.string() }) })),
})

export type WireColumnUse = z.output<typeof columnUseSchema>
export type WireTableLook = z.output<typeof tableLookSchema>
