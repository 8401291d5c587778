import { addDays, dayNumber, daysBetween } from '#core/kit'
import type { LocalDate } from '#core/kit'
import { placeLabels } from './gantt-labels.ts'
import type { LabelPlace } from './gantt-labels.ts'
import { tickDays } from './gantt-ticks.ts'
import type { GanttScale } from './gantt-ticks.ts'
import type { DateSpan, Light } from './types.ts'

/** A time node as it is drawn. `baselineDue`: where it was first approved, if it has moved since. */
export interface GanttNode {
  readonly label: string
  readonly due: LocalDate
  readonly baselineDue: LocalDate | null
  readonly light: Light
}

/** One task, project or policy with its nodes in order of their day. */
export interface GanttRow {
  readonly rowId: string
  readonly start: LocalDate
  readonly end: LocalDate
  readonly nodes: readonly GanttNode[]
}

/** A campaign with its rows. */
export interface GanttGroup {
  readonly groupId: string
  readonly rows: readonly GanttRow[]
}

/** The surface, in the units of the drawing. `pageHeight` null = one endless page (the screen). */
export interface GanttSheet {
  readonly width: number
  /** Width of the column that names the rows, left of the days. */
  readonly nameWidth: number
  readonly pageHeight: number | null
  readonly fontSize: number
}

/** What is drawn: the days from left to right, and how finely they are marked. */
export interface GanttView {
  readonly window: DateSpan
  readonly scale: GanttScale
  readonly today: LocalDate
}

/** A mark on a row; `label` is placed where it covers neither a mark nor another label. */
export interface GanttMark {
  readonly key: string
  readonly x: number
  readonly light: Light
  readonly label: LabelPlace
  /** Where the baseline had it, if that is inside the window and elsewhere. */
  readonly baselineX: number | null
}

/** A row on a page. `y` is its upper edge; marks stand on the middle of its first line. */
export interface PlacedRow {
  readonly rowId: string
  readonly groupId: string
  readonly y: number
  readonly height: number
  readonly bar: { readonly x: number; readonly width: number } | null
  readonly marks: readonly GanttMark[]
  /** Nodes that lie before and after the window. */
  readonly before: number
  readonly after: number
}

/** The heading of a campaign; `continued` where it runs on from the page before. */
export interface PlacedHeading {
  readonly groupId: string
  readonly y: number
  readonly height: number
  readonly continued: boolean
}

/** One page, its head repeated. */
export interface GanttPage {
  readonly no: number
  readonly height: number
  readonly headings: readonly PlacedHeading[]
  readonly rows: readonly PlacedRow[]
}

/** The whole drawing as numbers. */
export interface GanttLayout {
  readonly pages: readonly GanttPage[]
  readonly ticks: readonly {
    readonly on: LocalDate
    readonly x: number
    readonly width: number
    readonly strong: boolean
  }[]
  readonly todayX: number | null
  readonly headHeight: number
  readonly lineHeight: number
}

/** Height of a line as a multiple of the font size: as low as two hundred tasks ask for, as high as a mark needs. */
const LINE = 1.7
const HEADING = 2
/** Two lines of head: years or quarters above, months or days below. */
const HEAD = 3.4
const EDGE = 4
/** Free space on both sides of the days, as a multiple of the font size: there the nodes outside the window are counted. */
const GUTTER = 1.8

const hundredth = (value: number): number => Math.round(value * 100) / 100

interface Ruler {
  readonly window: DateSpan
  readonly left: number
  readonly width: number
}

/** Left edge of a day. Days before the window lie at its left edge, later ones at its right. */
function edgeOf({ window, left, width }: Ruler, on: LocalDate): number {
  const days = daysBetween(window.from, window.to) + 1
  const passed = Math.min(days, Math.max(0, dayNumber(on) - dayNumber(window.from)))
  return left + (passed / days) * width
}

/** A node stands at the middle of its day. */
const middleOf = (ruler: Ruler, on: LocalDate): number =>
  hundredth((edgeOf(ruler, on) + edgeOf(ruler, addDays(on, 1))) / 2)

const isWithin = ({ from, to }: DateSpan, on: LocalDate): boolean => on >= from && on <= to

