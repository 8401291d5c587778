import { z } from 'zod'
import type { DraftBody, DraftReading } from '#core/plan'
import { columnUses } from '#core/reading'
import type { SourceDocument } from '#core/reading'
import {
  storedCampaign,
  storedHeading,
  storedItem,
  storedMeta,
  storedTaskForce,
  storedThresholds,
  storedUnit,
} from './stored-item.ts'

const span = z.object({ start: z.number(), end: z.number() })
const detail = z.record(z.string(), z.union([z.string(), z.number()]))

/** An entry's kind and body, read together. */
export const storedBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('meta'), body: storedMeta.extend({ year: z.number().nullable() }) }),
  z.object({ kind: z.literal('campaign'), body: storedCampaign }),
  z.object({ kind: z.literal('unit'), body: storedUnit }),
  z.object({ kind: z.literal('taskForce'), body: storedTaskForce }),
  z.object({ kind: z.literal('item'), body: storedItem }),
  z.object({ kind: z.literal('mute'), body: z.object({ findingId: z.string(), reason: z.string() }) }),
  z.object({ kind: z.literal('thresholds'), body: storedThresholds }),
]) satisfies z.ZodType<DraftBody>

/** What a reading left in its draft. */
export const storedReading = z.object({
  headings: z.array(storedHeading),
  sentences: z.array(
    z.object({
      span,
      uses: z.array(
        z.enum([
          ...(['heading', 'indicator', 'task', 'clause', 'taskForce', 'cadence', 'deadline'] as const),
          ...(['redLine', 'preamble', 'qualitative', 'meta', 'left'] as const),
        ]),
      ),
      why: z.string().nullable(),
    }),
  ),
  marks: z.array(
    z.object({
      span,
      kind: z.enum(['unit', 'figure', 'deadline', 'cadence', 'project', 'policy', 'redLine', 'qualitative']),
      rule: z.string(),
    }),
  ),
  findings: z.array(
    z.object({
      findingId: z.string(),
      ruleId: z.string(),
      severity: z.enum(['error', 'question', 'note']),
      messageKey: z.string(),
      detail,
      places: z.array(span),
      count: z.number().exactOptional(),
    }),
  ),
}) satisfies z.ZodType<DraftReading>

const cell = z.object({
  span,
  columnSpan: z.number().exactOptional(),
  rowSpan: z.number().exactOptional(),
  header: z.boolean().exactOptional(),
  address: z.string().exactOptional(),
})

const tasks = z.object({ headRows: z.number(), columns: z.array(z.enum(columnUses)) })

const block = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('paragraph'),
    span,
    role: z.enum(['body', 'footnote', 'textBox', 'header', 'footer']).exactOptional(),
    headingLevel: z.number().exactOptional(),
    numberLength: z.number().exactOptional(),
    bold: z.boolean().exactOptional(),
    align: z.enum(['left', 'center', 'right', 'justify']).exactOptional(),
    pageBreakBefore: z.boolean().exactOptional(),
  }),
  z.object({
    kind: z.literal('table'),
    span,
    rows: z.array(z.array(cell)),
    sheet: z.string().exactOptional(),
    tasks: tasks.exactOptional(),
  }),
])

/** An issued document's text with its blocks. */
export const storedSource = z.object({
  format: z.enum(['txt', 'docx', 'doc', 'pdf', 'html', 'xlsx', 'xls', 'csv']),
  text: z.string(),
  blocks: z.array(block),
  notes: z.array(z.object({ code: z.string(), span: span.exactOptional(), detail: detail.exactOptional() })),
}) satisfies z.ZodType<SourceDocument>
