import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorkbook, writeWorkbook } from '#adapters/files'
import * as plans from '#app/plan'
import * as registers from '#app/registers'
import type { Result } from '#core/kit'
import type { FieldAsked } from '#core/registers'
import { insertSmallPlan, type SmallPlan } from './support/small-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'
import { must } from './support/must.ts'

let test: TestHouse
let plan: SmallPlan
beforeAll(async () => {
  test = await openTestHouse()
  plan = await insertSmallPlan(test)
})
afterAll(() => test.close())

const as = (person: keyof SmallPlan['people']) =>
  test.contextOf(plan.region, plan.people[person].accountId, plan.people[person].roles)
const code = (result: Result<unknown>): string => (result.ok ? 'accepted' : result.refusal.code)
const decide = (person: keyof SmallPlan['people'], admissionId: string, approve = true, note = '') =>
  registers.decideAdmission(as(person), { admissionId, approve, note })
/** What was asked, and let in by the leader. */
const admitted = async (asked: Result<{ readonly admissionId: string }>) =>
  must(await decide('leader', must(asked).admissionId))

describe('the three lists', () => {
  const titles = async (filter: plans.ItemFilter) =>
    must(await plans.listItems(as('investReporter'), { planId: plan.planId, filter })).map(({ item }) => item.title)
  const place = (person: keyof SmallPlan['people'], kind: plans.ListedKind, reason = '同时要出台办法') =>
    plans.placeItem(as(person), { itemId: plan.items.filing, kind, reason })

  it('are told apart by kind, and narrowed to a task force and to a unit', async () => {
    expect(await titles({ kind: 'task' })).toEqual(['编制项目储备清单', '产业园一期主体工程'])
    expect(await titles({ kind: 'task', campaign: 2 })).toEqual(['产业园一期主体工程'])
    expect(await titles({ kind: 'task', unitId: plan.units.invest })).toEqual(['编制项目储备清单'])
    expect(await titles({ kind: 'policy' })).toEqual([])
  })

  it('show a record that sits in several as the one that it is, whatever they are narrowed to', async () => {
    expect(code(await place('investReporter', 'policy'))).toBe('right.denied')
    expect(code(await place('coordinator', 'task'))).toBe('plan.listedAlready')
    expect(code(await place('coordinator', 'policy', ' '))).toBe('list.reasonMissing')
    const { admissionId } = must(await place('coordinator', 'policy'))
    expect(code(await place('coordinator', 'policy'))).toBe('list.admissionWaits')
    expect(await titles({ kind: 'policy' }), 'asked is not admitted').toEqual([])
    expect(code(await decide('coordinator', admissionId))).toBe('list.ownAdmission')
    expect(code(await decide('buildStaff', admissionId))).toBe('right.denied')
    must(await decide('leader', admissionId))
    expect(code(await decide('leader', admissionId))).toBe('list.admissionDecided')
    expect(code(await place('coordinator', 'policy'))).toBe('plan.listedAlready')
    expect(await titles({ kind: 'policy' })).toEqual(['编制项目储备清单'])
    expect(await titles({ kind: 'policy', campaign: 1, unitId: plan.units.invest })).toEqual(['编制项目储备清单'])
    expect(await titles({ kind: 'policy', campaign: 2 })).toEqual([])
    expect(await titles({ kind: 'task', campaign: 1 }), 'it stays in its own').toEqual(['编制项目储备清单'])
    expect(
      (await titles({})).filter((title) => title === '编制项目储备清单'),
      'and is counted once',
    ).toHaveLength(1)
    const seen = must(await plans.readPlacements(as('leader'), { itemId: plan.items.filing }))
    expect(seen).toMatchObject({
      own: 'task',
      admissions: [{ deed: 'add', askedByName: 'coordinator', decision: { byName: 'leader', approved: true } }],
      placements: [{ kind: 'policy', reason: '同时要出台办法' }],
      mayPlace: false,
    })
  })

  it('are a switch away from goals, tasks, duties: the same records in another projection', async () => {
    const lists = async (projection: 'works' | 'duties') => {
      const made = must(await plans.buildPlanLists(as('leader'), { planId: plan.planId, filter: {}, projection }))
      const sheets = await readWorkbook(await writeWorkbook(made.workbook))
      if (!sheets.ok) throw new Error(sheets.refusal.code)
      return new Map(sheets.value.map((sheet) => [sheet.name, JSON.stringify(sheet)]))
    }
    const [works, duties] = [await lists('works'), await lists('duties')]
    expect([...works.keys()]).toEqual(['项目清单', '任务清单', '政策清单'])
    expect([...duties.keys()]).toEqual(['目标清单', '任务清单', '责任清单'])
    expect(works.get('任务清单')).toBe(duties.get('任务清单'))
    expect(works.get('政策清单')).toContain('编制项目储备清单')
    expect(duties.get('目标清单')).toContain('新签约亿元以上项目')
    for (const unit of ['区招商局', '区住建局']) expect(duties.get('责任清单')).toContain(unit)
    const before = await test.database.owner
      .selectFrom('audit')
      .select(({ fn }) => fn.countAll().as('n'))
      .execute()
    await lists('works')
    const after = await test.database.owner
      .selectFrom('audit')
      .select(({ fn }) => fn.countAll().as('n'))
      .execute()
    expect(after, 'a switch enters nothing').toEqual(before)
  })

  it('let it go again once another person approves; that it stood there, and why it went, stays to be read', async () => {
    const takeOff = (reason = '办法已出台') =>
      plans.takeOffList(as('coordinator'), { itemId: plan.items.filing, kind: 'policy', reason })
    expect(code(await takeOff(' '))).toBe('list.reasonMissing')
    const asked = must(await takeOff())
    expect(await titles({ kind: 'policy' }), 'asked is not gone').toEqual(['编制项目储备清单'])
    expect(code(await decide('leader', asked.admissionId, false))).toBe('list.noteMissing')
    must(await decide('leader', asked.admissionId, false, '办法还在征求意见'))
    expect(await titles({ kind: 'policy' })).toEqual(['编制项目储备清单'])
    await admitted(await takeOff())
    expect(code(await takeOff())).toBe('object.notFound')
    expect(await titles({ kind: 'policy' })).toEqual([])
    await admitted(await place('coordinator', 'policy', '再次列入'))
    await admitted(await takeOff('修订已完成'))
    const { admissions } = must(await plans.readPlacements(as('investReporter'), { itemId: plan.items.filing }))
    expect(admissions.map(({ deed, reason, decision }) => [deed, reason, decision?.approved])).toEqual([
      ['add', '同时要出台办法', true],
      ['remove', '办法已出台', false],
      ['remove', '办法已出台', true],
      ['add', '再次列入', true],
      ['remove', '修订已完成', true],
    ])
    const { rows } = await test.database.withRegion(plan.region.regionId, async (tx) => ({
      rows: await tx.selectFrom('item_placement').select(['reason', 'ended_at']).orderBy('placed_at').execute(),
    }))
    expect(rows.map(({ reason, ended_at }) => [reason, ended_at !== null])).toEqual([
      ['同时要出台办法', true],
      ['再次列入', true],
    ])
  })
})

