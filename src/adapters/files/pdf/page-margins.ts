import { isBareNumber, isPageNumber } from '../tree/page-marks.ts'
import type { PageLine } from './page-lines.ts'

/** Lines at the upper and lower edge of each page that may be running heads and page numbers. */
const EDGE_LINES = 2
/** A head that stands on so many pages at the same height is a running one. */
const FEWEST_REPEATS = 3
const LOWEST_REPEAT_SHARE = 0.3
const SAME_HEIGHT_POINTS = 6

/** Pages without their page numbers and running heads, and how many lines were dropped. */
export function withoutPageMargins(pages: readonly (readonly PageLine[])[]): { pages: PageLine[][]; dropped: number } {
  const repeated = repeatedEdges(pages)
  let dropped = 0
  const kept = pages.map((lines) =>
    lines.filter((line, index) => {
      const atEdge = index < EDGE_LINES || index >= lines.length - EDGE_LINES
      const number = isPageNumber(line.text) || (isBareNumber(line.text) && isOutermost(index, lines.length))
      const drop = atEdge && (number || repeated.has(edgeKey(line)))
      if (drop) dropped += 1
      return !drop
    }),
  )
  return { pages: kept, dropped }
}

function isOutermost(index: number, count: number): boolean {
  return index === 0 || index === count - 1
}

function repeatedEdges(pages: readonly (readonly PageLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const lines of pages) {
    const edges = lines.length <= 2 * EDGE_LINES ? lines : [...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)]
    for (const key of new Set(edges.map(edgeKey))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const enough = Math.max(FEWEST_REPEATS, pages.length * LOWEST_REPEAT_SHARE)
  return new Set([...counts].filter(([, count]) => count >= enough).map(([key]) => key))
}

function edgeKey(line: PageLine): string {
  return `${Math.round(line.baseline / SAME_HEIGHT_POINTS)} ${line.text.replace(/\s/g, '').replace(/\d+/g, '#')}`
}
