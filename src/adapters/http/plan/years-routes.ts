import * as plan from '#app/plan'
import type { WriteDocx } from '#app/publishing'
import { type Result, accept } from '#core/kit'
import type { WorkbookView } from '#core/publishing'
import { planContract as contract } from '#adapters/http/contract/plan'
import { type GuatuHono, plain, register } from '#adapters/http/kernel'

/** How papers are written; wired in main. */
export interface PaperWriters {
  readonly writeWorkbook: (view: WorkbookView) => Promise<Uint8Array>
  readonly writeDocx: WriteDocx
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const done = (result: Result<unknown>) => (result.ok ? accept({ done: true as const }) : result)

/** A plan's final account, the same matter over the years, and what last year leaves to a new draft. */
export function yearsRoutes(app: GuatuHono, { writeWorkbook, writeDocx }: PaperWriters): void {
  register(app, contract.finalAccount, async (context, { params }) => {
    const page = await plan.readFinalAccount(context, params)
    return page.ok ? accept(plain(page.value)) : page
  })
  register(app, contract.explainLine, (context, { params, body }) => plan.explainLine(context, { ...params, ...body }))
  register(app, contract.closeFinalAccount, (context, { params, body }) =>
    plan.closeFinalAccount(context, { ...params, ...body }),
  )
  register(app, contract.correctFinalAccount, (context, { params, body }) =>
    plan.correctFinalAccount(context, { ...params, ...body }),
  )
  register(app, contract.decideAccountCorrection, async (context, { params, body }) =>
    done(await plan.decideAccountCorrection(context, { ...params, ...body })),
  )
  register(app, contract.accountDocx, async (context, { params }) => {
    const file = await plan.accountDocx(context, params, writeDocx)
    return file.ok ? accept({ ...file.value, mediaType: DOCX }) : file
  })
  register(app, contract.accountXlsx, async (context, { params }) => {
    const file = await plan.accountXlsx(context, params, writeWorkbook)
    return file.ok ? accept({ ...file.value, mediaType: XLSX }) : file
  })
  register(app, contract.years, async (context) => {
    const page = await plan.compareYears(context)
    return page.ok ? accept(plain(page.value)) : page
  })
  register(app, contract.decideLink, async (context, { body }) => done(await plan.decideLink(context, body)))
  register(app, contract.readCarryOver, async (context, { params }) => {
    const found = await plan.readCarryOver(context, params)
    return found.ok ? accept(plain(found.value)) : found
  })
  register(app, contract.carryOver, (context, { params, body }) => plan.carryOver(context, { ...params, ...body }))
}
