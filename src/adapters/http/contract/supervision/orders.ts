import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'
import { clocksSchema, eventSchema, flag, orderSchema } from './lines.ts'

const params = z.object({ orderId: z.uuid() })
const revision = z.number().int().min(1)
const words = z.string().trim().max(4000)
const outcome = z.object({ orderId: z.string(), state: z.string(), revision: z.number() })

/** One action to an order; all of them answer where it stands afterwards. */
function act<const Name extends string, Body extends z.ZodRawShape>(name: Name, summary: string, body: Body) {
  return endpoint({
    method: 'post',
    path: `/api/orders/{orderId}/${name}`,
    summary,
    params,
    body: z.object({ revision, ...body }),
    output: outcome,
  })
}

const deedSchema = z.enum(['acknowledge', 'reply', 'returnReply', 'close', 'withdraw'])

const orderViewSchema = z.object({
  order: orderSchema,
  events: z.array(eventSchema),
  hoursInStates: clocksSchema,
  deeds: z.array(deedSchema),
  meeting: z
    .object({ meetingId: z.string(), planTitle: z.string(), number: z.number(), readable: z.boolean() })
    .nullable(),
})

export type OrderView = z.infer<typeof orderViewSchema>
export type OrderDeed = z.infer<typeof deedSchema>

export const orderContract = {
  orders: endpoint({
    method: 'get',
    path: '/api/orders',
    summary: 'The orders that the reader may see, newest first',
    query: z.object({
      open: flag,
      mine: flag,
      overdue: flag,
      itemId: z.uuid().optional(),
      unitId: z.uuid().optional(),
    }),
    output: z.object({ orders: z.array(orderSchema) }),
  }),
  order: endpoint({
    method: 'get',
    path: '/api/orders/{orderId}',
    summary: 'One order with its history, its clocks and what the reader can do',
    params,
    output: orderViewSchema,
  }),
  issue: endpoint({
    method: 'post',
    path: '/api/orders',
    summary: 'Turn a remark into an order',
    body: z.object({
      text: words.min(1),
      unitId: z.uuid(),
      itemId: z.uuid().optional(),
      problemId: z.uuid().optional(),
      replyBy: z.iso.date().optional(),
    }),
    output: outcome,
  }),
  acknowledge: act('acknowledgement', 'The addressee has it', {}),
  reply: act('reply', 'The addressee says what was done', { text: words.min(1) }),
  returnReply: act('reply/return', 'The reply does not answer the order', { reason: words }),
  closeOrder: act('close', 'The reply will do', {}),
  withdraw: act('withdraw', 'Take the order back', { reason: words }),
} as const
