import { countUnits, quantityUnits, rateUnits, timeUnits } from './measure-words.data.ts'
import { chineseNumber } from '../text/numerals.ts'

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

const quoted = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[()]/g, '\\$&'))
    .join('|')
const MAGNITUDE = '(?:万亿|千亿|百亿|十亿|千万|百万|十万|亿|万|千)'
const DENOMINATOR =
  '(?:/(?:人·年|月·人|人·月|年·人|人·天|平方公里|平方米|立方米|千瓦时|标准箱|公顷|公里|小时|万元|学年|年|月|日|天|人|户|次|亩|升|吨|个|米|元|台|套|床))*'
const RATE = quoted(rateUnits)
const QUANTITY = quoted(quantityUnits)
const COUNT = quoted(countUnits)
const TIME = quoted(timeUnits)
const NUMBER = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
const UNIT = `(?:(${RATE})|(${MAGNITUDE}?(?:${TIME}))|(${MAGNITUDE}?(?:${QUANTITY})${DENOMINATOR})|(${MAGNITUDE}?(?:${COUNT})(?:\\((?:次|套)\\))?${DENOMINATOR})|(${MAGNITUDE}))`
const FIGURE = new RegExp(
  `(${NUMBER})(?:(?:%|万?元|万|亿元?|个|家|人|项|条)?(?:—{1,2}|-|~|至|到)(${NUMBER}))?余?多?${UNIT}?`,
  'g',
)
const SUFFIX = /^(?:\(含\))?(?:及其?)?(?:以上|以下|以内|之内|左右|上下|之间|内)(?!的?年)/
const PREFIX =
  /(?:不(?:得|应|宜|能|可|会)?(?:低于|少于|小于|超过|高于|大于|多于)|(?:应|要|需)?(?:至少|最少|不低于|不少于)|大于等于|小于等于|低于|小于|少于|大于|高于|至少|最低|最高|最多|(?<![签节制合预集契特])约|(?<![附临接邻])近|大约|将近|逾|[≥≤><])$/
const PERCENT_WORDS = /百分之([零〇一二两三四五六七八九十百]+)/g

function classOf(match: RegExpExecArray | RegExpMatchArray): FigureClass | null {
  if (match[3]) return 'rate'
  if (match[4]) return 'time'
  if (match[5]) return 'quantity'
  if (match[6]) return 'count'
  return match[7] ? 'bare' : null
}

function bounds(text: string, start: number, at: number, end: number, limit: number) {
  const suffix = SUFFIX.exec(text.slice(end, Math.min(limit, end + 8)))?.[0] ?? ''
  const prefix = PREFIX.exec(text.slice(Math.max(start, at - 8), at))?.[0] ?? ''
  return { suffix, prefix, from: at - prefix.length, to: end + suffix.length }
}

/** 百分之五 → 5 %. */
function percentWords(text: string, start: number, end: number): Figure[] {
  const words = text.slice(start, end)
  if (!words.includes('百分之')) return []
  return [...words.matchAll(PERCENT_WORDS)].flatMap((match) => {
    const value = chineseNumber(match[1] ?? '')
    if (value === null) return []
    const at = start + match.index
    const close = at + match[0].length
    return [
      {
        at,
        end: close,
        value: String(value),
        valueHigh: null,
        unit: '%',
        unitClass: 'rate' as const,
        ...bounds(text, start, at, close, end),
      },
    ]
  })
}

const HAN_COUNT =
  /(新增|引进|达到|建成|培育|打造|创建|完成|突破|超过|净增|建设)([一二两三四五六七八九十百]{1,4})(家|个百分点|个|项|座|所|条|户|亿元)(以上)/g

/** 新增三家以上企业: Chinese numerals count only between a verb and 以上; elsewhere they are parts of names. */
function hanCounts(text: string, start: number, end: number): Figure[] {
  const words = text.slice(start, end)
  if (!words.includes('以上')) return []
  return [...words.matchAll(HAN_COUNT)].flatMap((match) => {
    const value = chineseNumber(match[2] ?? '')
    if (value === null) return []
    const unit = match[3] ?? ''
    const at = start + match.index + (match[1]?.length ?? 0)
    const close = at + (match[2]?.length ?? 0) + unit.length
    const unitClass =
      unit === '个百分点' ? ('rate' as const) : unit === '亿元' ? ('quantity' as const) : ('count' as const)
    return [
      {
        at,
        end: close,
        value: String(value),
        valueHigh: null,
        unit,
        unitClass,
        ...bounds(text, start, at, close, end),
      },
    ]
  })
}

/** The figures in [start, end) of the view, in order. Numbers without a unit (dates, names, codes) are none. */
export function findFigures(text: string, start: number, end: number): Figure[] {
  const words = text.slice(start, end)
  const figures: Figure[] = []
  for (const match of /\d/.test(words) ? words.matchAll(FIGURE) : []) {
    const unitClass = classOf(match)
    if (!unitClass) continue
    const at = start + match.index
    const close = at + match[0].length
    const unit = match[3] ?? match[4] ?? match[5] ?? match[6] ?? match[7] ?? ''
    const value = (match[1] ?? '').replace(/,/g, '')
    figures.push({
      at,
      end: close,
      value,
      valueHigh: match[2]?.replace(/,/g, '') ?? null,
      unit,
      unitClass,
      ...bounds(text, start, at, close, end),
    })
  }
  const more = [...percentWords(text, start, end), ...hanCounts(text, start, end)]
  return more.length === 0 ? figures : [...figures, ...more].sort((a, b) => a.at - b.at)
}
