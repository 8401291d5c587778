import type { CheckContext } from '../context/check-context.ts'
import { agree, figureText, isGeneric, isTenfold, sameAmount } from '../context/targets.ts'
import type { Target } from '../context/targets.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

/** Three and more figures for one subject are no contradiction but an attribute of several things (奖补, 产值). */
const MOST_FIGURES = 2

/** One finding however often the second figure stands in the text. */
function hit(a: Target, all: readonly Target[]): Hit[] {
  const [b] = all
  if (!b) return []
  const firm = a.fact.kind === 'growth' || a.fact.kind === 'decline' || a.unit === '%'
  return [
    {
      places: [b.fact.span, a.fact.span, ...all.slice(1).map(({ fact }) => fact.span)],
      detail: {
        subject: b.fact.subject,
        first: figureText(a),
        second: figureText(b),
        firstPath: a.fact.path,
        secondPath: b.fact.path,
      },
      severity: firm && a.fact.path !== b.fact.path ? 'error' : 'question',
    },
  ]
}

function contradictions(group: readonly Target[]): Hit[] {
  const first = group[0]
  if (!first || group.length < 2) return []
  const figures: Target[] = []
  for (const one of group) if (!figures.some((known) => sameAmount(known, one))) figures.push(one)
  if (figures.length > MOST_FIGURES) return []
  return hit(
    first,
    group.slice(1).filter((one) => !agree(first, one) && !isTenfold(first, one)),
  )
}

function check({ twins }: CheckContext): Hit[] {
  return twins().flatMap((group) => {
    const subject = group[0]?.subject ?? ''
    return subject.length < 3 || isGeneric(subject) ? [] : contradictions(group)
  })
}

/** One subject with two targets, in one text or between master plan and annex. */
export const contradictoryTargets: PlanRule = {
  id: 'plan.contradictoryTargets',
  severity: 'error',
  title: both('同一指标前后不一', 'One subject with two targets'),
  why: both(
    '同一指标在总体方案与附件（或前后两处）数值不同，责任单位无从执行，考核也无依据。',
    'A subject promised with two figures cannot be carried out or judged: master plan and annex, or two passages, differ.',
  ),
  messages: {
    main: {
      message: both(
        '“{subject}”此处为{second}，{firstPath}处为{first}。',
        '“{subject}” is {second} here, but {first} under {firstPath}.',
      ),
      remedy: both('核定一个数，两处改为一致。', 'Settle on one figure and write it in both places.'),
    },
  },
  examples: {
    valid: [
      '一、目标\n社会消费品零售总额增长6%以上。\n二、任务\n实现社会消费品零售总额增长6%以上。',
      '一、目标\n到2025年，单位生产总值能耗下降14%，力争下降14.5%。',
      '一、目标\n固定资产投资增长7%。\n二、任务\n固定资产投资增长7.0%。',
      '一、目标\n到2024年，森林覆盖率达到40%。\n二、任务\n到2025年，森林覆盖率达到42%。',
      '一、目标\n运行传统市场14个，新开通传统市场12个。',
      '一、目标\n新增规模以上工业企业16家，其中6月底前新增规模以上工业企业6家。',
    ],
    invalid: ['一、目标\n社会消费品零售总额增长6%以上。\n二、任务\n实现⟦社会消费品零售总额增长7%以上⟧。'],
  },
  check,
}
