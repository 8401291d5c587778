import type { LocalDate } from '#core/kit'
import { dateOf, drawnUpOn, isGiven } from '../text/issue-date.ts'
import { gapsIn } from '../tree/gaps.ts'
import { markAt } from '../tree/marks.ts'
import type { Paragraph } from '../tree/paragraphs.ts'
import { quoteOf } from '../tree/tree.ts'
import type { PlanTree } from '../tree/tree.ts'
import { looksLikeUnit } from '../units/units.ts'
import type { Head, Range } from './document-head.ts'

/** The date line with the issuer above it: in the head, else the last one of the text (a notice that is itself the plan). */
export function signature(head: Head): { date: LocalDate; paragraph: Paragraph; issuer: Range | null } | null {
  const { tree } = head
  const body = tree.paragraphs.filter((p) => p.end - p.start <= 24 && !p.cell)
  const own = head.lines.filter((p) => p.end - p.start <= 24)
  const given = head.lines.filter((p) => isGiven(head.words(p)))
  const drawnUp = head.lines.filter((p) => drawnUpOn(head.words(p)) !== null)
  const found = [...own, ...given, ...body.reverse()].find((p) => dateOf(head.words(p)) !== null) ?? drawnUp[0]
  const date = found ? (dateOf(head.words(found)) ?? drawnUpOn(head.words(found))) : null
  if (!found || !date) return null
  let above = found.index - 1
  while (above >= 0 && /^[(].*[)]$/.test(head.words(tree.paragraphs[above]))) above--
  const line = tree.paragraphs[above]
  const issuer = line && isSigner(head, line) ? firstSigner(head, line) : givenBy(head, found)
  return { date, paragraph: found, issuer }
}

/** ——2025年1月9日在甲市第六届人民代表大会第四次会议上 / 甲市人民政府: a report names who gives it under its day. */
function givenBy(head: Head, day: Paragraph): Range | null {
  const below = head.lines.find((line) => line.index === day.index + 1)
  return isGiven(head.words(day)) && below && isSigner(head, below) ? { start: below.start, end: below.end } : null
}

/** Whether a line is the name of a body and nothing else. */
export function isSigner(head: Head, line: Paragraph): boolean {
  return looksLikeUnit(head.words(line)) && line.end - line.start <= 40 && !head.words(line).includes(':')
}

/** Of several bodies that sign, one a line, all issue; of several on one line, the first. */
function firstSigner(head: Head, last: Paragraph): Range {
  let first = last
  for (let above = head.tree.paragraphs[first.index - 1]; above; above = head.tree.paragraphs[first.index - 1]) {
    if (!isSigner(head, above) || above.cell || markAt(head.tree.text, above.start)) break
    first = above
  }
  const gap = gapsIn(head.tree, first.start, first.end).find((at) =>
    looksLikeUnit(head.tree.text.slice(first.start, at)),
  )
  return first === last || gap === undefined ? { start: first.start, end: last.end } : { start: first.start, end: gap }
}

/** Names that white space parts, where every part could be one. */
function namesIn(tree: PlanTree, start: number, end: number): Range[] {
  const cuts = [start, ...gapsIn(tree, start, end), end]
  const parts = cuts.slice(1).map((to, index) => ({ start: cuts[index] ?? start, end: to }))
  return parts.every((part) => looksLikeUnit(tree.text.slice(part.start, part.end))) ? parts : [{ start, end }]
}

const SPEAKS_FOR = /代表([\u4e00-\u9fff]{1,16}人民政府)[^。]{0,12}(?:作|报告)/

/** 市人民政府 in the speech is named with its place in the title (甲州市人民政府工作报告). */
function fullName(tree: PlanTree, lines: readonly Paragraph[], short: string): Range | null {
  for (const line of lines) {
    const at = tree.text.slice(line.start, Math.min(line.end, line.start + 24)).indexOf(short)
    const words = tree.text.slice(line.start, line.end)
    const year = /^\d{4}年/.exec(words)?.[0].length ?? 0
    if (at >= year + 2 && at <= year + 8 && words.endsWith('报告') && !/[,代]/.test(words.slice(0, at)))
      return { start: line.start + year, end: line.start + at + short.length }
  }
  return null
}

/** Bodies that sign together, one a line: each as it is written, joined by 、. */
export function bodiesOf(tree: PlanTree, { start, end }: Range): string {
  const lines = tree.paragraphs.filter((line) => line.start >= start && line.end <= end)
  const names = lines.length > 1 ? lines : [{ start, end }]
  return names.map((line) => quoteOf(tree, line.start, line.end)).join('、')
}

/** A report is nobody's signature: it is given for a government (我代表县人民政府,向大会报告工作), which its title may name. */
function spokenFor({ tree, words, lines }: Head): Range | null {
  for (const line of [...lines, ...tree.paragraphs.slice(lines.length, lines.length + 3)].slice(0, 20)) {
    const match = SPEAKS_FOR.exec(words(line))
    if (match?.[1]) return fullName(tree, lines, match[1])
  }
  return null
}

/** The body that issues the plan: who signed, else whom the notice's title or the speech names. */
export function issuerRange(head: Head, signed: Range | null): Range | null {
  if (signed) return signed
  for (const line of head.lines.slice(0, 12)) {
    const match = /^(?:(?:名称|标题):?\|?)?(.{3,200}?)关于/.exec(head.words(line))
    const at = line.start + (match?.[0].indexOf(match[1] ?? '') ?? 0)
    const signers = match?.[1] === undefined ? [] : namesIn(head.tree, at, at + match[1].length)
    const [first] = signers
    if (first && signers.every((one) => looksLikeUnit(head.tree.text.slice(one.start, one.end)))) return first
  }
  return namedAboveTitle(head) ?? spokenFor(head)
}

/** 甲县人民政府 / 关于印发…的通知: the title of the notice runs over two lines. */
function namedAboveTitle(head: Head): Range | null {
  const at = head.lines.slice(0, 12).findIndex((line) => head.words(line).startsWith('关于'))
  const above = at > 0 ? head.lines[at - 1] : undefined
  return above && isSigner(head, above) ? { start: above.start, end: above.end } : null
}
