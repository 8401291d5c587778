import { inSpans } from '#core/kit'
import type { Figure } from '../figures/figures.ts'
import { findFigures } from '../figures/figures.ts'
import type { FoundIndicator, Recogniser } from '../kernel.ts'
import { commitmentAt, measureOf, operatorOf } from '../targets/commitment.ts'
import { kindOf, readLeft } from '../targets/left.ts'
import type { LeftSide } from '../targets/left.ts'
import { endsReach, isMoneyBesideThings } from '../targets/increments.ts'
import { labelOf } from '../targets/labels.ts'
import { pastRanges } from '../targets/past-parts.ts'
import { tellsOfPast } from '../targets/past-words.ts'
import { countsScores, givesMoney, rejection } from '../targets/reject.ts'
import { respectiveSubjects } from '../targets/respective.ts'
import { readRight } from '../targets/right.ts'
import { named, subjectOf, takesObject } from '../targets/subject.ts'
import type { FigureReading, Thread } from '../targets/subject.ts'
import { isMasked } from '../tree/segments.ts'
import type { Segment } from '../tree/segments.ts'
import { headingAt, pathOf, quoteOf, titleOf } from '../tree/tree.ts'
import { sentencesHolding } from './sentences-holding.ts'

/** 返乡创业人数达到外出务工总数的2%: the share is of something; the subject stands before the verb. */
function shareOf(text: string, left: LeftSide): number {
  if (text.charAt(left.subjectEnd - 1) !== '的') return left.subjectEnd
  const noun = text.slice(left.subjectStart, left.subjectEnd)
  const verb = /(?:力争)?(?:达到|达|占|完成|不超过|不低于|不少于|不高于|超过|保持在)[^达占]{2,20}的$/.exec(noun)
  return verb && verb.index > 1 ? left.subjectStart + verb.index : left.subjectEnd
}

/** 涨幅控制在2%: a rate of change, whatever the verb. 自然增长率 is a state. */
function rateOfChange(subject: string, figure: Figure): FoundIndicator['kind'] | null {
  if (figure.unit !== '%' || subject.endsWith('自然增长率')) return null
  if (/(?:增速|增幅|涨幅|增长率|增长速度)$/.test(subject)) return 'growth'
  return /(?:降幅|下降率|降低率)$/.test(subject) ? 'decline' : null
}

/** 保持7.5%以上增速: the noun behind says what the rate is of. */
function rateBehind(figure: Figure, words: string): FoundIndicator['kind'] | null {
  return figure.unit === '%' && /^的?(?:年均)?(?:增速|增长|增幅)$/.test(words) ? 'growth' : null
}

/** 增长5.5%,力争达到6%: the same change, aimed at. */
function isAim({ context: { tree } }: Thread, figure: Figure): boolean {
  return /(?:力争|争取|努力)(?:达到|达)$/.test(tree.text.slice(Math.max(0, figure.from - 6), figure.from))
}

/** 增长9%、力争10%: the verb is said once. */
function carriedKind(thread: Thread, { left, figure }: FigureReading): FoundIndicator['kind'] | null {
  const alone = (left.verb === 'none' || isAim(thread, figure)) && left.subjectEnd <= left.subjectStart
  return alone && figure.unit === '%' && thread.change.unit === '%' ? thread.change.kind : null
}

function indicator(thread: Thread, reading: FigureReading): FoundIndicator {
  const { tree } = thread.context
  const { figure, left } = reading
  const found = subjectOf(thread, reading)
  const rate = figure.unitClass === 'rate'
  const words = tree.text.slice(left.quoteStart, figure.from)
  if (endsReach(words, left) || isMoneyBesideThings(thread.change.unit, figure.unit)) thread.increment = false
  // 新增甲站3个,全年开放不少于330天: days are no further thing.
  const carried = thread.increment && figure.unitClass !== 'time'
  const listed =
    left.verb === 'none' && !takesObject(reading)
      ? carried
      : takesObject(reading) && left.verb === 'none' && !left.workAtEnd && carried
  const kind =
    rateOfChange(found.subject, figure) ??
    rateBehind(figure, reading.right.words) ??
    carriedKind(thread, reading) ??
    kindOf(left.verb, rate, left.increment || listed)
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
    // 2.8∶1 as the source writes it.
    unit: figure.unit.startsWith(':') ? quoteOf(tree, figure.end - 2, figure.end) : figure.unit,
    commitment: commitmentAt(tree.text, thread.sentenceStart, figure.from),
    measure: measureOf(kind, {
      verb: left.verb,
      verbText: left.verbText,
      op,
      subject: found.subject,
      unit: figure.unit,
      prefix: figure.prefix,
    }),
    relativeTo: null,
    owner: null,
    due: null,
    figureAt: figure.from,
    figureEnd: figure.to,
    sentence: thread.sentence,
  }
}

