import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'
import { itemViewSchema } from './item.ts'
import {
  exceptionSchema,
  itemKindSchema,
  lightSchema,
  planChoiceSchema,
  rollUpSchema,
  sealHeadSchema,
  wallItemSchema,
} from './lines.ts'

export type { HistoryEntry, ItemChart, ItemView, Signature, Standing } from './item.ts'
export { lightSchema, operatorSchema, reasonSchema } from './lines.ts'
export type { Claim, Light, Reason, RollUp, WallItem } from './lines.ts'

const wallQuerySchema = z.object({
  planId: z.uuid().optional(),
  campaignNo: z.coerce.number().int().optional(),
  unitId: z.uuid().optional(),
  light: lightSchema.optional(),
  kind: itemKindSchema.optional(),
  text: z.string().max(100).optional(),
})

const wallSchema = z.object({
  plan: planChoiceSchema,
  plans: z.array(planChoiceSchema),
  today: z.string(),
  lastSeal: sealHeadSchema.nullable(),
  whole: rollUpSchema,
  campaigns: z.array(
    z.object({
      no: z.number().nullable(),
      name: z.string(),
      convener: z.string().nullable(),
      live: rollUpSchema,
      official: rollUpSchema.nullable(),
    }),
  ),
  items: z.array(wallItemSchema),
  exceptions: z.array(exceptionSchema),
  units: z.array(z.object({ unitId: z.string(), name: z.string() })),
})

export type WallView = z.infer<typeof wallSchema>

const meetingSchema = z.object({
  plan: planChoiceSchema,
  today: z.string(),
  lastSeal: sealHeadSchema.nullable(),
  whole: rollUpSchema,
  official: rollUpSchema.nullable(),
  exceptions: z.array(z.object({ item: wallItemSchema, grounds: exceptionSchema.shape.grounds })),
  gaps: z.array(wallItemSchema),
  misses: z.array(wallItemSchema),
  silentUnits: z.array(z.object({ unitId: z.string(), name: z.string(), items: z.number(), longestRun: z.number() })),
  campaigns: z.array(z.number()).nullable(),
})

export type MeetingView = z.infer<typeof meetingSchema>

export { scheduleContract } from './schedule.ts'
export type { GanttView, ScheduleBody, ScheduleView, Trajectory } from './schedule.ts'

export const insightContract = {
  wall: endpoint({
    method: 'get',
    path: '/api/wall',
    summary: 'The wall of one plan: items with their lights, campaigns rolled up, exceptions by weight',
    query: wallQuerySchema,
    output: wallSchema,
  }),
  meeting: endpoint({
    method: 'get',
    path: '/api/meeting',
    summary: 'Exceptions by weight, counts and silent units: for meetings and leaders',
    query: z.object({ planId: z.uuid().optional() }),
    output: meetingSchema,
  }),
  item: endpoint({
    method: 'get',
    path: '/api/items/{itemId}',
    summary: 'One item: its sentence, its people, its figures with their origin, and why its light is what it is',
    params: z.object({ itemId: z.uuid() }),
    output: itemViewSchema,
  }),
} as const
