import { decimalText, parseDecimal } from '#core/kit'

/** A row of a sheet as it was read: its number in the file, its cells as text. */
export interface SheetRow {
  readonly number: number
  readonly cells: readonly string[]
}

/** A figure of a side as a sheet gives it. */
export interface SideEntry {
  readonly key: string
  readonly label: string
  readonly value: string
}

/** What is wrong with a row of a sheet, by its number in the file. */
export interface SideFinding {
  readonly row: number
  readonly fault: 'keyMissing' | 'keyTwice' | 'valueMissing' | 'notANumber'
  readonly text: string
}

const keyHeads = /^(?:编号|代码|序号|项目编号|项目代码|凭证号|key|code|no\.?)$/iu
const valueHeads = /金额|数额|数值|余额|支出|拨付|到位|figure|amount|value/iu

interface Columns {
  readonly key: number
  readonly label: number
  readonly value: number
}

/** Which columns hold key, name and figure: by the heads of the first rows, else first, second and last. */
function columnsOf(rows: readonly SheetRow[]): { readonly columns: Columns; readonly head: number | null } {
  for (const { number, cells } of rows.slice(0, 10)) {
    const key = cells.findIndex((cell) => keyHeads.test(cell.trim()))
    const value = cells.findIndex((cell) => valueHeads.test(cell))
    if (key >= 0 && value >= 0) return { head: number, columns: { key, value, label: labelBetween(key, value) } }
  }
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  return { head: null, columns: { key: 0, label: width > 2 ? 1 : 0, value: Math.max(1, width - 1) } }
}

const labelBetween = (key: number, value: number): number => (key + 1 === value ? key : key + 1)

/** The figures of one side out of a sheet (编号、名称、金额), and every row that cannot be read, with its fault. */
export function readSideSheet(rows: readonly SheetRow[]): {
  readonly entries: readonly SideEntry[]
  readonly findings: readonly SideFinding[]
} {
  const { columns, head } = columnsOf(rows)
  const entries: SideEntry[] = []
  const findings: SideFinding[] = []
  const keys = new Set<string>()
  for (const { number: row, cells } of rows) {
    const cell = (at: number): string => (cells[at] ?? '').trim()
    const [key, label, text] = [cell(columns.key), cell(columns.label), cell(columns.value).replaceAll(/[,，\s]/gu, '')]
    if (row === head || (head !== null && row < head) || cells.every((one) => one.trim() === '')) continue
    const value = parseDecimal(text)
    const fault = faultOf(key, text, value !== null, keys)
    if (fault !== null) findings.push({ row, fault, text: fault.startsWith('key') ? key : text })
    else if (value !== null) entries.push({ key, label: label === '' ? key : label, value: decimalText(value) })
    keys.add(key)
  }
  return { entries, findings }
}

function faultOf(key: string, text: string, isNumber: boolean, keys: ReadonlySet<string>): SideFinding['fault'] | null {
  if (key === '') return 'keyMissing'
  if (keys.has(key)) return 'keyTwice'
  if (text === '') return 'valueMissing'
  return isNumber ? null : 'notANumber'
}