function marksOf(nodes: readonly GanttNode[], ruler: Ruler, fontSize: number): GanttMark[] {
  const marks = nodes
    .filter(({ due }) => isWithin(ruler.window, due))
    .map(({ label, due, baselineDue, light }) => ({
      key: `${label} ${due}`,
      light,
      x: middleOf(ruler, due),
      baselineX:
        baselineDue !== null && baselineDue !== due && isWithin(ruler.window, baselineDue)
          ? middleOf(ruler, baselineDue)
          : null,
      text: label,
    }))
  const taken = marks.flatMap(({ x, baselineX }) => (baselineX === null ? [x] : [x, baselineX]))
  const labels = placeLabels(marks, { left: ruler.left, right: ruler.left + ruler.width, fontSize, taken })
  return marks.flatMap(({ text: _text, ...mark }, index) => {
    const label = labels[index]
    return label ? [{ ...mark, label }] : []
  })
}

type Unplaced = Omit<PlacedRow, 'y' | 'groupId'>

function rowOf(row: GanttRow, ruler: Ruler, fontSize: number): Unplaced {
  const { window } = ruler
  const marks = marksOf(row.nodes, ruler, fontSize)
  const lanes = Math.max(0, ...marks.map(({ label }) => label.lane))
  const isSeen = row.start <= window.to && row.end >= window.from
  const [x, end] = [hundredth(edgeOf(ruler, row.start)), hundredth(edgeOf(ruler, addDays(row.end, 1)))]
  return {
    rowId: row.rowId,
    height: hundredth((lanes + 1) * LINE * fontSize),
    bar: isSeen ? { x, width: hundredth(end - x) } : null,
    marks,
    before: row.nodes.filter(({ due }) => due < window.from).length,
    after: row.nodes.filter(({ due }) => due > window.to).length,
  }
}

interface FilledPage {
  readonly headings: PlacedHeading[]
  readonly rows: PlacedRow[]
  end: number
}

interface PageSizes {
  readonly head: number
  readonly heading: number
  readonly most: number
}

/** Fills pages from above: a heading stands on the page of its first row, and is repeated where its campaign runs on. */
function fillPages(
  groups: readonly { readonly groupId: string; readonly rows: readonly Unplaced[] }[],
  { head, heading, most }: PageSizes,
): readonly FilledPage[] {
  let page: FilledPage = { headings: [], rows: [], end: head }
  const pages = [page]
  for (const { groupId, rows } of groups) {
    for (const [index, row] of rows.entries()) {
      const needed = row.height + (index === 0 ? heading : 0)
      const turns = page.rows.length > 0 && page.end + needed > most
      if (turns) pages.push((page = { headings: [], rows: [], end: head }))
      if (index === 0 || turns) {
        page.headings.push({ groupId, y: hundredth(page.end), height: heading, continued: index > 0 })
        page.end += heading
      }
      page.rows.push({ ...row, groupId, y: hundredth(page.end) })
      page.end += row.height
    }
  }
  return pages
}

/**
 * Lays out tasks along the days of a window, campaign by campaign, as numbers: screen and print draw the same. Rules: a row keeps the
 * order of the plan; a node stands at the middle of its day; its label stands right of it, else left, else on a line below, shortened to
 * what fits, and never over a mark or another label; a row is as high as its labels need and is never cut by a page; each page begins
 * with the head, and with the heading of the campaign that runs on. The same input gives the same numbers.
 */
export function layoutGantt(groups: readonly GanttGroup[], view: GanttView, sheet: GanttSheet): GanttLayout {
  const { fontSize, nameWidth, width } = sheet
  const gutter = GUTTER * fontSize
  const ruler = { window: view.window, left: nameWidth + gutter, width: width - nameWidth - 2 * gutter }
  const headHeight = hundredth(HEAD * fontSize)
  const sizes = {
    head: headHeight,
    heading: hundredth(HEADING * fontSize),
    most: sheet.pageHeight ?? Number.POSITIVE_INFINITY,
  }
  const placed = groups.map(({ groupId, rows }) => ({ groupId, rows: rows.map((row) => rowOf(row, ruler, fontSize)) }))
  return {
    pages: fillPages(placed, sizes).map(({ headings, rows, end }, index) => ({
      no: index + 1,
      height: hundredth(sheet.pageHeight ?? end + EDGE),
      headings,
      rows,
    })),
    ticks: ticksOf(ruler, view),
    todayX: isWithin(view.window, view.today) ? middleOf(ruler, view.today) : null,
    headHeight,
    lineHeight: hundredth(LINE * fontSize),
  }
}

function ticksOf(ruler: Ruler, { window, scale }: GanttView): GanttLayout['ticks'] {
  const days = tickDays(window, scale)
  return days.map(({ on, strong }, index) => {
    const [x, end] = [edgeOf(ruler, on), edgeOf(ruler, days[index + 1]?.on ?? addDays(window.to, 1))]
    return { on, strong, x: hundredth(x), width: hundredth(end - x) }
  })
}
