import { groupBy } from '#core/kit'
import type { Span } from '#core/kit'
import type { TaskForceFact } from '../../facts.ts'
import { withoutLevel } from '../unit-key.ts'
import type { CheckContext } from './check-context.ts'
import type { KeyedDuty } from './duties.ts'

/** Offices of commissions (安委办, 防指办): the bureau that houses them is the member. */
export const coordinationOffice = /(?:安委|食安|药安|爱卫|防指|防火|消安|减灾|治超|创建|领导小组|指挥部)办?公?室?$/

const byTopPath = new WeakMap<CheckContext, Map<string, KeyedDuty[]>>()

function topOf(path: string): string {
  const at = path.indexOf('/')
  return at < 0 ? path : path.slice(0, at)
}

/** Duties of a campaign: in its annex, or under its heading. */
export function dutiesOfCampaign(context: CheckContext, no: number): readonly KeyedDuty[] {
  const campaign = context.reading.campaigns.find((one) => one.no === no)
  if (!campaign) return []
  const tops = byTopPath.get(context) ?? groupBy(context.duties(), (duty) => topOf(duty.clause.path))
  byTopPath.set(context, tops)
  const annex = campaign.annex === null ? [] : (tops.get(`附件${campaign.annex}`) ?? [])
  const body = (tops.get(topOf(campaign.path)) ?? []).filter(
    ({ clause }) => clause.path === campaign.path || clause.path.startsWith(`${campaign.path}/`),
  )
  return topOf(campaign.path) === `附件${campaign.annex}` ? annex : [...body, ...annex]
}

/** Keys of everyone who belongs to a task force, with and without the level. */
export function knownMembers(context: CheckContext, force: TaskForceFact): Set<string> {
  const names = [...force.members, ...force.deputies, ...(force.office ? [force.office] : [])]
  return new Set(
    names.flatMap((name) => {
      const { key } = context.keyOf(name)
      return [key, withoutLevel(key)]
    }),
  )
}

/** The place of a member's name inside its task force's words; the whole of them where it cannot be told. */
export function memberSpan(text: string, force: TaskForceFact, name: string, from = force.span.start): Span {
  const at = text.indexOf(name, from)
  return at < 0 || at >= force.span.end ? force.span : { start: at, end: at + name.length }
}
