import type { Figure, FigureClass } from '../figures/figures.ts'
import { findFigures } from '../figures/figures.ts'
import { countUnits, quantityUnits, rateUnits, timeUnits } from '../figures/measure-words.data.ts'
import type { FoundIndicator, ReadingContext, Recogniser } from '../kernel.ts'
import { commitmentAt, measureOf, operatorOf } from '../targets/commitment.ts'
import { kindOf, namesIncrement, readLeft } from '../targets/left.ts'
import type { LeftSide } from '../targets/left.ts'
import { respectiveSubjects } from '../targets/respective.ts'
import { pastRanges } from '../targets/past-parts.ts'
import { oneOf } from '../text/one-of.ts'
import { HEAD_ROWS, type TableCell, tablesIn } from '../tree/table-cells.ts'
import { headingAt, pathOf, quoteOf } from '../tree/tree.ts'
import type { PlanTree } from '../tree/tree.ts'
import { countUpTo, groupBy, inSpans } from '#core/kit'

const SUBJECT_HEAD =
  /^(?:[\u4e00-\u9fff]{0,4}指标|(?:主要|核心|重点|具体|考核|预期|年度)?目标)(?:名称|内容|项目|任务)?$|^(?:项目|内容|名称)$/
const UNIT_HEAD = /^(?:计量|指标)?单位$/
/** 2025年目标, 目标值, 年度任务数; what was reached (2024年完成, 基期值) is no target. */
const VALUE_HEAD =
  /^(?:(20\d\d)年(?:度)?(?:预期)?(?:目标|计划|任务|预期)?(?:值|数|量)?|(?:年度|全年|当年|预期|计划|考核)?(?:目标|任务|计划|预期)(?:值|数|量|任务)?)(?:\([^()]{1,10}\))?$/
const LONGEST_HEAD = 16
const MAGNITUDE = '(?:万亿|千亿|百亿|亿|百万|千万|万|千)?'
const CLASSES: readonly (readonly [FigureClass, RegExp])[] = [
  ['rate', new RegExp(`^(?:${oneOf(rateUnits)})$`)],
  ['time', new RegExp(`^${MAGNITUDE}(?:${oneOf(timeUnits)})$`)],
  ['quantity', new RegExp(`^${MAGNITUDE}(?:${oneOf(quantityUnits)})(?:/.{1,6})?$`)],
  ['count', new RegExp(`^${MAGNITUDE}(?:${oneOf(countUnits)})(?:/.{1,6})?$`)],
]
/** A number alone, with the marks that bound it. */
const BARE =
  /^([≥≤><]|不低于|不少于|不高于|不超过|低于|高于|大于|小于|超过|约)?(\d[\d,]*(?:\.\d+)?)(?:(?:—{1,2}|-|~|至)(\d[\d,]*(?:\.\d+)?))?(以上|以下|以内|左右)?$/
const UNIT_BEHIND = /^(.{2,40})\(([^()]{1,8})\)$/

interface Columns {
  readonly subject: number
  readonly unit: number | null
  readonly values: readonly { readonly column: number; readonly year: number | null }[]
  readonly headRow: number
}

function classOf(unit: string): FigureClass | null {
  return CLASSES.find(([, pattern]) => pattern.test(unit))?.[0] ?? null
}

/** The columns of a table whose heads name targets and their values; null where they do not. */
function columnsOf(tree: PlanTree, cells: readonly TableCell[]): Columns | null {
  const heads = cells.filter(({ cell, start, end }) => cell.row < HEAD_ROWS && end - start <= LONGEST_HEAD)
  const words = ({ start, end }: TableCell) => tree.text.slice(start, end)
  const value = heads.find((one) => VALUE_HEAD.test(words(one)))
  if (!value) return null
  const row = heads.filter(({ cell }) => cell.row === value.cell.row)
  const subject = row.find((one) => SUBJECT_HEAD.test(words(one)) && !isValue(row, one, words))
  if (!subject) return null
  const values = row
    .filter((one) => one.cell.column > subject.cell.column)
    .flatMap((one) => {
      const match = VALUE_HEAD.exec(words(one))
      return match ? [{ column: one.cell.column, year: match[1] ? Number(match[1]) : null }] : []
    })
  const unit = row.find((one) => UNIT_HEAD.test(words(one)))
  if (values.length === 0) return null
  return { subject: subject.cell.column, unit: unit?.cell.column ?? null, values, headRow: value.cell.row }
}

/** 目标任务 is what is to be done where a column of values stands behind it, and the value where the targets stand before it. */
function isValue(row: readonly TableCell[], one: TableCell, words: (cell: TableCell) => string): boolean {
  return row.some((other) => other.cell.column < one.cell.column && SUBJECT_HEAD.test(words(other)))
}

function figuresOf(tree: PlanTree, { start, end }: TableCell, unit: string): readonly Figure[] {
  const found = findFigures(tree.text, start, end)
  if (found.length > 0 && found.every((one) => one.unit !== '')) return found
  const match = BARE.exec(tree.text.slice(start, end))
  const unitClass = classOf(unit)
  if (!match?.[2] || !unitClass) return []
  const figure = {
    ...{
      at: start + (match[1]?.length ?? 0),
      from: start,
      end: end - (match[4]?.length ?? 0),
      to: end,
      unit,
      unitClass,
    },
    ...{ value: match[2].replace(/,/g, ''), valueHigh: match[3]?.replace(/,/g, '') ?? null },
    ...{ prefix: match[1] ?? '', suffix: match[4] ?? '' },
  }
  return [figure]
}

