import type { Figure } from '../figures/figures.ts'
import { findFigures } from '../figures/figures.ts'
import type { FoundIndicator, ReadingContext, Recogniser } from '../kernel.ts'
import { commitmentAt, measureOf, operatorOf } from '../targets/commitment.ts'
import { kindOf, readLeft } from '../targets/left.ts'
import type { LeftSide } from '../targets/left.ts'
import { inRanges, pastRanges } from '../targets/past-parts.ts'
import { givesMoney, rejection } from '../targets/reject.ts'
import { respectiveSubjects } from '../targets/respective.ts'
import { readRight } from '../targets/right.ts'
import type { RightSide } from '../targets/right.ts'
import { isMasked } from '../tree/segments.ts'
import type { Segment } from '../tree/segments.ts'
import { workVerbs } from '../targets/verbs.data.ts'
import { headingAt, pathOf, quoteOf } from '../tree/tree.ts'

/** What the figures of one sentence hand on to each other. */
interface Thread {
  readonly context: ReadingContext
  readonly sentence: number
  readonly sentenceStart: number
  /** The sentence hands out money (给予, 奖补): its ceilings are no targets. */
  readonly gives: boolean
  /** The last subject, for figures that state none (…达1.1亿元以上,增长8%). */
  subject: string
  /** An increment verb that opened a list governs its later items (新增A2家、B3家). */
  increment: boolean
}

interface Reading {
  readonly figure: Figure
  readonly left: LeftSide
  readonly right: RightSide
  readonly segment: Segment
}

/** The figure's own subject is its object (建设1个X), not the words before it. */
function takesObject({ left, right, figure }: Reading): boolean {
  if (right.objectEnd <= right.objectStart) return false
  if (
    left.verb === 'growth' ||
    left.verb === 'decline' ||
    left.verb === 'downTo' ||
    left.verb === 'upTo' ||
    left.verb === 'hold'
  )
    return false
  const hasSubject = left.subjectEnd > left.subjectStart
  if (left.verb === 'reach') return !hasSubject || left.workAtEnd || /^(?:完成|实现|突破)$/.test(left.verbText)
  return figure.unitClass !== 'quantity' || left.workAtEnd || !hasSubject || left.verb === 'increment'
}

function subjectOf(thread: Thread, reading: Reading): { subject: string; at: number; end: number; implied: boolean } {
  const { tree } = thread.context
  const { left, right, figure } = reading
  if (takesObject(reading)) {
    const at = left.workAtEnd ? left.workStart : left.subjectEnd > left.subjectStart ? left.quoteStart : figure.from
    return { subject: quoteOf(tree, right.objectStart, right.objectEnd), at, end: right.objectEnd, implied: false }
  }
  if (left.subjectEnd <= left.subjectStart)
    return { subject: thread.subject, at: left.quoteStart, end: figure.to, implied: true }
  return {
    subject: quoteOf(tree, left.subjectStart, left.subjectEnd),
    at: left.quoteStart,
    end: figure.to,
    implied: false,
  }
}

/** 返乡创业人数达到外出务工总数的2%: the share is of something; the subject stands before the verb. */
function shareOf(text: string, left: LeftSide): number {
  if (text.charAt(left.subjectEnd - 1) !== '的') return left.subjectEnd
  const noun = text.slice(left.subjectStart, left.subjectEnd)
  const verb = /(?:力争)?(?:达到|达|占|完成|超过|保持在)[^达占]{2,20}的$/.exec(noun)
  return verb && verb.index > 1 ? left.subjectStart + verb.index : left.subjectEnd
}

/** A verb of its own ends the reach of an earlier 新增. */
const STARTS_WITH_WORK = new RegExp(`^(?:${[...workVerbs, '运行', '优化', '升级'].join('|')})`)

