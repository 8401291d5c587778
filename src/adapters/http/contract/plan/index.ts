import { z } from 'zod'
import { endpoint } from '../kit/index.ts'
import { changeSchema, changesSchema, draftPageSchema, draftSummarySchema, entrySchema } from './draft-schema.ts'
import { bodySchema, list } from './item-schema.ts'
import { columnsField, tableLookSchema } from './table-schema.ts'
import {
  differenceSchema,
  itemFilterSchema,
  itemRowSchema,
  itemSourceSchema,
  planPageSchema,
  planSummarySchema,
  planTextSchema,
  unitAccountSchema,
} from './plan-schema.ts'

import { parentEndpoints } from './parents.ts'
import { yearPlanEndpoints } from './year-plan.ts'
import { yearEndpoints } from './years.ts'

export type { ParentLink, StandingPlan } from './parents.ts'
export type { AccountLine, FinalAccount, YearItem, YearLink } from './years.ts'
export type { Measure, YearPlan, YearPlanItem } from './year-plan.ts'
export type { WireDraft, WireEntry, WireEntryRow, WireFinding, WireStanding, WireStatus } from './draft-schema.ts'
export type { WireBlock, WireBody, WireItem, WireTarget } from './item-schema.ts'
export { statedColumnsSchema } from './table-schema.ts'
export type { WireColumnUse, WireTableLook } from './table-schema.ts'
export type { WireDifference, WireItemRow, WirePlanPage, WirePlanText } from './plan-schema.ts'

const MEGABYTE = 1024 * 1024
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const draft = z.object({ draftId: z.uuid() })
const plan = z.object({ planId: z.uuid() })
const version = z.coerce.number().int().min(1)
const entryId = z.string().min(1).max(200)

const draftEndpoints = {
  importPlan: endpoint({
    method: 'post',
    path: '/api/drafts',
    summary: 'Load an issued file as a draft; with planId the draft amends that plan',
    upload: { maxBytes: 50 * MEGABYTE },
    body: z.object({ planId: z.uuid().exactOptional(), columns: columnsField.exactOptional() }),
    output: draft,
  }),
  lookAtTables: endpoint({
    method: 'post',
    path: '/api/task-tables',
    summary:
      'How the task tables of a file would be read: columns with samples, rows that give no task; nothing is kept',
    upload: { maxBytes: 50 * MEGABYTE },
    body: z.object({ columns: columnsField.exactOptional() }),
    output: z.object({ tables: list(tableLookSchema) }),
  }),
  drafts: endpoint({
    method: 'get',
    path: '/api/drafts',
    summary: 'All drafts',
    output: z.object({ drafts: list(draftSummarySchema) }),
  }),
  draft: endpoint({
    method: 'get',
    path: '/api/drafts/{draftId}',
    summary: 'A draft beside its text',
    params: draft,
    output: draftPageSchema,
  }),
  draftFindings: endpoint({
    method: 'get',
    path: '/api/drafts/{draftId}/findings.xlsx',
    summary: 'The findings of a draft as a workbook, one row a finding, muted ones left out',
    params: draft,
    sends: XLSX,
  }),
  draftComments: endpoint({
    method: 'get',
    path: '/api/drafts/{draftId}/comments.docx',
    summary: 'The loaded docx with a Word comment at each finding, all else untouched',
    params: draft,
    sends: DOCX,
  }),
  draftChanges: endpoint({
    method: 'get',
    path: '/api/drafts/{draftId}/changes',
    summary: 'What changed in a draft after a revision',
    params: draft,
    query: z.object({ since: z.coerce.number().int().min(0) }),
    output: changesSchema,
  }),
  saveEntries: endpoint({
    method: 'put',
    path: '/api/drafts/{draftId}/entries',
    summary: 'Save entries, all or none; refused where somebody changed one meanwhile',
    params: draft,
    body: z.object({
      edits: z
        .array(z.object({ entry: entrySchema, revision: z.number().int() }))
        .min(1)
        .max(2000),
    }),
    output: changeSchema,
  }),
  addEntry: endpoint({
    method: 'post',
    path: '/api/drafts/{draftId}/entries',
    summary: 'Add an entry that the reader did not find',
    params: draft,
    body: bodySchema,
    output: changeSchema,
  }),
  splitEntry: endpoint({
    method: 'post',
    path: '/api/drafts/{draftId}/split',
    summary: 'Make two items of one',
    params: draft,
    body: z.object({ entryId }),
    output: changeSchema,
  }),
  mergeEntries: endpoint({
    method: 'post',
    path: '/api/drafts/{draftId}/merge',
    summary: 'Merge items of one kind, or spellings of one unit',
    params: draft,
    body: z.object({ keepId: entryId, otherIds: z.array(entryId).min(1).max(100) }),
    output: changeSchema,
  }),
  muteFinding: endpoint({
    method: 'post',
    path: '/api/drafts/{draftId}/mute',
    summary: 'Mute a finding with a reason; null takes the mute back',
    params: draft,
    body: z.object({ findingId: z.string().min(1).max(200), reason: z.string().trim().max(300).nullable() }),
    output: changeSchema,
  }),
  reviewPublication: endpoint({
    method: 'get',
    path: '/api/drafts/{draftId}/review',
    summary: 'What publishing the draft would do',
    params: draft,
    output: z.object({
      revision: z.number(),
      counts: z.record(z.string(), z.number()),
      blockers: z.number(),
      openPoints: z.number(),
      difference: differenceSchema.nullable(),
    }),
  }),
  publishPlan: endpoint({
    method: 'post',
    path: '/api/drafts/{draftId}/publish',
    summary: 'Publish a draft as the next version of its plan',
    params: draft,
    body: z.object({ revision: z.number().int().exactOptional(), reason: z.string().trim().max(300).exactOptional() }),
    output: z.object({ planId: z.string(), version: z.number(), contentHash: z.string() }),
  }),
  discardDraft: endpoint({
    method: 'post',
    path: '/api/drafts/{draftId}/discard',
    summary: 'Put a draft away',
    params: draft,
    output: z.object({ done: z.literal(true) }),
  }),
} as const

