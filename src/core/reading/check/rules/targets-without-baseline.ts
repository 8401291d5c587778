import type { CheckContext } from '../context/check-context.ts'
import { both, trait } from '../rule.ts'
import type { PlanRule } from '../rule.ts'

/** 比2020年, 较上年, 同比, 在…基础上: the sentence says from where. */
const BASE = /比20\d{2}|较20\d{2}|比上年|较上年|同比|比去年|较去年|基础上|从\d|基数|年均|每年/

function without({ reading, text }: CheckContext) {
  return reading.indicators.filter(
    ({ kind, unit, sentenceSpan }) =>
      kind === 'decline' && unit !== '' && !BASE.test(text.slice(sentenceSpan.start, sentenceSpan.end)),
  )
}

/** Falls that do not say from where. */
export const targetsWithoutBaseline: PlanRule = {
  id: 'plan.targetsWithoutBaseline',
  severity: 'note',
  title: both('下降目标未写基期', 'Falls without a baseline'),
  why: both(
    '“下降15%”不写比哪一年，只能判断完成与否，算不出进度。',
    '“Falls by 15 %” without a year to compare with can be met or missed, but has no progress.',
  ),
  messages: {
    main: {
      message: both('有{count}项下降目标未写基期。', '{count} falls do not say from which year.'),
      remedy: both('写明“比××年”，并备基数。', 'Name the year, and keep the base figure at hand.'),
    },
  },
  examples: {
    valid: ['一、目标\n单位生产总值能耗比2025年下降14%。'],
    invalid: ['一、目标\n⟦单位生产总值能耗下降14%⟧。'],
  },
  check: (context) =>
    trait(
      without(context).map(({ span }) => span),
      1,
    ),
}
