import { both, trait } from '../rule.ts'
import type { PlanRule } from '../rule.ts'

/** Promises in words that no test decides. */
export const untestedPromises: PlanRule = {
  id: 'plan.untestedPromises',
  severity: 'note',
  title: both('定性目标没有衡量办法', 'Promises without a test'),
  why: both(
    '“明显改善”“显著提升”到年底无法判定是否完成。',
    'Whether something has “clearly improved” cannot be decided at the end of the year.',
  ),
  messages: {
    main: {
      message: both('有{count}处定性目标没有写如何衡量。', '{count} promises in words do not say how they are tested.'),
      remedy: both(
        '补上可判定的办法（同比、排名、满意度、清单完成数）。',
        'Add a test: year on year, a rank, a survey, a list that is worked off.',
      ),
    },
  },
  examples: {
    valid: ['一、目标\n城镇新增就业1000人。'],
    invalid: ['一、目标\n⟦城乡人居环境明显改善⟧。'],
  },
  check: ({ reading }) =>
    trait(
      reading.qualitative.map(({ span }) => span),
      1,
    ),
}
