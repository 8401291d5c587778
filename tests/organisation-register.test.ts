import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertSmallPlan, type SmallPlan } from './support/small-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'

let test: TestHouse
let plan: SmallPlan
type Person = keyof SmallPlan['people']

beforeAll(async () => {
  test = await openTestHouse()
  plan = await insertSmallPlan(test)
})
afterAll(() => test.close())

const call = async (person: Person | null, method: string, path: string, body?: unknown) => {
  const as = person === null ? null : { region: plan.region, accountId: plan.people[person].accountId }
  const { status, json } = await test.request(as, method, path, body)
  return { status, json: json as Record<string, unknown> & { code?: string } }
}
const units = '/api/organisation/units'
const saying = (name: string, more: object = {}) => ({ name, kind: 'bureau', aliases: [], reason: '机构改革', ...more })
const added = async (name: string, more: object = {}): Promise<string> => {
  const { status, json } = await call('coordinator', 'POST', units, saying(name, more))
  expect(status).toBe(200)
  return String(json['unitId'])
}
interface Shown {
  readonly unit: {
    name: string
    aliases: string[]
    revision: number
    endedAt: string | null
    mergedIntoName: string | null
    gap: string | null
  }
  readonly changes: { kind: string; reason: string; changed: Record<string, [string, string]>; byName: string }[]
  readonly members: { memberName: string; from: string; until: string | null }[]
  readonly groups: { groupName: string }[]
  readonly duties: { itemId: string; throughGroup: string | null; role: string }[]
  readonly posts: {
    postId: string
    title: string
    holders: { displayName: string; from: string; until: string | null }[]
  }[]
  readonly people: { displayName: string; role: string }[]
  readonly formerly: { name: string }[]
}
const shown = async (unitId: string): Promise<Shown> =>
  (await call('investReporter', 'GET', `${units}/${unitId}`)).json as unknown as Shown

describe('the register of units', () => {
  it('is read by whoever works in the region, with initials, people and duties', async () => {
    const { status, json } = await call('investReporter', 'GET', units)
    expect(status).toBe(200)
    const listed = json['units'] as { unitId: string; people: number; duties: number; gap: string | null }[]
    expect(listed.find(({ unitId }) => unitId === plan.units.invest)).toMatchObject({ people: 2, gap: null })
    expect(json['mayManage']).toBe(false)
  })

  it('is kept by the coordinator alone, who says why', async () => {
    expect((await call(null, 'POST', units, saying('区数据局'))).status).toBe(401)
    for (const person of ['investReporter', 'inspector', 'auditor', 'leader'] as const)
      expect((await call(person, 'POST', units, saying('区数据局'))).status).toBe(403)
    expect((await call('auditor', 'GET', units)).status).toBe(403)
    const silent = await call('coordinator', 'POST', units, saying('区数据局', { reason: ' ' }))
    expect(silent).toMatchObject({ status: 400, json: { code: 'request.invalid', at: 'reason' } })
    const unitId = await added('区数据局', { aliases: ['数据局'] })
    const { json } = await call('coordinator', 'GET', units)
    expect(
      (json['units'] as { unitId: string; initials: string }[]).find((one) => one.unitId === unitId),
    ).toMatchObject({
      initials: 'qsjj',
    })
  })

  it('keeps a former name as a spelling, with who changed it, why, from what to what', async () => {
    const unitId = await added('区外经局', { aliases: ['外经局'] })
    const renamed = await call('coordinator', 'PUT', `${units}/${unitId}`, {
      ...saying('区商务和外经局', { aliases: ['外经局'] }),
      revision: 1,
    })
    expect(renamed).toMatchObject({ status: 200, json: { revision: 2 } })
    const { unit, changes } = await shown(unitId)
    expect(unit.aliases.toSorted()).toEqual(['区外经局', '外经局'].toSorted())
    expect(changes[0]).toMatchObject({
      ...{ kind: 'edit', reason: '机构改革', byName: 'coordinator' },
      changed: { name: ['区外经局', '区商务和外经局'] },
    })
    const late = await call('coordinator', 'PUT', `${units}/${unitId}`, { ...saying('区外经贸局'), revision: 1 })
    expect(late).toMatchObject({ status: 409, json: { code: 'object.changedMeanwhile' } })
    expect((await shown(unitId)).unit.aliases.toSorted(), 'a refused change leaves all as it was').toEqual(
      ['区外经局', '外经局'].toSorted(),
    )
  })

  it('gives a name to one unit only', async () => {
    await added('区林业局', { aliases: ['林业局'] })
    expect((await call('coordinator', 'POST', units, saying('区林业局'))).json.code).toBe('unit.nameTaken')
    expect((await call('coordinator', 'POST', units, saying('林业局'))).json.code).toBe('unit.aliasTaken')
    const aliased = await call('coordinator', 'POST', units, saying('区林草局', { aliases: ['林业局'] }))
    expect(aliased).toMatchObject({ status: 422, json: { code: 'unit.aliasTaken', at: 'aliases' } })
  })

  it('ends a unit that answers for nothing, and takes it into use again', async () => {
    const busy = await call('coordinator', 'POST', `${units}/${plan.units.invest}/end`, { revision: 1, reason: '撤销' })
    expect(busy.json.code).toBe('unit.stillAnswers')
    const unitId = await added('区供销社')
    const key = (revision: number) => ({ revision, reason: '撤销' })
    expect((await call('coordinator', 'POST', `${units}/${unitId}/end`, key(1))).status).toBe(200)
    expect((await shown(unitId)).unit.endedAt).not.toBeNull()
    const edited = await call('coordinator', 'PUT', `${units}/${unitId}`, { ...saying('区供销联社'), revision: 2 })
    expect(edited.json.code).toBe('unit.ended')
    const listed = (await call('coordinator', 'GET', '/api/units')).json['units'] as { name: string }[]
    expect(listed.map(({ name }) => name)).not.toContain('区供销社')
    expect((await call('coordinator', 'POST', `${units}/${unitId}/reopen`, key(2))).status).toBe(200)
    expect((await call('coordinator', 'POST', `${units}/${unitId}/reopen`, key(3))).json.code).toBe('unit.notEnded')
  })
})

