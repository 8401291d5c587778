import { both, trait } from '../rule.ts'
import type { PlanRule } from '../rule.ts'

/** Targets that no responsibility clause covers. */
export const targetsWithoutOwner: PlanRule = {
  id: 'plan.targetsWithoutOwner',
  severity: 'note',
  title: both('目标未落到单位', 'Targets without an owner'),
  why: both(
    '没有责任单位的目标无人填报；在总目标里提出的，需由办公室逐项指定。',
    'Nobody reports a target without an owner; those of the preamble have to be assigned by the office.',
  ),
  messages: {
    main: {
      message: both(
        '有{count}项量化目标（共{all}项）没有责任单位。',
        '{count} of {all} targets have no responsible unit.',
      ),
      remedy: both('逐项指定责任单位，或在附件中写明。', 'Assign each, or name the units in an annex.'),
    },
  },
  examples: {
    valid: ['一、任务\n1.就业。城镇新增就业1000人。（区人社局牵头）'],
    invalid: ['一、目标\n⟦城镇新增就业1000人⟧。\n二、任务\n1.甲事。抓好甲事。（区人社局牵头）'],
  },
  check: ({ reading }) =>
    trait(
      reading.indicators.filter(({ owner }) => owner === null).map(({ span }) => span),
      1,
      { all: reading.indicators.length },
    ),
}