const startOf = ({ start }: { readonly start: number }): number => start

interface Row {
  readonly subject: TableCell
  readonly value: TableCell
  readonly unit: TableCell | undefined
}

/** What a row says: 达到8.6亿元、增长4% gives two, 分别增长5.5%、7% one for town and one for country. */
function indicators(context: ReadingContext, { subject, value, unit }: Row): FoundIndicator[] {
  const { tree } = context
  const named = UNIT_BEHIND.exec(tree.text.slice(subject.start, subject.end))
  const inName = named?.[2] && classOf(named[2]) ? named[2] : null
  const name = quoteOf(tree, subject.start, inName ? subject.end - inName.length - 2 : subject.end)
  const figures = figuresOf(tree, value, inName ?? (unit ? tree.text.slice(unit.start, unit.end) : ''))
  const made: FoundIndicator[] = []
  for (let index = 0; index < figures.length; index++) {
    const figure = figures[index]
    if (!figure) break
    const left = readLeft(tree.text, figures[index - 1]?.to ?? value.start, figure.from, figure.unitClass === 'rate')
    // Words of its own in the cell name another thing than the row.
    if (left.subjectEnd > left.subjectStart) return []
    const at = index === 0 ? subject.start : left.quoteStart
    const base = indicator(tree, { name, figure, left, at, end: figures.length === 1 ? value.end : figure.to })
    const parts = left.respective
      ? respectiveSubjects(context, figures.slice(index), left, { several: [], subject: name, label: '' })
      : []
    made.push(...(parts.length > 1 ? parts.map((part) => ({ ...base, ...part, at })) : [base]))
    index += Math.max(0, parts.length - 1)
  }
  return made
}

interface CellFigure {
  readonly name: string
  readonly figure: Figure
  readonly left: LeftSide
  readonly at: number
  readonly end: number
}

function indicator(tree: PlanTree, { name, figure, left, at, end }: CellFigure): FoundIndicator {
  const rate = figure.unitClass === 'rate'
  const change = rate && left.verb === 'none' ? /(?:增速|增幅|增长|增长率)$/.test(name) : false
  const kind = change ? 'growth' : kindOf(left.verb, rate, left.increment || namesIncrement(name))
  const op = operatorOf(figure, left.verb, left.verbText)
  const { verb, verbText } = left
  return {
    ...{ at, end, rule: 'target.cell', implied: [] },
    ...{ path: pathOf(headingAt(tree, at)), subject: name, kind, op },
    ...{ value: figure.value, valueHigh: figure.valueHigh, unit: figure.unit },
    commitment: commitmentAt(tree.text, left.quoteStart, figure.from),
    measure: measureOf(kind, { verb, verbText, op, subject: name, unit: figure.unit, prefix: figure.prefix }),
    ...{ relativeTo: null, owner: null, due: null, figureAt: figure.from, figureEnd: figure.to },
    sentence: Math.max(0, countUpTo(tree.sentences, figure.from, startOf) - 1),
  }
}

function readRow(
  context: ReadingContext,
  columns: Columns,
  cells: ReadonlyMap<number, TableCell>,
  read: ReadonlyMap<number, readonly FoundIndicator[]>,
): void {
  const { draft, trace } = context
  const subject = cells.get(columns.subject)
  if (!subject || subject.end - subject.start < 2) return
  const unit = columns.unit === null ? undefined : cells.get(columns.unit)
  for (const { column, year } of columns.values) {
    const value = cells.get(column)
    if (!value || (year !== null && draft.year !== null && year < draft.year)) continue
    const earlier = read.get(value.index) ?? []
    const words = context.tree.text.slice(value.start, value.end)
    // A cell that names its target itself was read by the words in it.
    if (earlier.some((one) => one.subject !== '' && words.includes(one.subject))) continue
    const inRow = indicators(context, { subject, value, unit })
    // Else the row names it, not the title over the table (一、经济发展类).
    if (inRow.length > 0) draft.indicators = draft.indicators.filter((one) => !earlier.includes(one))
    for (const found of inRow) {
      // 2027年目标 beside 2025年目标 is due in its own year.
      if (year !== null && year !== draft.year) found.due = `${year}-12-31`
      draft.indicators.push(found)
      trace?.({
        rule: found.rule,
        at: found.at,
        end: found.end,
        detail: `${found.subject} ${found.value}${found.unit}`,
      })
    }
  }
}

/** Rows of a table of targets: what is measured, its unit and its value stand in cells of their own. */
export const targetCell: Recogniser = {
  id: 'target.cell',
  recognise(context) {
    const { tree, draft } = context
    const past = pastRanges(tree)
    const read = groupBy(draft.indicators, ({ figureAt }) => countUpTo(tree.paragraphs, figureAt, startOf) - 1)
    for (const cells of tablesIn(tree.paragraphs.filter(({ cell, start }) => cell && !inSpans(past, start)))) {
      const columns = columnsOf(tree, cells)
      if (!columns) continue
      const rows = new Map<number, Map<number, TableCell>>()
      for (const one of cells) {
        if (one.cell.row <= columns.headRow) continue
        const row = rows.get(one.cell.row) ?? new Map<number, TableCell>()
        if (!row.has(one.cell.column)) row.set(one.cell.column, one)
        rows.set(one.cell.row, row)
      }
      for (const row of rows.values()) readRow(context, columns, row, read)
    }
  },
}
