import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'
import { paperSchema } from '#adapters/http/contract/publishing'
import { meetingPageSchema, meetingRowSchema, presenceSchema } from './meeting-schema.ts'

const params = z.object({ meetingId: z.uuid() })
const basis = z.enum(['sealed', 'live'])
const short = z.string().trim().max(200)
const words = z.string().trim().max(4000)
const lineId = z.uuid()
const done = z.object({ done: z.literal(true) })

/** Meetings: agenda, notes, decisions, attendance, minutes. */
export const meetingContract = {
  meetings: endpoint({
    method: 'get',
    path: '/api/meetings',
    summary: 'Meetings, newest first, and for which plans and campaigns the reader may call one together',
    output: z.object({
      meetings: z.array(meetingRowSchema),
      places: z.array(
        z.object({ planId: z.string(), planTitle: z.string(), campaignNo: z.number(), campaignName: z.string() }),
      ),
    }),
  }),
  planMeeting: endpoint({
    method: 'post',
    path: '/api/meetings',
    summary: 'Call a meeting together: its agenda is taken from the exceptions of this moment',
    body: z.object({
      ...{ planId: z.uuid(), campaignNo: z.number().int().min(0).max(999), heldOn: z.iso.date() },
      ...{ place: short, chair: short, basis },
    }),
    output: params,
  }),
  meetingRecord: endpoint({
    method: 'get',
    path: '/api/meetings/{meetingId}',
    summary: 'One meeting: agenda, notes, decisions, attendance, and what became of the last one',
    params,
    output: meetingPageSchema,
  }),
  retakeAgenda: endpoint({
    method: 'post',
    path: '/api/meetings/{meetingId}/agenda',
    summary: 'Take the agenda again, until the meeting is held',
    params,
    body: z.object({ basis }),
    output: z.object({ lines: z.number() }),
  }),
  addAgendaLine: endpoint({
    method: 'post',
    path: '/api/meetings/{meetingId}/lines',
    summary: 'Put a matter on the agenda that is no exception',
    params,
    body: z.object({ title: short.min(1) }),
    output: z.object({ lineId: z.string() }),
  }),
  saveNote: endpoint({
    method: 'put',
    path: '/api/meetings/{meetingId}/notes',
    summary: 'Keep what is typed on a line; what somebody else wrote meanwhile stays, and the answer holds both',
    params,
    body: z.object({ lineId, base: z.string().max(8000), words: z.string().max(8000) }),
    output: z.object({ words: z.string(), revision: z.number() }),
  }),
  recordAttendance: endpoint({
    method: 'put',
    path: '/api/meetings/{meetingId}/attendance',
    summary: 'Say whether somebody came, or ask another (attendeeNo null)',
    params,
    body: z.object({
      ...{ attendeeNo: z.number().int().min(1).nullable(), post: short.min(1) },
      ...{ presence: presenceSchema, reason: short },
    }),
    output: z.object({ attendeeNo: z.number() }),
  }),
  decideInMeeting: endpoint({
    method: 'post',
    path: '/api/meetings/{meetingId}/decisions',
    summary: 'Decide on a line; what a unit carries out becomes an order at once, what is blocked gets its answer',
    params,
    body: z.object({
      ...{ lineId, kind: z.enum(['order', 'blockage', 'noted']), words: words.min(1) },
      ...{ unitId: z.uuid().optional(), replyBy: z.iso.date().optional() },
      blockageId: z.uuid().optional(),
    }),
    output: z.object({ decisionNo: z.number(), orderId: z.string().nullable() }),
  }),
  holdMeeting: endpoint({
    method: 'post',
    path: '/api/meetings/{meetingId}/hold',
    summary: 'The meeting took place: its agenda stands from here on',
    params,
    output: done,
  }),
  minutes: endpoint({
    method: 'get',
    path: '/api/meetings/{meetingId}/minutes',
    summary: 'The minutes as printed',
    params,
    output: paperSchema.extend({ state: z.enum(['planned', 'held', 'issued']), number: z.number() }),
  }),
  issueMinutes: endpoint({
    method: 'post',
    path: '/api/meetings/{meetingId}/minutes',
    summary: 'Issue the minutes; nothing of the meeting changes afterwards',
    params,
    output: z.object({ fileSha256: z.string() }),
  }),
  minutesFile: endpoint({
    method: 'get',
    path: '/api/meetings/{meetingId}/minutes.docx',
    summary: 'The minutes as a Word file: as issued, or as they would be',
    params,
    sends: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  }),
  correctMinutes: endpoint({
    method: 'post',
    path: '/api/meetings/{meetingId}/corrections',
    summary: 'Put something right in issued minutes, visibly',
    params,
    body: z.object({ oldWords: words.min(1), newWords: words.min(1), reason: words.min(1) }),
    output: done,
  }),
} as const
