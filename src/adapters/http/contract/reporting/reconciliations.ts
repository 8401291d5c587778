import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'

const MAX_SHEET_BYTES = 5 * 1024 * 1024

const params = z.object({ reconciliationId: z.uuid() })
const sideSchema = z.enum(['first', 'second'])
const sideParams = params.extend({ side: sideSchema })
const key = z.string().trim().min(1).max(120)
const figure = z.string().trim().max(40)
const done = z.object({ done: z.literal(true) })

const roundSchema = z.object({
  reconciliationId: z.string(),
  planId: z.string(),
  planTitle: z.string(),
  cadenceId: z.string().nullable(),
  name: z.string(),
  periodId: z.string(),
  firstUnitId: z.string(),
  firstUnitName: z.string(),
  secondUnitId: z.string(),
  secondUnitName: z.string(),
  figureUnit: z.string(),
  dueOn: z.string(),
  state: z.enum(['open', 'closed']),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
})

const roundLineSchema = roundSchema.extend({
  ...{ keys: z.number(), agreed: z.number(), settled: z.number(), unsettled: z.number() },
})

const pageSchema = z.object({
  round: roundSchema,
  lines: z.array(
    z.object({
      ...{ key: z.string(), label: z.string(), first: z.string().nullable(), second: z.string().nullable() },
      ...{ gap: z.string().nullable(), standing: z.enum(['agreed', 'open', 'settled']) },
      carriedFrom: z.string().nullable(),
      settlement: z
        .object({
          ...{ holds: z.enum(['first', 'second', 'neither']), value: z.string(), reason: z.string() },
          ...{ signedFirst: z.string().nullable(), signedSecond: z.string().nullable() },
        })
        .nullable(),
      ...{ signedFirstName: z.string(), signedSecondName: z.string() },
    }),
  ),
  history: z.array(
    z.object({
      ...{ at: z.string(), byName: z.string(), act: z.enum(['enter', 'propose', 'sign']) },
      ...{ side: sideSchema.nullable(), key: z.string(), value: z.string().nullable(), reason: z.string() },
    }),
  ),
  may: z.object({ close: z.boolean(), enter: z.array(sideSchema), sign: z.array(sideSchema) }),
})

/** Two units' figures held against each other, round by round. */
export const reconciliationContract = {
  reconciliations: endpoint({
    method: 'get',
    path: '/api/reconciliations',
    summary: 'Rounds that the reader may see, newest first, with their counts',
    output: z.object({ rounds: z.array(roundLineSchema), mayOpen: z.boolean() }),
  }),
  openReconciliation: endpoint({
    method: 'post',
    path: '/api/reconciliations',
    summary: 'Open a round; what the last one left unsettled comes along',
    body: z.object({
      ...{ planId: z.uuid(), cadenceId: z.uuid().nullable(), name: z.string().trim().min(1).max(60) },
      ...{ periodId: z.string().max(20), firstUnitId: z.uuid(), secondUnitId: z.uuid() },
      ...{ figureUnit: z.string().trim().max(20), dueOn: z.iso.date() },
    }),
    output: z.object({ reconciliationId: z.string(), carried: z.number() }),
  }),
  reconciliation: endpoint({
    method: 'get',
    path: '/api/reconciliations/{reconciliationId}',
    summary: 'One round: figures side by side, and everything that was done',
    params,
    output: pageSchema,
  }),
  enterFigures: endpoint({
    method: 'put',
    path: '/api/reconciliations/{reconciliationId}/{side}/figures',
    summary: 'Figures of one side; null takes one back',
    params: sideParams,
    body: z.object({
      figures: z
        .array(z.object({ key, label: z.string().trim().max(200), value: figure.nullable() }))
        .min(1)
        .max(2000),
    }),
    output: z.object({ entered: z.number() }),
  }),
  importFigures: endpoint({
    method: 'post',
    path: '/api/reconciliations/{reconciliationId}/{side}/sheet',
    summary: 'Figures of one side out of an xlsx or csv; nothing is taken while a row cannot be read',
    params: sideParams,
    upload: { maxBytes: MAX_SHEET_BYTES },
    output: z.object({
      entered: z.number(),
      findings: z.array(
        z.object({
          row: z.number(),
          fault: z.enum(['keyMissing', 'keyTwice', 'valueMissing', 'notANumber']),
          text: z.string(),
        }),
      ),
    }),
  }),
  proposeSettlement: endpoint({
    method: 'post',
    path: '/api/reconciliations/{reconciliationId}/{side}/proposals',
    summary: 'Propose whose figure of a difference holds, and why',
    params: sideParams,
    body: z.object({
      ...{ key, holds: z.enum(['first', 'second', 'neither']), value: figure.nullable() },
      reason: z.string().trim().max(1000),
    }),
    output: done,
  }),
  signSettlement: endpoint({
    method: 'post',
    path: '/api/reconciliations/{reconciliationId}/{side}/signatures',
    summary: 'Sign the last proposal for one side; nobody signs for both',
    params: sideParams,
    body: z.object({ key }),
    output: done,
  }),
  closeReconciliation: endpoint({
    method: 'post',
    path: '/api/reconciliations/{reconciliationId}/close',
    summary: 'End a round; what is unsettled goes on in the next one',
    params,
    output: z.object({ unsettled: z.number() }),
  }),
} as const

export type ReconciliationRound = z.infer<typeof roundLineSchema>
export type ReconciliationPage = z.infer<typeof pageSchema>
export type ReconciliationLine = ReconciliationPage['lines'][number]
export type Side = z.infer<typeof sideSchema>
