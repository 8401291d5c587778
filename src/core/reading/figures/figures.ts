import { countUnits, quantityUnits, rateUnits, timeUnits } from './measure-words.data.ts'
import { roundAmounts, wordedAmounts, wordedShares } from './chinese-figures.ts'
import { matchesOf } from '../text/matches.ts'
import { oneOf } from '../text/one-of.ts'

/** What a unit measures; a bare figure has a magnitude only (突破5亿). */
export type FigureClass = 'rate' | 'quantity' | 'count' | 'time' | 'bare'

/** A number with its unit and the words that bound it, as a range of the view. */
export interface Figure {
  /** Where the number begins; `from` includes 不低于, 约, 至少 … before it. */
  readonly at: number
  readonly from: number
  /** Where the unit ends; `to` includes 以上, 左右 … after it. */
  readonly end: number
  readonly to: number
  readonly value: string
  readonly valueHigh: string | null
  unit: string
  readonly unitClass: FigureClass
  /** 以上, 以内, 左右 …, '' where none. */
  readonly suffix: string
  /** 不低于, 不超过, 约 …, '' where none. */
  readonly prefix: string
}

const MAGNITUDE = '(?:万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千)'
const DENOMINATOR =
  '(?:/(?:千人|百户|百平方公里|人·年|月·人|人·月|年·人|人·天|平方公里|平方米|平米|立方米|千瓦时|标准箱|公顷|公里|小时|万元|亿元|万人|万吨|学年|学期|公斤|千克|标台|人次|年|月|日|天|人|户|次|亩|升|吨|个|米|元|台|套|床|生|家|村|头|只|株|秒|分钟|度|克))*'
const RATE = oneOf(rateUnits)
const QUANTITY = oneOf(quantityUnits)
/** 6万群 counts bees; 20万群众 counts people. */
const COUNT = `${oneOf(countUnits)}|群(?![众体团落组岛])`
const TIME = oneOf(timeUnits)
const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
const SOME = '[余多]?'
const UNIT = `(?:(${RATE})|(${MAGNITUDE}?${SOME}(?:${TIME}))|(${MAGNITUDE}?${SOME}(?:${QUANTITY}|E?P(?![A-Za-z]))${DENOMINATOR})|(${MAGNITUDE}?${SOME}(?:${COUNT})(?:\\((?:次|套|间|台|辆|个)\\))?${DENOMINATOR})|(${MAGNITUDE})|(:1(?!\\d)))`
/** The unit that the first number of a range may have: 0.6万至1万人, 5个至6个百分点. */
const BETWEEN =
  '(?:%|‰|个百分点|(?:万亿|亿|万|千)?(?:美?元|平方米|公顷|亩|吨|公里|米|人次|人|名|家|个|户|项|条|台|套|天|座|所|倍|度|层)?)'
const FIGURE = new RegExp(`(${NUMBER})(?:${BETWEEN}(?:—{1,2}|-|~|至|到)(${NUMBER}))?余?多?${UNIT}?`, 'g')
/** 3个以上百分点: the bound stands inside the unit. */
const SPLIT_POINTS = /^个(以上|以内|左右)百分点/
const SUFFIX = /^(?:\(含\))?(?:及其?)?(?:以上|以下|以内|之内|左右|上下|之间|内)(?!的?年)/
const PREFIX =
  /(?:不(?:得|应|宜|能|可|会)?(?:低于|少于|小于|超过|高于|大于|多于)|(?:应|要|需)?(?:至少|最少|不低于|不少于)|大于等于|小于等于|低于|小于|少于|大于|高于|至少|最低|最高|最多|(?<![签节制合预集契特])约|(?<![附临接邻])近|大约|将近|逾|[≥≤><])$/
const ROUND_WORD = /[十百千]?[万亿]/
/** Every number in words has one of these. */
const HAN_NUMBER = /[一二两三四五六七八九十万亿]/
const HAN_DIGIT = /[一二两三四五六七八九十]/

function classOf(match: RegExpExecArray | RegExpMatchArray): FigureClass | null {
  if (match[3]) return 'rate'
  if (match[4]) return 'time'
  if (match[5]) return 'quantity'
  if (match[6]) return 'count'
  return match[7] || match[8] ? 'bare' : null
}

function bounds(text: string, start: number, at: number, end: number, limit: number) {
  const suffix = SUFFIX.exec(text.slice(end, Math.min(limit, end + 8)))?.[0] ?? ''
  const prefix = PREFIX.exec(text.slice(Math.max(start, at - 8), at))?.[0] ?? ''
  return { suffix, prefix, from: at - prefix.length, to: end + suffix.length }
}

