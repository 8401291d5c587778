import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'
import { clocksSchema, eventSchema, fileSchema, flag, problemKindSchema, problemSchema } from './lines.ts'

const MAX_FILE_BYTES = 20 * 1024 * 1024

const params = z.object({ problemId: z.uuid() })
const revision = z.number().int().min(1)
const note = z.string().trim().max(2000).default('')
const reason = z.string().trim().max(2000)
const outcome = z.object({ problemId: z.string(), state: z.string(), revision: z.number() })

/** One action to a problem; all of them answer where it stands afterwards. */
function act<const Name extends string, Body extends z.ZodRawShape>(name: Name, summary: string, body: Body) {
  return endpoint({
    method: 'post',
    path: `/api/problems/{problemId}/${name}`,
    summary,
    params,
    body: z.object({ revision, ...body }),
    output: outcome,
  })
}

const deedSchema = z.enum([
  'assign',
  'begin',
  'claim',
  'verify',
  'refuse',
  'close',
  'reopen',
  'askExtension',
  'decideExtension',
])

const problemViewSchema = z.object({
  problem: problemSchema,
  events: z.array(eventSchema),
  files: z.array(fileSchema),
  hoursInStates: clocksSchema,
  deeds: z.array(deedSchema),
})

export type ProblemView = z.infer<typeof problemViewSchema>
export type ProblemDeed = z.infer<typeof deedSchema>

export const problemContract = {
  problems: endpoint({
    method: 'get',
    path: '/api/problems',
    summary: 'Problems, newest first',
    query: z.object({
      open: flag,
      mine: flag,
      overdue: flag,
      itemId: z.uuid().optional(),
      unitId: z.uuid().optional(),
    }),
    output: z.object({ problems: z.array(problemSchema) }),
  }),
  problem: endpoint({
    method: 'get',
    path: '/api/problems/{problemId}',
    summary: 'One problem with its history, its clock and what the reader can do',
    params,
    output: problemViewSchema,
  }),
  raise: endpoint({
    method: 'post',
    path: '/api/problems',
    summary: 'Raise a problem, of an item or on its own',
    body: z.object({
      kind: problemKindSchema,
      title: z.string().trim().min(1).max(200),
      detail: z.string().trim().max(4000).default(''),
      itemId: z.uuid().optional(),
      unitId: z.uuid().optional(),
    }),
    output: outcome,
  }),
  assign: act('assign', 'Say which unit puts it right, and by when', { unitId: z.uuid(), dueOn: z.iso.date(), note }),
  begin: act('begin', 'The doer takes it up', { note }),
  claim: act('claim', 'The doer says that it is put right; files attached before are the evidence', { note }),
  verify: act('verify', 'Another body confirms that it is put right', { note }),
  refuse: act('refuse', 'The claim does not hold', { reason }),
  close: act('close', 'Strike it off', { note }),
  reopen: act('reopen', 'It came back', { reason }),
  askExtension: act('extension', 'Ask for a later day', { until: z.iso.date(), reason }),
  decideExtension: act('extension/decision', 'Grant the later day, or not', { granted: z.boolean(), note }),
  attach: endpoint({
    method: 'post',
    path: '/api/problems/{problemId}/files',
    summary: 'Attach evidence',
    params,
    upload: { maxBytes: MAX_FILE_BYTES },
    output: fileSchema,
  }),
  problemFile: endpoint({
    method: 'get',
    path: '/api/problems/files/{attachmentId}',
    summary: 'The content of a file of a problem',
    params: z.object({ attachmentId: z.uuid() }),
    sends: 'application/octet-stream',
  }),
} as const
