import { z } from 'zod'
import { daySchema, endpoint } from '#adapters/http/contract/kit'
import {
  itemKindSchema,
  lightSchema,
  operatorSchema,
  planChoiceSchema,
  projectedSchema,
  warningSchema,
} from './lines.ts'

const list = <T extends z.ZodType>(schema: T) => z.array(schema).readonly()
const day = z.string().max(10)
const figure = z.string().max(40)
const points = list(z.object({ on: day, value: figure })).check(z.maxLength(400))

const trajectorySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('linear') }),
  z.object({ kind: z.literal('workdays') }),
  z.object({ kind: z.literal('seasonal'), monthShares: list(figure) }),
  z.object({ kind: z.literal('stated'), points }),
  z.object({ kind: z.literal('step'), points: points.exactOptional() }),
])

const scheduledNodeSchema = z.object({
  label: z.string().max(100),
  due: day,
  output: z.string().max(200),
  weight: figure,
})

const bodySchema = z.discriminatedUnion('part', [
  z.object({ part: z.literal('trajectory'), trajectory: trajectorySchema }),
  z.object({ part: z.literal('nodes'), start: day.nullable(), nodes: list(scheduledNodeSchema) }),
  z.object({
    part: z.literal('periodTargets'),
    kind: z.enum(['dekad', 'month']),
    amounts: list(z.object({ periodId: z.string().max(10), amount: figure })),
  }),
])

const stageSchema = z.object({
  label: z.string().trim().min(1).max(100),
  output: z.string().max(200),
  workdays: z.number().int().min(1).max(1000),
  weight: figure,
})

const dated = z.array(z.object({ on: z.string(), value: z.string() }))
const rowSchema = z.object({
  periodId: z.string(),
  on: z.string(),
  pace: z.string(),
  asked: z.string().nullable(),
})
const lineSchema = rowSchema.extend({ baseline: z.string().nullable(), actual: z.string().nullable() })
const byKind = <T extends z.ZodType>(row: T) =>
  z.object({ dekad: z.array(row), month: z.array(row), quarter: z.array(row) })

const askedTodaySchema = z.object({
  asked: z.string(),
  actual: z.string().nullable(),
  asOf: z.string().nullable(),
  lag: z.string().nullable(),
})

const trajectoryViewSchema = z.object({
  present: trajectorySchema,
  effectiveFrom: z.string().nullable(),
  baseline: trajectorySchema,
  span: z.object({ from: z.string(), to: z.string() }),
  ends: z.object({ base: z.string(), target: z.string(), counted: z.boolean() }).nullable(),
  curve: dated,
  baselineCurve: dated,
  figures: dated,
  rows: byKind(lineSchema),
  today: askedTodaySchema.nullable(),
})

const periodTargetTableSchema = z.object({
  kind: z.enum(['dekad', 'month']),
  rows: z.array(
    z.object({
      periodId: z.string(),
      on: z.string(),
      planned: z.string(),
      asked: z.string(),
      carried: z.string(),
      done: z.string().nullable(),
      missed: z.string().nullable(),
    }),
  ),
  length: z.string(),
  done: z.string(),
  unplaced: z.string(),
})

const signedSchema = z.object({ at: z.string(), name: z.string(), unitName: z.string().nullable() })

const scheduleSchema = z.object({
  plan: planChoiceSchema,
  today: z.string(),
  item: z.object({
    itemId: z.string(),
    kind: itemKindSchema,
    title: z.string(),
    unitName: z.string().nullable(),
    frequency: z.enum(['week', 'dekad', 'month', 'quarter', 'halfYear', 'year']),
    target: z
      .object({
        op: operatorSchema,
        value: z.string().nullable(),
        valueHigh: z.string().nullable(),
        unit: z.string(),
        commitment: z.enum(['strive', 'firm']),
      })
      .nullable(),
    due: z.string().nullable(),
  }),
  mayPropose: z.boolean(),
  mayDecide: z.boolean(),
  trajectory: trajectoryViewSchema.nullable(),
  /** Months of the linked item of last year's plan. */
  lastYear: z
    .object({
      itemId: z.string(),
      title: z.string(),
      planTitle: z.string(),
      year: z.number(),
      months: z.array(z.string()),
    })
    .nullable(),
  askedToday: askedTodaySchema.nullable(),
  nodes: z.object({
    start: z.string().nullable(),
    nodes: z.array(
      scheduledNodeSchema.extend({
        doneOn: z.string().nullable(),
        verified: z.boolean(),
        light: lightSchema,
        baselineDue: z.string().nullable(),
      }),
    ),
    dropped: z.array(scheduledNodeSchema),
  }),
  periodTargets: z.object({
    table: periodTargetTableSchema.nullable(),
    effectiveFrom: z.string().nullable(),
    length: z.string().nullable(),
  }),
  changes: z.array(
    z.object({
      changeId: z.string(),
      body: bodySchema,
      effectiveFrom: z.string(),
      reason: z.string(),
      source: z.string().nullable(),
      proposed: signedSchema,
      decided: signedSchema.extend({ approved: z.boolean(), note: z.string() }).nullable(),
    }),
  ),
  warnings: z.array(warningSchema),
  projected: projectedSchema.nullable(),
})

