import { z } from 'zod'
import { daySchema as reachableDay, endpoint } from '#adapters/http/contract/kit'
import { text } from './lines.ts'
import { actSchema } from './rhythms.ts'

const stateSchema = z.enum(['coming', 'due', 'overdue', 'done'])

const actOfPeriodSchema = z.object({
  cadenceId: z.string(),
  cadenceName: z.string(),
  planId: z.string(),
  planTitle: z.string(),
  campaignName: z.string().nullable(),
  act: actSchema,
  periodId: z.string(),
  dueAt: z.string(),
  readsUntil: z.string(),
  /** The holidays of the due day's year are not published yet. */
  isProvisional: z.boolean(),
  state: stateSchema,
  /** Unit of the task-force office that holds it; null = the coordinating office. */
  heldBy: z.string().nullable(),
  goesTo: z.string(),
  doneAt: z.string().nullable(),
  doneNote: z.string(),
  /** How far the asked have come; null where nothing was asked. */
  asked: z.object({ units: z.number(), lines: z.number(), answered: z.number() }).nullable(),
  /** What of it the reader's own units are asked, or will be. */
  own: z.object({ state: stateSchema, lines: z.number(), answered: z.number() }).nullable(),
})

const daySchema = z.object({ date: z.string(), work: z.boolean(), name: z.string() })
const movedSchema = z.array(
  z.object({
    cadenceId: z.string(),
    cadenceName: z.string(),
    periodId: z.string(),
    from: z.string(),
    dueAt: z.string(),
  }),
)
const changeSchema = z.object({
  years: z.array(z.number()),
  days: z.array(daySchema),
  moved: movedSchema,
  /** Rows that cannot be understood, in the reader's language. */
  problems: z.array(z.object({ row: z.number(), title: z.string() })),
})

const feedSchema = z.object({
  feedId: z.string(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  madeAt: z.string(),
})

const CALENDAR_BYTES = 2 * 1024 * 1024

export type ActOfPeriod = z.infer<typeof actOfPeriodSchema>
export type CalendarChange = z.infer<typeof changeSchema>
export type CalendarFeed = z.infer<typeof feedSchema>

/** Who owes what to whom by when; the work calendar that it is reckoned by; addresses for calendar programs. */
export const calendarContract = {
  calendar: endpoint({
    method: 'get',
    path: '/api/calendar',
    summary: 'What is due between two days, what is overdue from before, and what came back',
    query: z.object({ from: reachableDay, to: reachableDay }),
    output: z.object({
      acts: z.array(actOfPeriodSchema),
      overdue: z.array(actOfPeriodSchema),
      returned: z.array(
        z.object({
          reportId: z.string(),
          cadenceId: z.string(),
          periodId: z.string(),
          itemTitle: z.string(),
          unitId: z.string(),
          returnDueAt: z.string(),
        }),
      ),
    }),
  }),
  holdAct: endpoint({
    method: 'post',
    path: '/api/cadences/{cadenceId}/acts/{act}/periods/{periodId}/held',
    summary: 'Record that an act which only reads was held: a circular sent, a quarter reviewed',
    params: z.object({ cadenceId: z.uuid(), act: actSchema, periodId: z.string().min(4).max(10) }),
    body: z.object({ note: text(300) }),
    output: z.object({ heldAt: z.string() }),
  }),
  workYear: endpoint({
    method: 'get',
    path: '/api/work-calendar/{year}',
    summary: 'One year of the work calendar: every day that differs from Monday to Friday',
    params: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
    output: z.object({
      year: z.number(),
      isProvisional: z.boolean(),
      loaded: z.object({ fileName: z.string(), loadedAt: z.string(), loadedByName: z.string() }).nullable(),
      days: z.array(daySchema.extend({ source: z.enum(['shipped', 'loaded', 'own', 'statutory']) })),
    }),
  }),
  previewCalendar: endpoint({
    method: 'post',
    path: '/api/work-calendar/preview',
    evenWhenFull: true,
    summary:
      'A dry run of a calendar file (xlsx, csv, json): which days change, which due moments move, which rows are wrong',
    upload: { maxBytes: CALENDAR_BYTES },
    output: changeSchema,
  }),
  loadCalendar: endpoint({
    method: 'post',
    path: '/api/work-calendar',
    summary: 'Load the years of a calendar file; open periods that are not due yet follow it',
    upload: { maxBytes: CALENDAR_BYTES },
    output: changeSchema,
  }),
  setOwnDay: endpoint({
    method: 'put',
    path: '/api/work-calendar/days/{date}',
    summary: 'Make a day the region’s own, worked or off; work null takes it back',
    params: z.object({ date: z.iso.date() }),
    body: z.object({ work: z.boolean().nullable(), name: text(50) }),
    output: z.object({ moved: movedSchema }),
  }),
  feeds: endpoint({
    method: 'get',
    path: '/api/calendar-feeds',
    summary: 'The reader’s subscription addresses in use; the addresses themselves are not kept',
    output: z.object({ feeds: z.array(feedSchema) }),
  }),
  makeFeed: endpoint({
    method: 'post',
    path: '/api/calendar-feeds',
    summary: 'Make a secret subscription address, for all that concerns the reader or for one of his units',
    body: z.object({ unitId: z.uuid().nullable() }),
    output: z.object({ feedId: z.string(), path: z.string() }),
  }),
  revokeFeed: endpoint({
    method: 'delete',
    path: '/api/calendar-feeds/{feedId}',
    summary: 'End a subscription address',
    params: z.object({ feedId: z.string().min(1).max(100) }),
    output: z.object({ done: z.literal(true) }),
  }),
  readFeed: endpoint({
    method: 'get',
    path: '/api/public/{regionId}/calendar/{token}',
    summary: 'The due moments of a subscription address as iCalendar (RFC 5545)',
    access: 'public',
    params: z.object({ regionId: z.string().min(1).max(63), token: z.string().min(1).max(200) }),
    query: z.object({ language: z.enum(['zh', 'en']).default('zh') }),
    sends: 'text/calendar',
  }),
} as const
