import type { Span } from '#core/kit'
import { chineseNumber } from './numerals.ts'
import { matchesOf } from './matches.ts'

/** A paragraph of issued text is seldom longer; one that is, and counts items inside, has lost its line ends. */
const LONGEST = 500
/** So many items in order make it certain. */
const FEWEST = 4
/** After a mark, a title without a stop is at most so long before the next mark. */
const TITLE = 40
/** 一、二、三产业 are no items: between two marks of one kind stand more words. */
const APART = 6

const HAN = '[一二三四五六七八九十]{1,3}'
const MARK = new RegExp(
  `(附件\\s*\\d{1,2}(?=[^\\d：:.．、\\s]))|(${HAN})[、．](?!${HAN}[、．])|[（(](${HAN})[）)]|(\\d{1,2})[.．、](?!\\d)|[（(](\\d{1,2})[）)]|(——)(?=[^\\d—]{3})`,
  'g',
)
/** 见附件1 is a reference, no annex. */
const REFERS = /[见按照在如和及与、详到由对“《（(]/
const STOP = /[。；;：:！!？?）)”》】]/

/** Depth of each group of `MARK`: an item of a lower depth begins the count of the deeper ones anew. */
const DEPTHS = [1, 2, 3, 4, 5, 6] as const
const ANNEX = 1
const DASH = 6

interface Counted {
  readonly at: number
  readonly depth: number
  readonly count: number
}

function counted(match: RegExpExecArray): Counted | null {
  const depth = DEPTHS.find((group) => match[group] !== undefined)
  if (depth === undefined) return null
  const words = match[depth] ?? ''
  const count = depth === 2 || depth === 3 ? (chineseNumber(words) ?? 0) : Number(/\d+/.exec(words)?.[0] ?? 0)
  return { at: match.index, depth, count }
}

/** How far the counting has come: under the mark above, and in the whole text (numbers may run on across sections). */
interface Run {
  readonly last: Map<number, Counted>
  readonly ever: Map<number, number>
}

/** The items that a text counts in order: each is the next of its kind, or the first after a mark above it. */
function itemsOf(text: string): Counted[] {
  const items: Counted[] = []
  const run: Run = { last: new Map(), ever: new Map() }
  for (const match of matchesOf(MARK, text)) {
    const item = counted(match)
    if (!item || !fits(text, item, run, items[items.length - 1])) continue
    for (const depth of DEPTHS) if (depth > item.depth) run.last.delete(depth)
    run.last.set(item.depth, item)
    run.ever.set(item.depth, item.count)
    items.push(item)
  }
  return items
}

function fits(text: string, item: Counted, { last, ever }: Run, before: Counted | undefined): boolean {
  const previous = text.charAt(item.at - 1)
  const afterStop = item.at === 0 || STOP.test(previous)
  if (item.depth === ANNEX)
    return item.at === 0 || (!REFERS.test(previous) && item.count === (last.get(ANNEX)?.count ?? 0) + 1)
  const afterTitle = before !== undefined && item.at - before.at <= TITLE && item.depth >= before.depth
  if (item.depth === DASH) return afterStop || afterTitle
  if (/[\d.]/.test(previous)) return false
  const same = last.get(item.depth)
  if (same && item.at - same.at < APART) return false
  if (item.count !== (same?.count ?? 0) + 1 && (same || item.count !== (ever.get(item.depth) ?? 0) + 1)) return false
  return afterStop || afterTitle || item.depth <= 3
}

const DATE = '\\d{4}年\\d{1,2}月\\d{1,2}日'
/** A signature and its date, and what begins after them. */
const SIGNED = new RegExp(`。([^。；，,]{4,60}(?:办公室|办公厅|政府|委员会|管委会|局|厅|委|办))(${DATE})(?=\\S)`, 'g')
/** A title and the words that open the text under it. */
const TITLED =
  /((?:方案|计划|意见|办法|清单|要点|细则|规划|报告)(?:[（(][^（）()]{1,20}[）)])?)(?=\s?(?:为(?:了|全面|深入|贯彻|认真|进一步|落实|切实|加快|推动|推进|做好|确保|加强)|根据|按照|为[^\s。]{2,20}[,，]))/g
const HEAD = 600
/** What stands on a line of its own after a sentence: the list of annexes, a clause with its label. */
const OWN_LINE = /。(?=(?:附件|(?:牵头|责任|配合|参与|协助|主办)(?:单位|部门|处室))[：:])/g
/** Titles that every plan has; the words after them are the text under them. */
const COMMON = new RegExp(
  `(?:${HAN}[、．]|[（(]${HAN}[）)])((?:总体|工作|基本|主要|重点|攻坚|目标|组织|保障|任务|推进|实施|行动|指导)(?:要求|思想|原则|目标|任务|措施|保障|安排|机制|步骤|实施|领导|重点|举措))(?=[^。，,；;、：:（(\\s]{3})(?![和及与的])`,
  'g',
)

/** Line ends that stood before the first item: after a signature with its date, and after a title. */
function headCuts(text: string, from: number, end: number): number[] {
  const head = text.slice(from, Math.min(end, from + HEAD))
  const cuts: number[] = []
  for (const match of matchesOf(SIGNED, head)) {
    const signature = match.index + 1
    const date = signature + (match[1]?.length ?? 0)
    cuts.push(signature, date, date + (match[2]?.length ?? 0))
  }
  const title = matchesOf(TITLED, head).at(0)
  if (title) cuts.push(title.index + title[0].length)
  return cuts.map((at) => from + at)
}

function cutsOf(text: string): number[] {
  const items = itemsOf(text)
  if (items.filter((item) => item.depth !== DASH).length < FEWEST) return []
  const first = items[0]?.at ?? text.length
  const annexes = items.filter((item) => item.depth === ANNEX)
  const heads = [...headCuts(text, 0, first), ...annexes.flatMap((item) => headCuts(text, item.at, text.length))]
  const lines = matchesOf(OWN_LINE, text).map((match) => match.index + 1)
  const titles = matchesOf(COMMON, text).map((match) => match.index + match[0].length)
  return [...new Set([...heads, ...lines, ...titles, ...items.map((item) => item.at)])].sort((a, b) => a - b)
}

/**
 * Gives back the line ends that a text lost on its way (copied from a page, pasted into one cell): a paragraph far too long
 * that counts items inside is cut where they begin. Spans of all other text are left as they are.
 */
export function partRunTogether(text: string, spans: readonly Span[]): readonly Span[] {
  if (!spans.some((span) => span.end - span.start > LONGEST)) return spans
  return spans.flatMap((span) => {
    if (span.end - span.start <= LONGEST) return [span]
    const cuts = cutsOf(text.slice(span.start, span.end)).filter((at) => at > 0)
    const starts = [0, ...cuts].map((at) => span.start + at)
    return starts.map((start, index) => ({ start, end: starts[index + 1] ?? span.end }))
  })
}
