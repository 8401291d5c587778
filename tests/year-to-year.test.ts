import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSourceFile, readWorkbook, writeOfficialDocx, writeWorkbook } from '#adapters/files'
import { addEntry, importPlan, publishPlan, readDraft } from '#app/plan'
import * as years from '#app/plan'
import { importReleases, openPeriod } from '#app/reporting'
import type { IndicatorItem, TaskItem } from '#core/plan'
import { itemsOf } from './support/small-plan-content.ts'
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
const contextOf = (person: keyof SmallPlan['people'], at = AFTER_THE_YEAR, own = plan) =>
  test.contextOf({ ...own.region, clockAt: at }, own.people[person].accountId, own.people[person].roles)
const other = () => test.contextOf({ ...plan.region, clockAt: AFTER_THE_YEAR }, randomUUID(), [{ role: 'coordinator' }])

const refused = (code: string) => ({ ok: false, refusal: { code } })

const account = async () => must(await years.readFinalAccount(contextOf('leader'), { planId: plan.planId }))
const lineOf = async (itemId: string) =>
  (await account()).parts.flatMap(({ lines }) => lines).find((line) => line.itemId === itemId)
const close = (campaignNo: number, at = AFTER_THE_YEAR) =>
  years.closeFinalAccount(contextOf('coordinator', at), { planId: plan.planId, campaignNo })

async function explain(itemId: string, reason: string): Promise<void> {
  const revision = (await lineOf(itemId))?.reasonRevision ?? 0
  must(await years.explainLine(contextOf('coordinator'), { planId: plan.planId, itemId, reason, revision }))
}

/** A draft of the next year's plan with an indicator and no text to speak of. */
async function nextYearDraft(): Promise<{ draftId: string; itemId: string }> {
  const text = new TextEncoder().encode('湖滨区2027年招商引资攻坚实施方案\n')
  const file = { bytes: text, fileName: '2027方案.txt' }
  const { draftId } = must(await importPlan(contextOf('coordinator'), file, readSourceFile))
  const [signed] = itemsOf(plan.items)
  const body = { ...(signed as IndicatorItem), title: '新签约亿元以上项目', sentence: null }
  const stock = { ...body, target: { ...body.target, value: '80', measure: 'stock', due: '2027-12-31' } } as const
  const added = must(await addEntry(contextOf('coordinator'), { draftId, body: { kind: 'item', body: stock } }))
  const itemId = added.entries.find(({ entry }) => entry.kind === 'item')?.entry.entryId ?? ''
  return { draftId, itemId }
}

