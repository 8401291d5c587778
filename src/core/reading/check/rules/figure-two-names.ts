import { groupBy } from '#core/kit'
import type { CheckContext } from '../context/check-context.ts'
import { figureText } from '../context/targets.ts'
import type { Target } from '../context/targets.ts'
import { isNearName } from '../near-names.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

const SHORTEST = 6
/** So many names under one figure are told apart by more than their names. */
const MOST_NAMES = 12

function twins(group: readonly Target[]): Hit[] {
  const names = [...groupBy(group, (one) => one.subject).values()]
  if (names.length < 2 || names.length > MOST_NAMES) return []
  return names.flatMap((own, index) => {
    const first = own[0]
    const twin = names.slice(0, index).find((other) => {
      const known = other[0]
      return known && first && known.fact.path !== first.fact.path && isNearName(known.subject, first.subject)
    })?.[0]
    if (!first || !twin) return []
    const detail = {
      first: twin.fact.subject,
      second: first.fact.subject,
      figure: figureText(first),
      path: twin.fact.path,
    }
    return [{ places: [first.fact.span, twin.fact.span], detail }]
  })
}

function check(context: CheckContext): Hit[] {
  const own = context.targets().filter(({ subject, unit }) => subject.length >= SHORTEST && unit !== '%')
  const groups = groupBy(
    own,
    ({ fact, amount, unit, subject }) => `${fact.kind}|${amount.toString()}|${unit}|${subject.slice(0, 2)}`,
  )
  return [...groups.values()].flatMap(twins)
}

/** One figure under two names: 专精特新企业5家 and 专精特新中小企业5家. */
export const figureTwoNames: PlanRule = {
  id: 'plan.figureTwoNames',
  severity: 'question',
  title: both('同一数值两种名称', 'One figure under two names'),
  why: both(
    '同一个数前后两种叫法，会被当成两个指标分别填报、考核。',
    'One figure under two names becomes two indicators that are reported and judged apart.',
  ),
  messages: {
    main: {
      message: both(
        '{figure}此处称“{second}”，{path}处称“{first}”，疑为同一指标。',
        '{figure} is called “{second}” here and “{first}” under {path}: probably one indicator.',
      ),
      remedy: both(
        '统一名称；确为两个指标的，写明区别。',
        'Use one name; if they are two indicators, say how they differ.',
      ),
    },
  },
  examples: {
    valid: [
      '一、目标\n新增省级专精特新中小企业5家。\n二、任务\n新增省级专精特新中小企业5家。',
      '一、目标\n新增省级专精特新中小企业5家。\n二、任务\n新增省级企业技术中心5家。',
    ],
    invalid: ['一、目标\n新增省级以上专精特新中小企业5家。\n二、任务\n⟦新增省级以上专精特新企业5家⟧。'],
  },
  check,
}
