import { inSpans } from '#core/kit'
import type { FoundIndicator, ReadingContext, Recogniser } from '../kernel.ts'
import { commitmentAt } from '../targets/commitment.ts'
import { readLeft } from '../targets/left.ts'
import { pastRanges } from '../targets/past-parts.ts'
import { chineseNumber } from '../text/numerals.ts'
import type { Segment } from '../tree/segments.ts'
import { headingAt, pathOf, quoteOf } from '../tree/tree.ts'
import { sentencesHolding } from './sentences-holding.ts'

const OTHER =
  '(?:全国|全省|全市|全区|全县|全州|省|市|国家|上年|去年|往年|同类|同期|各项|本|经济|GDP|地区生产总值|城镇|农村|平均|居民)'
const GAP = '(?:(\\d+(?:\\.\\d+)?)(?:(?:—|-|至)(\\d+(?:\\.\\d+)?))?(个百分点|%)(以上|左右)?)?'
/** 高于全市平均水平, 高于全国平均1个百分点. */
const COMPARED = new RegExp(
  `(不低于|不高于|不慢于|高于|快于|优于|好于|高出|超过|低于|大于|小于)((?:${OTHER}[^,;。、\\d]{0,24}?|[^,;。、\\d]{2,20}?)(?:增速|增幅|平均(?:水平|值|数|增速|增幅)?|水平|幅度|速度|均值)+|${OTHER}[^,;。、\\d]{0,24}?(?:收入|增长|上年|去年|往年)+|(?:城镇|农村)(?:常住)?居民(?=$|\\d)|全[国省市州区县](?=$|[、\\d])|(?:上年|去年|上年度)(?:实际|同期|完成)?[^,;。、\\d的]{0,10})${GAP}`,
)
/** 较全省平均水平高2个百分点. */
const HIGHER_THAN = new RegExp(
  `(?:比|较)((?:全国|全省|全市|全区|全县|省|市)[^,;。、\\d]{0,16}?(?:平均|平均水平|水平|增速))(高|快|低)${GAP}`,
)
/** 与上年持平. */
const LEVEL_WITH = /[与和](上年|去年|20\d\d年|上年同期|去年同期)(?:总体|基本|大体)?持平/
const RANKED =
  /(全国|全省|全市|全区|西部|中部|东部|全州|同类[^,。;、]{0,6}|省内|市内|区域)?[^,。;、\d前第]{0,8}(前|第)(\d{1,3}(?![\d%])|[一二三四五六七八九十]{1,3})(?:(名|位|强)|(?=$|[,。;、:)”和及以左方梯\d]))(?!方阵|梯队|[个届轮批次期季产项大])/
/** What every place in a ranking has: most segments have none, and the pattern above is tried from every unit. */
const RANK_MARK = /[前第][\d一二三四五六七八九十]/
const RANK_VERB =
  /(?:进入|进|位居|位列|排名|稳居|跻身|挺进|名列|排位|居|保持(?:在)?|冲刺|冲进|迈入|达到|力争|争取|进位|前移)[^,。;]{0,12}$/
const MAY_HOLD =
  /高于|快于|慢于|优于|好于|低于|大于|小于|高出|超过|比|较|持平|位|排名|稳居|跻身|前[\d一二三四五六七八九十]|挺进/g

/** 余额达到80亿元、增速高于…: an earlier figure of the segment is no part of what is compared; nor is 力争. */
const SAID_BEFORE = /^.{0,60}\d[^、\d]{1,8}、/
const MODAL_END = /(?:力争|争取|确保)$/

/** 增速继续高于…: how, and no part of what is compared. */
const ADVERB = /(?:继续|持续|始终|总体|稳定|明显|均|都|略)+$/

interface Place {
  readonly sentence: number
  readonly sentenceStart: number
  readonly segment: Segment
}

/** The thing of which only 增速 is said here was named by the target before it in the sentence. */
function carried({ draft }: ReadingContext, place: Place, own: string): string {
  const last = draft.indicators.findLast(
    (one) => one.sentence === place.sentence && one.figureAt < place.segment.start && one.subject !== '',
  )
  return last ? `${last.subject}${own}` : own
}

