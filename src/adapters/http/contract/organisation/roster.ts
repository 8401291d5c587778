import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'

const MOST_ROSTER_BYTES = 4 * 1024 * 1024
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const sheetSchema = z.enum(['units', 'groups', 'people'])
const countsSchema = z.object({ new: z.number(), changed: z.number(), unchanged: z.number(), refused: z.number() })
const lineSchema = z.object({
  ...{ sheet: sheetSchema, row: z.number(), what: z.string(), words: z.string(), column: z.string().nullable() },
  outcome: z.enum(['new', 'changed', 'refused']),
  /** Why it is refused and what helps, in the reader's language. */
  remedy: z.string().nullable(),
})

/** What a roster would do. */
export type RosterView = z.infer<typeof rosterViewSchema>
const rosterViewSchema = z.object({
  counts: countsSchema,
  lines: z.array(lineSchema),
  leftOut: z.array(z.object({ sheet: sheetSchema, rows: z.number() })),
  fingerprint: z.string(),
})

export const rosterContract = {
  rosterTemplate: endpoint({
    ...{ method: 'get', path: '/api/organisation/template.xlsx', summary: 'An empty roster to fill in', sends: XLSX },
  }),
  rosterExport: endpoint({
    ...{ method: 'get', path: '/api/organisation/export.xlsx' },
    ...{ summary: 'The register in the shape in which it is imported', sends: XLSX },
  }),
  checkRoster: endpoint({
    ...{ method: 'post', path: '/api/organisation/import/check', evenWhenFull: true },
    summary: 'What a filled roster would do, row by row; nothing is done',
    ...{ upload: { maxBytes: MOST_ROSTER_BYTES }, output: rosterViewSchema },
  }),
  importRoster: endpoint({
    ...{ method: 'post', path: '/api/organisation/import' },
    summary: 'Do what was shown, all of it or nothing',
    ...{ upload: { maxBytes: MOST_ROSTER_BYTES }, body: z.object({ fingerprint: z.string().max(64) }) },
    output: z.object({ units: z.number(), groups: z.number(), accounts: z.number(), roles: z.number() }),
  }),
} as const
