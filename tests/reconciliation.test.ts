import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeWorkbook } from '#adapters/files'
import { briefingFactsOf } from './support/briefing-of.ts'
import * as reporting from '#app/reporting'
import type { RoleGrant } from '#core/organisation'
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

type Person = keyof SmallPlan['people']
const contextOf = (person: Person, at = plan.region.clockAt) =>
  test.contextOf({ ...plan.region, clockAt: at }, plan.people[person].accountId, plan.people[person].roles)
const as = (person: Person) => ({ region: plan.region, accountId: plan.people[person].accountId })
const anybody = (...roles: readonly RoleGrant[]) => test.contextOf(plan.region, randomUUID(), roles)

const refused = (code: string) => ({ ok: false, refusal: { code } })

let names = 0
const asked = (periodId = '2026-D18', name = `专项资金拨付${names++}`) => ({
  ...{ planId: plan.planId, cadenceId: null, name, periodId, figureUnit: '万元', dueOn: '2026-07-05' },
  ...{ firstUnitId: plan.units.invest, secondUnitId: plan.units.build },
})
const open = async (body = asked(), at?: string) =>
  must(await reporting.openReconciliation(contextOf('coordinator', at ?? plan.region.clockAt), body))

const enter = (
  reconciliationId: string,
  side: 'first' | 'second',
  figures: readonly (readonly [string, string | null])[],
  at?: string,
) =>
  reporting.enterFigures(contextOf(side === 'first' ? 'investReporter' : 'buildReporter', at ?? plan.region.clockAt), {
    ...{ reconciliationId, side, figures: figures.map(([key, value]) => ({ key, label: `项目${key}`, value })) },
  })

const propose = (reconciliationId: string, key: string) =>
  reporting.proposeSettlement(contextOf('investReporter'), {
    ...{ reconciliationId, side: 'first', key, holds: 'first', value: null, reason: '以国库支付凭证为准' },
  })
const sign = (reconciliationId: string, side: 'first' | 'second', key: string, context?: ReturnType<typeof anybody>) =>
  reporting.signSettlement(context ?? contextOf(side === 'first' ? 'investSigner' : 'buildSigner'), {
    ...{ reconciliationId, side, key },
  })
const lines = async (reconciliationId: string) =>
  must(await reporting.readReconciliation(contextOf('coordinator'), { reconciliationId })).lines

