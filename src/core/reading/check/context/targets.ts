import { dec, groupBy } from '#core/kit'
import type { Dec } from '#core/kit'
import { newWorkVerbs } from '../../targets/verbs.data.ts'
import type { IndicatorFact, PlanReading } from '../../facts.ts'

/** A quantified target as the check compares it: one key for its subject, magnitudes (万, 亿) counted out. */
export interface Target {
  readonly fact: IndicatorFact
  /** Its place in the reading's list. */
  readonly index: number
  /** Subject without 全市, 我区, 总量, quotes. */
  readonly subject: string
  /** Unit without its magnitude: 万人 → 人. */
  readonly unit: string
  readonly amount: Dec
  readonly year: string
  /** A part of what was said just before: 其中9月底前新增18家. */
  readonly isPart: boolean
  /** Only what is new is counted: 新开通12个 beside 运行14个. */
  readonly isNew: boolean
}

const SCOPE = /^(?:全省|全市|全区|全县|全州|我省|我市|我区|我县|本市|本区)|[“”"\s]/g
const TAIL = /(?:总量|总额)?达?$/
const MAGNITUDES: readonly (readonly [string, string])[] = [
  ['千万', '10000000'],
  ['百万', '1000000'],
  ['十万', '100000'],
  ['万', '10000'],
  ['亿', '100000000'],
]
const NEW = new RegExp(`(?:${newWorkVerbs.join('|')})[^,，、。；;]{0,20}$`)
const PART = /(?:其中|含)[^。；;]{0,14}$/

function magnitudeOf(unit: string): readonly [string, string] {
  const found = MAGNITUDES.find(([name]) => unit.startsWith(name))
  return found ? [unit.slice(found[0].length), found[1]] : [unit, '1']
}

function target(reading: PlanReading, fact: IndicatorFact, index: number): Target[] {
  if (fact.value === null || fact.implied.includes('value')) return []
  const [unit, magnitude] = magnitudeOf(fact.unit)
  const before = reading.text.slice(
    Math.max(fact.sentenceSpan.start, fact.figureSpan.start - 40),
    fact.figureSpan.start,
  )
  return [
    {
      fact,
      index,
      subject: fact.subject.replace(SCOPE, '').replace(TAIL, ''),
      unit,
      amount: magnitude === '1' ? dec(fact.value) : dec(fact.value).times(magnitude),
      year: (fact.due ?? `${reading.meta.year ?? ''}`).slice(0, 4),
      isPart: PART.test(before),
      isNew: NEW.test(before),
    },
  ]
}

/** All targets with a figure of their own, in document order. */
export function targetsOf(reading: PlanReading): Target[] {
  return reading.indicators.flatMap((fact, index) => target(reading, fact, index))
}

/** Targets by subject. */
export function bySubject(targets: readonly Target[]): Map<string, Target[]> {
  return groupBy(targets, (one) => one.subject)
}

/** Groups of two and more targets that promise the same thing: one subject, kind, unit and year; ranks and parts (其中) left out. */
export function twinsOf(subjects: ReadonlyMap<string, readonly Target[]>): Target[][] {
  const groups: Target[][] = []
  for (const targets of subjects.values()) {
    if (targets.length < 2) continue
    const own = targets.filter(({ fact, isPart }) => fact.kind !== 'rank' && !isPart)
    for (const group of groupBy(own, ({ fact, unit, year, isNew }) => `${fact.kind}|${unit}|${year}|${isNew}`).values())
      if (group.length > 1) groups.push(group)
  }
  return groups
}

/** Subjects that say nothing without what they belong to: the investment of this project, the output of that chain. */
const GENERIC =
  /^(?:本?年度?|全年|计划|累计|预计|完成|实现|争取|新增|总|链上|其中|当年|企业|规模以上|规上)*(?:投资|资金|项目|产值|人数|面积|贷款|收入|企业|岗位|产量|比例|学校|基地|平台|人|补贴|奖补|奖励)(?:额|总额)?$/

/** Whether a subject says nothing without what it belongs to. */
export function isGeneric(subject: string): boolean {
  return GENERIC.test(subject)
}

/** The figure as the text writes it: 5.5—6%. */
export function figureText({ fact }: Target): string {
  return `${fact.value ?? ''}${fact.valueHigh ? `—${fact.valueHigh}` : ''}${fact.unit}`
}

/** The section that a path belongs to: its first two steps (附件1/二, 正文/三). */
export function partOf(path: string): string {
  const first = path.indexOf('/')
  const second = first < 0 ? -1 : path.indexOf('/', first + 1)
  return second < 0 ? path : path.slice(0, second)
}

/** Whether two targets promise the same amount (6% and 6.0%, 1.2万人 and 12000人). */
export function sameAmount(a: Target, b: Target): boolean {
  const [high, otherHigh] = [a.fact.valueHigh, b.fact.valueHigh]
  return (
    a.amount.equals(b.amount) &&
    (high === otherHigh || (high !== null && otherHigh !== null && dec(high).equals(otherHigh)))
  )
}

/** 下降14%,力争下降14.5% is a floor and an aim, no contradiction; bounds of both sides are a range. */
export function agree(a: Target, b: Target): boolean {
  if (sameAmount(a, b) || a.fact.span.start === b.fact.span.start) return true
  const [one, other] = [a.fact, b.fact]
  const carried = one.implied.includes('subject') || other.implied.includes('subject')
  if (one.sentenceSpan.start === other.sentenceSpan.start && (one.commitment !== other.commitment || carried))
    return true
  return (one.op === '>=' && other.op === '<=') || (one.op === '<=' && other.op === '>=')
}

const TEN_TIMES = [10, 100, 1000, 10_000]

/** Whether one amount is exactly ten, a hundred, a thousand or ten thousand times the other: a slip of 万, 亿 or a point. */
export function isTenfold(a: Target, b: Target): boolean {
  const [small, large] = a.amount.lessThan(b.amount) ? [a.amount, b.amount] : [b.amount, a.amount]
  return !small.isZero() && TEN_TIMES.some((times) => small.times(times).equals(large))
}
