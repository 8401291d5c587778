import type { WorkbookView } from '#core/publishing'
import { placesApart } from '#core/reporting'
import * as reporting from '#app/reporting'
import { accept } from '#core/kit'
import { askContract as contract } from '#adapters/http/contract/reporting'
import { type GuatuHono, plain, register } from '#adapters/http/kernel'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** How sheets are answered, the burden account, and asks that overlap. */
export function askRoutes(
  app: GuatuHono,
  { writeWorkbook }: { readonly writeWorkbook: (view: WorkbookView) => Promise<Uint8Array> },
): void {
  register(app, contract.answering, async (context, { query }) => {
    const found = await reporting.readAnswering(context, query)
    return found.ok ? accept(plain(found.value)) : found
  })
  register(app, contract.answeringSheet, async (context, { query }) => {
    const found = await reporting.exportAnswering(context, query)
    if (!found.ok) return found
    const { workbook, fileName } = found.value
    return accept({ bytes: await writeWorkbook(workbook), mediaType: XLSX, fileName })
  })
  register(app, contract.burden, async (context, { query }) => {
    const found = await reporting.readBurden(context, query)
    return found.ok ? accept(plain(found.value)) : found
  })
  register(app, contract.formTimes, async (context) => {
    const found = await reporting.readFormTimes(context)
    return found.ok ? accept({ forms: plain(found.value) }) : found
  })
  register(app, contract.noteFormTime, (context, { body }) => {
    const { indicator = 0, task = 0, project = 0, policy = 0 } = body.answers
    return reporting.noteFormTime(context, { ...body, answers: { indicator, task, project, policy } })
  })
  register(app, contract.twinAsks, async (context, { query }) => {
    const { planId, campaignNo = null, list = null } = query
    const found = await reporting.findTwins(context, { planId, campaignNo, list })
    if (!found.ok) return found
    const twins = found.value.map(({ because, asked, other }) => ({
      ...{ because, title: asked.title, otherTitle: other.title, ...placesApart(asked, other) },
      ...{ otherPlan: other.planTitle, otherCadence: other.cadenceName },
    }))
    return accept({ twins })
  })
}
