import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'
import { text } from './lines.ts'

export const actSchema = z.enum(['dispatch', 'reconciliation', 'circular', 'review', 'briefing', 'monthlyReport'])
export const listSchema = z.enum(['indicator', 'task', 'project', 'policy'])

const actRuleSchema = z.object({
  periodKind: z.enum(['day', 'week', 'twoWeek', 'dekad', 'month', 'quarter', 'halfYear', 'year']),
  /** Months of a monthly act in which alone it is held; none = in every period. */
  months: z.array(z.number().int().min(1).max(12)).max(12),
  /** The Monday from which two weeks are counted; null for every other kind. */
  anchor: z.iso.date().nullable(),
  /** Working days after the period's last day; negative = before it. */
  dueWorkdays: z.number().int().min(-20).max(60),
  dueHour: z.number().int().min(0).max(23),
  cutOffDay: z.number().int().min(1).max(31).nullable(),
  goesTo: text(100),
})

const wantedSchema = z.array(z.object({ act: actSchema, rule: actRuleSchema })).max(6)

/** A cadence with its acts as they follow each other; `rule` null = not held from that day on. */
export const cadenceSchema = z.object({
  cadenceId: z.string(),
  planId: z.string(),
  planTitle: z.string(),
  planYear: z.number(),
  name: z.string(),
  campaignNo: z.number().nullable(),
  campaignName: z.string().nullable(),
  list: listSchema.nullable(),
  endsOn: z.string().nullable(),
  /** Whether the clock opens its periods on their first day. */
  opensByItself: z.boolean(),
  acts: z.array(z.object({ act: actSchema, fromDay: z.string(), rule: actRuleSchema.nullable() })),
})

export type Act = z.infer<typeof actSchema>
export type ActRule = z.infer<typeof actRuleSchema>
export type Cadence = z.infer<typeof cadenceSchema>

const cadenceId = z.object({ cadenceId: z.uuid() })

/** Setting up, changing and ending cadences. */
export const rhythmContract = {
  addCadence: endpoint({
    method: 'post',
    path: '/api/cadences',
    summary: 'Set up a rhythm of a plan, or of one of its campaigns or lists',
    body: z.object({
      planId: z.uuid(),
      name: text(50).min(1),
      campaignNo: z.number().int().nullable(),
      list: listSchema.nullable(),
      /** The day from which it is held; null = at once. */
      startsOn: z.iso.date().nullable().default(null),
      acts: wantedSchema,
      opensByItself: z.boolean().default(true),
      /** Why it asks what is asked already; needed only where it does. */
      reason: text(500).optional(),
    }),
    output: z.object({ cadenceId: z.string() }),
  }),
  changeCadence: endpoint({
    method: 'put',
    path: '/api/cadences/{cadenceId}',
    summary: 'Change the name and the acts of a cadence from the next period of each on',
    params: cadenceId,
    body: z.object({
      name: text(50).min(1),
      acts: wantedSchema,
      /** Not said = as before. */
      opensByItself: z.boolean().optional(),
      reason: text(500).optional(),
    }),
    output: z.object({ cadenceId: z.string(), from: z.string().nullable() }),
  }),
  endCadence: endpoint({
    method: 'post',
    path: '/api/cadences/{cadenceId}/end',
    summary: 'End a cadence: what units have been asked stays',
    params: cadenceId,
    output: z.object({ endsOn: z.string() }),
  }),
} as const