const ganttSchema = z.object({
  plan: planChoiceSchema,
  plans: z.array(planChoiceSchema),
  today: z.string(),
  campaigns: z.array(z.object({ no: z.number(), name: z.string() })),
  units: z.array(z.object({ unitId: z.string(), name: z.string() })),
  rows: z.array(
    z.object({
      itemId: z.string(),
      kind: itemKindSchema,
      campaignNo: z.number().nullable(),
      title: z.string(),
      unitName: z.string().nullable(),
      light: lightSchema,
      start: z.string(),
      end: z.string(),
      nodes: z.array(
        z.object({
          label: z.string(),
          due: z.string(),
          baselineDue: z.string().nullable(),
          doneOn: z.string().nullable(),
          light: lightSchema,
        }),
      ),
    }),
  ),
})

export type ScheduleView = z.infer<typeof scheduleSchema>
export type ScheduleBody = z.infer<typeof bodySchema>
export type GanttView = z.infer<typeof ganttSchema>
export type Trajectory = z.infer<typeof trajectorySchema>

const ofItem = z.object({ itemId: z.uuid() })
const ofChange = z.object({ changeId: z.uuid() })

/** How items are to go: trajectories, time nodes, figures per period, and the Gantt of all of them. */
export const scheduleContract = {
  schedule: endpoint({
    method: 'get',
    path: '/api/items/{itemId}/schedule',
    summary: 'How an item is to go: trajectory, time nodes, figures per period, and every change with its reason',
    params: ofItem,
    output: scheduleSchema,
  }),
  previewTrajectory: endpoint({
    method: 'post',
    path: '/api/items/{itemId}/schedule/preview',
    evenWhenFull: true,
    summary: 'Draws a trajectory that is being written; nothing is kept',
    params: ofItem,
    body: z.object({ trajectory: trajectorySchema }),
    output: z.object({ curve: dated, rows: byKind(rowSchema) }),
  }),
  planBackwards: endpoint({
    method: 'post',
    path: '/api/items/{itemId}/schedule/backwards',
    evenWhenFull: true,
    summary: 'Works time nodes out backwards from a deadline by working days; nothing is kept',
    params: ofItem,
    body: z.object({ deadline: daySchema, start: daySchema.nullable(), stages: z.array(stageSchema).max(60) }),
    output: z.object({
      begins: z.string(),
      nodes: z.array(scheduledNodeSchema),
      findings: z.array(
        z.object({
          code: z.enum(['nodePast', 'nodeBeforeStart', 'beginsTooEarly']),
          label: z.string(),
          due: z.string(),
          workdays: z.number(),
        }),
      ),
    }),
  }),
  proposeSchedule: endpoint({
    method: 'post',
    path: '/api/items/{itemId}/schedule/changes',
    summary: 'Asks for another trajectory, other time nodes, or figures per period',
    params: ofItem,
    body: z.object({
      body: bodySchema,
      effectiveFrom: z.iso.date(),
      reason: z.string().max(1000),
      source: z.string().max(300).nullable(),
    }),
    output: z.object({ changeId: z.string() }),
  }),
  decideSchedule: endpoint({
    method: 'post',
    path: '/api/schedule-changes/{changeId}/decision',
    summary: 'Approves or refuses a change of a schedule; not by whoever asked for it',
    params: ofChange,
    body: z.object({ approve: z.boolean(), note: z.string().max(1000) }),
    output: z.object({ ok: z.boolean() }),
  }),
  waitingSchedules: endpoint({
    method: 'get',
    path: '/api/schedule-changes',
    summary: 'Changes of schedules that wait for a decision, oldest first',
    output: z.object({
      changes: z.array(
        z.object({
          changeId: z.string(),
          itemId: z.string(),
          title: z.string(),
          part: z.enum(['trajectory', 'nodes', 'periodTargets']),
          unitName: z.string().nullable(),
          reason: z.string(),
          proposedAt: z.string(),
        }),
      ),
    }),
  }),
  gantt: endpoint({
    method: 'get',
    path: '/api/gantt',
    summary: 'Items with their time nodes, as the Gantt draws them',
    query: z.object({
      planId: z.uuid().optional(),
      campaignNo: z.coerce.number().int().optional(),
      unitId: z.uuid().optional(),
      late: z.stringbool().optional(),
    }),
    output: ganttSchema,
  }),
} as const
