import { z } from 'zod'

export const lightSchema = z.enum(['red', 'yellow', 'green', 'blue', 'grey'])
export const claimSchema = z.enum(['onPace', 'behind', 'done', 'blocked'])
export const itemKindSchema = z.enum(['indicator', 'task', 'project', 'policy'])
export const operatorSchema = z.enum(['>=', '<=', '>', '<', '=', '~'])

const ruleSchema = z.enum([
  'nothingDue',
  'metVerified',
  'redLineBroken',
  'redLineKept',
  'capExceeded',
  'capOverPace',
  'capWithinPace',
  'onPace',
  'lagging',
  'farBehind',
  'growthReached',
  'growthGap',
  'growthFarBehind',
  'held',
  'notHeld',
  'met',
  'metSoFar',
  'notAskedYet',
  'missed',
  'onceOverdue',
  'unknown',
  'nodesKept',
  'nodeOverdue',
  'nodeFarOverdue',
  'silent',
  'silentFurther',
  'claimedBehind',
  'claimedBlocked',
  'indicatorOfTask',
  'milestoneMissed',
  'milestoneFarMissed',
])

/** One answer to "why this light?"; `reasonWords` of core/insight puts it into words. */
export const reasonSchema = z.object({
  rule: ruleSchema,
  light: lightSchema,
  inputs: z.record(z.string(), z.string()),
  periodId: z.string().nullable(),
})

export const projectedSchema = z.object({
  end: z.string(),
  low: z.string(),
  high: z.string(),
  meets: z.boolean(),
  figures: z.number(),
})

/** A trend rule that speaks before the period closes; `warningWords` of core/insight puts it into words. */
export const warningSchema = z.object({
  rule: z.enum(['endMisses', 'endDoubtful', 'lagGrows', 'leadShrinks', 'standsStill', 'movesAway']),
  inputs: z.record(z.string(), z.string()),
})

export const planChoiceSchema = z.object({
  planId: z.string(),
  title: z.string(),
  year: z.number(),
  version: z.number(),
})

export const sealHeadSchema = z.object({
  seq: z.number(),
  cadenceId: z.string(),
  periodId: z.string(),
  hash: z.string(),
  sealedAt: z.string(),
})

const targetSchema = z.object({
  op: operatorSchema,
  value: z.string().nullable(),
  valueHigh: z.string().nullable(),
  unit: z.string(),
  commitment: z.enum(['strive', 'firm']),
})

/** One item as the wall, the leader's page and the meeting show it. Decimals are strings. */
export const wallItemSchema = z.object({
  itemId: z.string(),
  kind: itemKindSchema,
  campaignNo: z.number().nullable(),
  title: z.string(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  light: lightSchema,
  officialLight: lightSchema.nullable(),
  why: z.array(reasonSchema),
  claim: claimSchema.nullable(),
  claimDiffers: z.enum(['over', 'under']).nullable(),
  pending: z.boolean(),
  silentRun: z.number(),
  isReleased: z.boolean(),
  blocked: z.boolean(),
  openProblems: z.number(),
  target: targetSchema.nullable(),
  actual: z.string().nullable(),
  asked: z.string().nullable(),
  lag: z.string().nullable(),
  pace: z.string().nullable(),
  share: z.string().nullable(),
  asOf: z.string().nullable(),
  ageDays: z.number().nullable(),
  projected: projectedSchema.nullable(),
  warnings: z.array(warningSchema),
})

/** Counts by colour and capped weighted progress. */
export const rollUpSchema = z.object({
  count: z.number(),
  lights: z.object({
    red: z.number(),
    yellow: z.number(),
    green: z.number(),
    blue: z.number(),
    grey: z.number(),
  }),
  progress: z.string().nullable(),
  leftOut: z.number(),
})

export const exceptionSchema = z.object({
  itemId: z.string(),
  weight: z.number(),
  grounds: z.array(
    z.enum([
      ...(['red', 'yellow', 'earlyWarning', 'redLine', 'silent'] as const),
      ...(['unreleased', 'overclaimed', 'blocked', 'farBehind', 'firm'] as const),
    ]),
  ),
})

export type WallItem = z.infer<typeof wallItemSchema>
export type Reason = z.infer<typeof reasonSchema>
export type RollUp = z.infer<typeof rollUpSchema>
export type Light = z.infer<typeof lightSchema>
export type Claim = z.infer<typeof claimSchema>
