import { z } from 'zod'

/** A search parameter that is left out where the address says nonsense: a mistyped link still opens its page. */
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

/** What the address of the wall says: its filters, the item whose why is open, and whether it fills the screen. */
export const wallSearch = z.object({
  plan: optional(z.uuid()),
  campaign: optional(z.number().int()),
  unit: optional(z.uuid()),
  light: optional(z.enum(['red', 'yellow', 'green', 'blue', 'grey'])),
  kind: optional(z.enum(['indicator', 'task', 'project', 'policy'])),
  q: optional(z.string().max(100)),
  item: optional(z.string()),
  board: optional(z.boolean()),
})

/** The issued text: the item whose sentence is shown, and a version that is not the one in force. */
export const planTextSearch = z.object({ item: optional(z.string()), version: optional(z.coerce.number().int()) })

/** Review of a draft: the tab and the entry that is open. */
export const reviewSearch = z.object({ tab: optional(z.string()), item: optional(z.string()) })

/** A plan's lists: projection, list, and what narrows them. */
export const planSearch = z.object({
  view: optional(z.enum(['works', 'duties'])),
  list: optional(z.string()),
  campaign: optional(z.coerce.number().int()),
  unitId: optional(z.uuid()),
  role: optional(z.enum(['lead', 'responsible', 'support', 'participate'])),
  text: optional(z.coerce.string().max(100)),
})

/** What the address of a list of problems or orders says. */
export const listSearch = z.object({
  all: optional(z.boolean()),
  mine: optional(z.boolean()),
  overdue: optional(z.boolean()),
})

/** How sheets are answered: one period of a cadence, and by what units are sorted. */
export const answeringSearch = z.object({
  period: optional(z.string().max(20)),
  cadence: optional(z.uuid()),
  sort: optional(z.enum(['completeness', 'timeliness', 'returnRate', 'due'])),
})

/** The burden account: its month. */
export const burdenSearch = z.object({ month: optional(z.string().regex(/^\d{4}-M\d{2}$/)) })

/** My messages: what they are narrowed to. */
export const messagesSearch = z.object({
  unread: optional(z.boolean()),
  level: optional(z.enum(['reminder', 'urging', 'warning'])),
})

/** Review of a publication: what the fields are narrowed to. */
export const publicationSearch = z.object({
  class: optional(z.enum(['public', 'internal', 'restricted'])),
  decision: optional(z.enum(['undecided', 'release', 'withhold'])),
  field: optional(z.string().max(40)),
  q: optional(z.coerce.string().max(100)),
})

/** A public plan: what is looked for. */
export const publicSearch = z.object({
  q: optional(z.coerce.string().max(100)),
  light: optional(z.enum(['red', 'yellow', 'green', 'blue', 'grey'])),
})

/** Scores: the plan and the evaluation. */
export const scoresSearch = z.object({ plan: optional(z.uuid()), run: optional(z.uuid()) })

/** A panel sheet: the plan and the quarter. */
export const panelSearch = z.object({ plan: optional(z.uuid()), period: optional(z.string().max(10)) })

/** The register of units: what it is narrowed to. */
export const unitsSearch = z.object({
  q: optional(z.coerce.string().max(100)),
  kind: optional(
    z.enum([
      ...(['bureau', 'office', 'township', 'street', 'stationed'] as const),
      ...(['stateCompany', 'court', 'bank', 'group', 'other'] as const),
    ]),
  ),
  ended: optional(z.boolean()),
})

/** The Gantt: its filters, how much time it shows and around which day, the row that is open, and the paper. */
export const ganttSearch = z.object({
  plan: optional(z.uuid()),
  campaign: optional(z.number().int()),
  unit: optional(z.uuid()),
  late: optional(z.boolean()),
  scale: optional(z.enum(['year', 'quarter', 'month'])),
  at: optional(z.iso.date()),
  item: optional(z.string()),
  paper: optional(z.enum(['a3', 'a4'])),
})

/** The calendar of what is due: the month, and whether the reader's units alone. */
export const calendarSearch = z.object({
  month: optional(z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)),
  mine: optional(z.boolean()),
})

/** The work calendar: the year that is shown. */
export const workCalendarSearch = z.object({ year: optional(z.coerce.number().int().min(2000).max(2100)) })

/** Whose own year is looked at. */
export const yearPlanSearch = z.object({ unit: optional(z.uuid()) })
