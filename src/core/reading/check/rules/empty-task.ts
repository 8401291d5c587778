import { withoutWhitespace } from '#core/kit'
import type { TaskFact } from '../../facts.ts'
import type { CheckContext } from '../context/check-context.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

/** Words between the title and the clause; fewer are no measure. */
const LEAST_WORDS = 4

/** How many words a task has besides its title and its clauses. */
function bodyLength({ reading, text }: CheckContext, task: TaskFact): number {
  const heading = task.heading === null ? undefined : reading.headings[task.heading]
  const clause = task.assignments.map((index) => reading.assignments[index])[0]
  if (!heading || !clause) return Number.POSITIVE_INFINITY
  const body = text.slice(heading.titleSpan.end, Math.max(heading.titleSpan.end, clause.span.start))
  return withoutWhitespace(body).replace(/[。，,；;：:]/g, '').length
}

function check(context: CheckContext): Hit[] {
  const lengths = context.reading.tasks.map((task) => bodyLength(context, task))
  const empty = lengths.filter((length) => length < LEAST_WORDS).length
  // Lists of titles with clauses are a style of their own.
  if (empty * 4 > lengths.length) return []
  return context.reading.tasks.flatMap((task, index): Hit[] => {
    const heading = task.heading === null ? undefined : context.reading.headings[task.heading]
    if (!heading || (lengths[index] ?? 0) >= LEAST_WORDS || heading.title.length > 40) return []
    return [{ places: [heading.span], detail: { title: task.title } }]
  })
}

/** A title with a clause, and nothing to do between them. */
export const emptyTask: PlanRule = {
  id: 'plan.emptyTask',
  severity: 'question',
  title: both('任务只有标题', 'A task that is only a title'),
  why: both(
    '其他任务都有具体措施，此条只有标题和责任单位，内容可能漏印。',
    'The other tasks say what is to be done; this one has a title and a clause only, as if its text was lost.',
  ),
  messages: {
    main: {
      message: both(
        '“{title}”只有标题和责任单位，没有措施或目标。',
        '“{title}” has a title and a clause, but no measure.',
      ),
      remedy: both('补上措施或目标。', 'Add what is to be done.'),
    },
  },
  examples: {
    valid: ['一、任务\n1.甲事。抓好甲事落实见效。（区教育局牵头）\n2.乙事。抓好乙事落实见效。（区教育局牵头）'],
    invalid: [
      '一、任务\n（一）甲事。抓好甲事落实见效。（区教育局牵头）\n（二）乙事。抓好乙事落实见效。（区教育局牵头）\n（三）丙事。抓好丙事落实见效。（区教育局牵头）\n⟦（四）提升灌溉能力⟧。（区水利局牵头）',
    ],
  },
  check,
}
