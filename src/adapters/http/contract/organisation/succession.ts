import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'

const roleSchema = z.object({ role: z.string(), unitName: z.string().nullable() })
const inHandSchema = z.object({
  kind: z.enum(['toReport', 'returned', 'toSign', 'order', 'problem', 'issuedOrder', 'draft']),
  ...{ title: z.string(), unitName: z.string().nullable(), due: z.string().nullable() },
})
const outcomeSchema = z.enum(['confirmed', 'refused', 'withdrawn'])

const handoverSchema = z.object({
  ...{ handoverId: z.string(), fromName: z.string(), toName: z.string(), onDate: z.string(), note: z.string() },
  ...{ madeAt: z.string(), madeByName: z.string(), outcome: outcomeSchema.nullable() },
  ...{ roles: z.array(roleSchema), postTitles: z.array(z.string()), inHand: z.array(inHandSchema) },
  mayWithdraw: z.boolean(),
})

const delegationSchema = z.object({
  ...{ delegationId: z.string(), holderName: z.string(), toName: z.string(), from: z.string(), last: z.string() },
  ...{ role: z.string(), unitName: z.string().nullable(), reason: z.string(), madeByName: z.string() },
  state: z.enum(['waiting', 'refused', 'withdrawn', 'coming', 'living', 'over', 'ended']),
  mayEnd: z.boolean(),
})

/** A handover as lists show it. */
export type HandoverView = z.infer<typeof handoverSchema>
/** A delegation as lists show it. */
export type DelegationView = z.infer<typeof delegationSchema>
/** Something open that goes along. */
export type InHandView = z.infer<typeof inHandSchema>

const accountId = z.object({ accountId: z.uuid() })
const handoverId = z.object({ handoverId: z.uuid() })
const delegationId = z.object({ delegationId: z.uuid() })
const ruling = z.object({ confirm: z.boolean() })
const code = z.object({ code: z.string().nullable() })
const done = z.object({ done: z.literal(true) })
const text = z.string().max(500)

export const successionContract = {
  successions: endpoint({
    ...{ method: 'get', path: '/api/successions', summary: 'Handovers and delegations that concern the reader' },
    output: z.object({
      ...{ handovers: z.array(handoverSchema), delegations: z.array(delegationSchema) },
      ...{ mayDecide: z.boolean(), mayForOthers: z.boolean() },
    }),
  }),
  holding: endpoint({
    ...{ method: 'get', path: '/api/accounts/{accountId}/in-hand' },
    summary: 'What a person holds and what is open by it: what a handover would pass on',
    params: accountId,
    output: z.object({
      displayName: z.string(),
      roles: z.array(roleSchema.extend({ grantId: z.string() })),
      posts: z.array(z.object({ postId: z.string(), title: z.string(), unitName: z.string() })),
      inHand: z.array(inHandSchema),
    }),
  }),
  makeHandover: endpoint({
    ...{ method: 'post', path: '/api/handovers', summary: 'Draw a handover up; it waits for the security officer' },
    body: z.object({
      ...{ fromAccountId: z.uuid(), toAccountId: z.uuid(), onDate: z.iso.date(), note: text },
      ...{ grantIds: z.array(z.uuid()).max(100), postIds: z.array(z.uuid()).max(100) },
    }),
    output: handoverId,
  }),
  decideHandover: endpoint({
    ...{ method: 'post', path: '/api/handovers/{handoverId}/decision', summary: 'Confirm a handover or refuse it' },
    ...{ params: handoverId, body: ruling, output: code },
  }),
  withdrawHandover: endpoint({
    ...{ method: 'post', path: '/api/handovers/{handoverId}/withdraw', summary: 'Take an undecided handover back' },
    ...{ params: handoverId, output: done },
  }),
  giveDelegation: endpoint({
    ...{ method: 'post', path: '/api/delegations', summary: 'Let somebody else exercise a role for a while' },
    body: z.object({
      ...{ grantId: z.uuid(), holderId: z.uuid(), toAccountId: z.uuid(), from: z.iso.date(), last: z.iso.date() },
      reason: text,
    }),
    output: delegationId,
  }),
  decideDelegation: endpoint({
    ...{
      method: 'post',
      path: '/api/delegations/{delegationId}/decision',
      summary: 'Confirm a delegation or refuse it',
    },
    ...{ params: delegationId, body: ruling, output: code },
  }),
  endDelegation: endpoint({
    ...{ method: 'post', path: '/api/delegations/{delegationId}/end', summary: 'End a delegation at once' },
    ...{ params: delegationId, output: done },
  }),
} as const
