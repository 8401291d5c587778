import { accept, parseDecimal } from '#core/kit'
import type { Result } from '#core/kit'
import type { SheetColumn, WorksheetView } from '#core/publishing'
import { defuse, restore } from '../sheet-cells/formula-defusal.ts'
import { decodeText } from '../text/decode-text.ts'

/** Writes a sheet as CSV (RFC 4180) in UTF-8 with the mark that Excel needs; text that would run as a formula is defused. */
export function writeCsv(sheet: WorksheetView): Uint8Array {
  const header = sheet.columns.map((column) => field(defuse(column.header)))
  const rows = sheet.rows.map((row) => sheet.columns.map((column, index) => field(cellText(row[index] ?? '', column))))
  const lines = [header, ...rows].map((cells) => cells.join(','))
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`)
}

/** Figures keep their minus sign, in narrow digits; anything else is text. */
function cellText(value: string, column: SheetColumn): string {
  const isFigure = (column.kind === 'number' || column.kind === 'decimal') && parseDecimal(value) !== null
  return isFigure ? value.normalize('NFKC').replace(/^\+/, '') : defuse(value)
}

function field(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Reads CSV in UTF-8 or GB18030 with comma, semicolon or tab; defused cells come back as they were meant. */
export function readCsv(bytes: Uint8Array): Result<string[][]> {
  const rows = readNumberedCsv(bytes)
  return rows.ok ? accept(rows.value.map(({ cells }) => [...cells])) : rows
}

/** The same with the number that a spreadsheet shows beside each row; rows without anything are passed over. */
export function readNumberedCsv(
  bytes: Uint8Array,
): Result<readonly { readonly number: number; readonly cells: readonly string[] }[]> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const rows = csvRows(decoded.value.text).map((cells, index) => ({ number: index + 1, cells }))
  return accept(rows.filter(({ cells }) => cells.length > 1 || cells[0] !== ''))
}

/** The fields of each row, empty rows as well, so that a row's number is the one that a spreadsheet shows. */
export function csvRows(decoded: string): string[][] {
  const text = decoded.replace(/^\ufeff/, '')
  return parseFields(text, separatorOf(text)).map((row) => row.map(restore))
}

function separatorOf(text: string): string {
  const head = text.slice(0, text.search(/[\r\n]|$/))
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: head.split(sign).length }))
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).sign
}

function parseFields(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const { value, end } = text[at] === '"' ? quoted(text, at) : plain(text, at, separator)
    row.push(value)
    const stop = text[end]
    at = end + (text.startsWith('\r\n', end) ? 2 : 1)
    if (stop === separator) {
      if (at >= text.length) row.push('')
      else continue
    }
    rows.push(row)
    row = []
  }
  return rows
}

function plain(text: string, from: number, separator: string): { value: string; end: number } {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\r' && text[end] !== '\n') end += 1
  return { value: text.slice(from, end), end }
}

/** A quoted field ends at a quote that is not doubled; an unclosed one ends with the text. */
function quoted(text: string, from: number): { value: string; end: number } {
  let end = from + 1
  let value = ''
  for (;;) {
    const close = text.indexOf('"', end)
    if (close < 0) return { value: value + text.slice(end), end: text.length }
    value += text.slice(end, close)
    if (text[close + 1] !== '"') return { value, end: close + 1 }
    value += '"'
    end = close + 2
  }
}
