import type { Span } from '#core/kit'
import type { AssignmentFact, PlanReading, TaskForceFact } from '../../facts.ts'
import type { Hit, PlanRule } from '../rule.ts'
import { isGroup, unitKey, withoutLevel } from '../unit-key.ts'

/** Clauses of the campaign: in its annex, or under its heading. */
function clausesOf(reading: PlanReading, no: number): AssignmentFact[] {
  const campaign = reading.campaigns.find((one) => one.no === no)
  if (!campaign) return []
  const roots = [campaign.path, ...(campaign.annex === null ? [] : [`附件${campaign.annex}`])]
  return reading.assignments.filter((one) => roots.some((root) => one.path === root || one.path.startsWith(`${root}/`)))
}

function outside(reading: PlanReading, force: TaskForceFact): Hit[] {
  const members = [...force.members, ...force.deputies, ...(force.office ? [force.office] : [])]
  if (force.campaign === 0 || force.members.length < 3) return []
  const known = new Set(members.flatMap((name) => [unitKey(name), withoutLevel(unitKey(name))]))
  const places = new Map<string, { unit: string; spans: Span[] }>()
  for (const { unit, span } of clausesOf(reading, force.campaign).flatMap((clause) => clause.duties)) {
    const key = unitKey(unit)
    if (known.has(key) || known.has(withoutLevel(key)) || isGroup(unit)) continue
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
    ],
    invalid: [
      '关于三大行动的方案\n一、任务\n（一）实施强工行动。做强工业。\n（二）实施兴农行动。做优农业。\n（三）实施活商行动。做活商贸。\n附件1\n强工行动实施方案\n一、任务\n1.抓项目。加快项目建设进度。（区工信局牵头，区财政局、区商务局按职责分工负责）\n二、机制\n成立强工行动工作专班，由分管副区长任召集人，成员单位包括区工信局、区财政局、区税务局等，专班办公室设在区工信局。',
    ],
  },
  check: (reading) => reading.taskForces.flatMap((force) => outside(reading, force)),
}
