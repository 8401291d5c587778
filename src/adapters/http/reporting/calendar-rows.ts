import { z } from 'zod'
import { type Result, accept, refuse } from '#core/kit'
import type { CalendarRow } from '#core/reporting'
import type { Upload } from '#adapters/http/kernel'

/** A row as a spreadsheet numbers it. */
interface NumberedRow {
  readonly number: number
  readonly cells: readonly string[]
}

/** Readers of tables, wired in main. */
export interface TableReaders {
  readonly readCsv: (bytes: Uint8Array) => Result<string[][]>
  /** The same with the number that a spreadsheet shows beside each row. */
  readonly readNumberedCsv: (bytes: Uint8Array) => Result<readonly NumberedRow[]>
  readonly readWorkbook: (bytes: Uint8Array) => Promise<Result<readonly { readonly rows: readonly NumberedRow[] }[]>>
}

const daySchema = z.union([
  z.object({ date: z.string(), name: z.string().default(''), isOffDay: z.boolean() }).transform((day) => ({
    ...day,
    kind: day.isOffDay ? 'rest' : 'work',
  })),
  z.object({ date: z.string(), name: z.string().default(''), work: z.boolean() }).transform((day) => ({
    ...day,
    kind: day.work ? 'work' : 'rest',
  })),
  z.object({ date: z.string(), name: z.string().default(''), kind: z.string() }),
])
const fileSchema = z.union([z.array(daySchema), z.object({ days: z.array(daySchema) }).transform(({ days }) => days)])

/** The rows of an uploaded calendar, told by its content: xlsx, JSON (a list of days, or an object with `days`), else CSV. */
export async function calendarRows({ bytes }: Upload, readers: TableReaders): Promise<Result<readonly CalendarRow[]>> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return workbookRows(bytes, readers)
  const [first = ''] = new TextDecoder().decode(bytes.slice(0, 64)).trim()
  if (first === '[' || first === '{') return jsonRows(bytes)
  const rows = readers.readNumberedCsv(bytes)
  return rows.ok ? accept(numbered(rows.value)) : rows
}

async function workbookRows(
  bytes: Uint8Array,
  { readWorkbook }: TableReaders,
): Promise<Result<readonly CalendarRow[]>> {
  const sheets = await readWorkbook(bytes)
  if (!sheets.ok) return sheets
  const [first] = sheets.value
  return accept(numbered(first?.rows ?? []))
}

const numbered = (rows: readonly NumberedRow[]): readonly CalendarRow[] =>
  rows.map(({ number, cells }) => ({ row: number, cells }))

function jsonRows(bytes: Uint8Array): Result<readonly CalendarRow[]> {
  const parsed = fileSchema.safeParse(jsonOf(bytes))
  if (!parsed.success) return refuse('calendar.fileKind')
  return accept(parsed.data.map(({ date, kind, name }, index) => ({ row: index + 1, cells: [date, kind, name] })))
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
