import type { Paragraph } from '../tree/paragraphs.ts'
import { quoteOf } from '../tree/tree.ts'
import type { PlanTree } from '../tree/tree.ts'

/** A stretch of the text, from `start` up to `end`. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** What stands before the first heading, with the words of a line. */
export interface Head {
  readonly tree: PlanTree
  readonly lines: readonly Paragraph[]
  readonly words: (paragraph: Paragraph | undefined) => string
}

/** A line longer than this, or further down, is no part of the head. */
const MAX_HEAD = 90

/** 某政发〔2021〕2号 on a line of its own. */
export const NUMBER =
  /^(?:\(?(?:文号|发文字号|文件编号|发文文号)\)?:?\|?)?\(?([^,。;:()《》\d]{2,16}(?:〔|\[|\()(?:19|20)\d{2}(?:〕|\]|\))(?:第)?\d{1,4}号)\)?(?:\|.*)?$/
/** 索引号:… 发文字号:某政发〔2021〕2号: one of the fields of a page's head. */
const NUMBER_FIELD =
  /(?:文号|发文字号|文件编号|发文文号)\)?:\|?([^,。;:()《》\d|]{2,16}(?:〔|\[|\()(?:19|20)\d{2}(?:〕|\]|\))(?:第)?\d{1,4}号)/
/** A number in brackets at the end of a title line: …重点工作任务(某政发〔2021〕2号). */
const NUMBER_AT_END = /\(([^,。;:()《》\d]{2,12}(?:〔|\[|\()(?:19|20)\d{2}(?:〕|\]|\))(?:第)?\d{1,4}号)\)$/

/** The paragraphs before the first heading, where title, number, issuer and date stand. */
export function headOf(tree: PlanTree): Head {
  const first = tree.headings[0]?.start ?? tree.text.length
  const lines = tree.paragraphs.filter((p) => p.start < first && !p.cell).slice(0, MAX_HEAD)
  return { tree, lines, words: (p) => (p ? tree.text.slice(p.start, p.end) : '') }
}

/** The line that bears the document number, and the number as printed: a line of its own before one at a title's end or among a page's fields. */
export function numberLine(head: Head): { line: Paragraph; number: string } | null {
  const lines = head.lines.filter((p) => p.end - p.start < MAX_HEAD)
  for (const pattern of [NUMBER, NUMBER_AT_END, NUMBER_FIELD])
    for (const line of lines) {
      const found = pattern.exec(head.words(line))?.[1]
      if (found === undefined) continue
      const at = line.start + head.words(line).indexOf(found)
      return { line, number: quoteOf(head.tree, at, at + found.length) }
    }
  return null
}