describe('a group', () => {
  it('means on each day the units that were its members on that day', async () => {
    const [east, west, north] = [await added('东镇'), await added('西镇'), await added('北镇')]
    const group = await added('各镇', { kind: 'group' })
    const members = (memberUnitIds: string[], from: string) =>
      call('coordinator', 'PUT', `${units}/${group}/members`, { memberUnitIds, from, reason: '区划调整' })
    expect((await members([east, west], '2026-01-01')).json).toEqual({ members: 2 })
    expect((await members([east, north], '2026-06-01')).json).toEqual({ members: 2 })
    expect((await members([east], '2026-05-31')).json).toMatchObject({ code: 'unit.membersBefore' })
    const { members: over } = await shown(group)
    const on = (day: string) =>
      over
        .filter(({ from, until }) => from <= day && (until === null || until > day))
        .map(({ memberName }) => memberName)
    expect(on('2026-03-01').toSorted()).toEqual(['东镇', '西镇'].toSorted())
    expect(on('2026-06-01').toSorted()).toEqual(['东镇', '北镇'].toSorted())
    expect((await shown(north)).groups).toMatchObject([{ groupName: '各镇' }])
    expect((await members([group], '2026-07-01')).json.code).toBe('unit.groupInGroup')
    const noGroup = { memberUnitIds: [east], from: '2026-07-01', reason: 'x' }
    expect((await call('coordinator', 'PUT', `${units}/${west}/members`, noGroup)).json.code).toBe('unit.notGroup')
  })

  it('makes its members answer for what a plan asks of it', async () => {
    const { items, region } = plan
    const [member, group] = [await added('南镇'), await added('各街道', { kind: 'group' })]
    const said = { memberUnitIds: [member], from: '2026-01-01', reason: '方案列名' }
    await call('coordinator', 'PUT', `${units}/${group}/members`, said)
    const duty = { region_id: region.regionId, item_id: items.park, unit_id: group, role: 'support', order_no: 9 }
    await test.database.owner.insertInto('plan_duty').values(duty).execute()
    expect((await shown(member)).duties).toMatchObject([
      { itemId: items.park, role: 'support', throughGroup: '各街道' },
    ])
    await call('coordinator', 'PUT', `${units}/${group}/members`, { ...said, memberUnitIds: [], from: '2026-07-01' })
    expect((await shown(member)).duties, 'no member any more').toEqual([])
  })
})

