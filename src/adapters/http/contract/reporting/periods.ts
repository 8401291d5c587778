import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'
import {
  burdenSchema,
  claimSchema,
  correctionSchema,
  lineSchema,
  periodKeySchema,
  periodStateSchema,
  reportKeySchema,
  text,
} from './lines.ts'
import { cadenceSchema } from './rhythms.ts'

const periodSchema = z.object({
  cadenceId: z.string(),
  periodId: z.string(),
  state: periodStateSchema,
  openedAt: z.string(),
  dueAt: z.string(),
  closedAt: z.string().nullable(),
  sealSeq: z.number().nullable(),
  sealHash: z.string().nullable(),
})

const askSchema = z.object({
  dueAt: z.string(),
  items: z.number(),
  units: z.number(),
  /** Titles of items with a figure due that no unit answers for. */
  unowned: z.array(z.string()),
})

const periodViewSchema = z.object({
  cadence: cadenceSchema,
  period: periodSchema,
  burden: burdenSchema.nullable(),
  units: z.array(
    z.object({
      unitId: z.string(),
      unitName: z.string(),
      lines: z.number(),
      accepted: z.number(),
      waiting: z.number(),
      returned: z.number(),
      late: z.number(),
      silent: z.number(),
    }),
  ),
  lines: z.array(lineSchema.extend({ outcome: z.enum(['counted', 'pending', 'silent']) })),
  corrections: z.array(correctionSchema),
})

/** A period as lists show it. */
export type PeriodSummary = z.infer<typeof periodSchema>
/** One period for whoever runs it. */
export type PeriodView = z.infer<typeof periodViewSchema>

const address = '/api/cadences/{cadenceId}/periods/{periodId}'

/** Cadences and periods, seals and corrections. */
export const periodContract = {
  periods: endpoint({
    method: 'get',
    path: '/api/cadences',
    summary: 'All cadences with their periods, and the head of the chain of seals',
    output: z.object({
      cadences: z.array(
        z.object({
          cadence: cadenceSchema,
          periods: z.array(periodSchema),
          /** The period that would be opened by hand next. */
          nextPeriodId: z.string().nullable(),
          /** The period that opens by itself next, and on which day. */
          opensNext: z.object({ periodId: z.string(), day: z.string() }).nullable(),
        }),
      ),
      head: z.object({ seq: z.number(), periodId: z.string(), hash: z.string(), sealedAt: z.string() }).nullable(),
    }),
  }),
  previewPeriod: endpoint({
    method: 'get',
    path: `${address}/preview`,
    summary: 'What opening a period would ask, of how many units, and until when',
    params: periodKeySchema,
    output: askSchema,
  }),
  openPeriod: endpoint({
    method: 'post',
    path: `${address}/open`,
    summary: 'Open a period: a sheet for each unit that has a figure due',
    params: periodKeySchema,
    output: askSchema,
  }),
  period: endpoint({
    method: 'get',
    path: address,
    summary: 'How a period stands: by unit, line by line, with its seal and corrections',
    params: periodKeySchema,
    output: periodViewSchema,
  }),
  closePeriod: endpoint({
    method: 'post',
    path: `${address}/close`,
    summary: 'Close a period after its due moment',
    params: periodKeySchema,
    output: z.object({ counted: z.number(), pending: z.number(), silent: z.number() }),
  }),
  sealPeriod: endpoint({
    method: 'post',
    path: `${address}/seal`,
    summary: 'Seal a closed period: what counted and who was silent, fixed for good',
    params: periodKeySchema,
    output: z.object({ seq: z.number(), hash: z.string() }),
  }),
  corrections: endpoint({
    method: 'get',
    path: '/api/corrections',
    summary: 'All corrections, newest first',
    output: z.object({ corrections: z.array(correctionSchema) }),
  }),
  makeCorrection: endpoint({
    method: 'post',
    path: '/api/corrections',
    summary: 'Ask to correct a sealed value; another person approves it',
    body: reportKeySchema.extend({
      newFigure: text(40).nullable(),
      newClaim: claimSchema.nullable(),
      reason: text(1000),
    }),
    output: z.object({ correctionId: z.string() }),
  }),
  decideCorrection: endpoint({
    method: 'post',
    path: '/api/corrections/{correctionId}/decision',
    summary: 'Approve or refuse a correction that somebody else made',
    params: z.object({ correctionId: z.uuid() }),
    body: z.object({ approve: z.boolean() }),
    output: z.object({ done: z.literal(true) }),
  }),
} as const
