import type { LocalDate, Span } from '#core/kit'
import type { MetaFact } from '../facts.ts'
import type { ReadingContext, Recogniser } from '../kernel.ts'
import { dateOf, drawnUpOn, isGiven } from '../text/issue-date.ts'
import type { Paragraph } from '../tree/paragraphs.ts'
import { gapsIn } from '../tree/gaps.ts'
import { markAt } from '../tree/marks.ts'
import { place, quoteOf } from '../tree/tree.ts'
import type { PlanTree } from '../tree/tree.ts'
import { looksLikeUnit } from '../units/units.ts'

type Spans = Partial<Record<keyof Omit<MetaFact, 'spans'>, Span>>

const NUMBER =
  /^(?:\(?(?:文号|发文字号|文件编号|发文文号)\)?:?\|?)?\(?([^,。;:()《》\d]{2,16}(?:〔|\[|\()(?:19|20)\d{2}(?:〕|\]|\))(?:第)?\d{1,4}号)\)?(?:\|.*)?$/
/** 索引号:… 发文字号:某政发〔2021〕2号: one of the fields of a page's head. */
const NUMBER_FIELD =
  /(?:文号|发文字号|文件编号|发文文号)\)?:\|?([^,。;:()《》\d|]{2,16}〔(?:19|20)\d{2}〕(?:第)?\d{1,4}号)/
/** A number in brackets at the end of a title line: …重点工作任务(某政发〔2021〕2号). */
const NUMBER_AT_END = /\(([^,。;:()《》\d]{2,12}〔(?:19|20)\d{2}〕(?:第)?\d{1,4}号)\)$/
const FRAMEWORK = /“((?!十[一二三四五六七]五)[一二三四五六七八九十两百千万\d][^”,]{1,9})”/
const FINAL =
  /(?:方案|计划|意见|措施|清单|报告|要点|办法|安排|规划|政策|细则|任务|纲要|分工|规定|制度|目标|通知|部署|指南|行动|工程|举措|分解|分解表|一览表|台账|指标|方略|预案|攻略|项目表|目录)(?:\((?:[^()]{1,24})\))?$/
const MAX_HEAD = 90

interface Range {
  readonly start: number
  readonly end: number
}

interface Head {
  readonly tree: PlanTree
  readonly lines: readonly Paragraph[]
  readonly words: (paragraph: Paragraph | undefined) => string
}

/** The paragraphs before the first heading, where title, number, issuer and date stand. */
function headOf(tree: PlanTree): Head {
  const first = tree.headings[0]?.start ?? tree.text.length
  const lines = tree.paragraphs.filter((p) => p.start < first && !p.cell).slice(0, MAX_HEAD)
  return { tree, lines, words: (p) => (p ? tree.text.slice(p.start, p.end) : '') }
}

/** The date line with the issuer above it: in the head, else the last one of the text (a notice that is itself the plan). */
function signature(head: Head): { date: LocalDate; paragraph: Paragraph; issuer: Range | null } | null {
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
  const issuer = line && isSigner(head, line) ? firstSigner(head, line) : null
  return { date, paragraph: found, issuer }
}

