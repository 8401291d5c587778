import { closeOf, firstOuter, outerMarks } from '../text/brackets.ts'
import { looksLikeUnit, splitUnits } from '../units/units.ts'

/** What the words after a mark offer as a title. */
export interface TitleShape {
  readonly start: number
  /** End of the first sentence, its stop left out. */
  readonly sentenceEnd: number
  /** Where the first comma cuts it; `sentenceEnd` where there is none. */
  readonly commaEnd: number
  readonly commas: number
  /** Where the words after the title begin. */
  readonly bodyStart: number
}

const CLAUSE_IN_BRACKET = /^\((?:[^()]|\([^()]*\)){0,400}?(?:牵头|责任|负责|配合|参与|完成时限|时限)/
/** Points and weights in a clause: 10分, 考核权重25%. */
const SCORE = /^[^\d]{0,6}\d+(?:\.\d+)?[分%]$/
/** How many items a part has: (16项). */
const COUNT_OF_ITEMS = /\(共?\d+[项条个件类款]\)$/
const DATE_PHRASE =
  /^(?:到|在|于)?(?:\d{4}年)?(?:\d{1,2}(?:—\d{1,2}|至\d{1,2})?月)?(?:上旬|中旬|下旬|\d{1,2}日|月?底|末|初)?(?:之?前|以前)?$/
const LONG_TITLE = 32
const LONGEST_TITLE = 48

/** A bracket behind a title holds a clause: with a word that says so, or as a bare list of bodies (应急办、派出所、各村). */
function opensClause(text: string, at: number, end: number): boolean {
  if (CLAUSE_IN_BRACKET.test(text.slice(at, Math.min(end, at + 420)))) return true
  const close = closeOf(text, at, Math.min(end, at + 200))
  if (close < 0 || (close < end && text.charAt(close) !== '。')) return false
  const names = splitUnits(text, at + 1, close - 1).map((piece) => text.slice(piece.start, piece.end))
  const bodies = names.filter((name) => !SCORE.test(name))
  return names.length > 1 && bodies.length > 0 && bodies.every(looksLikeUnit)
}

const LONGEST_BRACKETED = 26

/** 第二条(考核对象)本办法…: the title of an article in brackets. */
function titleInBrackets(text: string, start: number, end: number): TitleShape | null {
  if (text.charAt(start) !== '(') return null
  const close = closeOf(text, start, Math.min(end, start + LONGEST_BRACKETED))
  if (close < start + 4 || opensClause(text, start, end)) return null
  return { start: start + 1, sentenceEnd: close - 1, commaEnd: close - 1, commas: 0, bodyStart: close }
}

/** 19.[牵头:省农业农村厅]严守耕地红线。: the clause may stand between mark and title. */
function behindClause(text: string, start: number, end: number): number {
  if (text.charAt(start) !== '(' || !CLAUSE_IN_BRACKET.test(text.slice(start, Math.min(end, start + 420)))) return start
  const close = closeOf(text, start, end)
  return close > 0 && close < end && !'。;,'.includes(text.charAt(close)) ? close : start
}

/** Reads the shape of the title that begins at `start` in a paragraph that ends at `end`. */
export function titleShape(text: string, start: number, end: number): TitleShape {
  const bracketed = titleInBrackets(text, start, end)
  if (bracketed) return bracketed
  const behind = behindClause(text, start, end)
  if (behind > start) return titleShape(text, behind, end)
  let sentenceEnd = firstOuter(text, start, end, '。;!?:')
  for (let at = start; at < sentenceEnd; at++) {
    if (text.charAt(at) === '(' && at > start && opensClause(text, at, end)) {
      sentenceEnd = at
      break
    }
  }
  const commas = outerMarks(text, start, sentenceEnd, ',')
  const stop = text.charAt(sentenceEnd)
  return {
    start,
    sentenceEnd,
    commaEnd: commas[0] ?? sentenceEnd,
    commas: commas.length,
    bodyStart: '。;!?:'.includes(stop) && sentenceEnd < end ? sentenceEnd + 1 : sentenceEnd,
  }
}

/** Whether the first sentence is a date phrase and a comma: 2021年9月底之前,… — then the date is the title. */
export function opensWithDate(text: string, shape: TitleShape): boolean {
  const phrase = text.slice(shape.start, shape.commaEnd)
  return shape.commaEnd < shape.sentenceEnd && /\d/.test(phrase) && DATE_PHRASE.test(phrase)
}

/** Whether a first sentence, followed by other words, reads as a title of its own. */
export function looksTitled(shape: TitleShape, hasBody: boolean): boolean {
  const length = shape.sentenceEnd - shape.start
  return hasBody && length <= LONG_TITLE && shape.commas <= 1
}

/** Where the title ends; `listIsTitled` is the vote of the list that the item belongs to. */
export function titleEnd(text: string, shape: TitleShape, hasBody: boolean, listIsTitled: boolean): number {
  if (opensWithDate(text, shape)) return shape.commaEnd
  if (shape.commas === 0) return shape.sentenceEnd
  if (
    text.charAt(shape.sentenceEnd) === ';' ||
    /\d/.test(text.slice(shape.commaEnd, shape.sentenceEnd).replace(COUNT_OF_ITEMS, ''))
  )
    return shape.commaEnd
  if (shape.commas > 1) return shape.commaEnd
  return listIsTitled && hasBody && shape.sentenceEnd - shape.start <= LONGEST_TITLE
    ? shape.sentenceEnd
    : shape.commaEnd
}
