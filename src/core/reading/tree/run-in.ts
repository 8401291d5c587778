import { firstOuter } from '../text/brackets.ts'

/** A short sentence that opens a passage without a number. */
export interface RunInTitle {
  readonly start: number
  readonly end: number
}

const MAX_LEADING = 24
const MAX_INSIDE = 15
const MIN_LENGTH = 4
const MIN_BODY = 18
/** Words that make a short sentence a remark, not a title. */
const NO_TITLE =
  /^(?:其中|同时|此外|另外|以上|以下|上述|对(?![外口标内])|将|由|经(?![济营])|按|为(?!民)|在|如|不(?!断)|严禁|禁止|本(?!土)|该|各|请|特(?![色别殊])|现(?!代)|到|\d)|\d|[^必]{2,6}必须|(?:清零|破零|全覆盖|负责|牵头|通知|执行|如下|[是为]|包括|组长|召集人|总指挥|指挥长|成员|成员单位|组员|联系人|电话)$/

/** 一是, 二是 count the items of a passage; they are no part of the title. */
const COUNTED = /^[一二三四五六七八九十]{1,2}(?:是|要)/

function candidate(text: string, start: number, end: number, max: number): boolean {
  const length = end - start
  return length >= MIN_LENGTH && length <= max && !NO_TITLE.test(text.slice(start, end))
}

/** The title sentence that a paragraph opens with (坚持系统观念,统筹推进。坚持…), or null. */
export function leadingTitle(text: string, paragraphStart: number, end: number): RunInTitle | null {
  const start = paragraphStart + (COUNTED.exec(text.slice(paragraphStart, paragraphStart + 4))?.[0].length ?? 0)
  const stop = firstOuter(text, start, Math.min(end, start + MAX_LEADING + 30), '。:;!?(')
  if (text.charAt(stop) !== '。' && text.charAt(stop) !== ':') return null
  if (end - stop < MIN_BODY || !candidate(text, start, stop, MAX_LEADING)) return null
  const commas = text.slice(start, stop).split(',').length - 1
  if (commas > 1 || (text.charAt(stop) === ':' && (commas > 0 || stop - start > 12))) return null
  return { start, end: stop }
}

/** Ends of the sentences in [start, end), stops left out. */
function sentenceEnds(text: string, start: number, end: number): number[] {
  const ends: number[] = []
  for (let at = start; at < end; at++) {
    const stop = firstOuter(text, at, end, '。')
    ends.push(stop)
    at = stop
  }
  return ends
}

/** Titles inside one paragraph: at least two short sentences of like length, each followed by a longer one, the first near the top. */
export function insideTitles(text: string, start: number, end: number): readonly RunInTitle[] {
  if (end - start < 50) return []
  const ends = sentenceEnds(text, start, end)
  const sentences = ends.map((stop, index) => ({ start: index === 0 ? start : (ends[index - 1] ?? 0) + 1, end: stop }))
  const titles = sentences.filter((sentence, index) => {
    const next = sentences[index + 1]
    const plain = !/[,、;:(]/.test(text.slice(sentence.start, sentence.end))
    return (
      plain &&
      candidate(text, sentence.start, sentence.end, MAX_INSIDE) &&
      next !== undefined &&
      next.end - next.start >= MIN_BODY
    )
  })
  const first = titles[0]
  if (titles.length < 2 || !first || sentences.indexOf(first) > 1) return []
  if (!alike(titles.map((title) => title.end - title.start))) return []
  return [...titles, ...slips(text, sentences, titles)].sort((a, b) => a.start - b.start)
}

/** A title of the same opening and length whose stop was mistyped: 强化统筹调度。… 强化督导问效、将… */
function slips(text: string, sentences: readonly RunInTitle[], titles: readonly RunInTitle[]): RunInTitle[] {
  const first = titles[0]
  const opening = first ? text.slice(first.start, first.start + 2) : ''
  const length = first ? first.end - first.start : 0
  if (!titles.every((title) => text.startsWith(opening, title.start) && title.end - title.start === length)) return []
  return sentences
    .filter(
      (sentence) => text.startsWith(opening, sentence.start) && '、,'.includes(text.charAt(sentence.start + length)),
    )
    .map((sentence) => ({ start: sentence.start, end: sentence.start + length }))
}

/** Lengths that differ little: titles of one passage are written alike. */
function alike(lengths: readonly number[]): boolean {
  return Math.max(...lengths) - Math.min(...lengths) <= 4
}
