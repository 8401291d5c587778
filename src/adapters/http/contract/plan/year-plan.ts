import { z } from 'zod'
import { endpoint } from '../kit/index.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const unitId = z.object({ unitId: z.uuid() })
const planId = z.object({ planId: z.uuid() })
const words = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !value.includes('\0') && !/\p{Cs}/u.test(value), 'not plain text')

const receiptSchema = z.object({ version: z.number(), signedAt: z.string(), signedByName: z.string() })

const measureSaid = z.object({
  title: words(300),
  responsible: words(60),
  dueOn: z.iso.date(),
  doneOn: z.iso.date().nullable(),
})

const measureSchema = z.object({
  measureId: z.string(),
  title: z.string(),
  responsible: z.string(),
  dueOn: z.string(),
  doneOn: z.string().nullable(),
  revision: z.number(),
})

const itemSchema = z.object({
  itemId: z.string(),
  title: z.string(),
  path: z.string(),
  kind: z.enum(['indicator', 'task', 'project', 'policy']),
  role: z.enum(['lead', 'responsible', 'support', 'participate']),
  reports: z.boolean(),
  target: z.object({ op: z.string(), value: z.string().nullable(), unit: z.string(), due: z.string() }).nullable(),
  nodes: z.array(z.object({ label: z.string(), due: z.string() })),
  measures: z.array(measureSchema),
})

const yearPlanSchema = z.object({
  unitId: z.string(),
  unitName: z.string(),
  isOwn: z.boolean(),
  parts: z.array(
    z.object({
      planId: z.string(),
      title: z.string(),
      year: z.number(),
      version: z.number(),
      receipt: receiptSchema.nullable(),
      items: z.array(itemSchema),
    }),
  ),
})

export type YearPlan = z.infer<typeof yearPlanSchema>
export type YearPlanItem = z.infer<typeof itemSchema>
export type Measure = z.infer<typeof measureSchema>

/** Units' own years: what each has to do from all plans, what it has signed for, and its measures. */
export const yearPlanEndpoints = {
  yearPlan: endpoint({
    method: 'get',
    path: '/api/units/{unitId}/year-plan',
    summary: 'Everything that a unit has to do from all plans in force, with its own measures',
    params: unitId,
    output: yearPlanSchema,
  }),
  yearPlanDocx: endpoint({
    method: 'get',
    path: '/api/units/{unitId}/year-plan.docx',
    summary: 'A unit’s own year as a Word file',
    params: unitId,
    sends: DOCX,
  }),
  receivePlan: endpoint({
    method: 'post',
    path: '/api/plans/{planId}/receipts',
    summary: 'Sign for the version of a plan that is in force, for a unit that has duties in it',
    params: planId,
    body: unitId.extend({ version: z.number().int().min(1) }),
    output: z.object({ done: z.literal(true) }),
  }),
  receipts: endpoint({
    method: 'get',
    path: '/api/plans/{planId}/receipts',
    summary: 'Which units have signed for a plan, and which have not',
    params: planId,
    output: z.object({
      version: z.number(),
      units: z.array(
        z.object({
          unitId: z.string(),
          unitName: z.string(),
          items: z.number(),
          receipt: receiptSchema.nullable(),
          isCurrent: z.boolean(),
        }),
      ),
    }),
  }),
  addMeasure: endpoint({
    method: 'post',
    path: '/api/items/{itemId}/measures',
    summary: "Add a unit's own measure below an item; the item's text stays the plan's",
    params: z.object({ itemId: z.uuid() }),
    body: measureSaid.extend(unitId.shape),
    output: z.object({ measureId: z.string() }),
  }),
  changeMeasure: endpoint({
    method: 'put',
    path: '/api/measures/{measureId}',
    summary: 'Change a measure, or remove it (nothing said)',
    params: z.object({ measureId: z.uuid() }),
    body: z.object({ revision: z.number().int().min(1), said: measureSaid.nullable() }),
    output: z.object({ done: z.literal(true) }),
  }),
} as const
