import type { TypeByContent } from '#app/kit'
import * as reporting from '#app/reporting'
import { type Result, accept, refuse } from '#core/kit'
import { reportingContract as contract } from '#adapters/http/contract/reporting'
import { type GuatuHono, languageOf, register, type RequestExtras } from '#adapters/http/kernel'
import { askRoutes } from './ask-routes.ts'
import { type CalendarRouteOptions, calendarRoutes } from './calendar-routes.ts'
import { filledSheetRoutes, type SheetFiles } from './filled-sheet-routes.ts'
import { periodRoutes } from './period-routes.ts'
import { lineOf, presentOutcomes } from './present.ts'
import { releaseRoutes } from './release-routes.ts'
import { targetRoutes } from './target-routes.ts'
import { reconciliationRoutes } from './reconciliation-routes.ts'
import { responsibilityRoutes } from './responsibility-routes.ts'
import { rhythmRoutes } from './rhythm-routes.ts'

/** What these routes need beside the context. */
export interface ReportingRouteOptions extends CalendarRouteOptions, SheetFiles {
  /** Judges an uploaded file by its content. */
  readonly typeByContent: TypeByContent
}

/** Sheets, reports, periods, seals, corrections and releases. */
export function reportingRoutes(app: GuatuHono, options: ReportingRouteOptions): void {
  reportRoutes(app)
  decisionRoutes(app)
  fileRoutes(app, options)
  periodRoutes(app)
  rhythmRoutes(app)
  calendarRoutes(app, options)
  releaseRoutes(app)
  targetRoutes(app, options)
  responsibilityRoutes(app)
  filledSheetRoutes(app, options)
  askRoutes(app, options)
  reconciliationRoutes(app, options)
}

function reportRoutes(app: GuatuHono): void {
  register(app, contract.work, async (context) => {
    const work = await reporting.readMyWork(context)
    if (!work.ok) return work
    const { toReport, toSign, toAccept, heard, underWay, asking } = work.value
    return accept({
      toReport: toReport.map(lineOf),
      toSign: toSign.map(lineOf),
      toAccept: toAccept.map(lineOf),
      heard: heard.map(({ entry: { cadenceId, periodId, itemId }, voices }) => ({
        ...{ cadenceId, periodId, itemId },
        voices: [...voices],
      })),
      underWay: underWay.map(lineOf),
      asking: asking.map((period) => ({ ...period })),
    })
  })
  register(app, contract.submit, async (context, { body }, extras) => {
    const requestKey = extras.retryKey ?? null
    const asked = body.reports.map(({ said, ...shown }) => ({ ...shown, body: said, requestKey }))
    return outcomes(await reporting.submitReports(context, asked), extras)
  })
  register(app, contract.submitNoChange, async (context, { body }, extras) => {
    const requestKey = extras.retryKey ?? null
    const asked = body.reports.map((shown) => ({ ...shown, requestKey }))
    return outcomes(await reporting.submitNoChange(context, asked), extras)
  })
  register(app, contract.saveDraft, async (context, { body: { said, ...shown } }, extras) =>
    outcome(shown, await reporting.saveDraft(context, { ...shown, body: said }), extras),
  )
  register(app, contract.withdraw, async (context, { body }, extras) =>
    outcome(body, await reporting.withdrawReport(context, body), extras),
  )
}

function decisionRoutes(app: GuatuHono): void {
  register(app, contract.sign, async (context, { body }, extras) =>
    outcomes(await reporting.signReports(context, body.reports), extras),
  )
  register(app, contract.accept, async (context, { body }, extras) =>
    outcomes(await reporting.acceptReports(context, body.reports), extras),
  )
  register(app, contract.returnReport, async (context, { body }, extras) =>
    outcome(body, await reporting.returnReport(context, body), extras),
  )
}

function fileRoutes(app: GuatuHono, { typeByContent }: ReportingRouteOptions): void {
  register(app, contract.attach, async (context, { body }, { upload }) => {
    if (!upload) return refuse('request.fileMissing')
    const { bytes, fileName } = upload
    return reporting.attachFile(context, { ...body, bytes, fileName, typeByContent })
  })
  register(app, contract.removeFile, (context, { params, query }) =>
    reporting.removeAttachment(context, { ...query, ...params }),
  )
  register(app, contract.file, (context, { params }) => reporting.readAttachment(context, params))
}

function outcomes(found: Result<readonly reporting.ReportOutcome[]>, { http }: RequestExtras) {
  return presentOutcomes(found, languageOf(http))
}

function outcome(key: reporting.ReportKey, result: reporting.ReportOutcome['result'], extras: RequestExtras) {
  const { cadenceId, periodId, itemId } = key
  return outcomes(accept([{ key: { cadenceId, periodId, itemId }, result }]), extras)
}
