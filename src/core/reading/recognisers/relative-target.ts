import type { FoundIndicator, ReadingContext, Recogniser } from '../kernel.ts'
import { commitmentAt } from '../targets/commitment.ts'
import { readLeft } from '../targets/left.ts'
import { inRanges, pastRanges } from '../targets/past-parts.ts'
import type { Segment } from '../tree/segments.ts'
import { headingAt, pathOf, quoteOf } from '../tree/tree.ts'

const OTHER = '(?:全国|全省|全市|全区|全县|全州|省|市|国家|上年|去年|同类|经济|GDP|地区生产总值|城镇|农村|平均)'
const COMPARED = new RegExp(
  `(?:(不低于|不高于|高于|快于|优于|好于|低于|大于|小于))(${OTHER}[^,;。、\\d]{0,24}(?:增速|增幅|平均(?:水平|值|数)?|水平|幅度|速度|收入|增长|均值|上年|去年))`,
)
const RANKED =
  /(?:进入|位居|位列|排名|稳居|跻身|保持(?:在)?|力争|争取|达到|冲刺|挺进|居)?(全国|全省|全市|全区|西部|中部|东部|全州|同类[^,。;、]{0,6}|省内|市内|区域)?(前|第)(\d{1,3}|[一二三四五六七八九十]{1,3})(?:名|位|强)?/
const RANK_VERB = /(?:进入|位居|位列|排名|稳居|跻身|挺进|名列|排位|居)[^,。;]{0,8}$/
const MAY_HOLD = /高于|快于|优于|好于|低于|大于|小于|位|排名|稳居|跻身|前\d|挺进/

interface Place {
  readonly sentence: number
  readonly sentenceStart: number
  readonly segment: Segment
}

function base(context: ReadingContext, place: Place, at: number, end: number, subjectEnd: number): FoundIndicator {
  const { tree } = context
  const left = readLeft(tree.text, place.segment.start, subjectEnd)
  const close = left.verb === 'none' || left.verb === 'growth' ? subjectEnd : left.subjectEnd
  return {
    at: Math.min(left.quoteStart, at),
    end,
    rule: 'target.relative',
    implied: ['value'],
    path: pathOf(headingAt(tree, at)),
    subject: quoteOf(tree, left.subjectStart, Math.max(close, left.subjectStart)),
    kind: 'relative',
    op: '>',
    value: null,
    valueHigh: null,
    unit: '',
    commitment: commitmentAt(tree.text, place.sentenceStart, at),
    measure: 'hold',
    relativeTo: null,
    owner: null,
    due: null,
    figureAt: at,
    figureEnd: end,
    sentence: place.sentence,
  }
}

const OPERATORS: Readonly<Record<string, FoundIndicator['op']>> = { 低于: '<', 小于: '<', 不低于: '>=', 不高于: '<=' }

function readCompared(context: ReadingContext, place: Place, words: string): void {
  const match = COMPARED.exec(words)
  if (!match?.[2] || match.index === 0) return
  const at = place.segment.start + match.index
  const found = base(context, place, at, at + match[0].length, at)
  if (found.subject.length < 2) return
  context.draft.indicators.push({ ...found, op: OPERATORS[match[1] ?? ''] ?? '>', relativeTo: match[2] })
  context.trace?.({ rule: 'target.relative', at, end: found.end, detail: match[2] })
}

/** Figures against another figure (增速高于全市…增速), without a number of their own. */
export const relativeTarget: Recogniser = {
  id: 'target.relative',
  recognise(context) {
    const { tree } = context
    const past = pastRanges(tree)
    tree.sentences.forEach((sentence, index) => {
      const words = tree.text.slice(sentence.start, sentence.end)
      if (!MAY_HOLD.test(words) || inRanges(past, sentence.start)) return
      for (const segment of tree.segmentsOf(index)) {
        const place = { sentence: index, sentenceStart: sentence.start, segment }
        const part = tree.text.slice(segment.start, segment.end)
        readCompared(context, place, part)
        readRank(context, place, part)
      }
    })
  },
}

/** A place in a ranking: 进入全省前10位. 前 gives <=, 第 gives =. */
function readRank(context: ReadingContext, place: Place, words: string): void {
  const match = RANKED.exec(words)
  if (!match?.[3] || !RANK_VERB.test(words.slice(0, match.index + match[0].indexOf(match[2] ?? '前')))) return
  const value = /^\d+$/.test(match[3]) ? match[3] : String(HAN.indexOf(match[3]) + 1)
  if (value === '0') return
  const at = place.segment.start + match.index
  const found = base(context, place, at, at + match[0].length, at)
  const op = match[2] === '前' ? ('<=' as const) : ('=' as const)
  context.draft.indicators.push({
    ...found,
    rule: 'target.rank',
    kind: 'rank',
    op,
    value,
    unit: '位',
    implied: [],
    relativeTo: match[1] ?? null,
  })
  context.trace?.({ rule: 'target.rank', at, end: found.end, detail: value })
}

const HAN = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