function indicator(thread: Thread, reading: Reading): FoundIndicator {
  const { tree } = thread.context
  const { figure, left } = reading
  const found = subjectOf(thread, reading)
  const rate = figure.unitClass === 'rate'
  if (STARTS_WITH_WORK.test(tree.text.slice(left.quoteStart, figure.from))) thread.increment = false
  const listed =
    left.verb === 'none' && !takesObject(reading)
      ? thread.increment
      : takesObject(reading) && left.verb === 'none' && !left.workAtEnd && thread.increment
  const kind = kindOf(left.verb, rate, left.increment || listed)
  const op = operatorOf(figure, left.verb, left.verbText)
  return {
    at: Math.min(found.at, figure.from),
    end: found.end,
    rule: 'target.figure',
    implied: found.implied ? ['subject'] : [],
    path: pathOf(headingAt(tree, figure.at)),
    subject: found.subject,
    kind,
    op,
    value: figure.value,
    valueHigh: figure.valueHigh,
    unit: figure.unit,
    commitment: commitmentAt(tree.text, thread.sentenceStart, figure.from),
    measure: measureOf(kind, left.verb, op, found.subject),
    relativeTo: null,
    owner: null,
    due: null,
    figureAt: figure.from,
    figureEnd: figure.to,
    sentence: thread.sentence,
  }
}

/** How many units around a figure are looked at: a segment without commas may be as long as the text. */
const WINDOW = 200

/** Figures of one segment, read from left to right; a rejected figure stays part of the next one's left side. */
function readSegment(thread: Thread, segment: Segment): void {
  const { draft, tree, trace } = thread.context
  const { text } = tree
  const figures = findFigures(text, segment.start, segment.end).filter((figure) => !isMasked(segment, figure.at))
  let start = segment.start
  for (let index = 0; index < figures.length; index++) {
    const figure = figures[index]
    if (!figure) continue
    const from = Math.max(start, figure.from - WINDOW)
    const words = text.slice(Math.max(segment.start, figure.from - WINDOW), Math.min(segment.end, figure.to + WINDOW))
    const left = withShare(text, readLeft(text, from, figure.from, figure.unitClass === 'rate'))
    const right = readRight(text, figure, figures[index + 1], segment.end)
    const before = text.slice(from, figure.from)
    const why = rejection({
      text,
      figure,
      left,
      right: right.words,
      touchesNext: right.touchesNext,
      segment: words,
      gives: thread.gives,
      before,
    })
    if (why) {
      trace?.({ rule: 'target.figure', at: figure.at, end: figure.end, detail: `left out: ${why}` })
      continue
    }
    if (!named(thread, left, right)) continue
    const several = left.respective ? respectiveSubjects(thread.context, figures.slice(index), left) : []
    const base = indicator(thread, { figure, left, right, segment })
    const made = several.length > 1 ? several.map((part) => ({ ...base, ...part })) : [base]
    draft.indicators.push(...made)
    const last = made[made.length - 1] ?? base
    trace?.({
      rule: 'target.figure',
      at: last.at,
      end: last.end,
      detail: `${last.subject} ${last.op} ${last.value ?? ''}${last.unit}`,
    })
    handOn(thread, last, left)
    start = last.end
    index += made.length - 1
  }
}

/** A bare number in a heap of numbers (a table that lost its lines) has no subject and promises nothing. */
function named(thread: Thread, left: LeftSide, right: RightSide): boolean {
  const { text } = thread.context.tree
  const words = `${thread.subject}${text.slice(left.subjectStart, left.subjectEnd)}${text.slice(right.objectStart, right.objectEnd)}`
  return /[\u4e00-\u9fffA-Za-z]/.test(words)
}

function withShare(text: string, left: LeftSide): LeftSide {
  const end = shareOf(text, left)
  return end === left.subjectEnd ? left : { ...left, subjectEnd: end, verb: 'reach', verbText: '达到' }
}

function handOn(thread: Thread, last: FoundIndicator, left: LeftSide): void {
  if (last.subject !== '') thread.subject = last.subject
  if (left.opensWithIncrement) thread.increment = true
  else if (left.verb !== 'none' || left.workAtEnd) thread.increment = false
}

const MAY_HOLD = /\d|百分之|[一二两三四五六七八九十](?:家|个|项|座|所|条|户|亿元)以上/

/** Every number with a unit that promises something: 社会消费品零售总额增长6%以上, 建设1个…, 分别达到24家、49家以上. */
export const quantifiedTarget: Recogniser = {
  id: 'target.figure',
  recognise(context) {
    const { tree } = context
    const past = pastRanges(tree)
    tree.sentences.forEach((sentence, index) => {
      const words = tree.text.slice(sentence.start, sentence.end)
      if (!MAY_HOLD.test(words) || inRanges(past, sentence.start)) return
      const thread: Thread = {
        context,
        sentence: index,
        sentenceStart: sentence.start,
        gives: givesMoney(words),
        subject: '',
        increment: false,
      }
      for (const segment of tree.segmentsOf(index)) readSegment(thread, segment)
    })
  },
}
