import type { Figure } from '../figures/figures.ts'
import type { FoundIndicator, ReadingContext } from '../kernel.ts'
import type { Segment } from '../tree/segments.ts'
import { quoteOf } from '../tree/tree.ts'
import type { LeftSide } from './left.ts'
import type { RightSide } from './right.ts'

/** What the figures of one sentence hand on to each other. */
export interface Thread {
  readonly context: ReadingContext
  readonly sentence: number
  readonly sentenceStart: number
  /** The sentence hands out money (给予, 奖补): its ceilings are no targets. */
  readonly gives: boolean
  /** It tells how an assessment counts. */
  readonly scores: boolean
  /** The target that the item's title names, for figures that name none themselves (规模以上工业总产值。2026年达到2700亿元). */
  readonly label: string
  /** The last subject, for figures that state none (…达1.1亿元以上,增长8%). */
  subject: string
  /** An increment verb that opened a list governs its later items (新增A2家、B3家). */
  increment: boolean
  /** The segment before, for a figure of a sentence that named nothing yet (建设多层住宅,最高不超过18层). */
  before: Segment | null
  /** The kind of the last figure where it was a rate of change. */
  change: { readonly kind: FoundIndicator['kind'] | null; readonly unit: string }
  /** The subjects that were named last, those of a 分别 alone: for a later 分别 that names none. */
  several: readonly string[]
  /** The things counted last: 安排重点项目68个、年度计划投资82亿元,其中新开工29个 counts projects. */
  things: string
}

/** A figure with what stands on both sides of it. */
export interface FigureReading {
  readonly figure: Figure
  readonly left: LeftSide
  readonly right: RightSide
  readonly segment: Segment
}

/** 市区各增加1条公交线路: who gets it is short, what is counted stands behind. */
const SHORT = 8

/** The figure's own subject is its object (建设1个X), not the words before it. */
export function takesObject({ left, right, figure }: FigureReading): boolean {
  if (right.objectEnd <= right.objectStart) return false
  if (left.verb === 'growth' || left.verb === 'decline')
    return figure.unitClass === 'count' && left.subjectEnd - left.subjectStart < SHORT
  if (left.verb === 'downTo' || left.verb === 'upTo' || left.verb === 'hold') return false
  const hasSubject = left.subjectEnd > left.subjectStart
  if (left.verb === 'reach') return !hasSubject || left.workAtEnd || /^(?:完成|实现|突破)$/.test(left.verbText)
  return figure.unitClass !== 'quantity' || left.workAtEnd || !hasSubject || left.verb === 'increment'
}

function hasObject(right: RightSide): boolean {
  return right.objectEnd > right.objectStart
}

/** 设立总规模50亿元的产业基金: what is founded stands behind. */
const FOUNDED_AT = /^(?:设立|组建|成立|发起|安排|筹集)?(?:总?规模|总额)$/

/** 甲桥至乙桥3.4公里道路改造: the words on both sides are the subject. */
function joined({ context: { tree } }: Thread, { left, right }: FigureReading): string {
  const before = quoteOf(tree, left.subjectStart, left.subjectEnd).replace(FOUNDED_AT, '')
  return `${before}${quoteOf(tree, right.objectStart, right.objectEnd)}`
}

/** 其中10亿元以上15个, 省级5家: of the things named before. */
const WHICH_ALONE = /^(?:[\d.]+[十百千万亿]*元(?:\(含\))?以[上下]|(?:国家|省|市|县|区)级)$/

/** 新引进亿元以上项目 → 项目, 国家级绿色工厂 → 绿色工厂: the thing without what says which. */
function headNoun(subject: string): string {
  return subject.replace(
    /^(?:.{0,20}元(?:\(含\))?以[上下]的?|[十百千]?亿元级?|新(?:引进|签约|开工|建)|.{0,2}(?:国家|省|市|县|区)级(?:以上)?)+/,
    '',
  )
}

/** 专项债券资金9月底前支出进度: the date is the target's, not the subject's. */
const DATE_INSIDE = /(?<=.[^比较])(?:\d{1,2}月(?:底|末|\d{1,2}日)?前|上半年|[一二三四]季度|20\d\d年(?:底|末)?$)/
/** 进出口总额实现正增长、力争增长5%: what is said of it besides. */
const SAID_BESIDES = /(?:实现正增长|只[增减]不[增减]|稳中有.)?、$/
const LONGEST_NOUN = 20
const LAST_VERB = /^.*(?:建设|发展|推进|实施|培育|加快|加强|完善|开展|控制|推广)/

/** What the segment before speaks of: its words behind the last verb of work; else what the item's title names. */
function lastNoun(thread: Thread): string {
  return nounBefore(thread) || thread.label
}