describe('a standing plan from elsewhere', () => {
  const outline = { title: '湖滨区“十五五”规划纲要', docNumber: '湖政发〔2026〕1号', body: '湖滨区人民政府' }

  it('is registered by number, body and day, and named by the items that carry it out', async () => {
    const add = (person: keyof SmallPlan['people'], rest = {}) =>
      plans.addStandingPlan(as(person), { ...outline, issuedOn: '2026-01-15', ...rest })
    expect(code(await add('investSigner'))).toBe('right.denied')
    expect(code(await add('coordinator', { title: ' ' }))).toBe('standingPlan.titleMissing')
    expect(code(await add('coordinator', { body: '' }))).toBe('standingPlan.bodyMissing')
    expect(code(await add('coordinator', { issuedOn: '2026-02-30' }))).toBe('standingPlan.dayInvalid')
    const { standingPlanId } = must(await add('coordinator'))
    expect(code(await add('coordinator'))).toBe('standingPlan.known')
    const link = (itemId: string, clause: string) =>
      plans.linkParent(as('coordinator'), { itemId, standingPlanId, clause })
    must(await link(plan.items.signed, '第三章第二节'))
    expect(code(await link(plan.items.signed, ''))).toBe('standingPlan.linked')
    const { linkId } = must(await link(plan.items.park, ''))
    const register = must(await plans.listStandingPlans(as('investReporter')))
    expect(register).toMatchObject({ plans: [{ ...outline, issuedOn: '2026-01-15', items: 2 }], mayKeep: false })
    expect(register.links.map(({ itemTitle, clause }) => [itemTitle, clause])).toEqual([
      ['新签约亿元以上项目', '第三章第二节'],
      ['产业园一期主体工程', ''],
    ])
    const parents = must(await plans.readParents(as('investReporter'), { itemId: plan.items.signed }))
    expect(parents.links).toMatchObject([{ clause: '第三章第二节', plan: outline }])
    must(await plans.unlinkParent(as('coordinator'), { linkId }))
    expect(code(await plans.unlinkParent(as('coordinator'), { linkId }))).toBe('object.notFound')
    expect(must(await plans.listStandingPlans(as('leader'))).plans[0]?.items).toBe(1)
  })

  it('is put right upon a revision; its links stay', async () => {
    const [before] = must(await plans.listStandingPlans(as('coordinator'))).plans
    const standingPlanId = before?.standingPlanId ?? ''
    const change = (revision: number) =>
      plans.changeStandingPlan(as('coordinator'), {
        ...{
          ...outline,
          issuedOn: null,
          title: '湖滨区国民经济和社会发展第十五个五年规划纲要',
          standingPlanId,
          revision,
        },
      })
    must(await change(1))
    expect(code(await change(1))).toBe('object.changedMeanwhile')
    const after = must(await plans.readParents(as('leader'), { itemId: plan.items.signed }))
    expect(after.links[0]?.plan).toMatchObject({ revision: 2, issuedOn: null, items: 1 })
  })
})

