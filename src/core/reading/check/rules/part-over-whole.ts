import type { CheckContext } from '../context/check-context.ts'
import { figureText } from '../context/targets.ts'
import type { Target } from '../context/targets.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

function hits(targets: readonly Target[]): Hit[] {
  return targets.flatMap((part, index) => {
    const whole = targets[index - 1]
    if (!part.isPart || !whole || whole.isPart || whole.unit !== part.unit) return []
    if (whole.fact.sentenceSpan.start !== part.fact.sentenceSpan.start || part.fact.unit === '%') return []
    if (!part.amount.greaterThan(whole.amount)) return []
    const detail = { part: figureText(part), whole: figureText(whole), subject: part.fact.subject }
    return [{ places: [part.fact.span, whole.fact.span], detail }]
  })
}

function check(context: CheckContext): Hit[] {
  return hits(context.targets())
}

/** 其中 that is more than the whole. */
export const partOverWhole: PlanRule = {
  id: 'plan.partOverWhole',
  severity: 'error',
  title: both('“其中”大于总数', 'A part larger than its whole'),
  why: both(
    '“其中”的数大于前面的总数，必有一处写错。',
    'Where 其中 is more than the total before it, one of the two is wrong.',
  ),
  messages: {
    main: {
      message: both('“其中”为{part}，大于总数{whole}。', 'The part ({part}) is larger than the whole ({whole}).'),
      remedy: both('核对两个数及单位。', 'Check both figures and their units.'),
    },
  },
  examples: {
    valid: ['一、任务\n城镇新增就业1000人，其中就业困难人员就业150人。'],
    invalid: ['一、任务\n城镇新增就业1000人，其中⟦就业困难人员就业1500人⟧。'],
  },
  check,
}
