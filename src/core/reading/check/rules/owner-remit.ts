import type { CheckContext } from '../context/check-context.ts'
import { foreignMatters } from '../remits.data.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

/** Bodies that a matter is usually led by; where one of them leads too, nothing is asked. */
function check({ reading }: CheckContext): Hit[] {
  const remits = new Map<string, RegExp | null>()
  const foreignTo = (unit: string): RegExp | null => {
    if (remits.has(unit)) return remits.get(unit) ?? null
    const known = foreignMatters.find(([body]) => body.test(unit))?.[1] ?? null
    remits.set(unit, known)
    return known
  }
  return reading.tasks.flatMap((task): Hit[] => {
    const clauses = task.assignments.flatMap((index) => reading.assignments[index] ?? [])
    const leads = clauses.flatMap(({ duties }) => duties.filter(({ role }) => role === 'lead'))
    const [lead, second] = leads
    if (!lead || second) return []
    const matter = foreignTo(lead.unit)?.exec(task.title.slice(0, 30))?.[0]
    return matter === undefined
      ? []
      : [{ places: [lead.span], detail: { unit: lead.unit, matter, title: task.title.slice(0, 24) } }]
  })
}

/** A lead whose own field is another one. */
export const ownerRemit: PlanRule = {
  id: 'plan.ownerRemit',
  severity: 'question',
  title: both('牵头单位与事项不对口', 'A lead outside its remit'),
  why: both(
    '牵头单位的职能与事项不相干，可能是复制时错了一行；如按链长制、包联制分工，应写明。',
    'The matter is foreign to the lead’s own field: a line may have slipped; if posts are assigned that way, say so.',
  ),
  messages: {
    main: {
      message: both(
        '“{title}”由“{unit}”牵头，与其职能（{matter}）似不对口。',
        '“{title}” is led by “{unit}”, whose field is not {matter}.',
      ),
      remedy: both(
        '核对牵头单位；属包联分工的，可忽略。',
        'Check the lead; ignore this if posts are assigned that way.',
      ),
    },
  },
  examples: {
    valid: ['一、任务\n1.做强装备制造产业。抓好龙头企业培育。（区工信局牵头，区教育局配合）'],
    invalid: ['一、任务\n1.做强装备制造产业。抓好龙头企业培育。（⟦区教育局⟧牵头，区工信局配合）'],
  },
  check,
}
