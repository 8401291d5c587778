import { groupBy } from '#core/kit'
import type { AssignmentFact } from '../../facts.ts'
import type { CheckContext } from '../context/check-context.ts'
import { partOf } from '../context/targets.ts'
import type { Hit, PlanRule } from '../rule.ts'

const hasLead = (one: AssignmentFact) => one.duties.some((duty) => duty.role === 'lead')
const LEAST = 3

function hits(clauses: readonly AssignmentFact[], part: string): Hit[] {
  const led = clauses.filter(hasLead)
  const without = clauses.filter((one) => !hasLead(one) && one.duties.length > 1)
  if (led.length < LEAST || led.length < without.length * 2) return []
  const model = led[0]
  return without.map((one) => ({
    places: model ? [one.span, model.span] : [one.span],
    detail: { part, led: led.length, all: clauses.length, path: one.path },
  }))
}

function check({ reading }: CheckContext): Hit[] {
  const clauses = reading.assignments.filter((one) => one.form !== 'running')
  return [...groupBy(clauses, (one) => partOf(one.path))].flatMap(([part, own]) => hits(own, part))
}

/** A clause with several units and no lead, where other clauses of the same part name one. */
export const missingLead: PlanRule = {
  id: 'plan.missingLead',
  severity: 'question',
  title: { zh: '责任条款缺牵头单位', en: 'No lead where other clauses name one' },
  why: {
    zh: '同一部分其他条款均明确牵头单位，此处多家单位并列而无牵头，易致推诿。',
    en: 'Other clauses of the part name a lead; several units without one tend to wait for each other.',
  },
  messages: {
    main: {
      message: {
        zh: '此条款未明确牵头单位（{part}共{all}条，{led}条有牵头单位）。',
        en: 'This clause names no lead ({led} of the {all} clauses of {part} do).',
      },
      remedy: {
        zh: '明确一个牵头单位，或说明由各单位分别负责。',
        en: 'Name a lead, or say that each unit answers for its own part.',
      },
    },
  },
  examples: {
    valid: [
      '一、任务\n1.甲事。推进甲事落地见效。（区教育局、区财政局按职责分工负责）\n2.乙事。推进乙事落地见效。（区民政局、区财政局按职责分工负责）',
    ],
    invalid: [
      '一、任务\n1.甲事。推进甲事落地见效。（区教育局牵头，区财政局配合）\n2.乙事。推进乙事落地见效。（区民政局牵头，区财政局配合）\n3.丙事。推进丙事落地见效。（区卫健局牵头，区财政局配合）\n4.丁事。推进丁事落地见效。⟦（区商务局、区财政局按职责分工负责）⟧',
    ],
  },
  check,
}