describe('a final account', () => {
  it('tells per line what was promised, what was achieved and by which seal', async () => {
    expect(await lineOf(plan.items.signed)).toMatchObject({
      ...{
        promised: '60个以上',
        adjusted: null,
        achieved: '26',
        unit: '个',
        met: false,
        sealSeq: 3,
        periodId: '2026-M06',
      },
    })
  })

  it('waits for the end of the year, sealed periods, and reasons', async () => {
    expect(await close(1, '2026-12-31T02:00:00.000Z')).toMatchObject(refused('finalAccount.yearNotOver'))
    await test.database.owner.updateTable('period').set({ state: 'open' }).where('period_id', '=', '2026-D12').execute()
    expect(await close(1)).toMatchObject(refused('finalAccount.periodsOpen'))
    await test.database.owner.updateTable('period').set({ state: 'sealed' }).execute()
    expect(await close(1)).toMatchObject(refused('finalAccount.reasonMissing'))
  })

  it('shows the second of two who explain a line the first’s words', async () => {
    const said = { planId: plan.planId, itemId: plan.items.signed, reason: '两个项目延期签约', revision: 0 }
    must(await years.explainLine(contextOf('coordinator'), said))
    expect(await years.explainLine(other(), said)).toMatchObject(refused('object.changedMeanwhile'))
  })

  it('once closed is frozen: nothing is explained, released, asked or amended, and says so', async () => {
    for (const itemId of Object.values(plan.items)) await explain(itemId, '市场下行，已列入明年')
    must(await close(1))
    must(await close(2))
    expect(await close(1)).toMatchObject(refused('finalAccount.closed'))
    const again = { planId: plan.planId, itemId: plan.items.signed, reason: '改口', revision: 2 }
    expect(await years.explainLine(contextOf('coordinator'), again)).toMatchObject(refused('finalAccount.closed'))
    const figures = [{ itemId: plan.items.industry, periodId: '2026-M12', value: '6', estimate: false }]
    const release = { body: '区统计局', document: '统计月报12', releasedOn: '2027-01-19', figures }
    expect(await importReleases(contextOf('coordinator'), release)).toMatchObject(refused('finalAccount.frozen'))
    const { cadence_id: cadenceId } = await test.database.owner
      .selectFrom('cadence')
      .select('cadence_id')
      .executeTakeFirstOrThrow()
    expect(await openPeriod(contextOf('coordinator'), { cadenceId, periodId: '2026-D36' })).toMatchObject(
      refused('finalAccount.frozen'),
    )
    const bytes = new TextEncoder().encode('湖滨区2026年方案\n一、招商引资攻坚\n新签约亿元以上项目60个。\n')
    const amending = { bytes, fileName: '修订.txt', planId: plan.planId }
    const { draftId } = must(await importPlan(contextOf('coordinator'), amending, readSourceFile))
    expect(await publishPlan(contextOf('coordinator'), { draftId })).toMatchObject(refused('finalAccount.frozen'))
    expect((await account()).parts.map(({ closed }) => closed !== null)).toEqual([true, true])
  })

  it('is corrected with a reason, by two persons, old value and all', async () => {
    const asked = { planId: plan.planId, itemId: plan.items.signed, newValue: '27', reason: '12月底一个漏计' }
    expect(await years.correctFinalAccount(contextOf('coordinator'), { ...asked, reason: '' })).toMatchObject(
      refused('finalAccount.correctionReason'),
    )
    const { correctionId } = must(await years.correctFinalAccount(contextOf('coordinator'), asked))
    const decide = (context: ReturnType<typeof other>) =>
      years.decideAccountCorrection(context, { correctionId, approve: true })
    expect(await decide(contextOf('coordinator'))).toMatchObject(refused('finalAccount.ownCorrection'))
    must(await decide(other()))
    expect(await decide(other())).toMatchObject(refused('correction.alreadyDecided'))
    expect((await account()).corrections).toMatchObject([{ oldValue: '26', newValue: '27', reason: '12月底一个漏计' }])
    expect((await lineOf(plan.items.signed))?.achieved).toBe('26')
  })

  it('goes out as docx with fields and footnotes, and as xlsx', async () => {
    const docx = must(await years.accountDocx(contextOf('leader'), { planId: plan.planId }, writeOfficialDocx))
    const { text } = must(await readSourceFile(docx.bytes, docx.fileName))
    expect(text).toContain('2026年度决算')
    expect(text).toContain('新签约亿元以上项目：市场下行，已列入明年。')
    expect(text).toContain('更正为27个')
    const xlsx = must(await years.accountXlsx(contextOf('leader'), { planId: plan.planId }, writeWorkbook))
    const sheets = must(await readWorkbook(xlsx.bytes))
    expect(sheets.flatMap(({ rows }) => rows.map(({ cells }) => cells[0]))).toContain('新签约亿元以上项目')
  })
})