describe('a round', () => {
  it('holds both sides’ figures against each other, decimals exact, missing ones named', async () => {
    const { reconciliationId } = await open()
    must(
      await enter(reconciliationId, 'first', [
        ['a', '1200.50'],
        ['b', '300.01'],
        ['c', '7'],
      ]),
    )
    must(
      await enter(reconciliationId, 'second', [
        ['a', '1200.5'],
        ['b', '300'],
        ['d', '9'],
      ]),
    )
    const found = (await lines(reconciliationId)).map(({ key, first, second, gap, standing }) => [
      key,
      first,
      second,
      gap,
      standing,
    ])
    expect(found).toEqual([
      ['b', '300.01', '300', '0.01', 'open'],
      ['c', '7', null, null, 'open'],
      ['d', null, '9', null, 'open'],
      ['a', '1200.5', '1200.5', '0', 'agreed'],
    ])
  })

  it('is settled by a reason and two persons’ signatures; a changed figure opens it again', async () => {
    const { reconciliationId } = await open()
    must(await enter(reconciliationId, 'first', [['a', '12']]))
    must(await enter(reconciliationId, 'second', [['a', '10']]))
    expect(await sign(reconciliationId, 'first', 'a')).toMatchObject(refused('reconciliation.nothingProposed'))
    must(await propose(reconciliationId, 'a'))
    must(await sign(reconciliationId, 'first', 'a'))
    expect((await lines(reconciliationId))[0]).toMatchObject({ standing: 'open', signedFirstName: 'investSigner' })
    must(await sign(reconciliationId, 'second', 'a'))
    expect((await lines(reconciliationId))[0]).toMatchObject({ standing: 'settled', settlement: { value: '12' } })
    expect(await enter(reconciliationId, 'second', [['a', '11']])).toMatchObject(refused('reconciliation.keySettled'))
    expect(await propose(reconciliationId, 'a')).toMatchObject(refused('reconciliation.nothingToSettle'))
  })

  it('is never signed for both sides by one person', async () => {
    const { reconciliationId } = await open()
    must(await enter(reconciliationId, 'first', [['a', '12']]))
    must(await enter(reconciliationId, 'second', [['a', '10']]))
    must(await propose(reconciliationId, 'a'))
    const both = anybody({ role: 'signer', unitId: plan.units.invest }, { role: 'signer', unitId: plan.units.build })
    must(await sign(reconciliationId, 'first', 'a', both))
    expect(await sign(reconciliationId, 'second', 'a', both)).toMatchObject(refused('reconciliation.signedOtherSide'))
    expect(await sign(reconciliationId, 'first', 'a')).toMatchObject(refused('reconciliation.alreadySigned'))
  })

  it('keeps a side’s figures and signature to its own unit', async () => {
    const { reconciliationId } = await open()
    const figures = [{ key: 'a', label: '甲', value: '1' }]
    const other = { reconciliationId, side: 'first', figures } as const
    for (const person of ['buildReporter', 'coordinator', 'leader'] as const)
      expect(await reporting.enterFigures(contextOf(person), other)).toMatchObject(refused('right.denied'))
    const outside = anybody({ role: 'reporter', unitId: plan.units.office })
    expect(await reporting.readReconciliation(outside, { reconciliationId })).toMatchObject(refused('right.denied'))
    expect(must(await reporting.listReconciliations(outside)).rounds).toEqual([])
  })

  it('takes its unsettled differences into the next round, under their own key, and refuses writes once closed', async () => {
    const first = asked('2026-D17')
    const { reconciliationId } = await open(first)
    must(
      await enter(reconciliationId, 'first', [
        ['a', '12'],
        ['b', '5'],
      ]),
    )
    must(
      await enter(reconciliationId, 'second', [
        ['a', '10'],
        ['b', '5'],
      ]),
    )
    expect(
      await reporting.openReconciliation(contextOf('coordinator'), { ...first, periodId: '2026-D18' }),
    ).toMatchObject(refused('reconciliation.earlierOpen'))
    expect(must(await reporting.closeReconciliation(contextOf('coordinator'), { reconciliationId }))).toEqual({
      unsettled: 1,
    })
    expect(await enter(reconciliationId, 'first', [['a', '10']])).toMatchObject(refused('reconciliation.closed'))
    const next = await open({ ...first, periodId: '2026-D18' })
    expect(next.carried).toBe(1)
    expect(await lines(next.reconciliationId)).toMatchObject([
      { key: 'a@2026-D17', first: '12', second: '10', carriedFrom: '2026-D17', standing: 'open' },
    ])
    must(await propose(next.reconciliationId, 'a@2026-D17'))
    must(await sign(next.reconciliationId, 'first', 'a@2026-D17'))
    must(await sign(next.reconciliationId, 'second', 'a@2026-D17'))
    expect(must(await reporting.closeReconciliation(contextOf('coordinator'), next))).toEqual({ unsettled: 0 })
    expect(await reporting.openReconciliation(contextOf('coordinator'), first)).toMatchObject(
      refused('reconciliation.exists'),
    )
  })

  it('keeps everything that was entered and done', async () => {
    const { reconciliationId } = await open()
    must(await enter(reconciliationId, 'first', [['a', '12']]))
    must(await enter(reconciliationId, 'first', [['a', '13']]))
    must(await enter(reconciliationId, 'second', [['a', '10']]))
    must(await propose(reconciliationId, 'a'))
    const { history } = must(await reporting.readReconciliation(contextOf('leader'), { reconciliationId }))
    expect(history.filter(({ act }) => act === 'enter').map(({ value }) => value)).toEqual(
      expect.arrayContaining(['12', '13', '10']),
    )
    expect(history).toContainEqual(expect.objectContaining({ act: 'propose', value: '13', byName: 'investReporter' }))
  })
})

