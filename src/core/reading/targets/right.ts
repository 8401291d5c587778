import type { Figure } from '../figures/figures.ts'
import { firstOuter } from '../text/brackets.ts'
import { matchesOf } from '../text/matches.ts'

/** What stands after a figure: the object of a count (1个X), or nothing. */
export interface RightSide {
  /** From the figure's end to the end of its item. */
  readonly words: string
  /** The object, 的 before it left out; empty where what follows is none. */
  readonly objectStart: number
  readonly objectEnd: number
  /** The next figure follows without a mark between. */
  readonly touchesNext: boolean
}

const NO_OBJECT =
  /^[(、]|^(?:在|位于|来自|属于|为|是)[^的]{1,10}$|^的?(?:年度)?(?:目标|任务|要求|指标|以上|以下|左右|以内|水平|规模(?!以上|以下|化|养殖|种植|较大)|标准(?!化))|^(?:或|及以上|及以下)|^(?:纳入|列入|进(?:企业|校园|社区|乡村|基层|园区|机关|家庭))/

const CUT = /[、]|(?:以及|和|(?<![惠涉普触波兼顾危遍])及|与)(?=[^、和及与]{0,6}$)/g

/** Where the item ends: at the last mark before the next figure, at a bracket, or at the segment's end. Quotes are passed over. */
function itemEnd(
  text: string,
  figure: Figure,
  next: Figure | undefined,
  segmentEnd: number,
): { end: number; touchesNext: boolean } {
  const limit = firstOuter(text, figure.to, next ? next.from : segmentEnd, '。;,')
  const bracket = text.slice(figure.to, limit).search(/[(]/)
  const stop = bracket < 0 ? limit : figure.to + bracket
  if (!next || stop < next.from) return { end: stop, touchesNext: false }
  const cut = matchesOf(CUT, text.slice(figure.to, stop)).at(-1)
  return cut ? { end: figure.to + cut.index, touchesNext: false } : { end: stop, touchesNext: true }
}

/** Reads the words between a figure and the next one, or the end of the segment. */
export function readRight(text: string, figure: Figure, next: Figure | undefined, segmentEnd: number): RightSide {
  const { end, touchesNext } = itemEnd(text, figure, next, segmentEnd)
  const words = text.slice(figure.to, Math.max(end, figure.to))
  const skip = words.startsWith('的') ? 1 : 0
  const object = NO_OBJECT.test(words) || words.length - skip < 1 ? 0 : words.length
  return { words, objectStart: figure.to + (object > 0 ? skip : 0), objectEnd: figure.to + object, touchesNext }
}
