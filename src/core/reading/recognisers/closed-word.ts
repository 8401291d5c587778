import { inSpans } from '#core/kit'
import type { FoundIndicator, ReadingContext, Recogniser } from '../kernel.ts'
import { commitmentAt } from '../targets/commitment.ts'
import { readLeft } from '../targets/left.ts'
import { pastRanges } from '../targets/past-parts.ts'
import { isMasked } from '../tree/segments.ts'
import type { Segment } from '../tree/segments.ts'
import { headingAt, pathOf, quoteOf } from '../tree/tree.ts'
import { matchesOf } from '../text/matches.ts'
import { sentencesHolding } from './sentences-holding.ts'

const WORDS = /清零|破零|全覆盖|翻[一两]番|翻番|(?:实现|同比)倍增(?![计行工])/g
const MAY_HOLD = /清零|破零|全覆盖|翻[一两]?番|倍增/g

type Meaning = Pick<FoundIndicator, 'kind' | 'op' | 'value' | 'unit' | 'measure'>

/** The closed words are numbers: 清零 = 0, 破零 > 0, 全覆盖 = 100 %, 翻番 = + 100 %. */
function meaningOf(word: string): Meaning | null {
  if (word === '清零') return { kind: 'level', op: '=', value: '0', unit: '', measure: 'reduce' }
  if (word === '破零') return { kind: 'level', op: '>', value: '0', unit: '', measure: 'once' }
  if (word === '全覆盖') return { kind: 'level', op: '>=', value: '100', unit: '%', measure: 'stock' }
  if (word === '翻两番') return { kind: 'growth', op: '>=', value: '300', unit: '%', measure: 'flow' }
  if (word === '翻番' || word === '翻一番' || word.endsWith('倍增'))
    return { kind: 'growth', op: '>=', value: '100', unit: '%', measure: 'flow' }
  return null
}

/** No row of adverbs is longer. */
const LONGEST_ADVERBS = 30
const ADVERB =
  /(?:实现|做到|达到|动态|见底|全面|基本|全部|持续|保持|完成|“|确保|稳步|逐步|及时|有序|底数|历史性|力争|年底前|年内|当年|\d{1,2}月底前|、)+$/
const COMPARED = /^[比较]/
const HANDLED = /^(?:对|将|把)([^,]{2,30}?)(?:开展|进行|实施|实行|落实|加以)/
const OBJECT = /^(?:”)?(?:的)?(?!以[上下内]|左右)([\u4e00-\u9fff]{2,12}?)(?:行动|工程|工作|机制|$|[。、])/

/** How far back a subject may begin: a segment without commas may be as long as the text. */
const LONGEST_SUBJECT = 160

interface Thread {
  readonly context: ReadingContext
  readonly sentence: number
  readonly sentenceStart: number
  carried: string
}

/** The subject right before the word, else what follows it (全覆盖排查), else the thing an earlier segment handles (对X开展…). */
function subjectOf(thread: Thread, segment: Segment, at: number, length: number) {
  const { text } = thread.context.tree
  const from = Math.max(segment.start, at - LONGEST_SUBJECT)
  const before = text.slice(from, at)
  const adverb = ADVERB.exec(before.slice(-LONGEST_ADVERBS))
  const nounEnd = at - (adverb?.[0].length ?? 0)
  const left = readLeft(text, from, nounEnd)
  const end = left.verb === 'none' && !COMPARED.test(text.slice(left.subjectEnd, nounEnd)) ? nounEnd : left.subjectEnd
  // 完成率6月底前达到60%、年底前全覆盖: an earlier figure stands between the word and its noun.
  const figure = targetBefore(thread, at)
  if (figure && figure.end > left.subjectStart && figure.end >= nounEnd - 1)
    return {
      subject: figure.subject,
      at: nounEnd + (text.charAt(nounEnd) === '、' ? 1 : 0),
      end: at + length,
      implied: true,
    }
  if (end > left.subjectStart) {
    // 新增问题清零: 新增 says which problems, and counts none.
    const start = text.slice(left.quoteStart, left.subjectStart) === '新增' ? left.quoteStart : left.subjectStart
    return {
      subject: quoteOf(thread.context.tree, start, end),
      at: left.quoteStart,
      end: at + length,
      implied: false,
    }
  }
  const object = OBJECT.exec(text.slice(at + length, Math.min(segment.end, at + length + 40)))
  const start = Math.min(nounEnd, at)
  if (object?.[1]) return { subject: object[1], at: start, end: at + length + (object[0].length ?? 0), implied: false }
  return { subject: thread.carried || (figure?.subject ?? ''), at: start, end: at + length, implied: true }
}

/** 规模突破500亿元,比2024年翻一番: what the sentence gave a figure before. */
function targetBefore({ context: { draft }, sentence }: Thread, at: number): FoundIndicator | undefined {
  return draft.indicators.findLast((one) => one.sentence === sentence && one.end <= at)
}

function readWord(thread: Thread, segment: Segment, word: string, at: number): void {
  const { draft, tree, trace } = thread.context
  const meaning = meaningOf(word)
  if (!meaning || inTitle(tree.text, segment, at)) return
  const found = subjectOf(thread, segment, at, word.length)
  const close = tree.text.charAt(at + word.length) === '”' && found.end === at + word.length ? 1 : 0
  const { kind, op, value, unit, measure } = meaning
  draft.indicators.push({
    kind,
    op,
    value,
    unit,
    measure,
    at: found.at,
    end: found.end + close,
    rule: 'target.closedWord',
    implied: found.implied ? ['subject', 'value'] : ['value'],
    path: pathOf(headingAt(tree, at)),
    subject: found.subject,
    valueHigh: null,
    commitment: commitmentAt(tree.text, thread.sentenceStart, at),
    relativeTo: null,
    owner: null,
    due: null,
    figureAt: at,
    figureEnd: at + word.length,
    sentence: thread.sentence,
  })
  trace?.({ rule: 'target.closedWord', at, end: at + word.length, detail: found.subject })
}

/** Words inside 《》 are part of a name. */
function inTitle(text: string, segment: Segment, at: number): boolean {
  return (
    isMasked(segment, at) &&
    segment.masked.some((mask) => at > mask.start && at < mask.end && text.charAt(mask.start) === '《')
  )
}

/** 清零, 破零, 全覆盖, 翻番, also as attribute or in quotation marks where they state the aim. */
export const closedWord: Recogniser = {
  id: 'target.closedWord',
  recognise(context) {
    const { tree } = context
    const past = pastRanges(tree)
    sentencesHolding(tree, MAY_HOLD, (index) => {
      const sentence = tree.sentences[index]
      if (!sentence || inSpans(past, sentence.start)) return
      const thread: Thread = { context, sentence: index, sentenceStart: sentence.start, carried: '' }
      for (const segment of tree.segmentsOf(index)) {
        const part = tree.text.slice(segment.start, segment.end)
        for (const match of matchesOf(WORDS, part)) readWord(thread, segment, match[0], segment.start + match.index)
        thread.carried = HANDLED.exec(part)?.[1] ?? thread.carried
      }
    })
  },
}
