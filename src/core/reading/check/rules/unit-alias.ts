import type { Span } from '#core/kit'
import type { PlanReading } from '../../facts.ts'
import type { Hit, PlanRule } from '../rule.ts'
import { isGroup, unitKey } from '../unit-key.ts'

interface Spelling {
  readonly name: string
  readonly spans: Span[]
}

function spellings(reading: PlanReading): Map<string, Map<string, Spelling>> {
  const keys = new Map<string, Map<string, Spelling>>()
  for (const { unit, span } of reading.assignments.flatMap((one) => one.duties)) {
    if (isGroup(unit)) continue
    const names = keys.get(unitKey(unit)) ?? new Map<string, Spelling>()
    keys.set(unitKey(unit), names)
    const folded = unit.normalize('NFKC')
    const spelling = names.get(folded)
    if (spelling) spelling.spans.push(span)
    else names.set(folded, { name: unit, spans: [span] })
  }
  return keys
}

function hits(names: Map<string, Spelling>): Hit[] {
  const [main, ...others] = [...names.values()].sort((a, b) => b.spans.length - a.spans.length)
  if (!main) return []
  return others.map((other) => ({
    places: [...other.spans, ...main.spans.slice(0, 1)],
    detail: { rare: other.name, common: main.name, rareTimes: other.spans.length, commonTimes: main.spans.length },
  }))
}

/** One unit written in two ways: 市发改委 and 市发展改革委. */
export const unitAlias: PlanRule = {
  id: 'plan.unitAlias',
  severity: 'question',
  title: { zh: '单位名称前后不一', en: 'One unit written in two ways' },
  why: {
    zh: '同一单位两种写法，清单、台账会当成两家。',
    en: 'A unit written in two ways becomes two units in lists and ledgers.',
  },
  messages: {
    main: {
      message: {
        zh: '“{rare}”（{rareTimes}处）与“{common}”（{commonTimes}处）疑为同一单位。',
        en: '“{rare}” ({rareTimes}×) and “{common}” ({commonTimes}×) seem to be one unit.',
      },
      remedy: {
        zh: '统一为规范简称；确为两家的，可忽略。',
        en: 'Use one name throughout; ignore this if they are two units.',
      },
    },
  },
  examples: {
    valid: [
      '一、任务\n1.甲事。推进甲事落地见效。（市发展改革委牵头，市财政局配合）\n2.乙事。推进乙事落地见效。（市发展改革委牵头，市教育局配合）',
    ],
    invalid: [
      '一、任务\n1.甲事。推进甲事落地见效。（市发展改革委牵头，市财政局配合）\n2.乙事。推进乙事落地见效。（市发改委牵头，市教育局配合）',
      '一、任务\n1.甲事。推进甲事落地见效。（区住建局牵头，区财政局配合）\n2.乙事。推进乙事落地见效。（区住房城乡建设局牵头，区教育局配合）',
    ],
  },
  check: (reading) => [...spellings(reading).values()].flatMap(hits),
}