function nounBefore({ context: { tree }, before }: Thread): string {
  if (!before || before.end - before.start > 3 * LONGEST_NOUN) return ''
  const words = tree.text.slice(before.start, before.end)
  if (/\d/.test(words)) return ''
  const noun = words.slice(LAST_VERB.exec(words)?.[0].length ?? 0)
  return noun.length >= 2 && noun.length <= LONGEST_NOUN ? quoteOf(tree, before.end - noun.length, before.end) : ''
}

/** …总产值突破6万亿元,占全省的68%: the share is of what was named before. */
function shareOfCarried({ context: { tree }, subject }: Thread, left: LeftSide): string {
  return `${subject}${quoteOf(tree, left.subjectStart, left.subjectEnd).replace(/的$/, '')}`
}

/** What a figure without a noun of its own is about: the things counted before, the share of what was named, what was named. */
function carriedSubject(thread: Thread, { left, figure }: FigureReading): string {
  if (figure.unitClass === 'count' && thread.things !== '') return thread.things
  if (thread.subject !== '' && left.verbText.startsWith('占比')) return `${thread.subject}占比`
  return thread.subject || lastNoun(thread)
}

/** 督察反馈的14个问题全部完成整改: the problems are what is counted, whatever is done with them. */
const PUT_RIGHT = /^问题[^,;、]{0,10}(?:整改|销号|化解)/

/** 列入计划的300套住房6月底前全部交付: the homes are counted; by when, and what is done with them, stands behind. */
const DONE_BY = /^([\u4e00-\u9fffA-Za-z]{2,12}?)(?:20\d\d年|\d{1,2}月(?:底|末|\d{1,2}日)?前?|年底前?|年内).{2,12}$/

/** The object behind a count, with the words before it that say which. */
function objectOf({ context: { tree } }: Thread, { left, right }: FigureReading): string {
  const object = quoteOf(tree, right.objectStart, right.objectEnd)
  const which = quoteOf(tree, left.subjectStart, left.subjectEnd)
  const done = which.endsWith('等') ? null : DONE_BY.exec(object)
  if (done) return `${left.workAtEnd ? '' : which}${done[1] ?? ''}` || object
  if (!PUT_RIGHT.test(object)) return object
  return /(?:的|剩余)$/.test(which) ? `${which}问题` : object
}

/** What a figure is about, and the range of the view that says so; `implied` where its own words do not name it. */
export function subjectOf(
  thread: Thread,
  reading: FigureReading,
): { subject: string; at: number; end: number; implied: boolean } {
  const { tree } = thread.context
  const { left, right, figure } = reading
  if (takesObject(reading)) {
    const at = left.workAtEnd ? left.workStart : left.subjectEnd > left.subjectStart ? left.quoteStart : figure.from
    return { subject: objectOf(thread, reading), at, end: right.objectEnd, implied: false }
  }
  if (
    left.subjectEnd > left.subjectStart &&
    left.verb === 'none' &&
    figure.unitClass === 'quantity' &&
    hasObject(right)
  )
    return { subject: joined(thread, reading), at: left.quoteStart, end: right.objectEnd, implied: false }
  if (thread.subject !== '' && tree.text.charAt(left.subjectStart) === '占' && left.subjectEnd - left.subjectStart > 2)
    return { subject: shareOfCarried(thread, left), at: left.quoteStart, end: figure.to, implied: true }
  if (left.subjectEnd <= left.subjectStart)
    return { subject: carriedSubject(thread, reading), at: left.quoteStart, end: figure.to, implied: true }
  const noun = quoteOf(tree, left.subjectStart, left.subjectEnd)
  return {
    subject: WHICH_ALONE.test(noun)
      ? `${noun}${headNoun(thread.subject)}`
      : noun.replace(DATE_INSIDE, '').replace(SAID_BESIDES, ''),
    at: left.quoteStart,
    end: figure.to,
    implied: false,
  }
}

/** 达到8.6亿元、: an earlier figure is no noun. */
const HEAPED = /^[^、]{0,20}\d[^、]{0,12}、/

const NAMING = /[\u4e00-\u9fffA-Za-z]/

/** A bare number in a heap of numbers (a table that lost its lines) has no subject and promises nothing. */
export function named(thread: Thread, left: LeftSide, right: RightSide): boolean {
  const { text } = thread.context.tree
  const own = text.slice(left.subjectStart, left.subjectEnd).replace(HEAPED, '')
  const words = `${thread.subject}${own}${text.slice(right.objectStart, right.objectEnd)}`
  return NAMING.test(words) || NAMING.test(lastNoun(thread))
}
