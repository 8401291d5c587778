import type { Figure } from '../figures/figures.ts'

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

const NO_OBJECT = /^\(|^的?(?:年度)?(?:目标|任务|要求|指标|以上|以下|左右|以内|水平|规模|标准)|^(?:或|及以上|及以下)/

/** Reads the words between a figure and the next one, or the end of the segment. */
export function readRight(text: string, figure: Figure, next: Figure | undefined, segmentEnd: number): RightSide {
  const limit = next ? next.from : segmentEnd
  let end = figure.to
  while (end < limit && !'、。;,('.includes(text.charAt(end))) end++
  const touchesNext =
    next !== undefined &&
    end === limit &&
    !/(?:和|及|与|以及|至|或)(?:[^和及与]{0,4}(?:新增|建设|完成|培育))?$/.test(text.slice(figure.to, limit))
  let close = end
  if (next && end === limit) close = figure.to + text.slice(figure.to, end).replace(/(?:和|以及|及|与)$/, '').length
  const words = text.slice(figure.to, close)
  const skip = words.startsWith('的') ? 1 : 0
  const object = NO_OBJECT.test(words) || words.length - skip < 1 ? 0 : words.length
  return { words, objectStart: figure.to + (object > 0 ? skip : 0), objectEnd: figure.to + object, touchesNext }
}