describe('in the briefing', () => {
  it('unsettled differences stand as the seal left them, and not what was settled later', async () => {
    const before = '2026-06-30T08:00:00.000Z'
    const body = asked('2026-D18', '债务资金拨付')
    const { reconciliationId } = await open(body, before)
    must(
      await enter(
        reconciliationId,
        'first',
        [
          ['a', '12'],
          ['b', '5'],
        ],
        before,
      ),
    )
    must(
      await enter(
        reconciliationId,
        'second',
        [
          ['a', '10'],
          ['b', '5'],
        ],
        before,
      ),
    )
    const told = async () => (await briefingFactsOf(test, plan, 3))?.reconciliations
    expect(await told()).toMatchObject([
      {
        name: '债务资金拨付',
        keys: 2,
        agreed: 1,
        settled: 0,
        unsettled: [{ label: '项目a', first: '12', second: '10', gap: '2' }],
      },
    ])
    must(await propose(reconciliationId, 'a'))
    must(await sign(reconciliationId, 'first', 'a'))
    must(await sign(reconciliationId, 'second', 'a'))
    expect(await told()).toMatchObject([{ settled: 0, unsettled: [{ label: '项目a' }] }])
  })
})

describe('the routes of reconciliations', () => {
  const form = (name: string, content: BlobPart) => {
    const made = new FormData()
    made.set('file', new File([content], name))
    return made
  }

  it('ask who it is and for a right body', async () => {
    expect((await test.request(null, 'GET', '/api/reconciliations')).status).toBe(401)
    expect((await test.request(as('auditor'), 'GET', '/api/reconciliations')).status).toBe(403)
    expect((await test.request(as('coordinator'), 'POST', '/api/reconciliations', { name: '' })).status).toBe(400)
    const same = { ...asked(), secondUnitId: plan.units.invest }
    expect((await test.request(as('coordinator'), 'POST', '/api/reconciliations', same)).json).toMatchObject({
      code: 'reconciliation.sameUnit',
    })
  })

  it('take a side’s xlsx or csv, and nothing of it while a row cannot be read', async () => {
    const made = await test.request(as('coordinator'), 'POST', '/api/reconciliations', asked())
    const { reconciliationId } = made.json as { reconciliationId: string }
    const at = (side: string) => `/api/reconciliations/${reconciliationId}/${side}/sheet`
    const bad = await test.request(
      as('investReporter'),
      'POST',
      at('first'),
      form('a.csv', '编号,名称,金额\nP-1,绿道,约3\nP-2,桥,4\n'),
    )
    expect(bad.json).toEqual({ entered: 0, findings: [{ row: 2, fault: 'notANumber', text: '约3' }] })
    expect(await lines(reconciliationId)).toEqual([])
    const good = await test.request(
      as('investReporter'),
      'POST',
      at('first'),
      form('a.csv', '编号,名称,金额\nP-1,绿道,3.10\n'),
    )
    expect(good.json).toEqual({ entered: 1, findings: [] })
    const columns = ['项目编号', '项目名称', '拨付金额（万元）'].map((header) => ({
      header,
      width: 20,
      kind: 'text' as const,
    }))
    const rows = [['P-1', '绿道', '3.1']]
    const sheet = await writeWorkbook({
      author: '住建局',
      date: '2026-07-01',
      sheets: [{ name: '拨付', columns, rows }],
    })
    const book = new Uint8Array(sheet)
    const imported = await test.request(as('buildReporter'), 'POST', at('second'), form('b.xlsx', book))
    expect(imported.json).toEqual({ entered: 1, findings: [] })
    expect(await lines(reconciliationId)).toMatchObject([{ key: 'P-1', standing: 'agreed' }])
  })
})
