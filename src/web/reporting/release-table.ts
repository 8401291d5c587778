import { dec, parseDecimal, parsePeriod } from '#core/kit'
import type { Series } from '#adapters/http/contract/reporting'

/** A row of a pasted table that can be taken in. */
export interface ReleaseRow {
  readonly itemId: string
  readonly title: string
  readonly periodId: string
  readonly value: string
  readonly estimate: boolean
}

/** A row that cannot, and why: the series, the period or the figure. */
export interface BadRow {
  readonly line: number
  readonly fault: 'unknownSeries' | 'unknownPeriod' | 'noFigure'
  readonly text: string
}

/** Reads a table as it comes out of a sheet: series, period, figure, 预计; empty lines and a heading are passed over. */
export function readReleaseTable(
  text: string,
  series: readonly Series[],
): { readonly rows: readonly ReleaseRow[]; readonly bad: readonly BadRow[] } {
  const rows: ReleaseRow[] = []
  const bad: BadRow[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const cells = line.split(/\t|，|,(?=\s)/).map((cell) => cell.trim())
    if (cells.every((cell) => cell === '') || isHeading(cells)) continue
    const found = readRow(cells, series)
    if ('fault' in found) bad.push({ line: index + 1, ...found })
    else rows.push(found)
  }
  return { rows, bad }
}

const isHeading = ([name = '', period = '', figure = '']: readonly string[]): boolean =>
  /^(指标|名称|series)/i.test(name) && /^(期|period)/i.test(period) && parseDecimal(figure) === null

function readRow(
  [name = '', period = '', figure = '', mark = '']: readonly string[],
  series: readonly Series[],
): ReleaseRow | Omit<BadRow, 'line'> {
  const plain = (text: string) => text.replace(/\s/g, '')
  const found = series.find((one) => plain(one.title) === plain(name))
  if (!found) return { fault: 'unknownSeries', text: name }
  const periodId = periodIdOf(period)
  if (periodId === null) return { fault: 'unknownPeriod', text: period }
  const value = parseDecimal(figure.replace(/%$/, ''))
  if (value === null) return { fault: 'noFigure', text: figure }
  const estimate = /预计|估|estimate/i.test(mark)
  return { itemId: found.itemId, title: found.title, periodId, value: dec(value).toFixed(), estimate }
}

const numerals: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4 }

/** `2026-M06`, or as releases write it: 2026年一季度, 2026年1—6月 (the running month), 2026年6月, 2026年上半年, 2026年. */
export function periodIdOf(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  if (parsePeriod(plain)) return plain
  const [, year = '', rest = ''] = /^(\d{4})年(.*)$/.exec(plain) ?? []
  if (!year) return null
  const month = /^(?:1[-—–~至]+)?(\d{1,2})月(?:份)?$/.exec(rest)?.[1]
  const quarter = /^(?:第?([一二三四1-4])季度)$/.exec(rest)?.[1]
  const half = /^([上下])半年$/.exec(rest)?.[1]
  const id = month
    ? `${year}-M${month.padStart(2, '0')}`
    : quarter
      ? `${year}-Q${numerals[quarter] ?? quarter}`
      : half
        ? `${year}-H${half === '上' ? 1 : 2}`
        : rest === '' || rest === '全年'
          ? year
          : ''
  return parsePeriod(id) ? id : null
}
