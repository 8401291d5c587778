import { matchesOf } from '../text/matches.ts'
import { beat } from './rhythm-words.ts'
import type { Reads } from './rhythm-words.ts'

const EVERY = '每(?:一|个)?(周|双周|两周|半月|旬|月|季度|季|半年|年)(?:度)?'
/** How many times in the period; a larger number is an output, no rhythm. */
const TIMES = '(?:不少于|不低于|不得少于|至少)?(?:一|两|[1-9])(?:次|遍|轮)(?:以上)?'
const STOP = '(?=[,。;、)]|$)'
const HOLD = '(?:集中)?(?:组织开展|组织|开展|举办|举行|召开|进行)'
const ONLY_HOLDS = new RegExp(`^${HOLD}$`)

/** 带队外出招商每月不少于1次: what is done stands before. */
const DONE_BEFORE = new RegExp(`([^,。;:、每]{2,24}?)${EVERY}${TIMES}${STOP}`, 'g')
/** 河湖长每半年巡河不少于1次: what is done stands between. */
const DONE_BETWEEN = new RegExp(`${EVERY}(?:\\d{1,2}月)?([^,。;每\\d]{2,20}?)${TIMES}${STOP}`, 'g')
/** 每季度组织一次供需洽谈, 每季度在县电视台推出一期专栏; without 一次 a year's event is an output: 每年举办马拉松赛. */
const HELD_THING = new RegExp(
  `(?:${EVERY}|按(月|季度|季|半年))(?:至少)?(?:在[^,。;\\d]{2,12}?)?(${HOLD}|推出|刊发|编发)(${TIMES}|[一1][期批])?([^,。;:的每\\d]{2,20})${STOP}`,
  'g',
)
/** 督查频次:每月一次: the label says what is done. */
const LABELLED = new RegExp(`([^,。;:\\d]{2,6})(?:频次|频率|周期):(?:原则上)?${EVERY}(?:不少于|至少)?(?:一|1)次`, 'g')
/** 每月带队外出招商制度. */
const SYSTEM = new RegExp(`${EVERY}([^,。;的每\\d]{2,16}?)(?:制度|机制)`, 'g')

/** Who does it, before what is done: 市级领导, 党政主要负责同志, 河湖长. */
const ACTOR = /^.*(?:领导|同志|负责人|干部|成员|[长员])(?:要|应|须|至少)?/
/** 满意度调查由县统计局实施,每半年开展一次: what the sentence opens with. */
const TOPIC = /^[^,。;:]{2,12}?(?=由|应|要|原则上|,|每)/

/** How much of a sentence before a rhythm says what is done. */
const LOOK_BACK = 120

/** 县领导每季度不少于2次, behind 市领导带队招商每月不少于1次: the same is done. */
const doneBefore: Reads = (match, start, words) => {
  const [, before = '', period] = match
  const own = before.replace(ACTOR, '')
  if (own !== '') return beat(match, start, period, own)
  const earlier = matchesOf(DONE_BEFORE, words.slice(Math.max(0, match.index - LOOK_BACK), match.index)).at(-1)
  return beat(match, start, period, earlier?.[1]?.replace(ACTOR, ''))
}

/** 每季度召开一次, 每半年开展一次: held is a word of its own; what else is done that often, the sentence's topic says if any. */
const doneBetween: Reads = (match, start, words) => {
  const [, period, between = ''] = match
  if (between === '召开') return beat(match, start, period, between)
  const act = between.replace(/^(?:原则上)?至少/, '')
  return beat(match, start, period, ONLY_HOLDS.test(act) ? (TOPIC.exec(words)?.[0] ?? act) : act)
}

const heldThing: Reads = (match, start) => {
  const [, period, byPeriod, verb = '', times, thing = ''] = match
  return period === '年' && times === undefined ? [] : beat(match, start, period ?? byPeriod, verb + thing)
}

/** Ways to say how often something is done that need no known word for what it is. */
export const HELD_SHAPES: readonly (readonly [RegExp, Reads])[] = [
  [DONE_BEFORE, doneBefore],
  [DONE_BETWEEN, doneBetween],
  [HELD_THING, heldThing],
  [LABELLED, (match, start) => beat(match, start, match[2], match[1])],
  [SYSTEM, (match, start) => beat(match, start, match[1], match[2])],
]
