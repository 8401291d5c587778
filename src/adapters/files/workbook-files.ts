import type { Result } from '#core/kit'
import type { WorkbookView } from '#core/publishing'
import type { ReadSheet } from './xlsx/read-sheets.ts'

/** Writes a workbook as xlsx; the library loads on the first call. */
export async function writeWorkbook(view: WorkbookView): Promise<Uint8Array> {
  const { renderWorkbook } = await import('./xlsx/write-sheets.ts')
  return renderWorkbook(view)
}

/** Reads an xlsx for import to plain text cells, or refuses with a `reader.*` code. */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<ReadSheet[]>> {
  const { parseWorkbook } = await import('./xlsx/read-sheets.ts')
  return parseWorkbook(bytes)
}