describe('the next year', () => {
  it('takes over base values and open tasks as a person chooses, and keeps the link', async () => {
    const { draftId, itemId } = await nextYearDraft()
    const seen = must(await years.readCarryOver(contextOf('coordinator'), { draftId }))
    expect(seen.earlierPlan).toMatchObject({ planId: plan.planId, year: 2026 })
    expect(seen.links).toMatchObject([
      { state: 'suggested', earlier: { itemId: plan.items.signed, achieved: '27' }, later: { itemId } },
    ])
    const [task] = seen.openTasks
    expect(seen.openTasks.map((one) => one.kind)).not.toContain('indicator')
    const links = [{ earlierItemId: plan.items.signed, laterItemId: itemId }]
    const wrong = { draftId, links: [], taskIds: [randomUUID()] }
    expect(await years.carryOver(contextOf('coordinator'), wrong)).toMatchObject(refused('yearLink.notOffered'))
    must(await years.carryOver(contextOf('coordinator'), { draftId, links, taskIds: task ? [task.itemId] : [] }))
    const page = must(await readDraft(contextOf('coordinator'), { draftId }))
    const bodies = page.entries.flatMap(({ entry }) => (entry.kind === 'item' ? [entry.body] : []))
    expect(bodies.find((body) => body.itemId === itemId)).toMatchObject({ target: { baseline: '27' } })
    const carried = bodies.filter((body): body is TaskItem => body.kind === 'task' && body.title === task?.title)
    expect(carried).toHaveLength(task ? 1 : 0)
    const after = must(await years.readCarryOver(contextOf('coordinator'), { draftId }))
    expect(after.links).toContainEqual(expect.objectContaining({ state: 'confirmed' }))
    expect(after.openTasks.map((one) => one.itemId)).not.toContain(task?.itemId)
  })

  it('stands beside the years before, once a person has confirmed that it is the same', async () => {
    const { region } = plan
    const [planId, itemId] = [randomUUID(), randomUUID()]
    const row = {
      region_id: region.regionId,
      plan_id: planId,
      title: '湖滨区2025年方案',
      year: 2025,
      current_version: 1,
    }
    await test.database.owner.insertInto('plan').values(row).execute()
    const [signed] = itemsOf({ ...plan.items, signed: itemId })
    const base = { region_id: region.regionId, plan_id: planId, item_id: itemId, kind: 'indicator', campaign_no: 1 }
    const rest = { title: '新签约亿元以上项目', path: '附件1/一', search_text: '', order_no: 1, frequency: 'month' }
    await test.database.owner
      .insertInto('plan_item')
      .values({ ...base, ...rest, origin: 'own', body: JSON.stringify(signed), added_in_version: 1 })
      .execute()
    const seen = must(await years.compareYears(contextOf('coordinator')))
    const link = seen.suggested.find(({ earlier }) => earlier.itemId === itemId)
    expect(link).toMatchObject({ later: { itemId: plan.items.signed }, likeness: 1 })
    const ids = { earlierItemId: itemId, laterItemId: plan.items.signed, confirm: true }
    expect(await years.decideLink(contextOf('leader'), ids)).toMatchObject(refused('right.denied'))
    const backwards = { earlierItemId: plan.items.signed, laterItemId: itemId, confirm: true }
    expect(await years.decideLink(contextOf('coordinator'), backwards)).toMatchObject(refused('yearLink.notLater'))
    must(await years.decideLink(contextOf('coordinator'), ids))
    const rows = must(await years.compareYears(contextOf('leader'))).rows
    expect(rows).toContainEqual([
      expect.objectContaining({ year: 2025, itemId }),
      expect.objectContaining({ year: 2026, achieved: '27', target: '60个以上', met: false }),
    ])
  })
})

describe('the routes across years', () => {
  const as = (person: keyof SmallPlan['people']) => ({ region: plan.region, accountId: plan.people[person].accountId })

  it('ask who it is, what may be done, and for a right body', async () => {
    const at = `/api/plans/${plan.planId}/account`
    expect((await test.request(null, 'GET', at)).status).toBe(401)
    expect((await test.request(as('auditor'), 'GET', at)).status).toBe(403)
    expect((await test.request(as('leader'), 'POST', `${at}/close`, { campaignNo: 1 })).status).toBe(403)
    expect((await test.request(as('coordinator'), 'POST', `${at}/close`, { campaignNo: 'x' })).status).toBe(400)
    expect((await test.request(as('investReporter'), 'GET', at)).json).toMatchObject({ year: 2026 })
    expect((await test.request(as('leader'), 'GET', '/api/years')).json).toMatchObject({ years: [2025, 2026] })
  })
})
