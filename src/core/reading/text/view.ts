import type { Span } from '#core/kit'
import { foldedMarks } from './fold.data.ts'
import { simplified } from './traditional.data.ts'

/**
 * The text as the grammar reads it: marks folded (（→(, ％→%), white space and markdown stars dropped, wrapped lines joined,
 * one "\n" between paragraphs. `origin[i]` is the offset in the source text of the view's unit i, so any range of the view
 * leads back to a range of the source.
 */
export interface TextView {
  readonly text: string
  readonly origin: Int32Array
}

/** Collects a view piece by piece. */
export interface ViewBuilder {
  /** Appends source[start, end) and returns the range of the view it became. */
  append(start: number, end: number): Span
  /** Ends a paragraph; `at` is the offset of its last unit, so that no range leaves the text. */
  endParagraph(at: number): void
  length(): number
  finish(): TextView
}

const UNITS = 0x10000
const STAR = 0x2a
const LINE_END = 0x0a
const POINT = 0x2e
const STOP = 0x3002
const SPACE = /[\s\u3000\u00a0\ufeff\u200b-\u200d\u2060]/

/** What each UTF-16 unit folds to; 0 for white space, which the view drops. */
const FOLDED = foldTable()

function foldTable(): Uint16Array {
  const table = new Uint16Array(UNITS)
  for (let code = 1; code < UNITS; code++) table[code] = code
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - 0xfee0
  for (const [from, to] of foldedMarks) table[from.charCodeAt(0)] = to.charCodeAt(0)
  for (const pair of simplified) table[pair.charCodeAt(0)] = pair.charCodeAt(1)
  for (const range of [
    [0, 0x20],
    [0x80, 0xa0],
    [0x1680, 0x1680],
    [0x2000, 0x2060],
    [0x3000, 0x3000],
    [0xfeff, 0xfeff],
  ] as const) {
    for (let code = range[0]; code <= range[1]; code++) if (SPACE.test(String.fromCharCode(code))) table[code] = 0
  }
  return table
}

/** Numerals of an item's mark: 一.产业发展 is no sentence. */
const MARKS_ITEMS = new Set([...'一二三四五六七八九十百'].map((unit) => unit.charCodeAt(0)))

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff
}

/** A point between two Han characters was meant for a full stop: 做大工业.新增企业10家. */
function endsSentence(before: number, source: string, at: number): boolean {
  if (!isHan(before) || MARKS_ITEMS.has(before)) return false
  let next = at + 1
  while (next < source.length && FOLDED[source.charCodeAt(next)] === 0 && source.charCodeAt(next) !== LINE_END) next++
  return isHan(source.charCodeAt(next))
}

const CHUNK = 8192

function decode(units: Uint16Array): string {
  let text = ''
  for (let at = 0; at < units.length; at += CHUNK)
    text += Reflect.apply(String.fromCharCode, null, units.subarray(at, at + CHUNK))
  return text
}

/** A builder over one source text. A view is never longer than its source and one line end a paragraph. */
export function viewBuilder(source: string): ViewBuilder {
  let units = new Uint16Array(source.length + 16)
  let origin = new Int32Array(source.length + 16)
  let length = 0
  const reserve = (more: number) => {
    if (length + more <= units.length) return
    const size = (length + more) * 2
    const [grownUnits, grownOrigin] = [new Uint16Array(size), new Int32Array(size)]
    grownUnits.set(units)
    grownOrigin.set(origin)
    units = grownUnits
    origin = grownOrigin
  }
  return {
    append(start, end) {
      reserve(end - start)
      const from = length
      for (let at = start; at < end; at++) {
        const code = source.charCodeAt(at)
        let folded = FOLDED[code] ?? 0
        if (folded === 0) continue
        if (code === STAR && (source.charCodeAt(at + 1) === STAR || source.charCodeAt(at - 1) === STAR)) continue
        if (folded === POINT && endsSentence(units[length - 1] ?? 0, source, at)) folded = STOP
        units[length] = folded
        origin[length++] = at
      }
      return { start: from, end: length }
    },
    endParagraph(at) {
      reserve(1)
      units[length] = LINE_END
      origin[length++] = at
    },
    length: () => length,
    finish: () => ({ text: decode(units.subarray(0, length)), origin: origin.slice(0, length) }),
  }
}

/** The words of one line of a source text as the view would hold them: marks folded, white space dropped. */
export function foldLine(source: string, start: number, end: number): string {
  let words = ''
  for (let at = start; at < end; at++) {
    const folded = FOLDED[source.charCodeAt(at)] ?? 0
    if (folded !== 0) words += String.fromCharCode(folded)
  }
  return words
}

/** The range of the source text that a range of the view stands for; an empty range stays empty. */
export function toSource(view: TextView, start: number, end: number): Span {
  const from = view.origin[start] ?? view.origin[view.origin.length - 1] ?? 0
  if (end <= start) return { start: from, end: from }
  const last = view.origin[end - 1] ?? from
  return { start: from, end: Math.max(from, last) + 1 }
}
