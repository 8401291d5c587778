import { addDays, inSpans, lastDayOfMonth } from '#core/kit'
import type { LocalDate } from '#core/kit'
import { chineseNumber } from '../text/numerals.ts'
import { closeOf, firstOuter } from '../text/brackets.ts'
import type { ReadingContext, Recogniser } from '../kernel.ts'
import { pastRanges } from '../targets/past-parts.ts'
import { headingAt, pathOf } from '../tree/tree.ts'
import { matchesOf } from '../text/matches.ts'
import { sentencesHolding } from './sentences-holding.ts'

/** The look ahead keeps it from matching nothing at every unit. */
const DATE =
  /(到|至|在|于|截至|:|限)?(?=\d|[当今本明]年|[上下]半年|第?[一二三四]季|年)(?:(\d{4})年|(当年|今年|本年度?|明年))?(?:(?:\d{1,2}(?:—|-|至|~))?(\d{1,2})月(?:(\d{1,2})日|(底|末|上旬|中旬|下旬|初|份))?|(上半年|下半年|第?[一二三四]季度)|(年?(?:底|末)|年内))?(末|底)?(?:\d{1,2}[时点](?=之?前|以前))?(之?前|以前|内)?/g
/** 三年内; 经过两年努力, 用三年左右时间. */
const WITHIN =
  /([一二两三四五\d])年(?:之?内|以内)(?!涨|降)|(?:经过|通过|利?用)([一二两三四五\d])年(?:左右)?的?(?:时间|努力)/g
const PERIOD_END = /(?:到|至)“?(十[三四五六七])五”?(?:时期|规划期?|期)?末/g
/** 国庆前: the last day before a feast that has its date; a school term (秋季学期开学前) has none. */
const FEAST =
  /(?<!截至)(?:(\d{4})年|今年)?“?(五一|劳动节|七一|国庆|元旦)(?:节|假期|长假)?”?(?:之?前|以前|到来前)(?!夕|后|往|期|来|段)/g
