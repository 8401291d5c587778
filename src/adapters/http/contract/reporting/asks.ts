import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'
import { text } from './lines.ts'

const counts = {
  due: z.number(),
  answered: z.number(),
  inTime: z.number(),
  returned: z.number(),
  completeness: z.string().nullable(),
  timeliness: z.string().nullable(),
  returnRate: z.string().nullable(),
}
const unitSchema = z.object({ unitId: z.string(), unitName: z.string(), silentPeriods: z.array(z.string()), ...counts })
const officeSchema = z.object({
  ...{ officeId: z.string(), officeName: z.string(), ...counts, decided: z.number(), waiting: z.number() },
  ...{ medianHours: z.string().nullable(), worstHours: z.string().nullable() },
})
const periodSchema = z.object({
  ...{ cadenceId: z.string(), cadenceName: z.string(), periodId: z.string(), dueAt: z.string(), ...counts },
})

const narrowed = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  periodId: text(20).optional(),
  cadenceId: z.uuid().optional(),
})

const kindSchema = z.enum(['indicator', 'task', 'project', 'policy'])
const becauseSchema = z.enum(['sameItem', 'sameSubject'])
const twinSchema = z.object({
  because: becauseSchema,
  ...{ itemId: z.string(), title: z.string(), place: z.string() },
  ...{ otherItemId: z.string(), otherTitle: z.string(), otherPlace: z.string() },
  cadenceName: z.string(),
  reason: z.string(),
  decidedAt: z.string(),
  decidedByName: z.string(),
})

const burdenSchema = z.object({
  month: z.string(),
  months: z.array(z.object({ month: z.string(), asks: z.number(), units: z.number(), minutes: z.string() })),
  lines: z.array(
    z.object({
      ...{ unitId: z.string(), unitName: z.string(), askerId: z.string(), askerName: z.string() },
      ...{ month: z.string(), asks: z.number(), minutes: z.string() },
    }),
  ),
  fields: z.array(
    z.object({
      ...{ itemId: z.string(), title: z.string(), quote: z.string(), kind: kindSchema, cadenceId: z.string() },
      ...{ askerName: z.string(), units: z.number(), asks: z.number(), medianSeconds: z.number().nullable() },
    }),
  ),
  twins: z.array(twinSchema),
})

const count = z.number().int().min(0).max(1000)

export type AnsweringView = z.infer<typeof answeringSchema>
export type BurdenView = z.infer<typeof burdenSchema>

const answeringSchema = z.object({
  year: z.number(),
  whole: z.object(counts),
  units: z.array(unitSchema),
  offices: z.array(officeSchema),
  periods: z.array(periodSchema),
})

/** How sheets are answered, what is asked of whom, and asks that overlap. */
export const askContract = {
  answering: endpoint({
    method: 'get',
    path: '/api/answering',
    summary:
      'Completeness, timeliness, returns and acceptors’ delay by unit and task force, over a year or in one period',
    query: narrowed,
    output: answeringSchema,
  }),
  answeringSheet: endpoint({
    method: 'get',
    path: '/api/answering.xlsx',
    summary: 'The same as a workbook',
    query: narrowed,
    sends: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  burden: endpoint({
    method: 'get',
    path: '/api/burden',
    summary: 'What was asked in a month, of whom, by whom, from which sentence, and how long it takes',
    query: z.object({
      month: z
        .string()
        .regex(/^\d{4}-M\d{2}$/)
        .optional(),
    }),
    output: burdenSchema,
  }),
  formTimes: endpoint({
    method: 'get',
    path: '/api/burden/forms',
    summary: 'Median seconds of each form that enough have answered',
    output: z.object({ forms: z.array(z.object({ formId: z.string(), medianSeconds: z.number() })) }),
  }),
  noteFormTime: endpoint({
    method: 'post',
    path: '/api/burden/form-time',
    summary: 'How long a form was open and worked on; kept as counts per class over all, never of a person',
    body: z.object({
      cadenceId: z.uuid(),
      seconds: z.number().min(0).max(86_400),
      answers: z.object({
        indicator: count.optional(),
        task: count.optional(),
        project: count.optional(),
        policy: count.optional(),
      }),
    }),
    output: z.object({ noted: z.literal(true) }),
  }),
  twinAsks: endpoint({
    method: 'get',
    path: '/api/twin-asks',
    summary: 'What a cadence with this scope would ask that is asked already',
    query: z.object({
      planId: z.uuid(),
      campaignNo: z.coerce.number().int().optional(),
      list: kindSchema.optional(),
    }),
    output: z.object({
      twins: z.array(
        z.object({
          because: becauseSchema,
          ...{ title: z.string(), place: z.string(), otherTitle: z.string(), otherPlace: z.string() },
          otherPlan: z.string(),
          otherCadence: z.string(),
        }),
      ),
    }),
  }),
} as const
