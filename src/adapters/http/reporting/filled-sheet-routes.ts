import type { Context, TypeByContent } from '#app/kit'
import * as reporting from '#app/reporting'
import { type Result, accept, refuse } from '#core/kit'
import type { WorkbookView } from '#core/publishing'
import { reportingContract as contract } from '#adapters/http/contract/reporting'
import { type Language, refusalWords } from '#adapters/http/contract/words'
import { type GuatuHono, languageOf, register, type RequestExtras } from '#adapters/http/kernel'
import type { CalendarRouteOptions } from './calendar-routes.ts'
import { lineOf, presentOutcomes } from './present.ts'

/** How workbooks are written and read; wired in main. */
export interface SheetFiles extends Pick<CalendarRouteOptions, 'readWorkbook'> {
  readonly writeWorkbook: (view: WorkbookView) => Promise<Uint8Array>
  readonly typeByContent: TypeByContent
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Sheets out and back as xlsx, and outside bodies that answer by link. */
export function filledSheetRoutes(app: GuatuHono, files: SheetFiles): void {
  register(app, contract.exportSheet, async (context, { params }) => {
    const sheet = await reporting.exportSheet(context, params)
    if (!sheet.ok) return sheet
    const bytes = await files.writeWorkbook(sheet.value.view)
    return accept({ bytes, mediaType: XLSX, fileName: sheet.value.fileName })
  })
  register(app, contract.previewSheet, async (context, { body }, { upload, http }) => {
    if (!upload) return refuse('request.fileMissing')
    const sheets = await files.readWorkbook(upload.bytes)
    if (!sheets.ok) return sheets
    const rows = await reporting.previewSheet(context, { sheets: sheets.value, unitId: body.unitId ?? null })
    return rows.ok ? accept({ rows: rows.value.map((row) => rowOf(row, languageOf(http))) }) : rows
  })
  register(app, contract.fileForOutside, async (context, { body }, extras) => {
    const { unitId, respondent } = body
    const reports = body.reports.map(({ said, ...shown }) => ({ ...shown, body: said }))
    const requestKey = extras.retryKey ?? null
    const filed = await reporting.fileForOutside(context, { unitId, respondent, requestKey, reports })
    return presentOutcomes(filed, languageOf(extras.http))
  })
  respondentRoutes(app)
  publicRoutes(app, files)
}

function rowOf({ problem, mine, theirs, shown, ...row }: reporting.PreviewedRow, language: Language) {
  return {
    ...row,
    shown: shown && { ...shown },
    mine: mine && saidOf(mine),
    theirs: theirs && saidOf(theirs),
    problem: problem && {
      column: problem.column,
      title: refusalWords(problem.refusal, language),
      code: problem.refusal.code,
    },
  }
}

function saidOf({ figure, noChange, claim, paragraph, blockage, nodesDone, parts }: reporting.SaidBody) {
  const rest = { blockage: blockage && { ...blockage }, nodesDone: [...nodesDone] }
  const made = parts ? { parts: { ...parts, uncovered: [...parts.uncovered] } } : {}
  return { figure, noChange, claim, paragraph, ...rest, ...made }
}

function respondentRoutes(app: GuatuHono): void {
  register(app, contract.respondents, async (context, { params }) => {
    const found = await reporting.listRespondents(context, params)
    if (!found.ok) return found
    const { units, links } = found.value
    return accept({ units: [...units], links: [...links] })
  })
  register(app, contract.inviteRespondent, (context, { params, body }) =>
    reporting.inviteRespondent(context, { ...params, ...body }),
  )
  register(app, contract.revokeRespondentLink, async (context, { params }) => {
    const revoked = await reporting.revokeRespondentLink(context, params)
    return revoked.ok ? accept({ done: true as const }) : revoked
  })
}

/** Whoever holds a link is nobody else by it: it is answered as a visitor of the region in the path, whoever is signed in. */
async function asVisitor<T>(
  { http }: RequestExtras,
  { regionId }: { readonly regionId: string },
  act: (visitor: Context) => Promise<Result<T>>,
): Promise<Result<T>> {
  const visitor = await http.get('visitor')(regionId)
  return visitor ? act(visitor as Context) : refuse('region.notFound')
}

function publicRoutes(app: GuatuHono, files: SheetFiles): void {
  register(app, contract.openRespondentSheet, (_context, { params, body }, extras) =>
    asVisitor(extras, params, async (visitor) => {
      const sheet = await reporting.openRespondentSheet(visitor, body)
      if (!sheet.ok) return sheet
      const { link, lines } = sheet.value
      const { respondent, unitName, periodId, expiresAt } = link
      const place = { respondent, unitName, periodId, expiresAt, now: visitor.now, timeZone: visitor.timeZone }
      return accept({ ...place, lines: lines.map(lineOf) })
    }),
  )
  register(app, contract.answerByLink, (_context, { params, body }, extras) =>
    asVisitor(extras, params, async (visitor) => {
      const reports = body.reports.map(({ said, ...shown }) => ({ ...shown, body: said }))
      const asked = { token: body.token, requestKey: extras.retryKey ?? null, reports }
      return presentOutcomes(await reporting.answerByLink(visitor, asked), languageOf(extras.http))
    }),
  )
  register(app, contract.attachByLink, (_context, { params, body }, extras) =>
    asVisitor(extras, params, async (visitor) => {
      if (!extras.upload) return refuse('request.fileMissing')
      const { bytes, fileName } = extras.upload
      return reporting.attachByLink(visitor, { ...body, bytes, fileName, typeByContent: files.typeByContent })
    }),
  )
  register(app, contract.removeFileByLink, (_context, { params, body }, extras) =>
    asVisitor(extras, params, (visitor) => reporting.removeFileByLink(visitor, body)),
  )
}