/** 百分之五点五, 三百万亩, 新增三家以上: numbers in words. */
function wordedFigures(text: string, start: number, end: number): Figure[] {
  const words = text.slice(start, end)
  if (!HAN_NUMBER.test(words)) return []
  const rounds = ROUND_WORD.test(words) ? roundAmounts(words) : []
  if (rounds.length === 0 && !HAN_DIGIT.test(words)) return []
  const shares = wordedShares(words)
  const amounts = wordedAmounts(words).filter(
    (one) => !shares.some((share) => one.index < share.index + share.length && share.index < one.index + one.length),
  )
  // 十亿元 is 10 亿元, not 1 十亿元 besides.
  const magnitudes = rounds.filter((round) => !amounts.some(({ index }) => index === round.index))
  return [...shares, ...amounts, ...magnitudes].map(({ index, length, value, unit, unitClass }) => {
    const at = start + index
    const close = at + length
    return { at, end: close, value, valueHigh: null, unit, unitClass, ...bounds(text, start, at, close, end) }
  })
}

/** 容积率控制在1.5至2.0: a number without a unit counts only behind a verb of state and at the end of its item. */
const UNITLESS =
  /(?:控制在|保持在|稳定在|达到|达|不低于|不高于|不超过|低于|高于|超过|(?:提高|提升|缩小|下降|降低|扩大|降|升|增加)(?:到|至))(?:约)?$/
const ENDS = /^(?:(?:及其?)?(?:以上|以下|以内|左右|之间))?(?=$|[,;。、和)])/

function unitless(text: string, start: number, match: RegExpExecArray, end: number): boolean {
  const at = start + match.index
  const close = at + match[0].length
  if (/^(?:19|20)\d\d$/.test(match[1] ?? '') || /[余多]$/.test(match[0])) return false
  return (
    UNITLESS.test(text.slice(Math.max(start, at - 8), at)) && ENDS.test(text.slice(close, Math.min(end, close + 4)))
  )
}

/** Letters that make another word of a unit: 670万人民. */
const OTHER_WORD: Readonly<Record<string, string>> = {
  人: '民',
  部: '门委分',
  单: '位元独体项',
  集: '中团聚',
  分: '别类级',
  度: '假',
  型: '号式',
}

/** 年 counts behind 年限, 寿命 … only (elsewhere it dates), 级 behind 层级, 类 where bounded (不少于800类); 3部门 counts no 部. */
function isOtherWord(text: string, match: RegExpExecArray, at: number, close: number): boolean {
  const unit = match[4] ?? match[6] ?? ''
  if (unit === '级') return !/层级[^,;。\d]{0,8}$/.test(text.slice(Math.max(0, at - 12), at))
  if (unit === '类')
    return !PREFIX.test(text.slice(Math.max(0, at - 8), at)) && !SUFFIX.test(text.slice(close, close + 4))
  if (unit.endsWith('年')) return !/(?:年限|寿命|周期|期限)[^,;。\d]{0,6}$/.test(text.slice(Math.max(0, at - 12), at))
  return OTHER_WORD[unit.replace(/^[十百千万亿]+/, '')]?.includes(text.charAt(close)) ?? false
}

function splitPoints(text: string, close: number, limit: number): { unit: string; suffix: string; end: number } | null {
  const match = SPLIT_POINTS.exec(text.slice(close - 1, Math.min(limit, close + 7)))
  return match && { unit: '个百分点', suffix: match[1] ?? '', end: close - 1 + match[0].length }
}

/** More figures without a comma between are the numbers of a table that lost its lines; they promise nothing. */
const HEAP = 120

/** The figures in [start, end) of the view, in order. Numbers without a unit (dates, names, codes) are none. */
export function findFigures(text: string, start: number, end: number): Figure[] {
  const words = text.slice(start, end)
  const figures: Figure[] = []
  for (const match of /\d/.test(words) ? matchesOf(FIGURE, words) : []) {
    const unitClass = classOf(match) ?? (unitless(text, start, match, end) ? 'bare' : null)
    if (!unitClass) continue
    const at = start + match.index
    const close = at + match[0].length
    if (isOtherWord(text, match, at, close)) continue
    const unit = (match[3] ?? match[4] ?? match[5] ?? match[6] ?? match[7] ?? match[8] ?? '').replace(/[余多]/, '')
    const value = (match[1] ?? '').replace(/,/g, '')
    const { suffix, prefix, from, to } = bounds(text, start, at, close, end)
    const points = unit === '个' ? splitPoints(text, close, end) : null
    figures.push({
      at,
      end: points?.end ?? close,
      from,
      to: points?.end ?? to,
      value,
      valueHigh: match[2]?.replace(/,/g, '') ?? null,
      unit: points?.unit ?? unit,
      unitClass: points ? 'rate' : unitClass,
      suffix: points?.suffix ?? suffix,
      prefix,
    })
  }
  if (figures.length > HEAP) return []
  const more = wordedFigures(text, start, end)
  return more.length === 0 ? figures : [...figures, ...more].sort((a, b) => a.at - b.at)
}
