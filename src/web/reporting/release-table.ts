import { dec, parseDecimal, parsePeriod } from '#core/kit'
import type { Series } from '#adapters/http/contract/reporting'

/** A row of a pasted table that can be taken in. */
export interface ReleaseRow {
  readonly itemId: string
  readonly title: string
  readonly periodId: string
  readonly value: string
  readonly estimate: boolean
  /** Points and place where the body scores or ranks; `rankOf` = of how many. */
  readonly score: string | null
  readonly rank: number | null
  readonly rankOf: number | null
}

/** A row that cannot, and why: the series, the period, the figure, its points or its place. */
export interface BadRow {
  readonly line: number
  readonly fault: 'unknownSeries' | 'unknownPeriod' | 'noFigure' | 'badScore' | 'badRank'
  readonly text: string
}

/**
 * Reads a table as it comes out of a sheet: series, period, figure, 预计, points, place; a heading may give another order; empty
 * lines are passed over.
 */
export function readReleaseTable(
  text: string,
  series: readonly Series[],
): { readonly rows: readonly ReleaseRow[]; readonly bad: readonly BadRow[] } {
  const rows: ReleaseRow[] = []
  const bad: BadRow[] = []
  let order: readonly (Column | null)[] = COLUMNS
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const cells = line.split(/\t|，|,(?=\s)/).map((cell) => cell.trim())
    if (cells.every((cell) => cell === '')) continue
    if (isHeading(cells)) {
      const named = cells.map(columnOf)
      order = [...named, ...COLUMNS.filter((column) => !named.includes(column))]
      continue
    }
    const found = readRow((column) => cells[order.indexOf(column)] ?? '', series)
    if ('fault' in found) bad.push({ line: index + 1, ...found })
    else rows.push(found)
  }
  return { rows, bad }
}

const COLUMNS = ['name', 'period', 'figure', 'mark', 'score', 'rank'] as const
type Column = (typeof COLUMNS)[number]

const HEADS: Readonly<Record<Column, RegExp>> = {
  name: /^(指标|名称|series)/i,
  period: /^(期|period)/i,
  figure: /^(数值|数|figure|value)/i,
  mark: /^(预计|estimate)/i,
  score: /^(得分|分数|score|points)/i,
  rank: /^(名次|位次|排名|rank|place)/i,
}

const columnOf = (head: string): Column | null => COLUMNS.find((column) => HEADS[column].test(head)) ?? null

const isHeading = (cells: readonly string[]): boolean => {
  const found = cells.map(columnOf)
  return (['name', 'period', 'figure'] as const).every((column) => found.includes(column))
}

function readRow(cell: (column: Column) => string, series: readonly Series[]): ReleaseRow | Omit<BadRow, 'line'> {
  const [name, period, figure, mark] = [cell('name'), cell('period'), cell('figure'), cell('mark')]
  const plain = (text: string) => text.replace(/\s/g, '')
  const found = series.find((one) => plain(one.title) === plain(name))
  if (!found) return { fault: 'unknownSeries', text: name }
  const periodId = periodIdOf(period)
  if (periodId === null) return { fault: 'unknownPeriod', text: period }
  const value = parseDecimal(figure.replace(/%$/, ''))
  if (value === null) return { fault: 'noFigure', text: figure }
  const estimate = /预计|估|estimate/i.test(mark)
  const score = cell('score') === '' ? null : parseDecimal(cell('score').replace(/分$/, ''))
  if (score === null && cell('score') !== '') return { fault: 'badScore', text: cell('score') }
  const place = placeOf(cell('rank'))
  if (place === null) return { fault: 'badRank', text: cell('rank') }
  const known = { itemId: found.itemId, title: found.title, periodId, value: dec(value).toFixed(), estimate }
  return { ...known, score: score === null ? null : dec(score).toFixed(), ...place }
}

/** 3, 第3位, 3/12, 第3位（共12个）; empty = the body gives none. */
function placeOf(text: string): Pick<ReleaseRow, 'rank' | 'rankOf'> | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  if (plain === '') return { rank: null, rankOf: null }
  const [, rank, of] = /^第?([1-9]\d{0,3})(?:位|名)?(?:[/(共]+([1-9]\d{0,3})[个名位家)]*)?$/.exec(plain) ?? []
  if (rank === undefined) return null
  return { rank: Number(rank), rankOf: of === undefined ? null : Number(of) }
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