/** What a figure behind a count may measure of the things counted: 3家年营收10亿元以上企业. */
const MEASURED =
  /^[^、,;:\d]{0,8}(?:营收|收入|产值|产能|投资|年产|规模|税收|面积|销售额|纳税|估值|装机|库容|容量|产量|交易额|生产总值)(?:总?额)?(?:超过|超|过|突破|达到|达|不低于|在)?$/

/** 推动2个县地区生产总值突破400亿元: how many get there is the promise. */
const HELPED = /(?:推动|促进|支持|帮助|力争|争取|实现|培育|推进)$/
const REACHED = /(?:超过|突破|达到|达|超|过)$/

/** 230个50户以上村寨, 7万名35-64岁妇女, 3家年营收10亿元以上企业: the second figure only says which. */
function describesNext(text: string, previous: Figure | undefined, figure: Figure): boolean {
  if (!previous || previous.unitClass !== 'count') return false
  const between = text.slice(previous.to, figure.from)
  const bounded = figure.suffix !== '' || figure.unit === '岁' || figure.unitClass === 'quantity'
  if (between === '' ? !bounded : !MEASURED.test(between)) return false
  if (REACHED.test(between) && HELPED.test(text.slice(Math.max(0, previous.from - 4), previous.from))) return true
  const after = text.slice(figure.to, figure.to + 4)
  return /^的?[\u4e00-\u9fff“]{2}/.test(after) && !/^的?(?:目标|任务)/.test(after)
}

/** 其中10亿元以上15个: the amount only says which of the things just named are counted. */
function boundsNext(figure: Figure, next: Figure | undefined): boolean {
  return (
    figure.unitClass === 'quantity' &&
    /^以[上下]$/.test(figure.suffix) &&
    next?.from === figure.to &&
    next.unitClass === 'count'
  )
}

/** No list of subjects before 分别 is longer. */
const LONGEST_LIST = 6
/** How many units around a figure are looked at: a segment without commas may be as long as the text. */
const WINDOW = 200

/** Figures of one segment, read from left to right; a rejected figure stays part of the next one's left side. */
function readSegment(thread: Thread, segment: Segment): void {
  const { draft, tree, trace } = thread.context
  const { text } = tree
  const found = findFigures(text, segment.start, segment.end).filter((figure) => !isMasked(segment, figure.at))
  const figures = found.filter(
    (figure, index) => !describesNext(text, found[index - 1], figure) && !boundsNext(figure, found[index + 1]),
  )
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
      scores: thread.scores,
      before,
    })
    if (why) {
      trace?.({ rule: 'target.figure', at: figure.at, end: figure.end, detail: `left out: ${why}` })
      continue
    }
    if (!named(thread, left, right)) continue
    const several = left.respective ? respectiveSubjects(thread.context, figures.slice(index), left, thread) : []
    const base = indicator(thread, {
      figure: inUnitOf(figure, figures[index + several.length - 1]),
      left,
      right,
      segment,
    })
    const made = several.length > 1 ? several.map((part) => ({ ...base, ...part })) : [base]
    thread.several =
      made.length > 1 ? made.map((one) => one.subject) : [...thread.several, base.subject].slice(-LONGEST_LIST)
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

/** 提高5个和3个百分点: the unit is said once, at the last figure. */
function inUnitOf(figure: Figure, last: Figure | undefined): Figure {
  return last && figure.unit === '个' && last.unit.endsWith('百分点')
    ? { ...figure, unitClass: last.unitClass }
    : figure
}

/** 2024年,履约率为71.5%,今年要提高到80%: what was reached in the past is named for what follows. */
const NAMES = /^[\u4e00-\u9fffA-Za-z“]/

