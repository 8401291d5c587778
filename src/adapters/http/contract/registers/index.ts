import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const listId = z.object({ listId: z.uuid() })
const rowId = z.object({ rowId: z.uuid() })
const revision = z.object({ revision: z.number().int().min(1) })
const done = z.object({ done: z.literal(true) })
const reason = z.string().max(300)

const fieldKind = z.enum(['text', 'decimal', 'day', 'yesNo', 'choice'])
const fieldAsked = z.object({
  key: z.string().max(10).optional(),
  label: z.string().max(40),
  kind: fieldKind,
  unit: z.string().max(20),
  choices: z.array(z.string().max(60)).max(40),
  required: z.boolean(),
})
const fieldSchema = z.object({
  key: z.string(),
  label: z.string(),
  kind: fieldKind,
  unit: z.string(),
  choices: z.array(z.string()).readonly(),
  required: z.boolean(),
  ended: z.boolean(),
})
const listSchema = z.object({
  listId: z.string(),
  name: z.string(),
  family: z.string(),
  planId: z.string().nullable(),
  campaignNo: z.number().nullable(),
  fields: z.array(fieldSchema).readonly(),
  revision: z.number(),
  endedAt: z.string().nullable(),
  rows: z.number(),
})
const rowSaid = z.object({
  values: z.record(z.string().max(10), z.string().max(2000)),
  unitId: z.uuid().nullable(),
  itemId: z.uuid().nullable(),
  reason,
})
const rowSchema = z.object({
  rowId: z.string(),
  listId: z.string(),
  rowNo: z.number(),
  values: z.record(z.string(), z.string()).readonly(),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  itemId: z.string().nullable(),
  itemTitle: z.string().nullable(),
  revision: z.number(),
  changedAt: z.string(),
  removedAt: z.string().nullable(),
  mayWrite: z.boolean(),
})
const changeSchema = z.object({
  rowId: z.string(),
  rowNo: z.number(),
  revision: z.number(),
  deed: z.enum(['add', 'change', 'remove', 'restore']),
  reason: z.string(),
  at: z.string(),
  byName: z.string(),
  approvedByName: z.string().nullable(),
  differences: z
    .array(z.object({ key: z.string(), before: z.string().nullable(), after: z.string().nullable() }))
    .readonly(),
})
const admission = z.object({ admissionId: z.string() })
/** What is to come on to a list or to leave it, with its decision. */
export const admissionSchema = z.object({
  admissionId: z.string(),
  deed: z.enum(['add', 'remove', 'restore']),
  of: z.discriminatedUnion('what', [
    z.object({
      what: z.literal('row'),
      listId: z.string(),
      rowId: z.string().nullable(),
      body: z
        .object({
          values: z.record(z.string(), z.string()).readonly(),
          unitId: z.string().nullable(),
          itemId: z.string().nullable(),
        })
        .nullable(),
    }),
    z.object({ what: z.literal('placement'), itemId: z.string(), list: z.enum(['task', 'project', 'policy']) }),
  ]),
  reason: z.string(),
  rowNo: z.number().nullable(),
  title: z.string(),
  askedAt: z.string(),
  askedBy: z.string(),
  askedByName: z.string(),
  decision: z.object({ at: z.string(), byName: z.string(), approved: z.boolean(), note: z.string() }).nullable(),
  mayDecide: z.boolean(),
})
const listPageSchema = z.object({
  list: listSchema,
  rows: z.array(rowSchema).readonly(),
  changes: z.array(changeSchema).readonly(),
  admissions: z.array(admissionSchema).readonly(),
  mayDefine: z.boolean(),
  mayAddAny: z.boolean(),
})

export type DomainList = z.infer<typeof listSchema>
export type ListPage = z.infer<typeof listPageSchema>
export type ListField = z.infer<typeof fieldSchema>
export type Admission = z.infer<typeof admissionSchema>
export type FieldAsked = z.infer<typeof fieldAsked>

/** Lists that an office defines for itself, without code. */
export const registersContract = {
  lists: endpoint({
    method: 'get',
    path: '/api/lists',
    summary: 'Lists that offices have defined',
    output: z.object({ lists: z.array(listSchema).readonly(), mayDefine: z.boolean() }),
  }),
  defineList: endpoint({
    method: 'post',
    path: '/api/lists',
    summary: 'Define a kind of list by its fields, for the region or for a task force',
    body: z.object({
      name: z.string().max(60),
      family: z.string().max(60),
      planId: z.uuid().nullable(),
      campaignNo: z.number().int().min(0).max(999).nullable(),
      fields: z.array(fieldAsked).max(60),
    }),
    output: listId,
  }),
  list: endpoint({
    method: 'get',
    path: '/api/lists/{listId}',
    summary: 'One list: rows, and every change of them with its reason',
    params: listId,
    output: listPageSchema,
  }),
  changeList: endpoint({
    method: 'put',
    path: '/api/lists/{listId}',
    summary: 'Change name and fields of a list, or end it',
    params: listId,
    body: revision.extend({
      name: z.string().max(60),
      family: z.string().max(60),
      fields: z.array(fieldAsked).max(60),
      end: z.boolean(),
    }),
    output: done,
  }),
  listFile: endpoint({
    method: 'get',
    path: '/api/lists/{listId}/list.xlsx',
    summary: 'A list as a workbook',
    params: listId,
    sends: XLSX,
  }),
  addRow: endpoint({
    method: 'post',
    path: '/api/lists/{listId}/rows',
    summary: 'Ask that a row come in, with the reason',
    params: listId,
    body: rowSaid,
    output: admission,
  }),
  changeRow: endpoint({
    method: 'put',
    path: '/api/list-rows/{rowId}',
    summary: 'Change a row with the reason',
    params: rowId,
    body: rowSaid.extend(revision.shape),
    output: done,
  }),
  removeRow: endpoint({
    method: 'post',
    path: '/api/list-rows/{rowId}/removal',
    summary: 'Ask that a row leave its list, or come back; removed is not deleted',
    params: rowId,
    body: z.object({ reason, restore: z.boolean() }),
    output: admission,
  }),
  waitingAdmissions: endpoint({
    method: 'get',
    path: '/api/admissions',
    summary: 'What is to come on to a list or to leave it, and waits for the reader',
    output: z.object({ admissions: z.array(admissionSchema).readonly() }),
  }),
  decideAdmission: endpoint({
    method: 'post',
    path: '/api/admissions/{admissionId}/decision',
    summary: 'Approve or refuse that something comes on to a list or leaves it; another person than whoever asked',
    params: z.object({ admissionId: z.uuid() }),
    body: z.object({ approve: z.boolean(), note: reason }),
    output: done,
  }),
} as const
