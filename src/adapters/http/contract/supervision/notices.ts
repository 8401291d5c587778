import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'
import { flag } from './lines.ts'

const levelSchema = z.enum(['reminder', 'urging', 'warning'])
const matterKindSchema = z.enum([
  ...(['report', 'sign', 'mend', 'accept', 'acknowledge', 'reply', 'rectify', 'unblock', 'arbitrate'] as const),
])
const placeSchema = z.object({
  kind: z.enum(['period', 'order', 'problem', 'item']),
  id: z.string(),
  periodId: z.string().nullable(),
})
const dayOfLevel = z.object({ level: levelSchema, on: z.string() })
const matterSchema = z.object({
  key: z.string(),
  kind: matterKindSchema,
  unitName: z.string(),
  subject: z.string(),
  count: z.number(),
  dueAt: z.string(),
  place: placeSchema,
  isCopy: z.boolean(),
})

const noticeSchema = z.object({
  noticeId: z.string(),
  moment: z.string(),
  level: levelSchema,
  readAt: z.string().nullable(),
  matters: z.array(
    matterSchema.extend({
      level: levelSchema,
      workdays: z.number(),
      rulesVersion: z.number(),
      next: dayOfLevel.nullable(),
    }),
  ),
})

const workdays = z.number().int().min(-60).max(60)
const daysSchema = z.object({ reminder: workdays, urging: workdays, warning: workdays })
const hoursSchema = z.array(z.number().int().min(0).max(23)).max(24)
const rulesSchema = z.object({
  levels: z.object({ sheet: daysSchema, order: daysSchema, problem: daysSchema }),
  hours: hoursSchema,
})

const rulesViewSchema = z.object({
  rules: rulesSchema.extend({ version: z.number(), publishedAt: z.string(), publishedByName: z.string() }).nullable(),
  proposed: rulesSchema,
  mayPublish: z.boolean(),
  ahead: z.array(matterSchema.extend({ isOverdue: z.boolean(), days: z.array(dayOfLevel) })),
  preference: z.object({ mailAddress: z.string().nullable(), hours: hoursSchema.nullable() }),
})

const proposalSchema = z.object({
  measure: z.enum(['interview', 'listing', 'referral']),
  grounds: z.array(z.enum(['warningUnanswered', 'claimsRefused', 'rebound'])),
  unitName: z.string(),
  subject: z.string(),
  place: placeSchema,
  warnedOn: z.string().nullable(),
  refusedClaims: z.number(),
  reopened: z.number(),
})

export type NoticeLevel = z.infer<typeof levelSchema>
export type MatterKind = z.infer<typeof matterKindSchema>
export type MatterPlace = z.infer<typeof placeSchema>
export type NoticeLine = z.infer<typeof noticeSchema>
export type RulesView = z.infer<typeof rulesViewSchema>
export type Rules = z.infer<typeof rulesSchema>
export type Proposal = z.infer<typeof proposalSchema>

export const noticeContract = {
  notices: endpoint({
    method: 'get',
    path: '/api/notices',
    summary: 'My messages, newest first',
    query: z.object({ unread: flag, level: levelSchema.optional() }),
    output: z.object({ notices: z.array(noticeSchema), unread: z.number() }),
  }),
  unread: endpoint({
    method: 'get',
    path: '/api/notices/unread',
    summary: 'How many of my messages I have not read',
    output: z.object({ unread: z.number() }),
  }),
  markRead: endpoint({
    method: 'post',
    path: '/api/notices/read',
    summary: 'Mark my messages as read; null = all of them',
    body: z.object({ noticeIds: z.array(z.uuid()).max(500).nullable() }),
    output: z.object({ marked: z.number() }),
  }),
  noticePreference: endpoint({
    method: 'put',
    path: '/api/notices/preference',
    summary: 'Where and at which hours I want to hear; null = in the app only, at the hours of the region',
    body: z.object({ mailAddress: z.email().max(200).nullable(), hours: hoursSchema.nullable() }),
    output: z.object({ saved: z.literal(true) }),
  }),
  rules: endpoint({
    method: 'get',
    path: '/api/escalation',
    summary: 'When reminder, urging and warning come, and what lies ahead of me by it',
    output: rulesViewSchema,
  }),
  publishRules: endpoint({
    method: 'post',
    path: '/api/escalation',
    summary: 'Publish when the levels come; `version` is the one that was looked at, 0 where there is none',
    body: rulesSchema.extend({ version: z.number().int().min(0) }),
    output: z.object({ version: z.number() }),
  }),
  proposals: endpoint({
    method: 'get',
    path: '/api/escalation/proposals',
    summary: 'Interview and listing, proposed with their grounds; a person decides',
    output: z.object({ proposals: z.array(proposalSchema) }),
  }),
} as const