describe('two units found to be one', () => {
  it('answer as one from then on, keep their past, and lose no spelling', async () => {
    const { items, region } = plan
    const [twin, kept] = [await added('区投促局', { aliases: ['投促局'] }), await added('区投资促进局')]
    const duty = { region_id: region.regionId, item_id: items.filing, unit_id: twin, role: 'support', order_no: 9 }
    await test.database.owner.insertInto('plan_duty').values(duty).execute()
    const into = (intoUnitId: string) =>
      call('coordinator', 'POST', `${units}/${twin}/merge`, { intoUnitId, revision: 1, reason: '同一单位' })
    expect((await into(twin)).json.code).toBe('unit.mergeItself')
    expect(
      (await call('investSigner', 'POST', `${units}/${twin}/merge`, { intoUnitId: kept, revision: 1, reason: 'x' }))
        .status,
    ).toBe(403)
    expect((await into(kept)).json).toEqual({ proposed: 0 })
    expect((await shown(twin)).unit).toMatchObject({ mergedIntoName: '区投资促进局', aliases: [] })
    const now = await shown(kept)
    expect(now.unit.aliases.toSorted()).toEqual(['区投促局', '投促局'].toSorted())
    expect(now.duties).toMatchObject([{ itemId: items.filing }])
    expect(now.formerly).toEqual([{ unitId: twin, name: '区投促局' }])
    expect((await into(kept)).json.code).toBe('unit.ended')
    const reopened = await call('coordinator', 'POST', `${units}/${twin}/reopen`, { revision: 2, reason: 'x' })
    expect(reopened.json.code).toBe('unit.mergedAway')
    const edit = { ...saying('区投资促进局', { aliases: ['区投促局', '投促局', '投资促进局'] }), revision: 1 }
    expect((await call('coordinator', 'PUT', `${units}/${kept}`, edit)).status, 'its own twin is no stranger').toBe(200)
  })

  it('proposes the people of the one for the other, and gives them nothing', async () => {
    const [gone, kept] = [plan.units.build, await added('区住房城乡建设局')]
    const input = { intoUnitId: kept, revision: 1, reason: '更名重复' }
    expect((await call('coordinator', 'POST', `${units}/${gone}/merge`, input)).json).toEqual({ proposed: 2 })
    expect((await shown(kept)).people).toEqual([])
    const proposals = await test.database.owner
      .selectFrom('proposed_grant')
      .select('role')
      .where('unit_id', '=', kept)
      .orderBy('role')
      .execute()
    expect(proposals.map(({ role }) => role)).toEqual(['reporter', 'signer'])
    expect((await shown(kept)).unit.gap, 'nobody works there until they are confirmed').toBe('noReporter')
  })
})

describe('posts', () => {
  it('stand behind items, and pass from one holder to the next without a gap', async () => {
    const { items, people } = plan
    const itemPost = `/api/items/${items.signed}/posts`
    const made = await call('investSigner', 'POST', `${units}/${plan.units.invest}/posts`, { title: '项目科科长' })
    const postId = String(made.json['postId'])
    const again = await call('investSigner', 'POST', `${units}/${plan.units.invest}/posts`, { title: '项目科科长' })
    expect(again).toMatchObject({ status: 409, json: { code: 'post.alreadyExists' } })
    const foreign = await call('buildSigner', 'POST', `${units}/${plan.units.invest}/posts`, { title: '局长' })
    expect(foreign.status).toBe(403)
    const hold = (accountId: string | null, from: string) =>
      call('investSigner', 'PUT', `/api/organisation/posts/${postId}/holder`, { accountId, from })
    expect((await hold(people.investReporter.accountId, '2026-01-01')).status).toBe(200)
    expect((await hold(people.investSigner.accountId, '2026-07-01')).status).toBe(200)
    expect((await hold(people.investReporter.accountId, '2026-06-30')).json.code).toBe('post.before')
    const { posts } = await shown(plan.units.invest)
    expect(posts[0]?.holders).toMatchObject([
      { displayName: 'investSigner', from: '2026-07-01', until: null },
      { displayName: 'investReporter', from: '2026-01-01', until: '2026-07-01' },
    ])
    expect((await call('investReporter', 'PUT', `${itemPost}/contact`, { postId })).status).toBe(403)
    expect((await call('investSigner', 'PUT', `${itemPost}/contact`, { postId })).status).toBe(200)
    expect((await call('investSigner', 'PUT', `${itemPost}/nothing`, { postId })).status).toBe(400)
    const { json } = await call('leader', 'GET', itemPost)
    expect(json).toMatchObject({
      mayKeep: false,
      posts: [{ part: 'contact', title: '项目科科长', holder: 'investSigner' }],
    })
  })

  it('end, and are then neither held nor put behind an item', async () => {
    const made = await call('coordinator', 'POST', `${units}/${plan.units.office}/posts`, { title: '信息员' })
    const postId = String(made.json['postId'])
    expect((await call('coordinator', 'POST', `/api/organisation/posts/${postId}/end`)).status).toBe(200)
    const held = { accountId: plan.people.leader.accountId, from: '2026-08-01' }
    expect((await call('coordinator', 'PUT', `/api/organisation/posts/${postId}/holder`, held)).json.code).toBe(
      'post.ended',
    )
    const behind = await call('coordinator', 'PUT', `/api/items/${plan.items.signed}/posts/contact`, { postId })
    expect(behind.json.code).toBe('post.ended')
  })
})

describe('a unit in which nobody could sign', () => {
  it('is told so: whoever reports there, and on its page', async () => {
    expect((await call('investReporter', 'GET', '/api/me/signing-gaps')).json).toEqual({ gaps: [] })
    await test.database.owner
      .updateTable('account_role')
      .set({ revoked_at: '2026-07-01T00:00:00Z' })
      .where('account_id', '=', plan.people.investSigner.accountId)
      .execute()
    const { json } = await call('investReporter', 'GET', '/api/me/signing-gaps')
    expect(json).toMatchObject({ gaps: [{ unitId: plan.units.invest, gap: 'noSigner' }] })
    expect((await shown(plan.units.invest)).unit.gap).toBe('noSigner')
  })
})
