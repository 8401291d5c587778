import { dec } from '#core/kit'
import type { IndicatorFact, PlanReading } from '../../facts.ts'
import type { Hit, PlanRule } from '../rule.ts'

const SCOPE = /^(?:全省|全市|全区|全县|全州|我省|我市|我区|我县|本市|本区)|[“”"\s]/g

function subjectKey(one: IndicatorFact): string {
  return one.subject.replace(SCOPE, '').replace(/(?:总量|总额)?达?$/, '')
}

/** Targets can only contradict where subject, kind, unit and date are the same. */
function key(one: IndicatorFact, year: number | null): string {
  return [subjectKey(one), one.kind, one.unit, (one.due ?? `${year ?? ''}-12-31`).slice(0, 4)].join('|')
}

function sameNumber(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : dec(a).equals(dec(b))
}

/** 下降14%,力争下降14.5% is a floor and an aim, no contradiction; bounds of both sides are a range. */
function agree(a: IndicatorFact, b: IndicatorFact): boolean {
  if (sameNumber(a.value, b.value) && sameNumber(a.valueHigh, b.valueHigh)) return true
  if (a.span.start === b.span.start) return true
  const together = a.sentenceSpan.start === b.sentenceSpan.start
  if (together && (a.commitment !== b.commitment || a.implied.includes('subject') || b.implied.includes('subject')))
    return true
  return (a.op === '>=' && b.op === '<=') || (a.op === '<=' && b.op === '>=')
}

const figure = (one: IndicatorFact) => `${one.value ?? ''}${one.valueHigh ? `—${one.valueHigh}` : ''}${one.unit}`

function hit(a: IndicatorFact, b: IndicatorFact): Hit {
  const firm = a.kind === 'growth' || a.kind === 'decline' || a.unit === '%'
  return {
    places: [b.span, a.span],
    detail: { subject: b.subject, first: figure(a), second: figure(b), firstPath: a.path, secondPath: b.path },
    severity: firm && a.path !== b.path ? 'error' : 'question',
  }
}

function check(reading: PlanReading): Hit[] {
  const groups = new Map<string, IndicatorFact[]>()
  for (const one of reading.indicators) {
    if (one.value === null || subjectKey(one).length < 3 || one.kind === 'rank') continue
    const name = key(one, reading.meta.year)
    const group = groups.get(name)
    if (group) group.push(one)
    else groups.set(name, [one])
  }
  return [...groups.values()].flatMap((group) => {
    const first = group[0]
    return first ? group.slice(1).flatMap((one) => (agree(first, one) ? [] : [hit(first, one)])) : []
  })
}

/** One subject with two targets, in one text or between master plan and annex. */
export const contradictoryTargets: PlanRule = {
  id: 'plan.contradictoryTargets',
  severity: 'error',
  title: { zh: '同一指标前后不一', en: 'One subject with two targets' },
  why: {
    zh: '同一指标在总体方案与附件（或前后两处）数值不同，责任单位无从执行，考核也无依据。',
    en: 'A subject promised with two figures cannot be carried out or judged: master plan and annex, or two passages, differ.',
  },
  messages: {
    main: {
      message: {
        zh: '“{subject}”此处为{second}，{firstPath}处为{first}。',
        en: '“{subject}” is {second} here, but {first} under {firstPath}.',
      },
      remedy: { zh: '核定一个数，两处改为一致。', en: 'Settle on one figure and write it in both places.' },
    },
  },
  examples: {
    valid: [
      '一、目标\n社会消费品零售总额增长6%以上。\n二、任务\n实现社会消费品零售总额增长6%以上。',
      '一、目标\n到2025年，单位生产总值能耗下降14%，力争下降14.5%。',
      '一、目标\n固定资产投资增长7%。\n二、任务\n固定资产投资增长7.0%。',
      '一、目标\n到2024年，森林覆盖率达到40%。\n二、任务\n到2025年，森林覆盖率达到42%。',
    ],
    invalid: ['一、目标\n社会消费品零售总额增长6%以上。\n二、任务\n实现社会消费品零售总额增长7%以上。'],
  },
  check,
}
