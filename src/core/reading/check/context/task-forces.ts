import { groupBy } from '#core/kit'
import type { Span } from '#core/kit'
import type { TaskForceFact } from '../../facts.ts'
import type { CheckContext } from './check-context.ts'
import type { KeyedDuty } from './duties.ts'
import { bodyEnd } from '../../units/post-holders.ts'

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

/** Keys of everyone who belongs to a task force, with and without the level; who heads a body (县商务局局长) brings it along. */
export function knownMembers(context: CheckContext, force: TaskForceFact): Set<string> {
  const names = [...force.members, ...force.deputies, ...(force.office ? [force.office] : [])]
  return new Set(
    names.flatMap((name) => {
      const { key, bare } = context.keyOf(name.slice(0, bodyEnd(name)))
      return [key, bare]
    }),
  )
}

const ALL_TOWNS =
  /^(?:各|全区各|区属各)?(?:镇街|街镇|乡镇|镇乡|街道|镇|乡)(?:[（(].*[）)])?(?:人民政府|办事处)?$|各(?:镇街|街镇|乡镇|镇乡|街道|镇|乡)/
const TOWN = /(?:镇|乡|街道)(?:人民政府|办事处)?$/

/** Whether a group among the members (各镇街, 各乡镇、街道) takes in a unit. */
export function takesIn(force: TaskForceFact): (unit: string) => boolean {
  const towns = force.members.some((name) => ALL_TOWNS.test(name))
  return (unit) => towns && TOWN.test(unit)
}

/** The place of a member's name inside its task force's words; the whole of them where it cannot be told. */
export function memberSpan(text: string, force: TaskForceFact, name: string, from = force.span.start): Span {
  const at = text.indexOf(name, from)
  return at < 0 || at >= force.span.end ? force.span : { start: at, end: at + name.length }
}
