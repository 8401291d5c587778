import type { TargetKind } from '#core/plan'
import { endingOf } from '../text/ending.ts'
import { oneOf } from '../text/one-of.ts'
import {
  declineVerbs,
  downToVerbs,
  growthVerbs,
  holdVerbs,
  incrementVerbs,
  newWorkVerbs,
  reachVerbs,
  upToVerbs,
  workVerbs,
} from './verbs.data.ts'

/** How the verb before a figure works. */
export type VerbClass = 'growth' | 'decline' | 'downTo' | 'upTo' | 'hold' | 'reach' | 'increment' | 'none'

/** The words before a figure, taken apart from right to left. Ranges are the view's. */
export interface LeftSide {
  readonly verb: VerbClass
  readonly verbText: string
  /** The noun phrase before the verb, leading modals, dates and verbs stripped. May be empty. */
  readonly subjectStart: number
  readonly subjectEnd: number
  /** Where a quote begins: at the subject, or at the verb right before it. */
  readonly quoteStart: number
  /** 分别 stands before the verb: several figures follow for several subjects. */
  readonly respective: boolean
  /** A verb of work stands right before the figure: what follows is its object. */
  readonly workAtEnd: boolean
  /** Where that verb begins. */
  readonly workStart: number
  /** An increment verb governs the figure (新增…2家). */
  readonly increment: boolean
  /** The increment verb opens the phrase, so that it governs the list that follows. */
  readonly opensWithIncrement: boolean
}

const CLASSES: readonly (readonly [VerbClass, (words: string) => string])[] = [
  ['downTo', endingOf(downToVerbs)],
  ['upTo', endingOf(upToVerbs)],
  ['hold', endingOf(holdVerbs)],
  ['increment', endingOf(incrementVerbs)],
  ['growth', endingOf(growthVerbs)],
  ['decline', endingOf(declineVerbs)],
  ['reach', endingOf(reachVerbs)],
]
const ADVERBS = endingOf(
  (
    '力争 争取 努力 力求 确保 分别 均 都 累计 总计 合计 共计 年均 年平均 平均 同比 基本 各 应 要 宜 再 须 需 也 将 持续 稳定 逐步 普遍 ' +
    '继续 同口径 按同口径 按可比口径 全年 年内 年底 年底前 年末 常年 两年内 三年内 五年内 全部 全面 大幅 进一步 总体 原则上 较上年 比上年 较去年 比去年 上年 上年度 同期 每年 力争实现 有所 至少 动态 成功 最高 最低 最多 同步 要求'
  ).split(' '),
)
/** 每人每年: of what the figure is counted. */
const EACH = /(?:每(?:人|户|亩|平方公里|平方米|立方米|公里|吨|月|天|日|学期|生|床|次|名|头|标准箱))+$/
/** Verbs that only help the verb after them: 实现增长, 达到增长. */
const HELPERS = endingOf(['实现', '达到', '达', '完成'])
const BASELINE = /(?:从|由)(?:\d{4}年(?:底|末)?的?|目前的?|现在的?)?(?:每[^,\d]{1,6})?[\d.]+[^,;。、至到]{1,8}$/
const COMPARED =
  /(?:比|较)(?:\d{4}年(?:同期|底|末)?|上年(?:同期)?|去年(?:同期)?|“?[一二三四五六七八九十]+五”?(?:末|时期末?)?|基期|同期|[^,;、。]{1,8}(?:年|末|底|期|季度))(?:平均(?:水平|值|数)?)?$/
