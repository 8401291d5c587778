import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'
import {
  burdenSchema,
  fileSchema,
  heardSchema,
  lineSchema,
  outcomesSchema,
  periodKeySchema,
  reportKeySchema,
  saidSchema,
  shownReportSchema,
  text,
} from './lines.ts'

const MOST_REPORTS = 600

const shownReports = z.object({ reports: z.array(shownReportSchema).min(1).max(MOST_REPORTS) })
const attachmentId = z.object({ attachmentId: z.uuid() })

/** A reporter's, a signer's and an acceptor's requests. Writes may carry `idempotency-key`: a retry changes nothing. */
export const reportContract = {
  work: endpoint({
    method: 'get',
    path: '/api/reporting/work',
    summary: 'What is due from the reader: to report, to sign, to accept',
    output: z.object({
      toReport: z.array(lineSchema),
      toSign: z.array(lineSchema),
      toAccept: z.array(lineSchema),
      /** What other units say of what waits for acceptance. */
      heard: z.array(heardSchema),
      underWay: z.array(lineSchema),
      asking: z.array(periodKeySchema.extend(burdenSchema.shape)),
    }),
  }),
  submit: endpoint({
    method: 'post',
    path: '/api/reports/submit',
    crowded: true,
    summary: 'Submit reports; each is checked and answered for itself, a single one is refused as a whole',
    body: z.object({
      reports: z
        .array(shownReportSchema.extend({ said: saidSchema }))
        .min(1)
        .max(MOST_REPORTS),
    }),
    output: outcomesSchema,
  }),
  submitNoChange: endpoint({
    method: 'post',
    path: '/api/reports/no-change',
    crowded: true,
    summary: 'Say "no change" for many items in one request',
    body: shownReports,
    output: outcomesSchema,
  }),
  saveDraft: endpoint({
    method: 'put',
    path: '/api/reports/draft',
    crowded: true,
    summary: 'Keep what was typed without submitting it',
    body: shownReportSchema.extend({ said: saidSchema }),
    output: outcomesSchema,
  }),
  withdraw: endpoint({
    method: 'post',
    path: '/api/reports/withdraw',
    summary: 'Take a submitted, unsigned report back',
    body: shownReportSchema,
    output: outcomesSchema,
  }),
  sign: endpoint({
    method: 'post',
    path: '/api/reports/sign',
    summary: 'Sign reports for the unit',
    body: shownReports,
    output: outcomesSchema,
  }),
  accept: endpoint({
    method: 'post',
    path: '/api/reports/accept',
    summary: 'Accept signed reports',
    body: shownReports,
    output: outcomesSchema,
  }),
  returnReport: endpoint({
    method: 'post',
    path: '/api/reports/return',
    summary: 'Return a report with a reason and a due moment of its own',
    body: shownReportSchema.extend({ reason: text(1000), dueAt: z.iso.datetime() }),
    output: outcomesSchema,
  }),
  attach: endpoint({
    method: 'post',
    path: '/api/reports/files',
    crowded: true,
    summary: 'Attach a file to a report that is not submitted',
    upload: { maxBytes: 20 * 1024 * 1024 },
    body: reportKeySchema,
    output: fileSchema.extend({ revision: z.number() }),
  }),
  removeFile: endpoint({
    method: 'delete',
    path: '/api/reports/files/{attachmentId}',
    summary: 'Take a file off a report that is not submitted',
    params: attachmentId,
    query: reportKeySchema,
    output: z.object({ revision: z.number() }),
  }),
  file: endpoint({
    method: 'get',
    path: '/api/reports/files/{attachmentId}',
    summary: 'The content of an attached file',
    params: attachmentId,
    sends: 'application/octet-stream',
  }),
} as const
