import { parseChineseNumber } from '#core/kit'
import type { Span } from '#core/kit'
import type { CheckContext } from './check-context.ts'

/** An annex that the text lists (附件:1.…) or holds. */
export interface Annex {
  readonly number: number
  readonly title: string
  readonly span: Span
}

const MARK = /附件[:：]?[ \t]*(\d{1,2}|[一二三四五六七八九十]{1,3})?/y
const LISTED = /^[ \t\u3000]*(?:附件[:：]?[ \t]*)?(\d{1,2})[.．、:：][ \t]*([^\n]{2,60})$/

function numberOf(words: string | undefined): number {
  if (words === undefined) return 0
  return /\d/.test(words) ? Number(words) : (parseChineseNumber(words) ?? 0)
}

/** Annexes with a heading of their own. */
export function annexesHeld({ reading }: CheckContext): Annex[] {
  return reading.headings.flatMap((heading) => {
    if (heading.depth !== 0) return []
    const number = numberOf(/\d{1,2}|[一二三四五六七八九十]{1,3}/.exec(heading.ordinal)?.[0])
    return [{ number, title: heading.title, span: heading.titleSpan }]
  })
}

/** Whether nothing but white space stands before `at` on its line. */
function opensLine(text: string, at: number): boolean {
  let before = at - 1
  while (before >= 0 && ' \t\u3000\r'.includes(text.charAt(before))) before--
  return before < 0 || text.charAt(before) === '\n'
}

/** Annexes that a list at the end of the text names. */
export function annexesListed({ text, anchors }: CheckContext): Annex[] {
  const listed: Annex[] = []
  for (const at of anchors().of('附')) {
    if (!/^附件[ \t]*[:：]/.test(text.slice(at, at + 6))) continue
    if (!opensLine(text, at)) continue
    let start = text.lastIndexOf('\n', at) + 1
    for (let rows = 0; rows < 60; rows++) {
      const found = text.indexOf('\n', start)
      const end = found < 0 ? text.length : found
      const line = text.slice(start, end)
      const item = LISTED.exec(line)
      if (item?.[1] && item[2]) {
        const from = start + line.indexOf(item[2])
        listed.push({
          number: Number(item[1]),
          title: item[2].trim(),
          span: { start: from, end: from + item[2].trimEnd().length },
        })
      } else if (line.trim() !== '' && rows > 0) break
      if (found < 0) break
      start = end + 1
    }
  }
  return listed
}

/** References to numbered annexes in running text. */
export function annexReferences({ text, anchors }: CheckContext): { number: number; span: Span }[] {
  return anchors()
    .of('附')
    .flatMap((at) => {
      MARK.lastIndex = at
      const found = MARK.exec(text)
      if (!found?.[1] || opensLine(text, at)) return []
      return [{ number: numberOf(found[1]), span: { start: at, end: at + found[0].length } }]
    })
}
