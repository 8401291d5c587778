import { both } from '../rule.ts'
import type { PlanRule } from '../rule.ts'

/** A deadline that had passed when the plan was issued. */
export const pastDeadline: PlanRule = {
  id: 'plan.pastDeadline',
  severity: 'question',
  title: both('时限早于印发日期或计划年度', 'A deadline before the plan was issued'),
  why: both(
    '印发时已过期的时限一开始就是逾期，多为沿用旧稿或年份写错。',
    'A deadline that had passed on the day of issue is overdue from the start: an old draft, or a wrong year.',
  ),
  messages: {
    main: {
      message: both('时限{due}早于印发日期{issued}。', 'The deadline {due} lies before the day of issue, {issued}.'),
      remedy: both('改正年份，或去掉已完成的事项。', 'Correct the year, or leave out what is done.'),
    },
  },
  examples: {
    valid: [
      '关于印发方案的通知\n青澜区人民政府办公室\n2026年3月20日\n青澜区2026年工作方案\n一、任务\n2026年6月底前完成验收。',
    ],
    invalid: [
      '关于印发方案的通知\n青澜区人民政府办公室\n2026年3月20日\n青澜区2026年工作方案\n一、任务\n⟦2026年2月底前⟧完成验收。',
    ],
  },
  check: ({ reading }) => {
    const issued = reading.meta.issuedOn
    if (issued === null) return []
    return reading.deadlines.flatMap(({ due, span }) =>
      due < issued ? [{ places: [span], detail: { due, issued } }] : [],
    )
  },
}
