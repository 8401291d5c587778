import { z } from 'zod'
import type { PlanContent, PlanItem, PlanUnit, TaskForce } from '#core/plan'

const span = z.object({ start: z.number(), end: z.number() })
const text = z.string()
const textOrNull = z.string().nullable()
const frequency = z.enum(['week', 'dekad', 'month', 'quarter', 'halfYear', 'year'])

const target = z.object({
  subject: text,
  kind: z.enum(['level', 'increment', 'growth', 'decline', 'rank', 'relative', 'redLine', 'qualitative', 'coverage']),
  op: z.enum(['>=', '<=', '>', '<', '=', '~']),
  value: textOrNull,
  valueHigh: textOrNull,
  unit: text,
  commitment: z.enum(['strive', 'firm']),
  measure: z.enum(['flow', 'stock', 'reduce', 'hold', 'cap', 'once']),
  baseline: textOrNull,
  relativeTo: textOrNull,
  test: text.exactOptional(),
  due: text,
})

const trajectory = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('linear') }),
  z.object({ kind: z.literal('workdays') }),
  z.object({ kind: z.literal('seasonal'), monthShares: z.array(text) }),
  z.object({ kind: z.literal('stated'), points: z.array(z.object({ on: text, value: text })) }),
  z.object({ kind: z.literal('step'), points: z.array(z.object({ on: text, value: text })).exactOptional() }),
])

const itemBase = z.object({
  itemId: text,
  campaignNo: z.number().nullable(),
  path: text,
  title: text,
  sentence: span.nullable(),
  alsoAt: z.array(span).exactOptional(),
  quote: text,
  duties: z.array(z.object({ unit: text, role: z.enum(['lead', 'responsible', 'support', 'participate']) })),
  openList: z.boolean(),
  leaderInCharge: textOrNull,
  responsiblePerson: textOrNull,
  timeNodes: z.array(z.object({ label: text, due: text })),
  frequency,
})

/** An item of a plan as its column holds it. */
export const storedItem = z.discriminatedUnion('kind', [
  itemBase.extend({
    kind: z.literal('indicator'),
    target,
    accumulation: z.enum(['yearToDate', 'perPeriod', 'snapshot']),
    origin: z.enum(['statutory', 'official', 'own']),
    trajectory,
    taskId: textOrNull,
    measureConfirmed: z.boolean(),
    recognised: z.boolean().exactOptional(),
  }),
  itemBase.extend({ kind: z.literal('task') }),
  itemBase.extend({
    kind: z.literal('project'),
    investment: textOrNull,
    stage: z.enum(['reserve', 'applied', 'approved', 'started', 'completed', 'settled']),
  }),
  itemBase.extend({
    kind: z.literal('policy'),
    action: z.enum(['obtain', 'make', 'deliver']),
    document: textOrNull,
    body: textOrNull,
    amount: textOrNull,
    beneficiaries: textOrNull,
    stage: text,
  }),
]) satisfies z.ZodType<PlanItem>

/** Head, campaign, unit, task force and thresholds as their columns hold them. */
export const storedMeta = z.object({
  title: text,
  framework: textOrNull,
  docNumber: textOrNull,
  issuer: textOrNull,
  issuedOn: textOrNull,
  copies: textOrNull.exactOptional(),
  year: z.number(),
})
export const storedCampaign = z.object({ no: z.number(), name: text, annex: z.number().nullable() })
export const storedUnit = z.object({
  name: text,
  kind: z.enum([
    'bureau',
    'office',
    'township',
    'street',
    'stationed',
    'stateCompany',
    'court',
    'bank',
    'group',
    'other',
  ]),
  aliases: z.array(text),
  members: z.array(text).exactOptional(),
}) satisfies z.ZodType<PlanUnit>
export const storedTaskForce = z.object({
  campaignNo: z.number(),
  convener: textOrNull,
  deputies: z.array(text),
  members: z.array(text),
  office: textOrNull,
}) satisfies z.ZodType<TaskForce>
export const storedThresholds = z.object({ lagShare: text, lagUnits: text, growthPoints: text })
export const storedHeading = z.object({ path: text, title: text, span })

/** The content of a version as its column holds it. */
export const storedContent = z.object({
  meta: storedMeta,
  campaigns: z.array(storedCampaign),
  headings: z.array(storedHeading),
  units: z.array(storedUnit),
  taskForces: z.array(storedTaskForce),
  items: z.array(storedItem),
  thresholds: storedThresholds,
}) satisfies z.ZodType<PlanContent>