const BEFORE_FEAST: Readonly<Record<string, string>> = {
  五一: '04-30',
  劳动节: '04-30',
  七一: '06-30',
  国庆: '09-30',
  元旦: '12-31',
}
const MAY_HOLD = /[年月季](?!级)|[一庆旦节]”?(?:之?前|以前|到来前)/g
const BEFORE_REJECT =
  /(?:每|比|较|自|从|对|截至目前|有效期|试行期|有效期至|每年|同比|按照?|日期|(?:发布|公开|生成|发文|更新|印发)时间|(?<!—)—|(?<!-)-|(?<=[\d年月日季度底末前])、|〔|\[|\/)$/
/** A half year or a quarter that opens a clause dates what follows, save where figures of it are told. */
const CLAUSE_START = /(?:^|[,;。:])$/
const TOLD = /^(?:以来|的|“|,?[^,。;]{0,16}(?:增长|同比|增速|累计|增幅|下降))/
/** 2月2日,某次会议审议通过的《…》: the day of what is over. */
const OVER = /^,[^,。;]{0,24}(?:审议通过|印发|召开)(?:的|了)/
/** 5月和10月各开展一次: each of the months ends a duty. */
const EACH = /^(?:[、和]\d{1,2}月){0,6}各(?:开展|组织|举办|进行|召开)/
/** 一季度集中开工项目不少于100个: how much of it a quarter has, no duty that ends with it. */
const COUNTED = /^[^,。;\d]{2,20}(?:不少于|不低于|达到)\d{1,8}[个家项场次批]/
/** 力争2060年前实现碳中和等因素: what is borne in mind is no date of the plan. */
const CONSIDERED = /^[^,。;]{0,16}等(?:相关|有关|多重)?(?:因素|背景|形势)/
const DUTY_AFTER =
  /^(?:,|前|举办|举行|各?开展|完成|建成|实现|发布|召开|印发|出台|启动|形成|组织|报送|开展|开工|投产|制定|与)/
/** 停车场9月投入使用, 12月建成通航: the month says when the work is in use, wherever it stands. */
const IN_USE_AFTER =
  /^(?:份)?(?:全面|正式|全线|全部|基本)?(?:投入使用|投用|投产|投运|建成|竣工|完工|通车|启用|交付|通航|通水|上线|启动|开工|开诊|封顶)(?!以来|后|的)/
/** 组织第四季度集中开工活动: the quarter says which, not by when. */
const HELD_IN = /(?:组织|举办|召开|参加|做好|抓好)$/
/** 上半年工作总结, 上半年签约项目: of which half something is. */
const NAMED_AFTER = /^(?:的?工作)?(?:总结|小结|情况|进展|数据)|^(?:新?签约|考核|考评)/
/** 年末余额, 年末存栏: a state at that time. */
const BALANCE = /^(?:余额|存栏|结余|总数|常住人口|人口|存量|保有量|绩效|考核)/
/** 确保上半年全线进场施工, 力争2023年达到70%. */
const AIMED = /(?:确保|力争|争取|计划|预计)$/
/** 机场改扩建一季度启动, 住宅项目上半年全部交付: what is then reached, wherever the half year stands. */
const REACHED_AFTER =
  /^[^,。;]{0,10}(?:完成|建成|实现|开工|投产|启动|交付|竣工|投用|投运|通车|(?:达到?|不低于|超过)(?=\d{1,3}(?:\.\d{1,2})?%))(?!的|情况|后|项目)/
/** 考核年度为2024年1月1日至12月31日: a period, no date of a duty. */
const PERIOD_BEFORE = /(?:年度|周期|期间|时段|区间|范围)(?:为|是|指)[\d年月日自从]{0,14}$/
const FIVE_YEARS: Readonly<Record<string, number>> = { 十三: 2020, 十四: 2025, 十五: 2030, 十六: 2035, 十七: 2040 }

interface Parts {
  readonly year: number
  readonly month: string | undefined
  readonly day: string | undefined
  readonly part: string | undefined
  readonly half: string | undefined
}

/** The last day that still meets the date: 6月底 → 06-30, 2月初 → 02-10, 上半年 → 06-30, a year → 12-31. */
export function lastDay({ year, month, day, part, half }: Parts): LocalDate | null {
  if (half) {
    if (half === '上半年') return `${year}-06-30`
    if (half === '下半年') return `${year}-12-31`
    return lastDayOfMonth(year, 3 * ('一二三四'.indexOf(half.replace(/第|季度/g, '')) + 1))
  }
  if (!month) return `${year}-12-31`
  const number = Number(month)
  if (number < 1 || number > 12) return null
  const first = `${year}-${month.padStart(2, '0')}-01`
  if (day) return Number(day) >= 1 && Number(day) <= 31 ? clampDay(year, number, Number(day)) : null
  if (part === '初' || part === '上旬') return addDays(first, 9)
  return part === '中旬' ? addDays(first, 19) : lastDayOfMonth(year, number)
}

function clampDay(year: number, month: number, day: number): LocalDate {
  const last = lastDayOfMonth(year, month)
  return day >= Number(last.slice(8))
    ? last
    : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** 到2025年、2026年、2027年, 分别于5月、8月、11月底前: a list that opens as a deadline. */
const DATE_LIST = /(?:到(?:\d{4}年、){1,4}|于(?:\d{1,2}月、){1,4})$/

/** 3月底、6月底、9月底分别达到…: the next of a list of dates. */
function isListed(before: string, part: string | undefined): boolean {
  return (part !== undefined && /(?<!每)\d月(?:底|末|\d{1,2}日)?前?、$/.test(before)) || DATE_LIST.test(before)
}

/** A date is a deadline where a word makes it one: 到2025年, 9月底前, 年底前, or a month that opens a duty. */
function isDeadline(match: RegExpMatchArray, before: string, after: string): boolean {
  const [, prefix, year, , month, day, part, half, yearEnd, tail, front] = match
  if (month && !day && EACH.test(after)) return true
  if ((BEFORE_REJECT.test(before) && !isListed(before, part ?? day)) || CONSIDERED.test(after)) return false
  if (year && !month && !half && !yearEnd)
    return (
      prefix === '到' ||
      (prefix === '至' && !/\d年?$/.test(before)) ||
      front !== undefined ||
      DATE_LIST.test(before) ||
      (AIMED.test(before) && /^(?:达到|实现|完成|建成|全面|基本)/.test(after))
    )
  if (yearEnd && !front && !tail && BALANCE.test(after)) return false
  if (yearEnd && !year && /[一二两三四五六七八九十几数\d]$/.test(before)) return false
  if (yearEnd)
    return (
      front !== undefined ||
      yearEnd === '年内' ||
      prefix === '到' ||
      year !== undefined ||
      /^[^,。;]{0,16}(?:完成|建成|实现|达到|接入|上线|投用|投产|交付|竣工|通车|启用)/.test(after)
    )
  if (half && (HELD_IN.test(before) || NAMED_AFTER.test(after) || (match[0].endsWith('季度') && COUNTED.test(after))))
    return false
  if (half)
    return (
      front !== undefined ||
      tail !== undefined ||
      prefix === '到' ||
      prefix === ':' ||
      REACHED_AFTER.test(after) ||
      ((CLAUSE_START.test(before) || AIMED.test(before)) && !TOLD.test(after))
    )
  if (!month || OVER.test(after)) return false
  const marked =
    isListed(before, part ?? day) ||
    front !== undefined ||
    part !== undefined ||
    prefix === ':' ||
    prefix === '于' ||
    prefix === '到'
  return (
    marked ||
    (!day && (IN_USE_AFTER.test(after) || (/[;,]$/.test(before) && after.startsWith(')')))) ||
    (DUTY_AFTER.test(after) && /(?:^|[,;。:)]|^\d{1,2}[.、])$/.test(before)) ||
    (day !== undefined && prefix !== undefined)
  )
}

function masked(text: string, words: string, start: number, end: number): (at: number) => boolean {
  if (!words.includes('《') && !words.includes('〔')) return () => false
  const ranges: [number, number][] = []
  for (let at = start; at < end; at++) {
    const mark = text.charAt(at)
    // 〔2025〕 belongs to a number; 〔责任单位:…;完成时限:12月底前〕 is a clause.
    if (mark !== '《' && (mark !== '〔' || !/\d/.test(text.charAt(at + 1)))) continue
    const close = closeOf(text, at, Math.min(end, at + 600))
    if (close < 0) continue
    ranges.push([at, close])
    at = close
  }
  return (at) => ranges.some(([from, to]) => at > from && at < to)
}

function add({ tree, draft, trace }: ReadingContext, at: number, dateEnd: number, limit: number, due: LocalDate): void {
  const comma = firstOuter(tree.text, dateEnd, limit, ',;。)')
  const end =
    comma - dateEnd <= 1 && tree.text.charAt(comma) === ',' ? firstOuter(tree.text, comma + 1, limit, ',;。') : comma
  draft.deadlines.push({ at, end, rule: 'deadline.date', implied: [], path: pathOf(headingAt(tree, at)), due })
  trace?.({ rule: 'deadline.date', at, end, detail: due })
}

function readSentence(context: ReadingContext, start: number, end: number): void {
  const { tree, draft } = context
  const words = tree.text.slice(start, end)
  const isMaskedAt = masked(tree.text, words, start, end)
  let stated: { readonly year: number; readonly month: number } | null = null
  for (const match of matchesOf(DATE, words)) {
    if (match[0].length < 2 || !/[年月季]/.test(match[0]) || isMaskedAt(start + match.index)) continue
    const before = words.slice(Math.max(0, match.index - 24), match.index)
    const after = words.slice(match.index + match[0].length, match.index + match[0].length + 24)
    if (!isDeadline(match, before, after)) continue
    if (match[1] === '至' && PERIOD_BEFORE.test(before)) continue
    const goesOn = stated !== null && Number(match[4]) >= stated.month && !match[3] ? stated.year : null
    const base = goesOn ?? draft.year
    const year = match[2]
      ? Number(match[2])
      : base === null
        ? null
        : base + (match[3] === '明年' && !draft.isNextYear ? 1 : 0)
    if (match[2] && match[4] && draft.year !== null && year !== draft.year)
      stated = { year: Number(match[2]), month: Number(match[4]) }
    if (year === null || (draft.year !== null && year < draft.year)) continue
    const due = lastDay({ year, month: match[4], day: match[5], part: match[6], half: match[7] })
    const lead = /^(?::|于|在)/.test(match[0]) ? 1 : 0
    if (due) add(context, start + match.index + lead, start + match.index + match[0].length, end, due)
  }
  readSpans(context, words, start, end)
}

/** 三年内 counts from the plan's year; 到“十四五”末 is the end of that five-year plan. */
function readSpans(context: ReadingContext, words: string, start: number, end: number): void {
  const base = context.draft.year
  for (const match of matchesOf(WITHIN, words)) {
    const count = match[1] ?? match[2]
    const years = chineseNumber(count ?? '') ?? Number(count)
    if (base === null || !Number.isInteger(years) || /\d$/.test(words.slice(0, match.index))) continue
    add(context, start + match.index, start + match.index + match[0].length, end, `${base + years - 1}-12-31`)
  }
  for (const match of words.includes('前') ? matchesOf(FEAST, words) : []) {
    const year = match[1] === undefined ? base : Number(match[1])
    const day = BEFORE_FEAST[match[2] ?? '']
    if (year === null || day === undefined || (base !== null && year < base)) continue
    add(context, start + match.index, start + match.index + match[0].length, end, `${year}-${day}`)
  }
  for (const match of matchesOf(PERIOD_END, words)) {
    const year = FIVE_YEARS[match[1] ?? '']
    if (year) add(context, start + match.index, start + match.index + match[0].length, end, `${year}-12-31`)
  }
}

/** Dates by which something must be done. Months without a year take the plan's year. */
export const deadline: Recogniser = {
  id: 'deadline.date',
  recognise(context) {
    const { tree } = context
    const past = pastRanges(tree)
    sentencesHolding(tree, MAY_HOLD, (index) => {
      const sentence = tree.sentences[index]
      if (!sentence || inSpans(past, sentence.start)) return
      if (!DATE_LINE.test(tree.text.slice(sentence.start, sentence.end)))
        readSentence(context, sentence.start, sentence.end)
    })
  },
}

const DATE_LINE = /^\(?\d{4}年\d{1,2}月\d{1,2}日(?:印发)?\)?$/
