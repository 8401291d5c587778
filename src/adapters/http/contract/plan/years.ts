import { z } from 'zod'
import { endpoint } from '../kit/index.ts'

const plan = z.object({ planId: z.uuid() })
const draft = z.object({ draftId: z.uuid() })
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const kind = z.enum(['indicator', 'task', 'project', 'policy'])
const done = z.object({ done: z.literal(true) })
const words = z.string().trim().max(1000)

const accountSchema = z.object({
  ...{ planId: z.string(), planTitle: z.string(), year: z.number() },
  parts: z.array(
    z.object({
      ...{ campaignNo: z.number(), campaignName: z.string() },
      lines: z.array(
        z.object({
          ...{ itemId: z.string(), title: z.string(), unitName: z.string(), kind },
          ...{ promised: z.string(), adjusted: z.string().nullable(), adjustedBecause: z.string() },
          ...{ achieved: z.string().nullable(), unit: z.string(), met: z.boolean().nullable() },
          light: z.enum(['red', 'yellow', 'green', 'blue', 'grey']),
          ...{ periodId: z.string().nullable(), sealSeq: z.number().nullable() },
          ...{ reason: z.string(), reasonRevision: z.number() },
        }),
      ),
      closed: z.object({ closedAt: z.string(), closedByName: z.string(), sealSeq: z.number() }).nullable(),
    }),
  ),
  corrections: z.array(
    z.object({
      ...{ correctionId: z.string(), itemId: z.string(), oldValue: z.string().nullable(), newValue: z.string() },
      ...{ reason: z.string(), madeAt: z.string(), madeByName: z.string() },
      ...{ approvedAt: z.string().nullable(), refusedAt: z.string().nullable() },
    }),
  ),
  may: z.object({ keep: z.boolean(), yearIsOver: z.boolean() }),
})

const yearItemSchema = z.object({
  ...{ itemId: z.string(), planId: z.string(), planTitle: z.string(), year: z.number(), title: z.string(), kind },
  ...{ unitName: z.string(), target: z.string(), achieved: z.string().nullable(), unit: z.string() },
  ...{ met: z.boolean().nullable(), closed: z.boolean() },
})
const linkSchema = z.object({
  earlier: yearItemSchema,
  later: z.object({ itemId: z.string(), title: z.string(), unitName: z.string(), target: z.string() }),
  likeness: z.number().nullable(),
  state: z.enum(['suggested', 'confirmed', 'refused']),
})

/** A plan's final account, the same matter over the years, and what last year leaves to a new draft. */
export const yearEndpoints = {
  finalAccount: endpoint({
    method: 'get',
    path: '/api/plans/{planId}/account',
    summary: 'The final account: promised, adjusted, achieved, with reasons',
    params: plan,
    output: accountSchema,
  }),
  explainLine: endpoint({
    method: 'put',
    path: '/api/plans/{planId}/account/reasons',
    summary: 'Say why a line ended as it did',
    params: plan,
    body: z.object({ itemId: z.uuid(), reason: words, revision: z.number().int().min(0) }),
    output: z.object({ revision: z.number() }),
  }),
  closeFinalAccount: endpoint({
    method: 'post',
    path: '/api/plans/{planId}/account/close',
    summary: 'Close a campaign with its account after the year',
    params: plan,
    body: z.object({ campaignNo: z.number().int().min(0).max(999) }),
    output: z.object({ lines: z.number() }),
  }),
  correctFinalAccount: endpoint({
    method: 'post',
    path: '/api/plans/{planId}/account/corrections',
    summary: 'Ask to correct a figure of a closed account',
    params: plan,
    body: z.object({ itemId: z.uuid(), newValue: z.string().max(40), reason: words }),
    output: z.object({ correctionId: z.string() }),
  }),
  decideAccountCorrection: endpoint({
    method: 'post',
    path: '/api/account-corrections/{correctionId}/decision',
    summary: 'Approve or refuse a correction of an account; not by who made it',
    params: z.object({ correctionId: z.uuid() }),
    body: z.object({ approve: z.boolean() }),
    output: done,
  }),
  accountDocx: endpoint({
    method: 'get',
    path: '/api/plans/{planId}/account.docx',
    summary: 'The final account as a Word file',
    params: plan,
    sends: DOCX,
  }),
  accountXlsx: endpoint({
    method: 'get',
    path: '/api/plans/{planId}/account.xlsx',
    summary: 'The final account as a workbook',
    params: plan,
    sends: XLSX,
  }),
  years: endpoint({
    method: 'get',
    path: '/api/years',
    summary: 'The same matter over the plans of several years, and links that wait for a person',
    output: z.object({
      years: z.array(z.number()),
      rows: z.array(z.array(yearItemSchema)),
      suggested: z.array(linkSchema),
    }),
  }),
  decideLink: endpoint({
    method: 'post',
    path: '/api/item-links',
    summary: 'Say that two items of two years are the same matter, or are not',
    body: z.object({ earlierItemId: z.uuid(), laterItemId: z.uuid(), confirm: z.boolean() }),
    output: done,
  }),
  readCarryOver: endpoint({
    method: 'get',
    path: '/api/drafts/{draftId}/carry-over',
    summary: 'What last year’s plan has for a draft',
    params: draft,
    output: z.object({
      earlierPlan: z.object({ planId: z.string(), title: z.string(), year: z.number() }).nullable(),
      links: z.array(linkSchema),
      openTasks: z.array(yearItemSchema),
    }),
  }),
  carryOver: endpoint({
    method: 'post',
    path: '/api/drafts/{draftId}/carry-over',
    summary: 'Take over base values and open tasks of last year',
    params: draft,
    body: z.object({
      links: z.array(z.object({ earlierItemId: z.uuid(), laterItemId: z.uuid() })).max(2000),
      taskIds: z.array(z.uuid()).max(2000),
    }),
    output: z.object({ revision: z.number() }),
  }),
} as const

export type FinalAccount = z.infer<typeof accountSchema>
export type AccountLine = FinalAccount['parts'][number]['lines'][number]
export type YearItem = z.infer<typeof yearItemSchema>
export type YearLink = z.infer<typeof linkSchema>