const RESPECTIVE = /分别|各自/
const WORKS = [...workVerbs, ...newWorkVerbs, ...workVerbs.map((verb) => `新${verb}`), ...incrementVerbs]
const WORK_END = endingOf(WORKS.flatMap((verb) => ['', '好', '了', '出', '成'].map((done) => `${verb}${done}`)))
const LEADING =
  /^(?:[,;:、和及]|在(?:实际)?工作中|以及|并|力争|争取|努力|力求|确保|保证|全力|奋力|积极|着力|大力|持续|继续|加快|稳步|有序|深入|扎实|进一步|不断|同步|累计|稳妥|切实|同时|其中|此外|并且|全省|全市|全区|全县|全州|全镇|我省|我市|我区|我县|本市|本区|本省|市域|区域内|全域|全年|当年|今年|去年(?!同)|明年|安排|本年度|年度内|年内|年底前|每年|至|做到|到(?!位|账|岗|期|户|访|场)|截至|预计|预期(?!寿命|目标|值)|已(?:经)?(?=建成|完成)|计划|目标|使|让|将|把|对(?!外|口|标|接|非|台)|要|应(?!届|急|用|当|对|免|种|检|保|收|治)|(?:到|在|至)?(?:\d{4}年?[至—-])?\d{4}年(?:年?底|年?末)?(?:之?前)?|\d{1,2}月(?:底|末|初|[上中下]旬|\d{1,2}日)?(?:之?前)?|“[一二三四五六七八九十]+五”(?:时期|期间|末)?|[一二三四五]年(?:内|累计|共)|期间|时期|时|内|末|分别|均|实现全市|实现全区|实现全县|实现全省|实现|(?:上|下)半年|第?[一二三四]季度|按照?要求|完成(?!率)|推动|推进|促进|落实|举办|新建(?:和|及|、|\()?(?:改扩建|改建|扩建|改造提升)\)?|新建(?!商品)|建成|打造|培育|引进|新增(?!建设用地|用地)|净增|[一二三四五六七八九十]{1,2}是|支持|指导|带动|开展|实施|建设(?!用地)|培育|引导|组织|保持)/
const OPENS_INCREMENT = new RegExp(`^(?:实现)?(?:${oneOf(incrementVerbs)})`)
const OPENS_FALL = /^(压减|压降|压缩|削减|缩减|减少|降低|下调|缩短)(?![至到])/
const OPENS_CHANGE = /^(压减|压降|压缩|削减|缩减|减少|降低|下降|下调|缩短|提高|提升|增加|扩大|上调)(?![至到])/
const WORK_ALONE =
  /^(?:开工|竣工|投产|投用|建成|建设|完成|新开工|启动|交付|落地|签约|推进|实施|验收|通车|完工|达产|培育|引进|新增|办结|化解|整治|改造提升|提升改造|更新改造|改造|提升|扩建|改建|续建|其中|年内|累计|每年){1,3}$/
