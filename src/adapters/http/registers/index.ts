import * as registers from '#app/registers'
import { type Result, accept } from '#core/kit'
import type { WorkbookView } from '#core/publishing'
import { registersContract as contract } from '#adapters/http/contract/registers'
import { type GuatuHono, plain, register } from '#adapters/http/kernel'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Lists that offices define for themselves. */
export function registersRoutes(
  app: GuatuHono,
  { writeWorkbook }: { readonly writeWorkbook: (view: WorkbookView) => Promise<Uint8Array> },
): void {
  register(app, contract.lists, (context) => registers.readLists(context))
  register(app, contract.defineList, (context, { body }) => registers.defineList(context, body))
  register(app, contract.list, async (context, { params }) => {
    const page = await registers.readList(context, params)
    return page.ok ? accept(plain(page.value)) : page
  })
  register(app, contract.changeList, async (context, { params, body }) =>
    done(await registers.changeList(context, { ...params, ...body })),
  )
  register(app, contract.listFile, async (context, { params }) => {
    const file = await registers.exportList(context, params)
    if (!file.ok) return file
    return accept({ bytes: await writeWorkbook(file.value.workbook), mediaType: XLSX, fileName: file.value.fileName })
  })
  register(app, contract.addRow, (context, { params, body }) => registers.addRow(context, { ...params, ...body }))
  register(app, contract.changeRow, async (context, { params, body }) =>
    done(await registers.changeRow(context, { ...params, ...body })),
  )
  register(app, contract.removeRow, (context, { params, body }) => registers.removeRow(context, { ...params, ...body }))
  register(app, contract.waitingAdmissions, async (context) => {
    const waiting = await registers.listWaitingAdmissions(context)
    return waiting.ok ? accept({ admissions: waiting.value }) : waiting
  })
  register(app, contract.decideAdmission, async (context, { params, body }) =>
    done(await registers.decideAdmission(context, { ...params, ...body })),
  )
}

const done = (result: Result<true>) => (result.ok ? accept({ done: true as const }) : result)
