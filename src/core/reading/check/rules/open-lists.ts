import { both, trait } from '../rule.ts'
import type { PlanRule } from '../rule.ts'

/** Responsibility clauses that 等 leaves open. */
export const openLists: PlanRule = {
  id: 'plan.openLists',
  severity: 'note',
  title: both('责任单位以“等”字收尾', 'Clauses left open by 等'),
  why: both(
    '“等”后面还有谁，文中没有说，未列名的单位不会认领。',
    '等 says that there are more units; those that are not named will not take the duty.',
  ),
  messages: {
    main: {
      message: both('全文有{count}条责任条款以“等”字收尾，单位未列全。', '{count} clauses are left open by 等.'),
      remedy: both(
        '列全单位，或由专班办公室逐条确定。',
        'Name all units, or let the task-force office close each list.',
      ),
    },
  },
  examples: {
    valid: ['一、任务\n1.甲事。抓甲事。（区教育局牵头，区财政局、区人社局按职责分工负责）'],
    invalid: [
      '一、任务\n1.甲事。抓甲事。⟦（区教育局牵头，区财政局、区人社局等按职责分工负责）⟧\n2.乙事。抓乙事。（区民政局牵头，区财政局、区人社局等按职责分工负责）',
    ],
  },
  check: ({ reading }) =>
    trait(
      reading.assignments.filter((one) => one.openList).map((one) => one.span),
      1,
    ),
}