const NEW = /新(?:增(?!建设用地|用地)|引进|投产|建|认定|创|开工)|净增|扩充/
const NEW_WITH_OTHER =
  /新(?:增|建)(?:和|及|、|或|与)恢复|新(?:增|建)(?:和|及|、|或|与|\()?(?:改造|更新|改扩建|改建|扩建|提升|改|修复|续建|翻建|迁建)|新(?:改|扩|续|迁)/

/** 城镇新增就业, 新建口袋公园: a newly added amount. 新建和改造提升 also counts what was there. */
export function namesIncrement(noun: string): boolean {
  return NEW.test(noun) && !NEW_WITH_OTHER.test(noun)
}

const BOUNDS = new Set(['超过', '超', '突破', '不少于', '不低于'])

/** Patterns that end at the figure look at the last words only: tried from every start, they would cost the whole segment. */
const TAIL = 14

/** 布设测雨雷达4部: the last letter of a noun. */
const NOUN_ENDS = /(?:雷达|马达|直达)$/

function verbAt(words: string): { verb: VerbClass; length: number } {
  if (words.endsWith('达') && NOUN_ENDS.test(words)) return { verb: 'none', length: 0 }
  for (const [verb, ending] of CLASSES) {
    const { length } = ending(words)
    if (length > 0) return { verb, length }
  }
  return { verb: 'none', length: 0 }
}

/** 处理率2025年分别达到, 企业2026年底超过, 进度9月底前达到: the date behind the noun. */
const DATED_END = /(?<!、)(?:20\d\d年(?:年?[底末])?(?:之?前)?|(?<!\d)\d{1,2}月(?:[底末]|\d{1,2}日)(?:之?前)?)$/

/** What stands at the right end and is no part of the noun: a comparison, a baseline, an adverb, a helping verb. */
function looseEnd(words: string, alsoVerbs: boolean): string {
  const tail = words.slice(-TAIL * 2)
  const compared = /[比较]/.test(tail) ? COMPARED.exec(tail)?.[0] : undefined
  const since = compared ?? (/[从由]/.test(tail) ? BASELINE.exec(tail)?.[0] : undefined)
  if (since) return since
  const dated = tail.includes('年') || tail.includes('月') ? DATED_END.exec(tail)?.[0] : undefined
  if (dated) return dated
  const adverb = ADVERBS(tail)
  const each = tail.includes('每') ? (EACH.exec(tail)?.[0] ?? '') : ''
  const longer = each.length > adverb.length ? each : adverb
  return longer !== '' || !alsoVerbs ? longer : HELPERS(tail)
}

/** Strips adverbs and comparisons (比2020年) from the right end; says whether 分别 was among them. */
function stripRight(words: string, alsoVerbs: boolean): { words: string; respective: boolean } {
  let rest = words
  let respective = false
  for (;;) {
    const end = looseEnd(rest, alsoVerbs)
    if (end === '') return { words: rest, respective }
    if (RESPECTIVE.test(end)) respective = true
    rest = rest.slice(0, rest.length - end.length)
  }
}

/** Where a verb of work at the end of the words begins; null where none stands there. */
function workBefore(words: string): number | null {
  const { length } = WORK_END(words)
  return length > 0 ? words.length - length : null
}

/** How many units of leading modals, dates and verbs stand before the noun phrase; the last verb stays in the quote. */
function leading(words: string): { subject: number; quote: number } {
  let at = 0
  let quote = 0
  for (;;) {
    const match = LEADING.exec(words.slice(at))
    if (!match || match[0].length === 0) return { subject: at, quote }
    const verb =
      /^(?:实现|新建.{2,6}|完成|推动|推进|促进|落实|举办|新建|建成|打造|培育|引进|新增|净增|支持|安排|开展|实施|建设|培育|引导|组织|保持|带动|指导)$/.test(
        match[0],
      )
    at += match[0].length
    if (!verb) quote = at
  }
}

/** 松林改造提升120万亩: before an area or a count 提升 is part of the thing that is done. */
function keepsVerb(words: string, rate: boolean): boolean {
  return !rate && /(?:提升|压减|改造提升)$/.test(words)
}

/** 压减“三公”经费5%, 提高劳动生产率3%: the verb stands before its noun. */
function openingVerb(noun: string, rate: boolean): { verb: VerbClass; subject: number; quote: number } | null {
  const modal = leading(noun).quote
  const match = (rate ? OPENS_CHANGE : OPENS_FALL).exec(noun.slice(modal))
  if (!match?.[1] || noun.length - modal - match[0].length < 2) return null
  return {
    verb: /^[减压削缩降下]/.test(match[1]) ? 'decline' : 'growth',
    subject: modal + match[0].length,
    quote: modal,
  }
}

/** Only verbs are left of 开工建设165个: what is built was said before. */
function isWorkAlone(noun: string): boolean {
  return WORK_ALONE.test(noun)
}

/** Takes the words [start, end) before a figure apart: verb, adverbs, subject. */
export function readLeft(text: string, start: number, end: number, rate = true): LeftSide {
  const words = text.slice(start, end)
  const first = stripRight(words, false)
  const found = verbAt(first.words)
  const second = stripRight(
    first.words.slice(0, first.words.length - (keepsVerb(first.words, rate) ? 0 : found.length)),
    found.length > 0,
  )
  const noun = second.words
  const opened = found.verb === 'none' ? openingVerb(noun, rate) : null
  const strip = opened ?? leading(noun)
  const verbText = first.words.slice(first.words.length - found.length)
  const bound = BOUNDS.has(verbText)
  const work = workBefore(bound ? noun : first.words)
  const increment = found.verb === 'increment' || (namesIncrement(noun) && !/按每/.test(noun))
  return {
    verb: opened?.verb ?? found.verb,
    verbText,
    subjectStart: start + (isWorkAlone(noun.slice(strip.subject)) ? noun.length : strip.subject),
    subjectEnd: start + noun.length,
    quoteStart: start + strip.quote,
    respective: first.respective || second.respective,
    workAtEnd: work !== null,
    workStart: start + (work ?? words.length),
    increment,
    opensWithIncrement:
      increment &&
      (found.verb === 'increment' ? strip.subject >= noun.length : OPENS_INCREMENT.test(noun.slice(strip.quote))),
  }
}

/** The kind that a verb gives a figure with a unit of that class. */
export function kindOf(verb: VerbClass, rate: boolean, increment: boolean): TargetKind {
  if (verb === 'growth') return rate ? 'growth' : 'level'
  if (verb === 'decline') return 'decline'
  if (increment && !rate) return 'increment'
  return 'level'
}
