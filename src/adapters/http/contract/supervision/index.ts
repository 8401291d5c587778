import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'
import { orderSchema, problemSchema } from './lines.ts'
import { orderContract } from './orders.ts'
import { problemContract } from './problems.ts'

export { channelContract } from './channels.ts'
export { noticeContract } from './notices.ts'
export { meetingContract } from './meetings.ts'
export type { AgendaLine, MeetingAct, MeetingPage, MeetingRow } from './meeting-schema.ts'
export type { Order, Problem, SupervisionEvent } from './lines.ts'
export type { Channel, ChannelAddress } from './channels.ts'
export type { MatterKind, MatterPlace, NoticeLevel, NoticeLine, Proposal, Rules, RulesView } from './notices.ts'
export type { OrderDeed, OrderView } from './orders.ts'
export type { ProblemDeed, ProblemView } from './problems.ts'

const orders = z.array(orderSchema)
const problems = z.array(problemSchema)

const deskSchema = z.object({
  toAnswer: orders,
  toSettle: orders,
  overdueOrders: orders,
  toRectify: problems,
  toAssign: problems,
  toVerify: problems,
  toClose: problems,
  extensionsAsked: problems,
})

/** What waits for the reader in supervision. */
export type SupervisionDesk = z.infer<typeof deskSchema>

/** Problems, orders, and what of them waits for the reader. */
export const supervisionContract = {
  desk: endpoint({
    method: 'get',
    path: '/api/supervision/desk',
    summary: 'What waits for the reader in supervision',
    output: deskSchema,
  }),
  ...problemContract,
  ...orderContract,
} as const