describe('a list that an office defines without code', () => {
  const fields: readonly FieldAsked[] = [
    { label: '隐患', kind: 'text', unit: '', choices: [], required: true },
    { label: '整改资金', kind: 'decimal', unit: '万元', choices: [], required: false },
    { label: '等级', kind: 'choice', unit: '', choices: ['重大', '一般'], required: true },
  ]
  const define = (
    person: keyof SmallPlan['people'],
    name: string,
    planId: string | null = null,
    campaignNo: number | null = null,
  ) => registers.defineList(as(person), { name, family: '安全生产三张清单', planId, campaignNo, fields })
  const read = async (listId: string, person: keyof SmallPlan['people'] = 'leader') =>
    must(await registers.readList(as(person), { listId }))

  it('is the region’s or a task force’s, by who defines it', async () => {
    expect(code(await define('investSigner', '隐患清单'))).toBe('right.denied')
    expect(code(await define('buildStaff', '隐患清单'))).toBe('right.denied')
    expect(code(await define('buildStaff', '隐患清单', plan.planId, 1))).toBe('right.denied')
    must(await define('buildStaff', '工地隐患清单', plan.planId, 2))
    must(await define('coordinator', '隐患清单'))
    expect(code(await define('coordinator', '隐患清单'))).toBe('list.nameTaken')
    expect(code(await define('coordinator', ' '))).toBe('list.nameMissing')
    expect(code(await define('coordinator', '九号清单', plan.planId, 9))).toBe('list.forceUnknown')
    const seen = must(await registers.readLists(as('inspector')))
    expect(seen.lists.map(({ name, family, campaignNo }) => [name, family, campaignNo])).toEqual([
      ['工地隐患清单', '安全生产三张清单', 2],
      ['隐患清单', '安全生产三张清单', null],
    ])
    expect([seen.mayDefine, must(await registers.readLists(as('buildStaff'))).mayDefine]).toEqual([false, true])
  })

  it('takes rows of its kinds; every change has its day, its reason and what it made different', async () => {
    const { listId } = must(await define('coordinator', '整改清单'))
    const { build, invest, office } = plan.units
    const row = {
      values: { f1: '燃气管线老化', f2: '１,２００', f3: '重大' },
      unitId: build,
      itemId: plan.items.park,
      reason: '排查发现',
    }
    const add = (person: keyof SmallPlan['people'], rest = {}) =>
      registers.addRow(as(person), { listId, ...row, ...rest })
    expect(code(await add('investReporter'))).toBe('right.denied')
    expect(code(await add('buildReporter', { reason: '' }))).toBe('list.reasonMissing')
    expect(code(await add('buildReporter', { values: { f1: '老化', f3: '特大' } }))).toBe('list.choiceInvalid')
    expect(code(await add('coordinator', { itemId: plan.planId }))).toBe('list.itemUnknown')
    const waiting = must(await add('buildReporter'))
    expect((await read(listId)).rows, 'asked is not admitted').toEqual([])
    expect(code(await decide('buildReporter', waiting.admissionId))).toBe('list.ownAdmission')
    expect(code(await decide('investSigner', waiting.admissionId))).toBe('right.denied')
    const waitsFor = async (person: keyof SmallPlan['people']) =>
      must(await registers.listWaitingAdmissions(as(person))).map(({ title, of }) => [title, of.what])
    expect([await waitsFor('coordinator'), await waitsFor('buildSigner')]).toEqual([[['整改清单', 'row']], []])
    must(await decide('coordinator', waiting.admissionId))
    expect(await waitsFor('coordinator')).toEqual([])
    await admitted(await add('coordinator', { unitId: null }))
    const rowId = (await read(listId)).rows[0]?.rowId ?? ''
    const change = (person: keyof SmallPlan['people'], revision: number, rest = {}) =>
      registers.changeRow(as(person), { ...row, rowId, revision, reason: '追加资金', ...rest })
    expect(code(await change('buildSigner', 1))).toBe('list.nothingChanged')
    expect(code(await change('buildSigner', 1, { unitId: invest })), 'nobody gives his row to another unit').toBe(
      'right.denied',
    )
    must(await change('buildSigner', 1, { values: { ...row.values, f2: '1500' } }))
    expect(code(await change('coordinator', 1, { unitId: office }))).toBe('object.changedMeanwhile')
    must(await change('coordinator', 2, { unitId: office, values: { ...row.values, f2: '1500' }, reason: '职责调整' }))
    const page = await read(listId)
    expect(
      page.rows.map(({ rowNo, values, unitName, itemTitle }) => [rowNo, values['f2'], unitName, itemTitle]),
    ).toEqual([
      [1, '1500', '区政府办', '产业园一期主体工程'],
      [2, '1200', null, '产业园一期主体工程'],
    ])
    expect(
      page.changes.map(({ rowNo, deed, reason, byName, approvedByName, differences }) => [
        ...[rowNo, deed, reason, byName, approvedByName, differences.length],
      ]),
    ).toEqual([
      [2, 'add', '排查发现', 'coordinator', 'leader', 4],
      [1, 'change', '职责调整', 'coordinator', null, 1],
      [1, 'change', '追加资金', 'buildSigner', null, 1],
      [1, 'add', '排查发现', 'buildReporter', 'coordinator', 5],
    ])
    expect(page.changes[1]?.differences).toEqual([{ key: 'unit', before: '区住建局', after: '区政府办' }])
    expect(page.changes[2]?.differences).toEqual([{ key: 'f2', before: '1200', after: '1500' }])
  })

  it('keeps what was taken off with another person’s approval, and brings it back; a workbook shows what stands', async () => {
    const { lists } = must(await registers.readLists(as('coordinator')))
    const listId = lists.find(({ name }) => name === '整改清单')?.listId ?? ''
    const rowId = (await read(listId)).rows[1]?.rowId ?? ''
    const remove = (restore: boolean) => registers.removeRow(as('coordinator'), { rowId, reason: '已销号', restore })
    expect(code(await remove(true))).toBe('object.changedMeanwhile')
    const asked = must(await remove(false))
    expect(code(await remove(false))).toBe('list.admissionWaits')
    const workbook = async () =>
      must(await registers.exportList(as('leader'), { listId })).workbook.sheets[0]?.rows.length
    expect(await workbook(), 'asked is not gone').toBe(2)
    expect((await read(listId)).admissions).toMatchObject([
      { deed: 'remove', rowNo: 2, decision: null, mayDecide: true },
    ])
    must(await decide('leader', asked.admissionId))
    expect(await workbook()).toBe(1)
    const removed = (await read(listId)).rows[1]
    expect(removed).toMatchObject({ rowNo: 2, values: { f1: '燃气管线老化' }, revision: 2 })
    expect(removed?.removedAt).not.toBeNull()
    await admitted(await remove(true))
    expect(await workbook()).toBe(2)
    const denied = test.database.withRegion(plan.region.regionId, (tx) => tx.deleteFrom('domain_list_row').execute())
    await expect(denied, 'the application cannot delete a row').rejects.toThrow(/permission denied/)
  })

  it('changes its fields upon a revision; what was written stays to be read, an ended list takes nothing more', async () => {
    const { listId } = must(await define('coordinator', '试点清单'))
    const row = { listId, values: { f1: '甲', f3: '一般' }, unitId: null, itemId: null, reason: '列入' }
    await admitted(await registers.addRow(as('coordinator'), row))
    const late = must(await registers.addRow(as('coordinator'), row))
    const [first] = fields
    const change = (revision: number, end = false) =>
      registers.changeList(as('coordinator'), {
        ...{ listId, revision, name: '试点清单', family: '', end },
        fields: [{ label: '隐患描述', kind: 'text', unit: '', choices: [], required: true, key: first ? 'f1' : '' }],
      })
    must(await change(1))
    expect(code(await change(1))).toBe('object.changedMeanwhile')
    const page = await read(listId)
    expect(page.list.fields.map(({ key, label, ended }) => [key, label, ended])).toEqual([
      ['f1', '隐患描述', false],
      ['f2', '整改资金', true],
      ['f3', '等级', true],
    ])
    expect(page.rows[0]?.values).toEqual({ f1: '甲', f3: '一般' })
    must(await change(2, true))
    expect(code(await registers.addRow(as('coordinator'), row))).toBe('list.ended')
    expect(code(await decide('leader', late.admissionId)), 'nor what was asked before').toBe('list.ended')
    must(await decide('leader', late.admissionId, false, '清单已停用'))
    expect(code(await change(3))).toBe('list.ended')
    expect((await read(listId, 'coordinator')).mayDefine).toBe(false)
  })
})
