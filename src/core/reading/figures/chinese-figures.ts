import { chineseNumber } from '../text/numerals.ts'
import { incrementVerbs, newWorkVerbs, workVerbs } from '../targets/verbs.data.ts'
import { matchesOf } from '../text/matches.ts'
import { oneOf } from '../text/one-of.ts'

/** A number written in words, as a range of the words looked at. */
export interface WordedNumber {
  readonly index: number
  readonly length: number
  readonly value: string
  readonly unit: string
  readonly unitClass: 'rate' | 'quantity' | 'count'
}

const DIGIT = '[一二两三四五六七八九十]'
const WHOLE = `${DIGIT}[一二两三四五六七八九十百千零〇]{0,8}`
const SHARE = /(百|千)分之([零〇一二两三四五六七八九十百]{1,6})(?:点([零〇一二三四五六七八九]{1,3}))?/g
const FRACTION = /(?<![百千万])([二三四五六七八九十])分之([一二两三四五六七八九])/g
const RATES = '成|倍|个百分点'
const QUANTITIES = '亩|公顷|吨|公斤|斤|元|美元|平方米|平方公里|公里|立方米|千瓦|千瓦时'
const COUNTS =
  '人次|户次|人|名|家|个|户|项|件|条|台|套|辆|栋|座|处|所|场次|场|次|批|支|头|只|株|张|份|期|对|间|艘|架|门|部|幅|宗|笔|部|本|首|篇|片|块|级'
const WORDED = new RegExp(
  `(${WHOLE})(百万|千万|万亿|万|亿)?余?多?(?:(${RATES})|(${QUANTITIES})|(${COUNTS}))(?![\\d才口字])(以上|以内|以下|左右)?`,
  'g',
)
const BOUND = /(?:不少于|至少|不低于|不超过|超过|超|突破|达到|达|逾)$/
/** 控制在三级以内, 压缩到三级: few levels are aimed at. */
const FEW_LEVELS = /层级[^,;。]{0,8}(?:控制在|到|至|不超过)$/
const RISES = /(?:增长|提高|提升|增加|下降|降低|减少|扩大|达到|超过|突破|达)$/
const CHANGES =
  /(?:新增|引进|建成|培育|打造|创建|完成|净增|建设|稳定在|保持在|控制在|提高到|扩大到|增加到|种植|发展|造林|改造|治理|修复|实现)$/

/** What is counted alone, without a noun behind the count: 组建三支小分队 counts, 打造三个中心 is mostly a name. */
const NAMES_OFTEN = /[个次项件条期]$/
const WORKS = oneOf([...workVerbs, ...incrementVerbs, ...newWorkVerbs])
const MAKES = new RegExp(`(?:${WORKS})$`)
const WORK = new RegExp(WORKS)
/** Where an item ends. */
const ITEM_ENDS = /^(?:$|[,;。、(]|和|及|以及)/

/** 五 → 5, 二五 → 25: the digits behind 点 are read one by one. */
function decimals(words: string): string {
  return [...words].map((one) => String(chineseNumber(one) ?? 0)).join('')
}

/** 突破千亿元, 稳定在百万吨以上: a magnitude alone is one of it. */
const ROUND = new RegExp(
  `(?<=突破|超过?|达到?|稳定在|保持在|跨越|迈上|逼近)(百亿|千亿|万亿|十亿|百万|千万|亿|万)(?:(${QUANTITIES})|(${COUNTS}))`,
  'g',
)

/** 突破千亿元 → 1 千亿元. */
export function roundAmounts(words: string): WordedNumber[] {
  return matchesOf(ROUND, words).map((match) => ({
    index: match.index,
    length: match[0].length,
    value: '1',
    unit: match[0],
    unitClass: match[2] ? ('quantity' as const) : ('count' as const),
  }))
}

/** 百分之五点五 → 5.5 %, 千分之三 → 3 ‰, 三分之二 → 66.67 %. */
export function wordedShares(words: string): WordedNumber[] {
  if (!words.includes('分之')) return []
  const shares = matchesOf(SHARE, words).flatMap((match) => {
    const whole = chineseNumber(match[2] ?? '')
    if (whole === null) return []
    const value = match[3] ? `${whole}.${decimals(match[3])}` : String(whole)
    return [worded(match, value, match[1] === '百' ? '%' : '‰')]
  })
  const fractions = matchesOf(FRACTION, words).flatMap((match) => {
    const [parts, taken] = [chineseNumber(match[1] ?? ''), chineseNumber(match[2] ?? '')]
    if (!parts || !taken || taken >= parts) return []
    return [worded(match, String(Number(((100 * taken) / parts).toFixed(2))), '%')]
  })
  return [...shares, ...fractions]
}

function worded(match: RegExpExecArray, value: string, unit: string): WordedNumber {
  return { index: match.index, length: match[0].length, value, unit, unitClass: 'rate' }
}

/**
 * 三百万亩, 新增三家以上, 六成以上: numerals in words are mostly parts of names (三级医院, 一个中心, 两山). They count where a
 * magnitude makes them an amount, or where a bound or a verb of change stands beside them.
 */
export function wordedAmounts(words: string): WordedNumber[] {
  return matchesOf(WORDED, words).flatMap((match) => {
    const value = chineseNumber(match[1] ?? '')
    if (value === null || !counts(words, match, value)) return []
    const base = match[3] ?? match[4] ?? match[5] ?? ''
    const length = match[0].length - (match[6]?.length ?? 0)
    const unitClass = match[3] ? ('rate' as const) : match[4] ? ('quantity' as const) : ('count' as const)
    return [{ index: match.index, length, value: String(value), unit: `${match[2] ?? ''}${base}`, unitClass }]
  })
}

function counts(words: string, match: RegExpExecArray, value: number): boolean {
  const before = words.slice(Math.max(0, match.index - 6), match.index)
  if (match[5] === '级') return FEW_LEVELS.test(words.slice(Math.max(0, match.index - 14), match.index))
  if (/[“第前+×・]$/.test(before)) return false
  if (match[3]) return match[6] !== undefined || RISES.test(before)
  if (!match[3] && value > 1 && countsWork(words, match, before)) return true
  if (match[2] || value >= 100) return match[6] !== undefined || BOUND.test(before) || CHANGES.test(before)
  return match[6] === '以上'
    ? BOUND.test(before) || CHANGES.test(before)
    : BOUND.test(before) && !/[个次]/.test(match[5] ?? '')
}

/** 建设海外仓两个, 创建示范村六所, 组建三支小分队: what is done is counted behind its noun, or before it right after the verb. */
function countsWork(words: string, match: RegExpExecArray, before: string): boolean {
  const end = match.index + match[0].length
  if (ITEM_ENDS.test(words.slice(end, end + 2)))
    return (
      match[5] !== '期' &&
      /[\u4e00-\u9fff)”]{2}$/.test(before) &&
      !/[每这那前后上下第其]$/.test(before) &&
      WORK.test(words.slice(0, match.index))
    )
  return (
    !NAMES_OFTEN.test(match[5] ?? '') && MAKES.test(before) && /^[\u4e00-\u9fff“]{2}/.test(words.slice(end, end + 2))
  )
}
