import type { CheckContext } from '../context/check-context.ts'
import { figureText } from '../context/targets.ts'
import type { Target } from '../context/targets.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

/** 达到, 总数: a state on a date, not what comes within the year. */
const STATE = /(?:达到?|总数|总量|累计|保有|实有|突破)/

function states(targets: readonly Target[], text: string): Target[] {
  return targets.filter(({ fact, isPart }) => {
    if (fact.kind !== 'level' || fact.measure !== 'stock' || isPart) return false
    return STATE.test(text.slice(fact.span.start, fact.span.end))
  })
}

function check({ subjects, text }: CheckContext): Hit[] {
  return [...subjects()].flatMap(([subject, targets]) => {
    if (subject.length < 4 || targets.length < 2) return []
    const increments = targets.filter(({ fact, isPart }) => fact.kind === 'increment' && !isPart)
    const increment = increments[0]
    if (!increment) return []
    const state = states(targets, text).find(
      (one) => one.unit === increment.unit && one.year === increment.year && !one.amount.greaterThan(increment.amount),
    )
    if (!state) return []
    const [first, second] = state.index < increment.index ? [state, increment] : [increment, state]
    return [
      {
        places: [second.fact.span, first.fact.span],
        detail: { subject, flow: figureText(increment), stock: figureText(state), path: first.fact.path },
      },
    ]
  })
}

/** 新增 as much as, or more than, there is to be altogether. */
export const stockFlow: PlanRule = {
  id: 'plan.stockFlow',
  severity: 'question',
  title: both('新增数与总数混用', 'An increment and a total that cannot both be meant'),
  why: both(
    '新增数不小于年末总数，多是把“新增”与“达到”混用，完成率无法计算。',
    'Where the increment is no smaller than the total, 新增 and 达到 have been mixed up; no rate can be computed.',
  ),
  messages: {
    main: {
      message: both(
        '“{subject}”一处新增{flow}，一处总数达{stock}，两数不能同时成立或有一处误用。',
        '“{subject}”: an increment of {flow} and a total of {stock}; one of them is probably the other.',
      ),
      remedy: both(
        '写明是新增还是总数，并核对基数。',
        'Say which is the increment and which the total, and check the base.',
      ),
    },
  },
  examples: {
    valid: ['一、目标\n高新技术企业总数达到24家。\n二、任务\n新增高新技术企业2家。'],
    invalid: ['一、目标\n高新技术企业总数达到12家。\n二、任务\n⟦新增高新技术企业12家⟧。'],
  },
  check,
}