const planEndpoints = {
  plans: endpoint({
    method: 'get',
    path: '/api/plans',
    summary: 'All plans in force',
    output: z.object({ plans: list(planSummarySchema) }),
  }),
  grantPlaces: endpoint({
    method: 'get',
    path: '/api/grant-places',
    summary: 'Plans and task forces that a role can be bound to, for the security officer',
    output: z.object({
      places: list(
        z.object({
          planId: z.string(),
          title: z.string(),
          campaigns: list(z.object({ no: z.number(), name: z.string() })),
        }),
      ),
    }),
  }),
  plan: endpoint({
    method: 'get',
    path: '/api/plans/{planId}',
    summary: 'A plan with campaigns, task forces, units and versions',
    params: plan,
    output: planPageSchema,
  }),
  items: endpoint({
    method: 'get',
    path: '/api/plans/{planId}/items',
    summary: 'Items in force; text matches words and pinyin initials',
    params: plan,
    query: itemFilterSchema,
    output: z.object({ items: list(itemRowSchema) }),
  }),
  lists: endpoint({
    method: 'get',
    path: '/api/plans/{planId}/lists.xlsx',
    summary: 'The three lists as a workbook, in one of both projections',
    params: plan,
    query: itemFilterSchema.extend({ projection: z.enum(['works', 'duties']).default('works') }),
    sends: XLSX,
  }),
  planText: endpoint({
    method: 'get',
    path: '/api/plans/{planId}/text',
    summary: 'The issued text with the places of its items',
    params: plan,
    query: z.object({ version: version.exactOptional() }),
    output: planTextSchema,
  }),
  issuedFile: endpoint({
    method: 'get',
    path: '/api/plans/{planId}/file',
    summary: 'The issued file itself',
    params: plan,
    query: z.object({ version: version.exactOptional() }),
    sends: 'application/octet-stream',
  }),
  difference: endpoint({
    method: 'get',
    path: '/api/plans/{planId}/difference',
    summary: 'What differs between two versions',
    params: plan,
    query: z.object({ from: version, to: version }),
    output: differenceSchema,
  }),
  itemSource: endpoint({
    method: 'get',
    path: '/api/items/{itemId}/source',
    summary: 'The sentence that promised an item, in its surroundings',
    params: z.object({ itemId: z.uuid() }),
    output: itemSourceSchema,
  }),
  unitAccounts: endpoint({
    method: 'post',
    path: '/api/plans/{planId}/unit-accounts',
    summary: 'Open reporter and signer accounts for the units of a plan; answers one-time links once',
    params: plan,
    output: z.object({ accounts: list(unitAccountSchema) }),
  }),
  unitAccountsSheet: endpoint({
    method: 'post',
    path: '/api/plans/{planId}/unit-accounts.xlsx',
    summary: 'The same as a workbook to hand out',
    params: plan,
    sends: XLSX,
  }),
} as const

export const planContract = {
  ...draftEndpoints,
  ...planEndpoints,
  ...parentEndpoints,
  ...yearPlanEndpoints,
  ...yearEndpoints,
} as const
