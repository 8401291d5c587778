import {
  addAccount,
  addPost,
  decideDelegation,
  decideHandover,
  giveDelegation,
  listRegister,
  makeHandover,
  readHolding,
  setHolder,
  setItemPost,
  setMembers,
} from '#app/organisation'
import { invariant, type LocalDate, type Period } from '#core/kit'
import type { PlanItem } from '#core/plan'
import type { House } from '#main/server'
import type { Cast } from './cast.ts'
import { momentOf, type SamplePerson, type Stage, told } from './sample-region.ts'

/** Who leaves and who follows, and who stands in for whom, in the year of the sample district. */
const HANDOVERS = [
  { unit: '区水利局', role: 'reporter', on: '2026-04-01', successor: '区水利局填报人乙', note: '轮岗' },
  { unit: '区教育局', role: 'signer', on: '2026-06-11', successor: '区教育局审签人乙', note: '分管领导调整' },
] as const
const STAND_IN = {
  ...{ unit: '区交通运输局', standIn: '区交通运输局办公室副主任', from: '2026-07-21', last: '2026-08-07' },
  reason: '年休假和外出培训',
} as const
const CONTACT = '办公室联络员'

/** Sets posts up behind the items of a unit, and says which towns a group means from May on. */
export async function tellPosts(stage: Stage, cast: Cast, items: readonly PlanItem[]): Promise<void> {
  const coordinator = stage(cast.coordinator, momentOf('2026-01-22'))
  for (const { unit } of [...HANDOVERS, STAND_IN]) {
    const unitId = cast.unitIds.get(unit)
    const holder = cast.reporters.get(unitId ?? '')
    if (unitId === undefined || !holder) continue
    const { postId } = told(await addPost(coordinator, { unitId, title: CONTACT }), `post of ${unit}`)
    const held = { postId, accountId: holder.accountId, from: '2026-01-22' }
    told(await setHolder(coordinator, held), `holder in ${unit}`)
    for (const item of items.filter(({ duties }) => duties[0]?.unit === unit))
      told(await setItemPost(coordinator, { itemId: item.itemId, part: 'contact', postId }), `contact of ${item.title}`)
  }
  await tellGroup(stage, cast)
}

/** A group of the plan loses a member in May: from then on the group means the others. */
async function tellGroup(stage: Stage, cast: Cast): Promise<void> {
  const may = stage(cast.coordinator, momentOf('2026-05-06'))
  const units = told(await listRegister(may), 'read the register')
  const group =
    units.find(({ kind, members }) => kind === 'group' && members > 1) ?? units.find(({ kind }) => kind === 'group')
  if (!group) return
  const towns = units.filter(({ kind }) => kind === 'township' || kind === 'street').map(({ unitId }) => unitId)
  const change = (memberUnitIds: readonly string[], from: LocalDate, reason: string) =>
    setMembers(may, { groupUnitId: group.unitId, memberUnitIds, from, reason })
  const last = told(await change(towns, '2026-05-01', '区属镇街名录'), 'name the members')
  if (last.members < 2) return
  told(await change(towns.slice(0, -1), '2026-05-06', '园区代管，不再列入'), 'take a member out')
}

/** Hands over and lends on the days of the story; from then on the others act. */
export async function tellSuccessions(house: House, stage: Stage, cast: Cast, period: Period): Promise<void> {
  for (const handover of HANDOVERS)
    if (handover.on >= period.first && handover.on <= period.last) await tellHandover(house, stage, cast, handover)
  if (STAND_IN.from >= period.first && STAND_IN.from <= period.last) await tellStandIn(house, stage, cast)
}

async function tellHandover(
  house: House,
  stage: Stage,
  cast: Cast,
  { unit, role, on, successor, note }: (typeof HANDOVERS)[number],
): Promise<void> {
  const unitId = cast.unitIds.get(unit) ?? ''
  const holders = role === 'reporter' ? cast.reporters : cast.signers
  const leaving = holders.get(unitId)
  if (!leaving) return
  const accountId = await openAccount(house, stage, cast, successor, on)
  const { grantIds, postIds } = await inHandsOf(stage, leaving, on)
  const body = { fromAccountId: leaving.accountId, toAccountId: accountId, onDate: on, note, grantIds, postIds }
  const { handoverId } = told(await makeHandover(stage(leaving, momentOf(on, '08:30')), body), `hand over in ${unit}`)
  const ruling = { handoverId, confirm: true, serverNow: house.serverNow() }
  told(await decideHandover(stage(cast.securityOfficer, momentOf(on, '08:40')), ruling), `confirm in ${unit}`)
  const grant = { role, unitId, heldBefore: [leaving.accountId] } as const
  holders.set(unitId, { accountId, login: successor, displayName: successor, roles: [grant] })
}

async function inHandsOf(stage: Stage, { accountId, ...person }: SamplePerson, on: LocalDate) {
  const own = stage({ accountId, ...person }, momentOf(on, '08:20'))
  const { roles, posts } = told(await readHolding(own, { accountId }), 'what is in hand')
  return { grantIds: roles.map(({ grantId }) => grantId), postIds: posts.map(({ postId }) => postId) }
}

async function tellStandIn(house: House, stage: Stage, cast: Cast): Promise<void> {
  const { unit, standIn, from, last, reason } = STAND_IN
  const unitId = cast.unitIds.get(unit) ?? ''
  const absent = cast.signers.get(unitId)
  if (!absent) return
  const accountId = await openAccount(house, stage, cast, standIn, from)
  const { grantIds } = await inHandsOf(stage, absent, from)
  const [grantId] = grantIds
  invariant(grantId, `nothing to lend in ${unit}`)
  const body = { grantId, holderId: absent.accountId, toAccountId: accountId, from, last, reason }
  const { delegationId } = told(await giveDelegation(stage(absent, momentOf(from, '08:30')), body), 'name a stand-in')
  const ruling = { delegationId, confirm: true, serverNow: house.serverNow() }
  told(await decideDelegation(stage(cast.securityOfficer, momentOf(from, '08:40')), ruling), 'confirm the stand-in')
  const grant = { role: 'signer', unitId, standsInFor: absent.accountId } as const
  cast.signers.set(unitId, { accountId, login: standIn, displayName: standIn, roles: [grant] })
}

async function openAccount(house: House, stage: Stage, cast: Cast, name: string, on: LocalDate): Promise<string> {
  const account = { login: name, displayName: name, serverNow: house.serverNow() }
  const opened = await addAccount(stage(cast.administrator, momentOf(on, '08:10')), account)
  return told(opened, `open ${name}`).accountId
}
