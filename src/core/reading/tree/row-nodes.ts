import type { TextView } from '../text/view.ts'
import type { OutlineNode } from './node.ts'
import type { Paragraph } from './paragraphs.ts'
import { HEAD_ROWS, type TableCell, tablesIn } from './table-cells.ts'

const NUMBER_HEAD = /^(?:序号|编号|项号|序|任务序号)$/
const TITLE_HEAD = /任务|项目|事项|工作|内容|措施|名称|指标/
/** Columns that say who, when and how much; they name no task. */
const OTHER_HEAD = /单位|部门|领导|责任|牵头|配合|时限|时间|期限|分值|权重|备注|进度|目标值|年度目标/
/** 指标, 个性指标, 主要指标名称 beside 2025年目标: what is measured, and its values. */
const MEASURE_HEAD = /^[\u4e00-\u9fff]{0,4}指标(?:名称|内容|项目)?$/
const VALUES_HEAD = /^(?:20\d\d年|年度|全年)?(?:预期|计划)?(?:目标|计划|任务)(?:值|数)?$|^20\d\d年/
const ORDINAL = /^[(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[).、]?$/
const STOPS = '。;,:'

interface Columns {
  readonly number: number
  readonly title: number
  readonly headRow: number
}

/** The columns of number and task of a table whose heads name both; null where they do not. */
function columnsOf(view: TextView, cells: readonly TableCell[]): Columns | null {
  const words = ({ start, end }: TableCell) => view.text.slice(start, end)
  const number = cells.find((one) => one.cell.row < HEAD_ROWS && NUMBER_HEAD.test(words(one)))
  if (!number) return null
  const title = cells.find(
    (one) =>
      one.cell.row === number.cell.row &&
      one.cell.column > number.cell.column &&
      TITLE_HEAD.test(words(one)) &&
      !OTHER_HEAD.test(words(one)),
  )
  const values = cells.some(
    (one) => one.cell.row === number.cell.row && VALUES_HEAD.test(words(one)) && one.cell.column > number.cell.column,
  )
  // Rows of a table of targets are figures, not items of work.
  if (!title || (values && MEASURE_HEAD.test(words(title)))) return null
  return { number: number.cell.column, title: title.cell.column, headRow: number.cell.row }
}

/** ★建成大棚3座: a star marks the task as one of weight. */
function titleStart(text: string, { start }: Paragraph): number {
  return start + (/^[★☆▲△●◆*]+/.exec(text.slice(start, start + 4))?.[0].length ?? 0)
}

/** A cell names its task up to the first mark; a short one wholly. */
function titleEnd(text: string, { start, end }: Paragraph): number {
  let at = start
  while (at < end && !STOPS.includes(text.charAt(at))) at++
  return at
}

/** Numbered rows of task tables, by the paragraph of their number: each is an item with the words of its task cell as title. */
export function rowNodes(view: TextView, paragraphs: readonly Paragraph[]): ReadonlyMap<number, OutlineNode> {
  const found = new Map<number, OutlineNode>()
  for (const cells of tablesIn(paragraphs)) {
    const columns = columnsOf(view, cells)
    if (columns) for (const node of nodesOf(view, cells, columns)) found.set(node.paragraph, node)
  }
  return found
}

function nodesOf(view: TextView, cells: readonly TableCell[], columns: Columns): OutlineNode[] {
  const titles = new Map(
    cells.filter(({ cell }) => cell.column === columns.title).map((one) => [one.cell.row, one] as const),
  )
  return cells
    .filter(({ cell }) => cell.row > columns.headRow && cell.column === columns.number)
    .flatMap((number) => {
      const title = titles.get(number.cell.row)
      const ordinal = view.text.slice(number.start, number.end)
      if (!title || !ORDINAL.test(ordinal)) return []
      return [
        {
          ...{ kind: 'row' as const, start: number.start, ordinal: ordinal.replace(/[().、]/g, '') },
          ...{
            titleStart: titleStart(view.text, title),
            titleEnd: titleEnd(view.text, title),
            paragraph: number.index,
          },
          ...{ parent: null, children: [] },
        },
      ]
    })
}
