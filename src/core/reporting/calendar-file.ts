import { isLocalDate, isWorkday, addDays } from '#core/kit'
import type { LocalDate, Refusal, WorkCalendar } from '#core/kit'

/** One row of an uploaded work calendar as plain text: date, work or rest, name, in any order. `row` is what a spreadsheet shows. */
export interface CalendarRow {
  readonly row: number
  readonly cells: readonly string[]
}

/** A day that differs from the plain week: off, or a weekend day worked instead. */
export interface CalendarDay {
  readonly date: LocalDate
  readonly work: boolean
  readonly name: string
}

/** What an uploaded calendar says, and what of it cannot be understood: each problem with its row. */
export interface CalendarFile {
  readonly days: readonly CalendarDay[]
  readonly problems: readonly (Refusal & { readonly row: number })[]
}

const WORK = /^(?:上班|调休上班|调休|补班|班|工作日?|work(?:ing|day)?|1|true|y(?:es)?|是)$/i
const REST = /^(?:放假|休息日?|休假|假日?|休|节假日|rest|off|holiday|0|false|no?|否)$/i
/** Years outside of these are slips of the pen. */
const YEARS = { first: 2000, last: 2100 } as const

/** 2027-02-06, 2027/2/6, 2027.2.6 and 2027年2月6日 as a local date; null where it is none. */
function dateIn(text: string): LocalDate | null {
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?$/.exec(text.trim())
  if (!parts) return null
  const [, year = '', month = '', day = ''] = parts
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(date) && Number(year) >= YEARS.first && Number(year) <= YEARS.last ? date : null
}

/** Reads the rows of an uploaded calendar. A first row without a date holds the heads; empty rows are passed over. */
export function readCalendarRows(rows: readonly CalendarRow[]): CalendarFile {
  const days = new Map<LocalDate, CalendarDay>()
  const problems: CalendarFile['problems'][number][] = []
  const filled = rows
    .map(({ row, cells }) => ({ row, cells: cells.map((cell) => cell.trim()).filter((cell) => cell !== '') }))
    .filter(({ cells }) => cells.length > 0)
  for (const [index, { row, cells }] of filled.entries()) {
    if (index === 0 && !cells.some((cell) => /\d{4}/.test(cell))) continue
    const day = dayIn(cells)
    if ('problem' in day) {
      problems.push({ row, code: day.problem, detail: { row, text: cells.join(' ').slice(0, 60) } })
      continue
    }
    const known = days.get(day.date)
    if (known && known.work !== day.work)
      problems.push({ row, code: 'calendar.dayTwice', detail: { row, text: day.date } })
    days.set(day.date, day)
  }
  return { days: [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)), problems }
}

function dayIn(cells: readonly string[]): CalendarDay | { readonly problem: string } {
  const at = cells.findIndex((cell) => dateIn(cell) !== null)
  const date = dateIn(cells[at] ?? '')
  if (date === null) return { problem: 'calendar.rowWithoutDay' }
  const others = cells.filter((_, index) => index !== at)
  const kindAt = others.findIndex((cell) => WORK.test(cell) || REST.test(cell))
  if (kindAt < 0) return { problem: 'calendar.rowWithoutKind' }
  const name = others.filter((_, index) => index !== kindAt).join(' ')
  return { date, work: WORK.test(others[kindAt] ?? ''), name }
}

/** The days of some years that one calendar has worked and the other has not: what an upload changes. */
export function changedDays(
  before: WorkCalendar,
  after: WorkCalendar,
  years: readonly number[],
): readonly { readonly date: LocalDate; readonly work: boolean }[] {
  return [...years]
    .sort((a, b) => a - b)
    .flatMap((year) => {
      const found: { date: LocalDate; work: boolean }[] = []
      for (let date = `${year}-01-01`; date.startsWith(`${year}`); date = addDays(date, 1)) {
        const work = isWorkday(after, date)
        if (work !== isWorkday(before, date)) found.push({ date, work })
      }
      return found
    })
}