function isSigner(head: Head, line: Paragraph): boolean {
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
function bodiesOf(tree: PlanTree, { start, end }: Range): string {
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

/** The title that the covering notice names: 关于印发《…》的通知, 现将《…》印发. */
function namedTitle(head: Head): string | null {
  for (const line of head.lines) {
    const words = head.words(line)
    const match =
      /(?:印发|转发|下发)(?:<|《)([^》]{4,80})(?:>|》)|(?:现将|《)(?:《)?([^》]{4,80})》[^。]{0,30}(?:印发|已经)/.exec(
        words,
      )
    const title = match?.[1] ?? match?.[2]
    if (title) return title.replace(/^.*《/, '')
  }
  return null
}

/** Lines i..j that together read as the named title; word order and a 的 may differ. */
function standing(head: Head, title: string): Range | null {
  const key = title.replace(/[的《》\s]/g, '')
  for (let from = 0; from < head.lines.length; from++) {
    let joined = ''
    for (let to = from; to < Math.min(head.lines.length, from + 4); to++) {
      joined += head.words(head.lines[to])
      if (joined.length > title.length + 12) break
      if (joined.replace(/[的《》\s]/g, '') !== key) continue
      return { start: head.lines[from]?.start ?? 0, end: head.lines[to]?.end ?? 0 }
    }
  }
  return null
}

const NOTICE = /(?:通知|函)$/

/** Without a named title: the last title-like line before the text, the covering notice's passed over. */
function likelyTitle(head: Head, after: number, mayBeNotice: boolean): Range | null {
  const lines = head.lines.filter((p) => p.start >= after)
  const titled = (p: Paragraph) =>
    FINAL.test(head.words(p)) &&
    p.end - p.start <= 60 &&
    !/[。;]|^(?:首页|当前位置|您的位置)|>.+>/.test(head.words(p)) &&
    !head.words(p).startsWith('附件')
  const plan = lines.find((p) => titled(p) && !NOTICE.test(head.words(p)))
  const found = plan ?? (mayBeNotice ? lines.find((p) => titled(p)) : undefined)
  if (!found) return null
  let from = found.index
  while (from > 0 && isTitlePart(head, head.tree.paragraphs[from - 1], after)) from--
  // 甲县人民政府 / 关于做好…的通知
  const above = head.tree.paragraphs[from - 1]
  if (above && above.start >= after && head.words(found).startsWith('关于') && isSigner(head, above)) from--
  return { start: head.tree.paragraphs[from]?.start ?? found.start, end: found.end }
}

/** A line that the title runs over from: short, without a stop, not a unit, a date or a number. */
function isTitlePart(head: Head, line: Paragraph | undefined, after: number): boolean {
  if (!line || line.start < after) return false
  const words = head.words(line)
  return (
    words.length >= 6 &&
    words.length <= 34 &&
    !/[。;:,)\d]$/.test(words) &&
    !looksLikeUnit(words) &&
    !NUMBER.test(words) &&
    dateOf(words) === null &&
    !FINAL.test(words) &&
    !/^(?:附件|来源|时间|发布|索引|发文|文号|主题|分类|首页|当前位置|您的位置)/.test(words)
  )
}

function titleRange(head: Head, after: number): Range | null {
  const named = namedTitle(head)
  return (
    (named ? standing(head, named) : null) ??
    likelyTitle(head, after, named === null) ??
    (after > 0 ? likelyTitle(head, 0, named === null) : null) ??
    inNotice(head, named) ??
    firstLine(head)
  )
}

/** The title as the notice quotes it, where the plan's own title line is missing. */
function inNotice(head: Head, named: string | null): Range | null {
  if (!named) return null
  const at = head.tree.text.indexOf(named)
  return at < 0 ? null : { start: at, end: at + named.length }
}

/** A title of no known kind: the first line of the head that has a title's length and no stop. */
function firstLine(head: Head): Range | null {
  const found = head.lines.slice(0, 6).find((line) => {
    const words = head.words(line)
    const plain = !/[。;:|]/.test(words) && !NUMBER.test(words) && dateOf(words) === null && !looksLikeUnit(words)
    return words.length >= 8 && words.length <= 60 && plain && !/^(?:附件|来源|时间|发布|首页|当前位置)/.test(words)
  })
  return found ? { start: found.start, end: found.end } : null
}

/** The year in the title, else of issue, else of the newest document that is cited. */
function yearOf(title: string, issuedOn: LocalDate | null, text: string): number | null {
  const range = /((?:19|20)\d{2})年?(?:—|-|至)(?:20)?\d{2}/.exec(title)
  const own = /((?:19|20)\d{2})年?/.exec(title)
  if (own && !range) return Number(own[1])
  if (issuedOn) return Number(issuedOn.slice(0, 4))
  if (range) return Number(range[1])
  const cited = [...text.matchAll(/〔((?:19|20)\d{2})〕/g)].map((match) => Number(match[1]))
  if (cited.length > 0) return Math.max(...cited)
  const named = [...text.matchAll(/((?:19|20)\d{2})年/g)].map((match) => Number(match[1]))
  return mostFrequent(named)
}

function mostFrequent(years: readonly number[]): number | null {
  const counts = new Map<number, number>()
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? null
}

function issuerRange(head: Head, signed: Range | null): Range | null {
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

function read({ tree, draft, trace }: ReadingContext): void {
  const head = headOf(tree)
  const signed = signature(head)
  const inHead = signed !== null && head.lines.some((p) => p.index === signed.paragraph.index)
  const title = titleRange(head, inHead ? signed.paragraph.end : 0)
  const numbered = (pattern: RegExp) =>
    head.lines.find((p) => p.end - p.start < MAX_HEAD && pattern.test(head.words(p)))
  const number = numbered(NUMBER) ?? numbered(NUMBER_AT_END) ?? numbered(NUMBER_FIELD)
  const numberWords = head.words(number)
  const numberMatch = NUMBER.exec(numberWords) ?? NUMBER_AT_END.exec(numberWords) ?? NUMBER_FIELD.exec(numberWords)
  const issuer = issuerRange(head, signed?.issuer ?? null)
  const titleText = title ? tree.text.slice(title.start, title.end) : ''
  const framework = FRAMEWORK.exec(titleText)
  const issuedOn = signed?.date ?? null
  const year = yearOf(titleText, issuedOn, tree.text)
  const spans: Spans = {}
  if (title) spans.title = place(tree, title.start, title.end)
  if (issuer) spans.issuer = place(tree, issuer.start, issuer.end)
  if (signed) spans.issuedOn = place(tree, signed.paragraph.start, signed.paragraph.end)
  if (number) spans.docNumber = place(tree, number.start, number.end)
  if (title && framework?.[1]) {
    const from = title.start + framework.index + framework[0].indexOf(framework[1])
    spans.framework = place(tree, from, from + framework[1].length)
  }
  draft.year = year
  draft.meta = {
    title: title ? quoteOf(tree, title.start, title.end) : null,
    framework: framework?.[1] ?? null,
    docNumber: number && numberMatch?.[1] ? numberOf(tree, number, numberWords, numberMatch[1]) : null,
    issuer: issuer ? bodiesOf(tree, issuer) : null,
    issuedOn,
    year,
    spans,
  }
  trace?.({ rule: 'meta.head', at: title?.start ?? 0, end: title?.end ?? 0, detail: titleText })
}

function numberOf(tree: PlanTree, line: Paragraph, whole: string, number: string): string {
  const at = line.start + whole.indexOf(number)
  return quoteOf(tree, at, at + number.length)
}

/** Title, framework, document number, issuer, date and year of the plan. */
export const documentMeta: Recogniser = { id: 'meta.head', recognise: read }
