import { groupBy } from '#core/kit'
import type { CheckContext } from '../context/check-context.ts'
import type { UnitSpelling } from '../context/duties.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

function hits(names: readonly UnitSpelling[]): Hit[] {
  if (names.length < 2) return []
  const [main, ...others] = names.toSorted((a, b) => b.spans.length - a.spans.length)
  if (!main) return []
  return others.map((other) => ({
    places: [...other.spans, ...main.spans.slice(0, 1)],
    detail: { rare: other.name, common: main.name, rareTimes: other.spans.length, commonTimes: main.spans.length },
  }))
}

function check(context: CheckContext): Hit[] {
  return [...groupBy([...context.spellings().values()], (one) => one.key).values()].flatMap(hits)
}

/** One unit written in two ways: 市发改委 and 市发展改革委. */
export const unitAlias: PlanRule = {
  id: 'plan.unitAlias',
  severity: 'question',
  title: both('单位名称前后不一', 'One unit written in two ways'),
  why: both(
    '同一单位两种写法，清单、台账会当成两家。',
    'A unit written in two ways becomes two units in lists and ledgers.',
  ),
  messages: {
    main: {
      message: both(
        '“{rare}”（{rareTimes}处）与“{common}”（{commonTimes}处）疑为同一单位。',
        '“{rare}” ({rareTimes}×) and “{common}” ({commonTimes}×) seem to be one unit.',
      ),
      remedy: both(
        '统一为规范简称；确为两家的，可忽略。',
        'Use one name throughout; ignore this if they are two units.',
      ),
    },
  },
  examples: {
    valid: [
      '一、任务\n1.甲事。推进甲事落地见效。（市发展改革委牵头，市财政局配合）\n2.乙事。推进乙事落地见效。（市发展改革委牵头，市教育局配合）',
    ],
    invalid: [
      '一、任务\n1.甲事。推进甲事落地见效。（市发展改革委牵头，市财政局配合）\n2.乙事。推进乙事落地见效。（⟦市发改委⟧牵头，市教育局配合）',
      '一、任务\n1.甲事。推进甲事落地见效。（区住建局牵头，区财政局配合）\n2.乙事。推进乙事落地见效。（⟦区住房城乡建设局⟧牵头，区教育局配合）',
    ],
  },
  check,
}
