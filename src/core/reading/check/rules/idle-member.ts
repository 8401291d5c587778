import type { TaskForceFact } from '../../facts.ts'
import type { CheckContext } from '../context/check-context.ts'
import { dutiesOfCampaign, memberSpan } from '../context/task-forces.ts'
import { both } from '../rule.ts'
import type { Hit, PlanRule } from '../rule.ts'

/** A campaign whose clauses name fewer units than this is not described unit by unit. */
const LEAST_DUTIES = 5

function idle(context: CheckContext, force: TaskForceFact): Hit[] {
  if (force.campaign === 0) return []
  const duties = dutiesOfCampaign(context, force.campaign)
  if (duties.length < LEAST_DUTIES || force.members.length < 3) return []
  const busy = new Set<string>()
  for (const { key, bare } of duties) busy.add(key).add(bare)
  const without = force.members.filter((name) => {
    const { key, bare, isGroup } = context.keyOf(name)
    return !isGroup && !busy.has(key) && !busy.has(bare) && name !== force.office
  })
  if (without.length === 0) return []
  const names = without.length > 6 ? `${without.slice(0, 6).join('、')}等` : without.join('、')
  return [
    {
      places: without.map((name) => memberSpan(context.text, force, name)),
      detail: { count: without.length, names, force: force.name },
    },
  ]
}

/** Members of a task force that no clause of its campaign gives a duty. */
export const idleMember: PlanRule = {
  id: 'plan.idleMember',
  severity: 'note',
  title: both('专班成员未承担任务', 'Members without a duty'),
  why: both(
    '成员单位在本攻坚没有任何任务，要么漏了分工，要么不必进专班。',
    'A member that no clause names has either been forgotten or need not be a member.',
  ),
  messages: {
    main: {
      message: both(
        '“{force}”有{count}个成员单位未承担任何任务：{names}。',
        '{count} members of {force} have no duty in any clause: {names}.',
      ),
      remedy: both('补上分工，或从成员单位中去掉。', 'Give them a duty, or leave them out of the members.'),
    },
  },
  examples: {
    valid: [
      '关于三大行动的方案\n一、任务\n（一）实施强工行动。做强工业。\n（二）实施兴农行动。做优农业。\n（三）实施活商行动。做活商贸。\n附件1\n强工行动实施方案\n一、任务\n1.抓项目。加快项目建设进度。（区工信局牵头，区财政局、区税务局按职责分工负责）\n2.抓企业。加快企业培育进度。（区工信局牵头，区财政局、区税务局按职责分工负责）\n二、机制\n成立强工行动工作专班，由分管副区长任召集人，成员单位包括区工信局、区财政局、区税务局等，专班办公室设在区工信局。',
    ],
    invalid: [
      '关于三大行动的方案\n一、任务\n（一）实施强工行动。做强工业。\n（二）实施兴农行动。做优农业。\n（三）实施活商行动。做活商贸。\n附件1\n强工行动实施方案\n一、任务\n1.抓项目。加快项目建设进度。（区工信局牵头，区财政局、区税务局按职责分工负责）\n2.抓企业。加快企业培育进度。（区工信局牵头，区财政局、区税务局按职责分工负责）\n二、机制\n成立强工行动工作专班，由分管副区长任召集人，成员单位包括区工信局、区财政局、区税务局、⟦区统计局⟧等，专班办公室设在区工信局。',
    ],
  },
  check: (context) => context.reading.taskForces.flatMap((force) => idle(context, force)),
}
