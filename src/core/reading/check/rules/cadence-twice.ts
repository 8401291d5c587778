import { groupBy } from '#core/kit'
import type { CadenceFact, CadencePeriod } from '../../facts.ts'
import type { CheckContext } from '../context/check-context.ts'
import { partOf } from '../context/targets.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

const PERIODS: Readonly<Record<CadencePeriod, string>> = {
  day: '日',
  week: '周',
  twoWeek: '双周（半月）',
  dekad: '旬',
  month: '月',
  quarter: '季',
  halfYear: '半年',
  year: '年',
}

interface Beat {
  readonly cadence: CadenceFact
  readonly period: CadencePeriod
  readonly act: string
}

/** Rows of beats (旬调度、月通报) of one section that give one act two periods. */
function contradictions(rows: readonly CadenceFact[]): Hit[] {
  const first = new Map<string, Beat>()
  const beats = rows.flatMap((cadence) => cadence.items.map((item) => ({ cadence, ...item })))
  return beats.flatMap((beat): Hit[] => {
    const known = first.get(beat.act)
    if (!known) {
      first.set(beat.act, beat)
      return []
    }
    if (known.period === beat.period || known.cadence === beat.cadence) return []
    const detail = { act: beat.act, first: PERIODS[known.period], second: PERIODS[beat.period] }
    return [{ places: [beat.cadence.span, known.cadence.span], detail }]
  })
}

function check({ reading }: CheckContext): Hit[] {
  const rows = reading.cadences.filter(({ items }) => items.length > 1)
  return [...groupBy(rows, ({ path }) => partOf(path)).values()].flatMap(contradictions)
}

/** One act with two rhythms in one section. */
export const cadenceTwice: PlanRule = {
  id: 'plan.cadenceTwice',
  severity: 'question',
  title: both('调度频次前后不一', 'One act with two rhythms'),
  why: both(
    '同一部分一处“旬调度”、一处“月调度”，填报单位不知按哪个报。',
    'Where one section dispatches by the ten days and by the month, nobody knows when to report.',
  ),
  messages: {
    main: {
      message: both(
        '“{act}”此处按{second}，前处按{first}。',
        '“{act}” has the period {second} here and {first} before.',
      ),
      remedy: both('统一频次；对象不同的，写明各管什么。', 'Use one rhythm; if the objects differ, name them.'),
    },
  },
  examples: {
    valid: ['一、机制\n实行“旬调度、月通报、季讲评”。坚持旬调度、月通报、季讲评。'],
    invalid: ['一、机制\n实行“旬调度、月通报、季讲评”。\n坚持⟦月调度、季通报、季讲评⟧。'],
  },
  check,
}
