import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'
import { lineSchema, shownReportSchema, text, voiceSchema } from './lines.ts'

const done = z.object({ done: z.literal(true) })
const roleSchema = z.enum(['lead', 'responsible', 'support', 'participate'])
const itemId = z.object({ itemId: z.uuid() })
const disputeId = z.object({ disputeId: z.uuid() })
const blockageId = z.object({ blockageId: z.uuid() })
const revision = z.object({ revision: z.number().int().min(1) })

const matter = { itemId: z.string(), itemTitle: z.string(), unitId: z.string(), unitName: z.string() }

const disputeSchema = z.object({
  ...matter,
  disputeId: z.string(),
  proposedUnitName: z.string().nullable(),
  proposedUnitId: z.string().nullable(),
  reason: z.string(),
  state: z.enum(['open', 'kept', 'assigned', 'withdrawn']),
  revision: z.number(),
  madeAt: z.string(),
  madeByName: z.string(),
  officeDueAt: z.string(),
  arbiter: z.enum(['withOffice', 'withCoordinator']),
  decidedAt: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decisionReason: z.string().nullable(),
  toUnitName: z.string().nullable(),
  mayDecide: z.boolean(),
  isOwn: z.boolean(),
})

const blockageSchema = z.object({
  ...matter,
  blockageId: z.string(),
  what: z.string(),
  needs: z.string(),
  needsUnitName: z.string().nullable(),
  by: z.string().nullable(),
  state: z.enum(['open', 'answered', 'resolved', 'withdrawn']),
  levelName: z.enum(['withUnit', 'withOffice', 'withCoordinator', 'withLeader']),
  levelDueAt: z.string(),
  overdue: z.boolean(),
  revision: z.number(),
  raisedAt: z.string(),
  closedAt: z.string().nullable(),
  outcome: z.string().nullable(),
  mayAnswer: z.boolean(),
  isOwn: z.boolean(),
})

const eventSchema = z.object({
  action: z.string(),
  level: z.number(),
  note: z.string(),
  at: z.string(),
  byName: z.string().nullable(),
})

const toHearSchema = z.object({ line: lineSchema, own: voiceSchema, voices: z.array(voiceSchema) })
const holderSchema = z.object({ unitId: z.string(), unitName: z.string(), role: roleSchema })

const itemDutiesSchema = z.object({
  reporting: z
    .object({
      unitId: z.string(),
      unitName: z.string(),
      basis: z.enum(['named', 'firstNamed', 'choice', 'arbitration']),
    })
    .nullable(),
  holders: z.array(holderSchema),
  choices: z.array(holderSchema),
  acceptorUnitName: z.string().nullable(),
  nextDue: z.object({ periodId: z.string(), dueAt: z.string() }).nullable(),
  heard: z.array(z.object({ periodId: z.string(), voices: z.array(voiceSchema) })),
  changes: z.array(
    z.object({
      changeId: z.string(),
      kind: z.enum(['choice', 'arbitration']),
      fromUnitName: z.string().nullable(),
      toUnitName: z.string(),
      reason: z.string(),
      fromDate: z.string(),
      madeByName: z.string(),
    }),
  ),
  disputes: z.array(disputeSchema),
  blockages: z.array(blockageSchema.extend({ events: z.array(eventSchema) })),
  mayDispute: z.boolean(),
  mayRaise: z.boolean(),
})

const jointLeadSchema = z.object({
  ...{ itemId: z.string(), itemTitle: z.string(), unitId: z.string(), unitName: z.string() },
  leads: z.array(z.object({ unitId: z.string(), unitName: z.string() })),
})

export type JointLead = z.infer<typeof jointLeadSchema>
export type Dispute = z.infer<typeof disputeSchema>
export type BlockageMatter = z.infer<typeof blockageSchema>
export type ToHear = z.infer<typeof toHearSchema>
export type ItemDuties = z.infer<typeof itemDutiesSchema>

/** Duties beside the report: countersign, confirm or object, "not ours", blockages, who reports. */
export const responsibilityContract = {
  dutyDesk: endpoint({
    method: 'get',
    path: '/api/reporting/duties',
    summary: 'What duties beside the reports ask of the reader: countersign, confirm, arbitrate, unblock',
    output: z.object({
      toHear: z.array(toHearSchema),
      toChoose: z.array(jointLeadSchema),
      toArbitrate: z.array(disputeSchema),
      ownDisputes: z.array(disputeSchema),
      toAnswer: z.array(blockageSchema),
      ownBlockages: z.array(blockageSchema),
    }),
  }),
  itemDuties: endpoint({
    method: 'get',
    path: '/api/items/{itemId}/duties',
    summary: 'Who reports an item to whom by when, what other units say, disputes and blockages',
    params: itemId,
    output: itemDutiesSchema,
  }),
  giveVoices: endpoint({
    method: 'post',
    path: '/api/reports/voices',
    summary: 'Countersign reports, confirm them, or object with a reason: all or none',
    body: z.object({
      voices: z
        .array(
          shownReportSchema.extend({
            unitId: z.uuid(),
            answer: z.enum(['agrees', 'objects']),
            note: text(1000),
          }),
        )
        .min(1)
        .max(600),
    }),
    output: z.object({ given: z.number() }),
  }),
  chooseReporting: endpoint({
    method: 'post',
    path: '/api/items/{itemId}/reporting-unit',
    summary: 'Choose which of several leads reports and signs',
    params: itemId,
    body: z.object({ unitId: z.uuid(), reason: text(1000) }),
    output: z.object({ movedLines: z.number() }),
  }),
  disputeDuty: endpoint({
    method: 'post',
    path: '/api/items/{itemId}/disputes',
    summary: 'Say "not ours" of an item that the unit reports, with a reason',
    params: itemId,
    body: z.object({ unitId: z.uuid(), proposedUnitId: z.uuid().nullable(), reason: text(1000) }),
    output: z.object({ disputeId: z.string(), officeDueAt: z.string() }),
  }),
  arbitrateDispute: endpoint({
    method: 'post',
    path: '/api/disputes/{disputeId}/decision',
    summary: 'Decide on "not ours": the unit keeps the item (no unit named), or another unit gets it',
    params: disputeId,
    body: revision.extend({ toUnitId: z.uuid().nullable(), reason: text(1000) }),
    output: z.object({ movedLines: z.number() }),
  }),
  withdrawDispute: endpoint({
    method: 'post',
    path: '/api/disputes/{disputeId}/withdraw',
    summary: 'Take "not ours" back before it is decided',
    params: disputeId,
    body: revision,
    output: done,
  }),
  raiseBlockage: endpoint({
    method: 'post',
    path: '/api/items/{itemId}/blockages',
    summary: 'Say what holds an item up, whose help is needed, and by when',
    params: itemId,
    body: z.object({
      unitId: z.uuid(),
      what: text(500),
      needs: text(200),
      needsUnitId: z.uuid().nullable(),
      by: z.iso.date().nullable(),
    }),
    output: z.object({ blockageId: z.string(), level: z.number() }),
  }),
  actOnBlockage: endpoint({
    method: 'post',
    path: '/api/blockages/{blockageId}/acts',
    summary: 'Answer a blockage, raise it one level, or record its outcome',
    params: blockageId,
    body: revision.extend({ action: z.enum(['answer', 'escalate', 'resolve', 'withdraw']), note: text(1000) }),
    output: z.object({ state: z.string(), level: z.number(), revision: z.number() }),
  }),
} as const
