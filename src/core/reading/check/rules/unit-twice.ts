import type { AssignmentFact } from '../../facts.ts'
import type { CheckContext } from '../context/check-context.ts'
import type { Hit, PlanRule } from '../rule.ts'

function doubles({ keyOf }: CheckContext, assignment: AssignmentFact): Hit[] {
  const first = new Map<string, AssignmentFact['duties'][number]>()
  return assignment.duties.flatMap((duty) => {
    const { key } = keyOf(duty.unit)
    const before = first.get(key)
    if (before) return [{ places: [duty.span, before.span], detail: { unit: duty.unit, path: assignment.path } }]
    first.set(key, duty)
    return []
  })
}

/** One unit named twice in one responsibility clause. */
export const unitTwice: PlanRule = {
  id: 'plan.unitTwice',
  severity: 'error',
  title: { zh: '同一责任条款中单位重复', en: 'A unit twice in one clause' },
  why: {
    zh: '同一单位列了两次，常是另一单位被误写，应列的单位漏了。',
    en: 'A unit listed twice often stands where another unit was meant, which is then missing.',
  },
  messages: {
    main: {
      message: { zh: '“{unit}”在同一责任条款中出现两次。', en: '“{unit}” is named twice in one clause.' },
      remedy: { zh: '删去一处；如系误写，改为应列的单位。', en: 'Delete one, or put the unit that was meant.' },
    },
  },
  examples: {
    valid: ['一、任务\n（一）优化服务。推进全程代办。（区审批局牵头，区财政局、区司法局按职责分工负责）'],
    invalid: [
      '一、任务\n（一）便利往来。提供便利措施。（区科技局、区公安分局、区人社局、区商务局、⟦区人社局⟧按职责分工负责）',
      '一、任务\n（一）优化服务。推进代办。（区发改局牵头，区财政局、⟦区发展改革局⟧按职责分工负责）',
    ],
  },
  check: (context) => context.reading.assignments.flatMap((one) => doubles(context, one)),
}
