import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { type Result, accept, refuse } from '#core/kit'
import { MAX_SHEET_CELLS, MAX_SHEET_COLUMNS, MAX_SHEET_ROWS, MAX_WORKBOOK_READING_MS } from '../file-limits.ts'

/** A cell with something in it: row and column from 0, and its words as the sheet shows them. */
export type SheetCell = readonly [row: number, column: number, words: string]

/** One sheet of a workbook: its cells in order, and its merged ranges. */
export interface SheetCells {
  readonly name: string
  readonly hidden: boolean
  readonly cells: readonly SheetCell[]
  readonly merged: readonly {
    readonly s: { readonly r: number; readonly c: number }
    readonly e: { readonly r: number; readonly c: number }
  }[]
}

/**
 * What runs beside: the library believes what a workbook says of itself, so it works in a thread that can be ended at any moment.
 * A formula gives the value that was saved with it; a date is written out (2026年6月30日), a figure as its format shows it (6.5%).
 */
const BESIDE = `
const { parentPort, workerData } = require('node:worker_threads')
const { read, SSF } = require(workerData.library)
const wordsOf = (cell, date1904) => {
  if (cell.t !== 'n') return cell.t === 's' ? String(cell.v) : cell.t === 'z' ? '' : String(cell.w ?? cell.v ?? '')
  const format = String(cell.z ?? '')
  if (!SSF.is_date(format) || cell.v < 1) return String(cell.w ?? cell.v)
  const day = SSF.parse_date_code(cell.v, { date1904 })
  if (!day) return String(cell.w ?? cell.v)
  const plain = format.replace(/"[^"]*"|\\[[^\\]]*\\]|\\\\\\\\./g, '')
  return day.y + '年' + day.m + '月' + (/d/i.test(plain) ? day.d + '日' : '')
}
try {
  const { limits } = workerData
  const book = read(workerData.bytes, {
    type: 'array', dense: true, cellNF: true, cellText: true, cellFormula: false, cellHTML: false, cellStyles: false,
    cellDates: false, bookVBA: false, bookDeps: false,
  })
  const date1904 = Boolean(book.Workbook?.WBProps?.date1904)
  let room = limits.cells
  const sheets = book.SheetNames.map((name, index) => {
    const sheet = book.Sheets[name] ?? {}
    const cells = []
    for (const [row, line] of Object.entries(sheet['!data'] ?? [])) {
      for (const [column, cell] of Object.entries(line ?? [])) {
        const words = cell ? wordsOf(cell, date1904).slice(0, 32767) : ''
        if (words.trim() === '') continue
        if (Number(row) >= limits.rows || Number(column) >= limits.columns) throw new RangeError('sheet')
        if ((room -= 1) < 0) throw new RangeError('cells')
        cells.push([Number(row), Number(column), words])
      }
    }
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    return { name, hidden, cells, merged: (sheet['!merges'] ?? []).slice(0, limits.cells) }
  })
  parentPort.postMessage({ sheets })
} catch (error) {
  parentPort.postMessage({ failed: error instanceof RangeError ? error.message : String(error?.message ?? '') })
}
`

type Message = { readonly sheets: readonly SheetCells[] } | { readonly failed: string }

/** Memory of the thread's own objects, in megabytes. */
const THREAD_MEGABYTES = 512

/** The cells of a workbook (xls, or an xlsx that was unpacked within limits), or why there are none. */
export function workbookCells(bytes: Uint8Array): Promise<Result<readonly SheetCells[]>> {
  const library = createRequire(import.meta.url).resolve('@e965/xlsx')
  const limits = { rows: MAX_SHEET_ROWS, columns: MAX_SHEET_COLUMNS, cells: MAX_SHEET_CELLS }
  const thread = new Worker(BESIDE, {
    eval: true,
    workerData: { library, bytes, limits },
    ...{ resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES }, execArgv: [], stdout: true, stderr: true },
  })
  return new Promise<Result<readonly SheetCells[]>>((resolve) => {
    const late = setTimeout(() => resolve(refuse('reader.zipBomb')), MAX_WORKBOOK_READING_MS)
    thread.once('exit', () => {
      clearTimeout(late)
      resolve(refuse('reader.damaged'))
    })
    thread.once('error', (error) => resolve(refuse(isOutOfMemory(error) ? 'reader.zipBomb' : 'reader.damaged')))
    thread.once('message', (message: Message) =>
      resolve('sheets' in message ? accept(message.sheets) : refusalOf(message.failed)),
    )
  }).finally(() => thread.terminate())
}

function refusalOf(failed: string): Result<never> {
  if (failed === 'sheet') {
    return refuse('reader.workbookTooLarge', { limitRows: MAX_SHEET_ROWS, limitColumns: MAX_SHEET_COLUMNS })
  }
  if (failed === 'cells') return refuse('reader.tooManyCells', { limitCells: MAX_SHEET_CELLS })
  return refuse(/password|encrypt/i.test(failed) ? 'reader.encrypted' : 'reader.damaged')
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
