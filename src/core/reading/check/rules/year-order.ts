import { groupBy } from '#core/kit'
import type { CheckContext } from '../context/check-context.ts'
import { figureText } from '../context/targets.ts'
import type { Target } from '../context/targets.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

/** A later year may promise less of what has to fall, and never less of what has to rise. */
function goesBack(earlier: Target, later: Target): boolean {
  const falls = earlier.fact.op === '<=' || earlier.fact.measure === 'reduce'
  return falls ? later.amount.greaterThan(earlier.amount) : later.amount.lessThan(earlier.amount)
}

function hits(group: readonly Target[]): Hit[] {
  const byYear = group.toSorted((a, b) => a.year.localeCompare(b.year))
  return byYear.slice(1).flatMap((later, index) => {
    const earlier = byYear[index]
    if (!earlier || earlier.year === later.year || !goesBack(earlier, later)) return []
    const detail = {
      subject: later.fact.subject,
      earlier: figureText(earlier),
      later: figureText(later),
      earlierYear: earlier.year,
      laterYear: later.year,
    }
    return [{ places: [later.fact.span, earlier.fact.span], detail }]
  })
}

function check(context: CheckContext): Hit[] {
  return [...context.subjects()].flatMap(([subject, targets]) => {
    if (subject.length < 4 || targets.length < 2) return []
    const states = targets.filter(({ fact }) => fact.kind === 'level' && fact.measure !== 'flow' && fact.due !== null)
    return [...groupBy(states, ({ fact, unit }) => `${unit}|${fact.op === '<='}`).values()].flatMap(hits)
  })
}

/** Targets of several years that go the wrong way. */
export const yearOrder: PlanRule = {
  id: 'plan.yearOrder',
  severity: 'question',
  title: both('分年目标倒挂', 'Yearly targets that go back'),
  why: both(
    '后一年的目标低于前一年，多为年份或数字写反。',
    'A later year that promises less than an earlier one is mostly a year or a figure exchanged.',
  ),
  messages: {
    main: {
      message: both(
        '“{subject}”{laterYear}年为{later}，不及{earlierYear}年的{earlier}。',
        '“{subject}” is {later} for {laterYear}, short of {earlier} for {earlierYear}.',
      ),
      remedy: both('核对年份与数值。', 'Check years and figures.'),
    },
  },
  examples: {
    valid: ['一、目标\n到2026年，全市森林覆盖率达到40%。\n二、任务\n到2027年，全市森林覆盖率达到42%。'],
    invalid: ['一、目标\n到2026年，全市森林覆盖率达到42%。\n二、任务\n到2027年，⟦全市森林覆盖率达到40%⟧。'],
  },
  check,
}
