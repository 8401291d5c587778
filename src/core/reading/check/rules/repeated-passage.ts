import type { SentenceFact } from '../../facts.ts'
import type { CheckContext } from '../context/check-context.ts'
import { partOf } from '../context/targets.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

const SHORTEST = 24

function isOwn({ uses }: SentenceFact): boolean {
  return !uses.some((use) => use === 'clause' || use === 'meta' || use === 'heading' || use === 'taskForce')
}

function check({ reading, text }: CheckContext): Hit[] {
  const first = new Map<string, SentenceFact>()
  return reading.sentences.flatMap((sentence): Hit[] => {
    const { start, end } = sentence.span
    if (end - start < SHORTEST || !isOwn(sentence)) return []
    const key = `${partOf(sentence.path)} ${text.slice(start, end)}`
    const before = first.get(key)
    if (!before) {
      first.set(key, sentence)
      return []
    }
    if (before.path === sentence.path && start - before.span.end < 2) return []
    return [{ places: [sentence.span, before.span], detail: { path: before.path } }]
  })
}

/** One sentence twice in one section. */
export const repeatedPassage: PlanRule = {
  id: 'plan.repeatedPassage',
  severity: 'question',
  title: both('同一部分内整句重复', 'One sentence twice in one section'),
  why: both(
    '同一部分两条写着同一句话，多为粘贴后忘了改，责任单位却不同。',
    'The same sentence under two items of one section is mostly a paste that was not edited.',
  ),
  messages: {
    main: {
      message: both('此句与{path}处完全相同。', 'The same sentence stands under {path}.'),
      remedy: both('删去一处，或改为应写的内容。', 'Delete one, or write what was meant.'),
    },
  },
  examples: {
    valid: [
      '一、目标\n聚焦重点领域和关键环节，持续开展专项整治和风险隐患排查。\n二、任务\n聚焦重点领域和关键环节，持续开展专项整治和风险隐患排查。',
    ],
    invalid: [
      '一、任务\n（一）甲事。聚焦重点领域和关键环节，持续开展专项整治和风险隐患排查。\n（二）乙事。⟦聚焦重点领域和关键环节，持续开展专项整治和风险隐患排查。⟧',
    ],
  },
  check,
}