function base(context: ReadingContext, place: Place, at: number, end: number, subjectEnd: number): FoundIndicator {
  const { tree } = context
  const left = readLeft(tree.text, place.segment.start, subjectEnd)
  const adverb = ADVERB.exec(tree.text.slice(Math.max(place.segment.start, subjectEnd - 6), subjectEnd))?.[0] ?? ''
  const close = left.verb === 'none' || left.verb === 'growth' ? subjectEnd - adverb.length : left.subjectEnd
  const noun = quoteOf(tree, left.subjectStart, Math.max(close, left.subjectStart))
  const own = noun.replace(SAID_BEFORE, '').replace(MODAL_END, '')
  const implied = own === '' || /^(?:增速|增幅|年均增速)$/.test(own)
  return {
    at: Math.min(left.quoteStart, at),
    end,
    rule: 'target.relative',
    implied: implied ? ['subject', 'value'] : ['value'],
    path: pathOf(headingAt(tree, at)),
    subject: implied ? carried(context, place, own) : own,
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

const OPERATORS: Readonly<Record<string, FoundIndicator['op']>> = {
  低于: '<',
  小于: '<',
  低: '<',
  不低于: '>=',
  不慢于: '>=',
  不高于: '<=',
  持平: '>=',
}

/** What is compared, how, with what, and by how much, out of the words of one segment. */
function comparison(words: string) {
  const plain = COMPARED.exec(words)
  if (plain) return { match: plain, word: plain[1] ?? '', to: plain[2] ?? '', gap: plain.slice(3) }
  const higher = HIGHER_THAN.exec(words)
  if (higher) return { match: higher, word: higher[2] ?? '', to: higher[1] ?? '', gap: higher.slice(3) }
  const level = LEVEL_WITH.exec(words)
  return level ? { match: level, word: '持平', to: level[1] ?? '', gap: [] } : null
}

function readCompared(context: ReadingContext, place: Place, words: string): void {
  const found = comparison(words)
  // 但仍高于全国平均: how it stands.
  if (!found || /^(?:但仍?|仍)/.test(words) || (found.word === '超过' && !/平均|水平|增速|增幅/.test(found.to))) return
  const [value, valueHigh, unit, suffix] = found.gap
  const at = place.segment.start + found.match.index
  const made = base(context, place, at, at + found.match[0].length, at)
  const after = context.tree.text.charAt(made.end)
  if (made.subject.length < 2 || /[的时得]$/.test(made.subject) || after === '的') return
  const op = OPERATORS[found.word] ?? '>'
  const amount = value
    ? {
        value,
        valueHigh: valueHigh ?? null,
        unit: unit ?? '',
        op: suffix === '左右' ? ('~' as const) : ('>=' as const),
      }
    : { op }
  context.draft.indicators.push({ ...made, ...amount, relativeTo: found.to })
  context.trace?.({ rule: 'target.relative', at, end: made.end, detail: found.to })
}

/** Figures against another figure (增速高于全市…增速), and places in a ranking. */
export const relativeTarget: Recogniser = {
  id: 'target.relative',
  recognise(context) {
    const { tree } = context
    const past = pastRanges(tree)
    sentencesHolding(tree, MAY_HOLD, (index) => {
      const sentence = tree.sentences[index]
      if (!sentence || inSpans(past, sentence.start)) return
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
  const match = RANK_MARK.test(words) ? RANKED.exec(words) : null
  if (!match?.[3]) return
  const mark = match.index + match[0].length - match[3].length - (match[4]?.length ?? 0) - 1
  if (!RANK_VERB.test(words.slice(Math.max(0, mark - 24), mark))) return
  const value = /^\d+$/.test(match[3]) ? match[3] : String(chineseNumber(match[3]) ?? 0)
  if (
    value === '0' ||
    /^的|^[^,;]{0,8}的(?:乡镇|单位|部门|企业|县|个人)/.test(words.slice(match.index + match[0].length))
  )
    return
  const at = place.segment.start + mark
  const verb = RANK_VERB.exec(words.slice(Math.max(0, mark - 24), mark))
  const from = at - (verb?.[0].length ?? 0)
  const made = base(context, place, from, at + match[0].length - (mark - match.index), from)
  const op = match[2] === '前' ? ('<=' as const) : ('=' as const)
  context.draft.indicators.push({
    ...made,
    rule: 'target.rank',
    kind: 'rank',
    commitment: commitmentAt(context.tree.text, place.sentenceStart, at),
    op,
    value,
    unit: match[4] ?? '',
    implied: made.implied.filter((one) => one !== 'value'),
    relativeTo: match[1] ?? null,
  })
  context.trace?.({ rule: 'target.rank', at, end: made.end, detail: value })
}
