import { z } from 'zod'

export const problemKindSchema = z.enum(['problem', 'hazard', 'request', 'inspection'])
export const problemStateSchema = z.enum(['found', 'assigned', 'rectifying', 'claimed', 'verified', 'closed'])
export const orderStateSchema = z.enum(['issued', 'acknowledged', 'replied', 'closed', 'withdrawn'])

/** A problem as lists show it. */
export const problemSchema = z.object({
  problemId: z.string(),
  number: z.number(),
  kind: problemKindSchema,
  title: z.string(),
  detail: z.string(),
  planId: z.string().nullable(),
  itemId: z.string().nullable(),
  itemTitle: z.string().nullable(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  state: problemStateSchema,
  revision: z.number(),
  foundAt: z.string(),
  dueOn: z.string().nullable(),
  overdue: z.boolean(),
  refusedClaims: z.number(),
  reopened: z.number(),
  extensions: z.number(),
  extension: z.object({ until: z.string(), reason: z.string() }).nullable(),
  closedAt: z.string().nullable(),
})

/** An order as lists show it. */
export const orderSchema = z.object({
  orderId: z.string(),
  number: z.number(),
  level: z.enum(['instruction', 'reminder', 'urging', 'warning']),
  title: z.string(),
  body: z.string(),
  itemId: z.string().nullable(),
  itemTitle: z.string().nullable(),
  problemId: z.string().nullable(),
  unitId: z.string(),
  unitName: z.string(),
  state: orderStateSchema,
  revision: z.number(),
  issuedAt: z.string(),
  issuedByName: z.string(),
  acknowledgeDueAt: z.string(),
  replyDueAt: z.string(),
  overdue: z.enum(['acknowledge', 'reply']).nullable(),
  acknowledgedAt: z.string().nullable(),
  reply: z.string().nullable(),
  repliedAt: z.string().nullable(),
  returnedReplies: z.number(),
  closedAt: z.string().nullable(),
})

export const eventSchema = z.object({
  eventNo: z.number(),
  action: z.string(),
  toState: z.string(),
  note: z.string(),
  at: z.string(),
  byName: z.string(),
  byUnitName: z.string().nullable(),
})

export const fileSchema = z.object({
  attachmentId: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
})

export const clocksSchema = z.array(z.object({ state: z.string(), hours: z.number() }))

/** Yes or no in a query. */
export const flag = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .optional()

export type Problem = z.infer<typeof problemSchema>
export type Order = z.infer<typeof orderSchema>
export type SupervisionEvent = z.infer<typeof eventSchema>
