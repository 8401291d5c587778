import { fitText, textWidth } from './fit-text.ts'

/** Where a label stands: its left edge, and the line of the row (0 = the line of the marks). */
export interface LabelPlace {
  readonly text: string
  readonly x: number
  readonly width: number
  readonly lane: number
}

/** The part of a row that labels may use, and the marks that they may not cover. */
export interface LabelField {
  readonly left: number
  readonly right: number
  readonly fontSize: number
  /** Middles of all marks of the row. */
  readonly taken: readonly number[]
}

/** Longest label, in characters of the font: 完成主体工程并通过验收 fits. */
const LONGEST = 14
/** Half the width of a mark, and the free space on both sides of a label, as shares of the font size. */
const HALF_MARK = 0.5
const GAP = 0.25

type Stretch = readonly [from: number, to: number]

/** Rounded down, so that neighbours that just touch do not overlap. */
const hundredth = (value: number): number => Math.floor(value * 100) / 100

/**
 * Places the labels of one row, in order: right of the mark, else left of it, else on the first line below that is free there. The labels
 * of a row never overlap each other, nor any mark of it, and stay inside the field.
 */
export function placeLabels(
  marks: readonly { readonly x: number; readonly text: string }[],
  { left, right, fontSize, taken }: LabelField,
): LabelPlace[] {
  const [half, gap] = [HALF_MARK * fontSize, GAP * fontSize]
  const lanes: Stretch[][] = [taken.map((x) => [x - half, x + half])]
  const isFree = (lane: number, [from, to]: Stretch): boolean =>
    (lanes[lane] ?? []).every(([start, end]) => to + gap <= start || from >= end + gap)
  const most = Math.max(0, Math.min(LONGEST * fontSize, right - left))
  return marks.map(({ x, text: whole }) => {
    const text = fitText(whole, most, fontSize)
    const width = Math.min(most, Math.ceil(textWidth(text, fontSize) * 100) / 100)
    const place = (lane: number, from: number): LabelPlace => {
      lanes[lane] = [...(lanes[lane] ?? []), [from, from + width]]
      return { text, x: from, width, lane }
    }
    const [after, before] = [hundredth(x + half + gap + 0.01), hundredth(x - half - gap - width)]
    if (after + width <= right && isFree(0, [after, after + width])) return place(0, after)
    if (before >= left && isFree(0, [before, before + width])) return place(0, before)
    const below = hundredth(Math.max(left, Math.min(x - half, right - width)))
    let lane = 1
    while (!isFree(lane, [below, below + width])) lane += 1
    return place(lane, below)
  })
}
