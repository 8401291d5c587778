import type { Span } from '#core/kit'
import type { TaskForceFact } from '../../facts.ts'
import type { CheckContext } from '../context/check-context.ts'
import { coordinationOffice, dutiesOfCampaign, knownMembers, takesIn } from '../context/task-forces.ts'
import type { Hit, PlanRule } from '../rule.ts'

function outside(context: CheckContext, force: TaskForceFact): Hit[] {
  if (force.campaign === 0 || force.members.length < 3) return []
  const known = knownMembers(context, force)
  const inGroup = takesIn(force)
  const places = new Map<string, { unit: string; spans: Span[] }>()
  for (const { unit, key, bare, isGroup, span } of dutiesOfCampaign(context, force.campaign)) {
    if (isGroup || known.has(key) || known.has(bare) || coordinationOffice.test(unit) || inGroup(unit)) continue
    const place = places.get(key)
    if (place) place.spans.push(span)
    else places.set(key, { unit, spans: [span] })
  }
  return [...places.values()].map(({ unit, spans }) => ({
    places: [...spans, force.span],
    detail: { unit, times: spans.length, force: force.name },
  }))
}

/** A unit with duties in a campaign that its task force does not count among its members. */
export const outsideTaskForce: PlanRule = {
  id: 'plan.outsideTaskForce',
  severity: 'question',
  title: { zh: '责任单位不在专班成员之列', en: 'A unit with duties outside its task force' },
  why: {
    zh: '承担任务的单位不在专班成员名单中，调度、通报时会漏掉。',
    en: 'A unit that has duties but is no member is missed when the task force dispatches and reports.',
  },
  messages: {
    main: {
      message: {
        zh: '“{unit}”承担{times}项职责，但不在“{force}”成员单位中。',
        en: '“{unit}” has duties in {times} clauses, but is no member of {force}.',
      },
      remedy: { zh: '补入成员单位，或调整责任单位。', en: 'Add it to the members, or change the clause.' },
    },
  },
  examples: {
    valid: [
      '关于三大行动的方案\n一、任务\n（一）实施强工行动。做强工业。\n（二）实施兴农行动。做优农业。\n（三）实施活商行动。做活商贸。\n附件1\n强工行动实施方案\n一、任务\n1.抓项目。加快项目建设进度。（区工信局牵头，区财政局、区税务局按职责分工负责）\n二、机制\n成立强工行动工作专班，由分管副区长任召集人，成员单位包括区工信局、区财政局、区税务局等，专班办公室设在区工信局。',
      '关于三大行动的方案\n一、任务\n（一）实施强工行动。做强工业。\n（二）实施兴农行动。做优农业。\n（三）实施活商行动。做活商贸。\n附件1\n强工行动实施方案\n一、任务\n1.抓项目。加快项目建设进度。（区工信局牵头，区财政局、区商务局按职责分工负责）\n二、机制\n成立强工行动工作专班，由分管副区长任召集人，区商务局局长任副召集人，成员单位包括区工信局、区财政局、区税务局等，专班办公室设在区工信局。',
    ],
    invalid: [
      '关于三大行动的方案\n一、任务\n（一）实施强工行动。做强工业。\n（二）实施兴农行动。做优农业。\n（三）实施活商行动。做活商贸。\n附件1\n强工行动实施方案\n一、任务\n1.抓项目。加快项目建设进度。（区工信局牵头，区财政局、⟦区商务局⟧按职责分工负责）\n二、机制\n成立强工行动工作专班，由分管副区长任召集人，成员单位包括区工信局、区财政局、区税务局等，专班办公室设在区工信局。',
    ],
  },
  check: (context) => context.reading.taskForces.flatMap((force) => outside(context, force)),
}
