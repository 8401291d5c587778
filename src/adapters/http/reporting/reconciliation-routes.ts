import * as reporting from '#app/reporting'
import { accept, refuse } from '#core/kit'
import { reconciliationContract as contract } from '#adapters/http/contract/reporting'
import { type GuatuHono, plain, register } from '#adapters/http/kernel'
import type { TableReaders } from './calendar-rows.ts'

const ZIP_MARK = [0x50, 0x4b]

/** Reads the first sheet of a workbook, or a csv, by what the file is and not by its name. */
function rowsReader({ readCsv, readWorkbook }: TableReaders): reporting.ReadRows {
  return async (bytes) => {
    if (ZIP_MARK.every((mark, at) => bytes[at] === mark)) {
      const sheets = await readWorkbook(bytes)
      return sheets.ok ? accept(sheets.value[0]?.rows ?? []) : sheets
    }
    const rows = readCsv(bytes)
    return rows.ok ? accept(rows.value.map((cells, index) => ({ number: index + 1, cells }))) : rows
  }
}

const done = accept({ done: true as const })

/** Two units' figures held against each other, round by round. */
export function reconciliationRoutes(app: GuatuHono, files: TableReaders): void {
  const readRows = rowsReader(files)
  register(app, contract.reconciliations, async (context) => {
    const list = await reporting.listReconciliations(context)
    return list.ok ? accept(plain(list.value)) : list
  })
  register(app, contract.openReconciliation, (context, { body }) => reporting.openReconciliation(context, body))
  register(app, contract.reconciliation, async (context, { params }) => {
    const page = await reporting.readReconciliation(context, params)
    return page.ok ? accept(plain(page.value)) : page
  })
  register(app, contract.enterFigures, (context, { params, body }) =>
    reporting.enterFigures(context, { ...params, ...body }),
  )
  register(app, contract.importFigures, async (context, { params }, { upload }) => {
    if (!upload) return refuse('request.fileMissing')
    const imported = await reporting.importFigures(context, { ...params, ...upload }, readRows)
    return imported.ok ? accept(plain(imported.value)) : imported
  })
  register(app, contract.proposeSettlement, async (context, { params, body }) => {
    const proposed = await reporting.proposeSettlement(context, { ...params, ...body })
    return proposed.ok ? done : proposed
  })
  register(app, contract.signSettlement, async (context, { params, body }) => {
    const signed = await reporting.signSettlement(context, { ...params, ...body })
    return signed.ok ? done : signed
  })
  register(app, contract.closeReconciliation, (context, { params }) => reporting.closeReconciliation(context, params))
}
