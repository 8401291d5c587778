import { both, trait } from '../rule.ts'
import type { PlanRule } from '../rule.ts'

/** A text whose clauses name several units and, as a habit, no lead. */
export const leadStyle: PlanRule = {
  id: 'plan.leadStyle',
  severity: 'note',
  title: both('责任条款普遍未明确牵头单位', 'Clauses without a lead throughout'),
  why: both(
    '多家单位并列而无牵头，填报、审签由谁负责需由办公室逐条确定。',
    'Where several units stand side by side, the office has to choose who reports and signs, clause by clause.',
  ),
  messages: {
    main: {
      message: both(
        '全文有{count}条责任条款列出多家单位而未明确牵头单位（共{all}条）。',
        '{count} of {all} clauses name several units and no lead.',
      ),
      remedy: both(
        '如体例如此，写明“排在首位的为牵头单位”。',
        'If this is the style of the text, state once that the first named unit leads.',
      ),
    },
  },
  examples: {
    valid: ['一、任务\n1.甲事。抓甲事。（区教育局牵头，区财政局配合）\n2.乙事。抓乙事。（区民政局牵头，区财政局配合）'],
    invalid: [
      '一、任务\n1.甲事。抓甲事。⟦（区教育局、区财政局按职责分工负责）⟧\n2.乙事。抓乙事。（区民政局、区财政局按职责分工负责）\n3.丙事。抓丙事。（区商务局、区财政局按职责分工负责）',
    ],
  },
  check: ({ reading }) => {
    const clauses = reading.assignments.filter((one) => one.form !== 'running')
    const without = clauses.filter(({ duties }) => duties.length > 1 && duties.every(({ role }) => role !== 'lead'))
    if (without.length * 2 < clauses.length) return []
    return trait(
      without.map((one) => one.span),
      3,
      { all: clauses.length },
    )
  },
}
