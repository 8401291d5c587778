import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'
import {
  fileSchema,
  lineSchema,
  outcomesSchema,
  periodKeySchema,
  reportKeySchema,
  saidSchema,
  shownReportSchema,
  text,
} from './lines.ts'

const MOST_REPORTS = 600
/** Public requests are small: a page of a link sends its lines a few at a time. */
const MOST_BY_LINK = 60
const unitId = z.object({ unitId: z.uuid() })
const region = z.object({ regionId: z.string().regex(/^[a-z][a-z0-9-]{0,62}$/) })
const token = z.object({ token: z.string().min(20).max(200) })

const previewedSchema = z.object({
  row: z.number(),
  verdict: z.enum(['files', 'empty', 'same', 'conflict', 'sent', 'problem']),
  shown: shownReportSchema.nullable(),
  title: z.string(),
  unitOfFigure: z.string(),
  mine: saidSchema.nullable(),
  theirs: saidSchema.nullable(),
  /** What is wrong, in which column, and what to do about it, in the reader's language. */
  problem: z.object({ column: z.string(), title: z.string(), code: z.string() }).nullable(),
})

const linkSchema = z.object({
  linkId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  respondent: z.string(),
  createdAt: z.string(),
  createdByName: z.string(),
  expiresAt: z.string(),
  openedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
})

export type PreviewedRow = z.infer<typeof previewedSchema>
export type RespondentLink = z.infer<typeof linkSchema>

/** Sheets out and back as xlsx, and outside bodies that answer by link. */
export const filledSheetContract = {
  exportSheet: endpoint({
    method: 'get',
    path: '/api/cadences/{cadenceId}/periods/{periodId}/units/{unitId}/sheet.xlsx',
    summary: "A unit's sheet to be filled in: keyed rows, locked but for the cells that ask",
    params: periodKeySchema.extend(unitId.shape),
    sends: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }),
  previewSheet: endpoint({
    method: 'post',
    path: '/api/reports/sheet-preview',
    evenWhenFull: true,
    summary: 'Look at a sheet that came back: what would be filed, what conflicts, what is wrong where. Writes nothing',
    upload: { maxBytes: 5 * 1024 * 1024 },
    body: z.object({ unitId: z.uuid().optional() }),
    output: z.object({ rows: z.array(previewedSchema) }),
  }),
  fileForOutside: endpoint({
    method: 'post',
    path: '/api/reports/for-outside',
    summary: 'File what an outside body without an account has filled in; enters unsigned, by the named respondent',
    body: unitId.extend({
      respondent: text(60),
      reports: z
        .array(shownReportSchema.extend({ said: saidSchema }))
        .min(1)
        .max(MOST_REPORTS),
    }),
    output: outcomesSchema,
  }),
  respondents: endpoint({
    method: 'get',
    path: '/api/cadences/{cadenceId}/periods/{periodId}/respondents',
    summary: 'Units of a period that nobody can sign in for, and the links made for them',
    params: periodKeySchema,
    output: z.object({
      units: z.array(z.object({ unitId: z.string(), unitName: z.string(), lines: z.number(), answered: z.number() })),
      links: z.array(linkSchema),
    }),
  }),
  inviteRespondent: endpoint({
    method: 'post',
    path: '/api/cadences/{cadenceId}/periods/{periodId}/respondents',
    summary: 'Make a link by which an outside body answers one period without an account',
    params: periodKeySchema,
    body: unitId.extend({ respondent: text(60), expiresOn: z.iso.date() }),
    output: z.object({ linkId: z.string(), token: z.string(), expiresAt: z.string() }),
  }),
  revokeRespondentLink: endpoint({
    method: 'post',
    path: '/api/respondent-links/{linkId}/revoke',
    summary: 'End a link; what was answered by it stays',
    params: z.object({ linkId: z.uuid() }),
    output: z.object({ done: z.literal(true) }),
  }),
  openRespondentSheet: endpoint({
    method: 'post',
    path: '/api/public/{regionId}/respondent-sheet',
    evenWhenFull: true,
    summary: 'What a link opens: the lines of its unit in its period, nothing else. No sign-in',
    access: 'public',
    params: region,
    body: token,
    output: z.object({
      respondent: z.string(),
      unitName: z.string(),
      periodId: z.string(),
      expiresAt: z.string(),
      now: z.string(),
      timeZone: z.string(),
      lines: z.array(lineSchema),
    }),
  }),
  answerByLink: endpoint({
    method: 'post',
    path: '/api/public/{regionId}/respondent-answers',
    summary: 'Answer lines by link; without words of its own a line says "no change". No sign-in',
    access: 'public',
    params: region,
    body: token.extend({
      reports: z
        .array(shownReportSchema.extend({ said: saidSchema.nullable() }))
        .min(1)
        .max(MOST_BY_LINK),
    }),
    output: outcomesSchema,
  }),
  attachByLink: endpoint({
    method: 'post',
    path: '/api/public/{regionId}/respondent-files',
    summary: 'Attach a file to a line that is answered by link, before it is sent. No sign-in',
    access: 'public',
    upload: { maxBytes: 20 * 1024 * 1024 },
    params: region,
    body: token.extend(reportKeySchema.shape),
    output: fileSchema.extend({ revision: z.number() }),
  }),
  removeFileByLink: endpoint({
    method: 'post',
    path: '/api/public/{regionId}/respondent-files/removal',
    summary: 'Take a file off a line that is answered by link, before it is sent. No sign-in',
    access: 'public',
    params: region,
    body: token.extend({ ...reportKeySchema.shape, attachmentId: z.uuid() }),
    output: z.object({ revision: z.number() }),
  }),
} as const