function noteSubject(thread: Thread, segment: Segment): void {
  const { tree, trace } = thread.context
  const figures = findFigures(tree.text, segment.start, segment.end)
  for (const { at, end } of figures) trace?.({ rule: 'target.figure', at, end, detail: 'left out: past' })
  const figure = figures.at(-1)
  if (!figure || isMasked(segment, figure.at)) return
  const from = Math.max(segment.start, figure.from - WINDOW)
  const left = readLeft(tree.text, from, figure.from, figure.unitClass === 'rate')
  const noun = quoteOf(tree, left.subjectStart, left.subjectEnd)
  // 2025年预计完成218.6亿元、增长5.2%: what stands between two figures names nothing.
  if (NAMES.test(noun)) thread.subject = noun
}

function withShare(text: string, left: LeftSide): LeftSide {
  const end = shareOf(text, left)
  if (end === left.subjectEnd) return left
  const capped = /^不[超高]/.test(text.slice(end, end + 2))
  return { ...left, subjectEnd: end, verb: capped ? 'hold' : 'reach', verbText: capped ? '控制在' : '达到' }
}

function handOn(thread: Thread, last: FoundIndicator, left: LeftSide): void {
  if (last.subject !== '') thread.subject = last.subject
  if (last.subject !== '' && !last.unit.endsWith('元') && last.unit !== '%') thread.things = last.subject
  thread.change = { kind: last.kind === 'growth' || last.kind === 'decline' ? last.kind : null, unit: last.unit }
  if (left.opensWithIncrement) thread.increment = true
  else if (left.verb !== 'none' || left.workAtEnd) thread.increment = false
}

/** How much of a segment says of which time it tells. */
const OPENING = 16
/** Every figure has one of these; most sentences have none. */
const NUMBER = /[\d一二两三四五六七八九十百千万亿]|分之/g
const WORDED =
  /分之|[一二两三四五六七八九十百千万][^,;。]{1,4}(?:以上|以内|左右|以下)|[一二两三四五六七八九十百千](?:[万亿成倍]|个百分点)|(?:突破|超|达|在)[百千]?[万亿]|(?:不少于|至少|超过|达到|不低于)[一二两三四五六七八九十]|[二两三四五六七八九十百][支家座所条名处台套辆栋场件户人批头只张份期对间个项](?=[,;。、(和及\u4e00-\u9fff]|$)/

/** 2025年预计增长5.2%,2026年预期增长5.5%: the later year is the plan's. */
const EXPECTED = /(20\d\d)年预计[^。]{1,60}?(20\d\d)年/

function yearOf(words: string, planned: number | null): number | null {
  const match = words.includes('年预计') ? EXPECTED.exec(words) : null
  return match && Number(match[2]) > Number(match[1]) ? Number(match[2]) : planned
}

/** 考核对象: how many towns and bureaus are judged is no target. */
const JUDGED = /^(?:考核|评价|评估|督查|参评|考评|适用)(?:的)?(?:对象|范围|单位)$/

/** Every number with a unit that promises something: 社会消费品零售总额增长6%以上, 建设1个…, 分别达到24家、49家以上. */
export const quantifiedTarget: Recogniser = {
  id: 'target.figure',
  recognise(context) {
    const { tree, draft } = context
    const told = pastRanges(tree)
    sentencesHolding(tree, NUMBER, (index) => {
      const sentence = tree.sentences[index]
      if (!sentence || inSpans(told, sentence.start)) return
      const words = tree.text.slice(sentence.start, sentence.end)
      if (!/\d/.test(words) && !WORDED.test(words)) return
      const title = titleOf(tree, headingAt(tree, sentence.start))
      if (JUDGED.test(title)) return
      const thread: Thread = {
        context,
        sentence: index,
        sentenceStart: sentence.start,
        gives: givesMoney(words),
        scores: countsScores(words) || countsScores(title),
        subject: '',
        // Asked for by few figures: looked up when it is.
        get label() {
          return labelOf(tree, sentence.start)
        },
        increment: false,
        several: [],
        things: '',
        before: null,
        change: { kind: null, unit: '' },
      }
      const year = yearOf(words, draft.year)
      let past = false
      for (const segment of tree.segmentsOf(index)) {
        past = tellsOfPast(tree.text.slice(segment.start, Math.min(segment.end, segment.start + OPENING)), past, year)
        if (past) {
          noteSubject(thread, segment)
          continue
        }
        // 年内新增12个;推广间作,面积不少于1.5万亩: a list ends at the mark that ends it.
        if (tree.text.charAt(segment.start - 1) === ';') thread.increment = false
        readSegment(thread, segment)
        thread.before = segment
      }
    })
  },
}
