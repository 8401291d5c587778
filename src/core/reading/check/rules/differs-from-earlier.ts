import type { PlanReading } from '../../facts.ts'
import type { CheckContext } from '../context/check-context.ts'
import { figureText, isGeneric, sameAmount, targetsOf } from '../context/targets.ts'
import type { Target } from '../context/targets.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

const keyOf = ({ subject, fact, unit, year, isNew }: Target): string =>
  `${subject}|${fact.kind}|${unit}|${year}|${isNew}`

/** Targets that a text promises once: what it names with several figures cannot be held against another text. */
function singles(targets: readonly Target[]): Map<string, Target> {
  const found = new Map<string, Target | null>()
  for (const target of targets) {
    const { subject, fact, isPart } = target
    if (isPart || fact.kind === 'rank' || subject.length < 3 || isGeneric(subject)) continue
    const key = keyOf(target)
    const before = found.get(key)
    found.set(key, before === undefined || (before !== null && sameAmount(before, target)) ? target : null)
  }
  return new Map([...found].flatMap(([key, target]) => (target === null ? [] : [[key, target] as const])))
}

function heldAgainst(earlier: PlanReading, own: ReadonlyMap<string, Target>): Hit[] {
  const before = singles(targetsOf(earlier))
  return [...own].flatMap(([key, target]): Hit[] => {
    const old = before.get(key)
    if (!old || sameAmount(old, target)) return []
    const detail = {
      subject: target.fact.subject,
      first: figureText(old),
      second: figureText(target),
      title: earlier.meta.title ?? '',
      year: target.year,
    }
    return [{ places: [target.fact.span], detail }]
  })
}

function check({ targets, earlier }: CheckContext): Hit[] {
  if (earlier.length === 0) return []
  const own = singles(targets())
  return earlier.flatMap((one) => heldAgainst(one, own))
}

/** A figure for a subject and a year that an earlier version, or the plan of another year, gave otherwise. */
export const differsFromEarlier: PlanRule = {
  id: 'plan.differsFromEarlier',
  severity: 'question',
  title: both('与此前文本的指标不一致', 'Another figure than in an earlier text'),
  why: both(
    '同一指标、同一目标年度，与此前版本或往年方案写的数不同：要么有意调整并说明，要么抄错。',
    'One subject for one year has another figure than in an earlier version or year’s plan: meant and to be explained, or a slip.',
  ),
  messages: {
    main: {
      message: both(
        '“{subject}”{year}年目标此处为{second}，《{title}》为{first}。',
        '“{subject}” for {year} is {second} here, but {first} in “{title}”.',
      ),
      remedy: both('确属调整的，写明调整依据；否则改为一致。', 'Say why it was changed, or write the same figure.'),
    },
  },
  examples: {
    valid: [
      '某县2025年攻坚方案\n一、目标\n到2027年，规上工业企业达到60家。\n=====\n某县2026年攻坚方案\n一、目标\n到2027年，规上工业企业达到60家。',
      '某县2025年攻坚方案\n一、目标\n社会消费品零售总额增长6%。\n=====\n某县2026年攻坚方案\n一、目标\n社会消费品零售总额增长5%。',
    ],
    invalid: [
      '某县2025年攻坚方案\n一、目标\n到2027年，规上工业企业达到60家。\n=====\n某县2026年攻坚方案\n一、目标\n到2027年，⟦规上工业企业达到50家⟧。',
    ],
  },
  check,
}
