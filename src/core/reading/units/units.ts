import { firstOuter } from '../text/brackets.ts'
import { endingOf } from '../text/ending.ts'
import { notUnitStarts, postEndings, unitEndings } from './unit-names.data.ts'

/** A piece of a list of units, as a range of the view; 等 and what follows it left out. */
export interface UnitPiece {
  readonly start: number
  readonly end: number
  readonly open: boolean
}

const UNIT = endingOf(unitEndings)
const POST = new RegExp(`(?:${postEndings.join('|')})(?!会|部|室|处)`)
const RUNNING = new RegExp(`^(?:${notUnitStarts.join('|')})`)
const OPEN = /等(?:[^等]{0,12}(?:部门|单位|地|企业|局|委办|机构|街道|乡镇|镇|公司|成员|地区|高校|院校|主体|平台))?$/
/** 市 in 市、区机管局 is no unit of its own: the two levels share one name. */
const LEVEL = /^(?:各|有关|相关)?(?:省|市|区|县|州|旗|镇|乡|街道)(?:级|直)?$/
/** 各街道、区直各部门: the second names its level itself. */
const LEVELS_OWN = /^[省市县区州旗镇乡][直属]/
const LONGEST_LEVEL = 5
const MAX_NAME = 40

/** 信用监管科 of a bureau's own plan; not 学科, 专科, 儿科, which are no bodies. */
const DIVISION = /^(?:各|有关|相关)?[\u4e00-\u9fff、]{2,12}(?<![学专本全百内外儿妇眼骨牙理工文社分])科$/

/** 有关市(州), 沿江各市: places as a whole. */
const PLACES = /^(?:各|有关|相关|沿[线江海河边]){1,2}(?:[省市县区州旗镇乡]|街道)(?:\([^()]{1,6}\))?$/

/** 区住建局(交通局), 市中心〈本部〉: a bracket may close the name. */
function endsAsUnit(name: string): boolean {
  if (name.length < 12 && PLACES.test(name)) return true
  if (UNIT(name) !== '' || (name.endsWith('科') && DIVISION.test(name))) return true
  if (!/[)〉]$/.test(name)) return false
  const open = Math.max(name.lastIndexOf('('), name.lastIndexOf('〈'))
  return open > 0 && UNIT(name.slice(0, open)) !== ''
}

/** 等 with the kind of what is left out, at the end of a list; null where the list is closed. */
function openEnd(words: string): RegExpExecArray | null {
  return words.includes('等') ? OPEN.exec(words) : null
}

/** Whether words read as the name of a body (局, 委, 街道, 公司 …). */
export function looksLikeUnit(name: string): boolean {
  return name.length >= 2 && name.length <= MAX_NAME && endsAsUnit(name) && !RUNNING.test(name)
}

/** Whether words read as a post (分管区领导, 管委会副主任, with or without a person's name). */
export function looksLikePost(name: string): boolean {
  return name.length >= 2 && name.length <= 30 && POST.test(name) && !RUNNING.test(name)
}

const closed = (words: string): string => words.slice(0, openEnd(words)?.index)

/** Cuts at 和, 及, 与, 以及 where both sides are names; 市文化和旅游局 stays whole. */
function cutAtAnd(text: string, start: number, end: number): number[] {
  const cuts: number[] = []
  let from = start
  for (let at = start + 2; at < end - 1; at++) {
    if (!'和及与'.includes(text.charAt(at))) continue
    const left = text.slice(from, at).replace(/以$/, '')
    const right = text.slice(at + 1, end)
    const leftDone = endsAsUnit(closed(left)) || openEnd(left) !== null
    if (!leftDone || left.length < 3 || right.length < 2 || !endsAsUnit(closed(right))) continue
    cuts.push(at)
    from = at + 1
  }
  return cuts
}

/** A mark or a joining word at the end of a piece; 与 of 参与 belongs to the role. */
function endsLoosely(text: string, to: number): boolean {
  const last = text.charAt(to - 1)
  return ':.、,;。和及与'.includes(last) && !(last === '与' && text.charAt(to - 2) === '参')
}

function trimPiece(text: string, start: number, end: number): UnitPiece | null {
  let from = start
  let to = end
  while (from < to && '等:.、,;和及与'.includes(text.charAt(from))) from++
  while (to > from && endsLoosely(text, to)) to--
  // 配合处室:甲处、乙处): the bracket was opened on a line before.
  if (text.charAt(to - 1) === ')' && !text.slice(from, to).includes('(')) to--
  if (text.charAt(to - 1) === '以' && '及'.includes(text.charAt(to))) to--
  const open = openEnd(text.slice(from, to))
  if (open && open.index > 0) return { start: from, end: from + open.index, open: true }
  return to > from ? { start: from, end: to, open: false } : null
}

/** Splits a list of units at 、 , ; and at 和, 及, 与 between two names. Names keep their brackets. */
export function splitUnits(text: string, start: number, end: number): UnitPiece[] {
  const pieces: UnitPiece[] = []
  let at = start
  let from = start
  while (at < end) {
    const stop = firstOuter(text, at, end, '、,;。')
    if (
      stop + 1 < end &&
      stop - from <= LONGEST_LEVEL &&
      text.charAt(stop) === '、' &&
      LEVEL.test(text.slice(from, stop)) &&
      !LEVELS_OWN.test(text.slice(stop + 1, stop + 3))
    ) {
      at = stop + 1
      continue
    }
    let piece = from
    for (const cut of [...cutAtAnd(text, from, stop), stop]) {
      const trimmed = trimPiece(text, piece, cut)
      if (trimmed) pieces.push(trimmed)
      piece = cut + 1
    }
    at = stop + 1
    from = at
  }
  return pieces
}
