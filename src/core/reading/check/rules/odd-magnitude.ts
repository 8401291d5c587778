import type { CheckContext } from '../context/check-context.ts'
import { figureText, isTenfold } from '../context/targets.ts'
import type { Target } from '../context/targets.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

function hits(group: readonly Target[]): Hit[] {
  const first = group[0]
  if (!first) return []
  const odd = group
    .slice(1)
    .find((one) => isTenfold(first, one) && one.fact.sentenceSpan.start !== first.fact.sentenceSpan.start)
  if (!odd) return []
  return [
    {
      places: [odd.fact.span, first.fact.span],
      detail: {
        subject: odd.fact.subject,
        first: figureText(first),
        second: figureText(odd),
        firstPath: first.fact.path,
      },
    },
  ]
}

function check({ twins }: CheckContext): Hit[] {
  return twins().flatMap((group) => {
    const [first] = group
    return !first || first.subject.length < 4 || first.fact.unit === '%' ? [] : hits(group)
  })
}

/** One subject with two figures that differ by exactly a power of ten. */
export const oddMagnitude: PlanRule = {
  id: 'plan.oddMagnitude',
  severity: 'error',
  title: both('数量级前后不符', 'A figure ten or ten thousand times its twin'),
  why: both(
    '同一指标两处恰好相差十倍、百倍或一万倍，多为“万”“亿”或小数点之误。',
    'Two figures for one subject that differ by exactly a power of ten are a slip of 万, 亿 or the point.',
  ),
  messages: {
    main: {
      message: both(
        '“{subject}”此处为{second}，{firstPath}处为{first}，数量级不符。',
        '“{subject}” is {second} here, but {first} under {firstPath}: another order of magnitude.',
      ),
      remedy: both('核对单位与小数点。', 'Check the unit and the decimal point.'),
    },
  },
  examples: {
    valid: [
      '一、目标\n新增发放创业担保贷款1300万元。\n二、任务\n新增发放创业担保贷款0.13亿元。',
      '一、目标\n新建电动汽车充电桩4个。\n二、任务\n新建电动汽车充电桩6个。',
    ],
    invalid: ['一、目标\n新增发放创业担保贷款1300万元。\n二、任务\n⟦新增发放创业担保贷款1300亿元⟧。'],
  },
  check,
}
