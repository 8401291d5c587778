import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawQr, readSourceFile } from '#adapters/files'
import { closeFinalAccount, explainLine, importPlan, publishPlan, readFinalAccount } from '#app/plan'
import {
  countPublicRead,
  decideByRule,
  makePublication,
  publish,
  readPublicPlan,
  withdrawPublication,
} from '#app/publishing'
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

const AFTER_THE_YEAR = '2027-01-20T02:00:00.000Z'
const visitor = (at = plan.region.clockAt) =>
  test.contextOf({ ...plan.region, clockAt: at }, '', [{ role: 'publicReader' }])
const coordinator = (at = plan.region.clockAt) => {
  const { accountId, roles } = plan.people.coordinator
  return test.contextOf({ ...plan.region, clockAt: at }, accountId, roles)
}
const asked = () => ({ planId: plan.planId })
const page = async () => must(await readPublicPlan(visitor(), asked()))
const path = () => `/api/public/${plan.region.regionId}/plans/${plan.planId}`

describe('the public page of a plan', () => {
  it('is counted only where something is published, by day, and notes nobody', async () => {
    expect(await countPublicRead(visitor(), asked())).toMatchObject({ refusal: { code: 'object.notFound' } })
    const { publicationId } = must(await makePublication(coordinator(), asked()))
    const { revision } = must(await decideByRule(coordinator(), { publicationId, revision: 1 }))
    must(await publish(coordinator(), { publicationId, revision }))
    expect(await page()).toMatchObject({ reads: 0, archivedAt: null })
    must(await countPublicRead(visitor(), asked()))
    await Promise.all([1, 2, 3].map(() => test.request(null, 'POST', `${path()}/reads`)))
    must(await countPublicRead(visitor('2026-08-01T02:00:00.000Z'), asked()))
    expect((await page()).reads).toBe(5)
    const rows = await test.database.owner.selectFrom('publication_read').selectAll().orderBy('read_on').execute()
    const of = { region_id: plan.region.regionId, plan_id: plan.planId }
    expect(rows).toEqual([
      { ...of, read_on: '2026-07-31', reads: 4 },
      { ...of, read_on: '2026-08-01', reads: 1 },
    ])
  })

  it('has its address as a code to be scanned', async () => {
    const { status, json } = await test.request(null, 'GET', `${path()}/qr.svg`)
    expect(status).toBe(200)
    const address = `http://guatu.test/public/${plan.region.regionId}/plans/${plan.planId}`
    expect(json).toBe(await drawQr(address))
    expect(json).toMatch(/^<svg /)
    expect(json, 'another address is another code').not.toBe(await drawQr(`${address}x`))
  })

  it('says that the plan is archived once its last campaign is accounted for; from then on it is frozen', async () => {
    await test.database.owner.updateTable('period').set({ state: 'sealed' }).execute()
    const account = must(await readFinalAccount(coordinator(AFTER_THE_YEAR), asked()))
    for (const { itemId } of account.parts.flatMap(({ lines }) => lines)) {
      const said = { ...asked(), itemId, reason: '年底核定', revision: 0 }
      must(await explainLine(coordinator(AFTER_THE_YEAR), said))
    }
    const close = async (campaignNo: number, at: string) =>
      must(await closeFinalAccount(coordinator(at), { ...asked(), campaignNo }))
    await close(1, AFTER_THE_YEAR)
    expect((await page()).archivedAt, 'one campaign is open').toBeNull()
    await close(2, '2027-01-25T02:00:00.000Z')
    expect((await page()).archivedAt).toBe('2027-01-25T02:00:00.000Z')
    const file = { bytes: new TextEncoder().encode('一、招商引资攻坚\n'), fileName: '修订.txt', ...asked() }
    const amended = await importPlan(coordinator(AFTER_THE_YEAR), file, readSourceFile)
    const refused = amended.ok ? await publishPlan(coordinator(AFTER_THE_YEAR), amended.value) : amended
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'finalAccount.frozen' } })
    const kept = (await page()).row
    expect(kept.released?.items.length, 'what was published stays to be read').toBeGreaterThan(0)
  })

  it('is no longer counted once it is withdrawn', async () => {
    const { publication_id: publicationId } = await test.database.owner
      .selectFrom('publication')
      .select('publication_id')
      .executeTakeFirstOrThrow()
    must(await withdrawPublication(coordinator(), { publicationId, reason: '数据有误' }))
    expect(await countPublicRead(visitor(), asked())).toMatchObject({ refusal: { code: 'object.notFound' } })
    expect((await page()).reads).toBe(5)
  })
})
