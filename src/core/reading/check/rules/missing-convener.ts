import { both } from '../rule.ts'
import type { PlanRule } from '../rule.ts'

/** A task force with members, but nobody who calls it together. */
export const missingConvener: PlanRule = {
  id: 'plan.missingConvener',
  severity: 'question',
  title: both('专班未明确召集人', 'A task force without a convener'),
  why: both(
    '没有召集人（组长），专班由谁调度、向谁报告都不清楚。',
    'Without a convener nobody knows who calls the task force together and who answers for it.',
  ),
  messages: {
    main: {
      message: both(
        '“{force}”列了{count}个成员单位，但未明确召集人或组长。',
        '{force} has {count} members, but no convener or head is named.',
      ),
      remedy: both('写明召集人（职务即可）。', 'Name the convener; the post is enough.'),
    },
  },
  examples: {
    valid: [
      '一、机制\n成立强工行动工作专班，由分管副区长任召集人，成员单位包括区工信局、区财政局、区税务局等，专班办公室设在区工信局。',
    ],
    invalid: ['一、机制\n⟦成立强工行动工作专班，成员单位包括区工信局、区财政局、区税务局等，专班办公室设在区工信局⟧。'],
  },
  check: ({ reading }) =>
    reading.taskForces.flatMap((force) =>
      force.convener === null && force.deputies.length === 0 && force.members.length >= 2
        ? [{ places: [force.span], detail: { force: force.name, count: force.members.length } }]
        : [],
    ),
}
