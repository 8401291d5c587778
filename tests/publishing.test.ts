import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeOfficialDocx } from '#adapters/files'
import {
  type BriefingPage,
  checkBriefing,
  decideByRule,
  decideFields,
  downloadBriefing,
  draftBriefing,
  editBriefing,
  issueBriefing,
  listDocuments,
  makePublication,
  publish,
  readBriefing,
  readPublication,
  readPublicPlan,
  refreshBriefing,
  withdrawPublication,
} from '#app/publishing'
import type { Context } from '#app/kit'
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
const contextOf = (person: Person, own = plan): Context =>
  test.contextOf(own.region, own.people[person].accountId, own.people[person].roles)
const visitor = (own = plan): Context => test.contextOf(own.region, '', [{ role: 'publicReader' }])

const pageOf = async (documentId: string, person: Person = 'coordinator'): Promise<BriefingPage> =>
  must(await readBriefing(contextOf(person), { documentId }))

const draftOf = async (sealSeq: number, own = plan) =>
  must(await draftBriefing(contextOf('coordinator', own), { planId: own.planId, sealSeq })).documentId

const wordsOf = (page: BriefingPage): string => JSON.stringify(page.view.blocks)

describe('a briefing', () => {
  it('is drafted from a seal: what was due, who was silent, lights by campaign, what is behind and why', async () => {
    const { document, view } = await pageOf(await draftOf(3))
    expect(document).toMatchObject({ state: 'draft', sealSeq: 3, periodId: '2026-D18', number: null })
    expect(document.body.facts).toMatchObject({
      counts: { due: 5, counted: 4, late: 0, pending: 0, silent: 1, units: 2, silentUnits: 1 },
      silent: [{ unitName: '区招商局', titles: ['编制项目储备清单'] }],
      whole: { count: 6, lights: { red: 2, yellow: 1, green: 3, blue: 0, grey: 0 } },
    })
    expect(document.body.facts.behind.map(({ title, light, actual }) => [title, light, actual])).toEqual([
      ['编制项目储备清单', 'red', null],
      ['规模以上工业增加值增速', 'red', '6.6'],
      ['新签约亿元以上项目', 'yellow', '26'],
    ])
    expect(view).toMatchObject({
      title: '2026年6月下旬“两大攻坚”推进情况',
      head: { kind: 'briefing', issue: '（送审稿）' },
      sealHead: { period: '2026年6月下旬', hash: document.body.facts.seal.hash },
    })
  })

  it('names the source of each figure: seal, period, item and report, or the release', async () => {
    const { documents } = must(await listDocuments(contextOf('coordinator')))
    const page = await pageOf(documents[0]?.documentId ?? '')
    expect(wordsOf(page)).toMatch(/第3号封存；2026年6月；新签约亿元以上项目；区招商局；报告[0-9a-f]{12}。/)
    expect(wordsOf(page)).toContain('发布数；2026年5月；规模以上工业增加值增速；区统计局统计月报5，2026年6月20日。')
  })

  it('stands once on a seal', async () => {
    const again = await draftBriefing(contextOf('coordinator'), { planId: plan.planId, sealSeq: 3 })
    expect(again).toMatchObject({ ok: false, refusal: { code: 'briefing.alreadyDrafted' } })
    const unsealed = await draftBriefing(contextOf('coordinator'), { planId: plan.planId, sealSeq: 9 })
    expect(unsealed).toMatchObject({ ok: false, refusal: { code: 'briefing.notSealed' } })
  })

  it('is not for those who may not write', async () => {
    const asked = { planId: plan.planId, sealSeq: 2 }
    for (const person of ['investReporter', 'auditor', 'buildStaff'] as const)
      expect(await draftBriefing(contextOf(person), asked)).toMatchObject({ refusal: { code: 'right.denied' } })
  })
})

describe('from draft to issue', () => {
  const texts = (page: BriefingPage, opening: string) => ({ ...page.document.body.texts, opening })

  it('keeps the words of people apart, refuses stale edits, wants a second person, and freezes what was issued', async () => {
    const documentId = await draftOf(1)
    const [coordinator, leader] = [contextOf('coordinator'), contextOf('leader')]
    const before = await pageOf(documentId)
    const edit = { documentId, revision: 1, texts: texts(before, '各专班要盯住滞后事项。') }
    expect(must(await editBriefing(coordinator, edit))).toEqual({ revision: 2 })
    expect(await editBriefing(coordinator, edit)).toMatchObject({ refusal: { code: 'object.changedMeanwhile' } })
    const edited = await pageOf(documentId)
    expect(edited.parts.find(({ part }) => part === 'opening')?.blocks).toHaveLength(1)
    expect(edited.document.body.facts).toEqual(before.document.body.facts)

    expect(await issueBriefing(coordinator, { documentId, revision: 2 }, writeOfficialDocx)).toMatchObject({
      refusal: { code: 'briefing.notChecked' },
    })
    expect(await checkBriefing(coordinator, { documentId, revision: 2 })).toMatchObject({
      refusal: { code: 'briefing.ownText' },
    })
    expect(must(await checkBriefing(leader, { documentId, revision: 2 }))).toEqual({ revision: 3 })
    const issued = must(await issueBriefing(coordinator, { documentId, revision: 3 }, writeOfficialDocx))
    expect(issued.number).toBe(1)
    expect((await pageOf(documentId)).view.head.issue).toBe('第1期（总第1期）')
    const late = await editBriefing(coordinator, { ...edit, revision: 4 })
    expect(late).toMatchObject({ refusal: { code: 'briefing.issued' } })
    const [first, second] = [
      must(await downloadBriefing(coordinator, { documentId }, writeOfficialDocx)),
      must(await downloadBriefing(contextOf('investReporter'), { documentId }, writeOfficialDocx)),
    ]
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true)
    expect(await test.house.files.get(issued.fileSha256)).toEqual(first.bytes)
  })

  it('writes figures as locked fields, footnotes for their sources, and the head of the chain', async () => {
    const { documents } = must(await listDocuments(contextOf('coordinator')))
    const issued = documents.find(({ state }) => state === 'issued')
    const documentId = issued?.documentId ?? ''
    const { bytes, fileName } = must(await downloadBriefing(contextOf('leader'), { documentId }, writeOfficialDocx))
    expect(fileName).toBe('两大攻坚简报第1期（总第1期）2026年4月下旬“两大攻坚”推进情况.docx')
    const body = strOf(bytes, 'word/document.xml')
    const signed = `figure:2026-D12/${plan.items.signed}/actual`
    expect(body).toContain(`<w:tag w:val="${signed}"/>`)
    expect(body).toContain('contentLocked')
    expect(body.split('<w:footnoteReference').length - 1).toBeGreaterThan(2)
    expect(strOf(bytes, 'word/footnotes.xml')).toContain('新签约亿元以上项目；区招商局；报告')
    const { hash } = (await pageOf(documentId)).document.body.facts.seal
    expect(body.replace(/<[^>]+>/g, '')).toContain((hash.match(/.{8}/g) ?? []).join(' '))
    expect(body).toContain('各专班要盯住滞后事项。')
  })

  it('takes a check back when somebody edits, and numbers issues in order', async () => {
    const documentId = await draftOf(2)
    const [coordinator, leader] = [contextOf('coordinator'), contextOf('leader')]
    must(await checkBriefing(leader, { documentId, revision: 1 }))
    const edit = { documentId, revision: 2, texts: texts(await pageOf(documentId), '再议。') }
    must(await editBriefing(coordinator, edit))
    expect((await pageOf(documentId)).document).toMatchObject({ state: 'draft', checkedByName: null })
    must(await checkBriefing(leader, { documentId, revision: 3 }))
    const issued = must(await issueBriefing(coordinator, { documentId, revision: 4 }, writeOfficialDocx))
    expect(issued.number).toBe(2)
  })

  it('is refused once the facts no longer follow from the seal, until they are taken again', async () => {
    const { documents } = must(await listDocuments(contextOf('coordinator')))
    const documentId = documents.find(({ sealSeq }) => sealSeq === 3)?.documentId ?? ''
    const { body, revision } = (await pageOf(documentId)).document
    const forged = { ...body, facts: { ...body.facts, counts: { ...body.facts.counts, silent: 0 } } }
    await test.database.withRegion(plan.region.regionId, (tx) =>
      tx
        .updateTable('official_document')
        .set({ body: JSON.stringify(forged) })
        .where('region_id', '=', plan.region.regionId)
        .where('document_id', '=', documentId)
        .execute(),
    )
    const leader = contextOf('leader')
    expect(await checkBriefing(leader, { documentId, revision })).toMatchObject({
      refusal: { code: 'briefing.figuresChanged' },
    })
    must(await refreshBriefing(contextOf('coordinator'), { documentId, revision }))
    expect((await pageOf(documentId)).document.body.facts).toEqual(body.facts)
    expect((await checkBriefing(leader, { documentId, revision: revision + 1 })).ok).toBe(true)
  })

  it('tells corrections approved since the last briefing, old and new value', async () => {
    const own = await insertSmallPlan(test, 'riverside')
    const row = {
      ...{ region_id: 'riverside', correction_id: randomUUID(), seal_seq: 2, item_id: own.items.signed },
      ...{ old_figure: '22', new_figure: '21', old_claim: 'onPace', new_claim: 'onPace', reason: '重复统计1个' },
      ...{ made_at: '2026-06-10T01:00:00.000Z', made_by: own.people.investReporter.accountId },
      ...{ approved_at: '2026-06-11T01:00:00.000Z', approved_by: own.people.coordinator.accountId },
    }
    await test.database.withRegion('riverside', (tx) => tx.insertInto('correction').values(row).execute())
    const documentId = await draftOf(3, own)
    const page = must(await readBriefing(contextOf('coordinator', own), { documentId }))
    expect(page.document.body.facts.corrections).toMatchObject([
      { title: '新签约亿元以上项目', periodId: '2026-D15', oldFigure: '22', newFigure: '21', reason: '重复统计1个' },
    ])
    expect(wordsOf(page)).toContain('区招商局更正2026年5月下旬')
  })

  it('tells problems and orders as they stood when the period was sealed, orders outside any plan included', async () => {
    const own = await insertSmallPlan(test, 'harbour')
    const region_id = 'harbour'
    const by = own.people.coordinator.accountId
    const [problem_id, order_id] = [randomUUID(), randomUUID()]
    const problem = {
      ...{ region_id, problem_id, number: 1, kind: 'problem', title: '绿地围挡未拆', item_id: own.items.green },
      ...{ unit_id: own.units.build, state: 'closed', revision: 4, found_at: '2026-06-01T01:00:00.000Z', found_by: by },
      due_on: '2026-06-20',
    }
    const steps = [
      ['raise', 'found', '2026-06-01'],
      ['assign', 'assigned', '2026-06-02'],
      ['claim', 'claimed', '2026-06-10'],
      ['refuse', 'rectifying', '2026-06-12'],
      ['close', 'closed', '2026-07-20'],
    ] as const
    const order = {
      ...{
        region_id,
        order_id,
        number: 7,
        level: 'instruction',
        title: '盯住签约',
        body: '',
        unit_id: own.units.invest,
      },
      ...{ state: 'issued', revision: 1, issued_at: '2026-06-05T01:00:00.000Z', issued_by: by },
      ...{ acknowledge_due_at: '2026-06-08T10:00:00.000Z', reply_due_at: '2026-06-12T10:00:00.000Z' },
    }
    await test.database.withRegion(region_id, async (tx) => {
      await tx.insertInto('problem').values(problem).execute()
      const events = steps.map(([action, to_state, day], index) => ({
        ...{ region_id, problem_id, event_no: index + 1, action, to_state, at: `${day}T02:00:00.000Z`, by },
      }))
      await tx.insertInto('problem_event').values(events).execute()
      await tx.insertInto('supervision_order').values(order).execute()
    })
    const page = must(await readBriefing(contextOf('coordinator', own), { documentId: await draftOf(3, own) }))
    expect(page.document.body.facts.problems).toEqual([
      {
        ...{ number: 1, title: '绿地围挡未拆', unitName: '区住建局', state: 'rectifying' },
        ...{ dueOn: '2026-06-20', overdue: true, refusedClaims: 1 },
      },
    ])
    expect(page.document.body.facts.orders).toMatchObject([
      { number: 7, unitName: '区招商局', state: 'issued', replyDueOn: '2026-06-12', overdue: true },
    ])
    expect(wordsOf(page)).toContain('整改中（逾期），退回1次')
  })

  it('stands as it was, whatever the plan learns later', async () => {
    const facts = (await pageOf(await firstIssued())).document.body.facts
    expect(facts.behind.find(({ title }) => title === '新签约亿元以上项目')?.actual).toBe('18')
  })
})

async function firstIssued(): Promise<string> {
  const { documents } = must(await listDocuments(contextOf('coordinator')))
  return documents.find(({ number }) => number === 1)?.documentId ?? ''
}

function strOf(bytes: Uint8Array, part: string): string {
  const content = unzipSync(bytes)[part]
  return content ? strFromU8(content) : ''
}

describe('a publication', () => {
  const make = async () => must(await makePublication(contextOf('coordinator'), { planId: plan.planId })).publicationId
  const reviewOf = async (publicationId: string) =>
    must(await readPublication(contextOf('coordinator'), { publicationId }))

  it('waits for a decision on every field; nothing is public before', async () => {
    const publicationId = await make()
    const review = await reviewOf(publicationId)
    expect(review.lines.length).toBeGreaterThan(30)
    expect(review.lines.every(({ decision }) => decision === null)).toBe(true)
    expect(await publish(contextOf('coordinator'), { publicationId, revision: 1 })).toMatchObject({
      refusal: { code: 'publication.undecided', detail: { count: review.lines.length } },
    })
    expect(await readPublicPlan(visitor(), { planId: plan.planId })).toMatchObject({
      refusal: { code: 'object.notFound' },
    })
  })

  it('wants a reason where a decision departs from the rule', async () => {
    const publicationId = await make()
    const key = `${plan.items.signed}/paragraph`
    const decide = (reason: string) =>
      decideFields(contextOf('coordinator'), {
        ...{ publicationId, revision: 1 },
        decisions: [{ key, decision: 'release', reason }],
      })
    expect(await decide('')).toMatchObject({ refusal: { code: 'publication.reasonMissing', at: key } })
    expect((await decide('已在新闻发布会公布')).ok).toBe(true)
    const unknown = [{ key: 'x/title', decision: 'release' as const, reason: '' }]
    expect(
      await decideFields(contextOf('coordinator'), { publicationId, revision: 2, decisions: unknown }),
    ).toMatchObject({ refusal: { code: 'publication.fieldUnknown' } })
  })

  it('shows the public what was released, and nothing that was withheld', async () => {
    const publicationId = await make()
    const coordinator = contextOf('coordinator')
    const { deaths, green } = plan.items
    const fields = (await reviewOf(publicationId)).lines.filter(({ itemId }) => itemId === deaths)
    const withheld = fields.map(({ key }) => ({ key, decision: 'withhold' as const, reason: '以事故调查结论为准' }))
    const figure = { key: `${green}/figure`, decision: 'withhold' as const, reason: '尚在核实' }
    must(await decideFields(coordinator, { publicationId, revision: 1, decisions: [...withheld, figure] }))
    must(await decideByRule(coordinator, { publicationId, revision: 2 }))
    const published = must(await publish(coordinator, { publicationId, revision: 3 }))
    expect(published.items).toBe(5)
    const { row } = must(await readPublicPlan(visitor(), { planId: plan.planId }))
    const sent = JSON.stringify(row)
    const { pack } = (await reviewOf(publicationId)).publication
    const dead = pack.items.find(({ itemId }) => itemId === deaths)
    for (const secret of [deaths, dead?.fields.title ?? '', dead?.quote ?? '', '本月新签约4个', '区招商局局长'])
      expect(sent).not.toContain(secret)
    const [signed] = row.released?.items ?? []
    expect(signed).toMatchObject({
      title: '新签约亿元以上项目',
      sentence: '全年新签约亿元以上项目60个。',
      light: 'yellow',
      figure: { value: '26', unit: '个', asOf: '2026-06-30', sealSeq: 3, release: null },
    })
    const shownGreen = row.released?.items.find(({ itemId }) => itemId === green)
    expect(shownGreen?.figure).toBeUndefined()
    expect(shownGreen?.why).toBeUndefined()
    expect(shownGreen?.light).toBe('green')
    expect(await decideByRule(coordinator, { publicationId, revision: 4 })).toMatchObject({
      refusal: { code: 'publication.notInReview' },
    })
  })

  it('is withdrawn for everybody to see, with the reason and without the content', async () => {
    const publicationId = await make()
    const coordinator = contextOf('coordinator')
    must(await decideByRule(coordinator, { publicationId, revision: 1 }))
    must(await publish(coordinator, { publicationId, revision: 2 }))
    expect(await withdrawPublication(coordinator, { publicationId, reason: ' ' })).toMatchObject({
      refusal: { code: 'publication.withdrawalReason' },
    })
    must(await withdrawPublication(coordinator, { publicationId, reason: '一项数据有误，更正后重新发布' }))
    const { row } = must(await readPublicPlan(visitor(), { planId: plan.planId }))
    expect(row).toMatchObject({ state: 'withdrawn', released: null, withdrawalReason: '一项数据有误，更正后重新发布' })
    expect(await withdrawPublication(coordinator, { publicationId, reason: '再撤' })).toMatchObject({
      refusal: { code: 'publication.notPublished' },
    })
  })

  it('is reviewed by the coordinator alone', async () => {
    for (const person of ['leader', 'investReporter', 'auditor'] as const)
      expect(await makePublication(contextOf(person), { planId: plan.planId })).toMatchObject({
        refusal: { code: 'right.denied' },
      })
  })
})

describe('over HTTP', () => {
  const as = (person: Person) => ({ region: plan.region, accountId: plan.people[person].accountId })
  const call = (person: Person | null, method: string, path: string, body?: unknown) =>
    test.request(person && as(person), method, path, body)
  const code = (answer: { readonly json: unknown }) => (answer.json as { readonly code?: string }).code

  it.each([
    ['GET', '/api/documents'],
    ['POST', '/api/documents'],
    ['GET', `/api/documents/${randomUUID()}`],
    ['PUT', `/api/documents/${randomUUID()}`],
    ['POST', `/api/documents/${randomUUID()}/check`],
    ['POST', `/api/documents/${randomUUID()}/issue`],
    ['GET', `/api/documents/${randomUUID()}/file`],
    ['GET', '/api/publications'],
    ['POST', '/api/publications'],
    ['GET', `/api/publications/${randomUUID()}`],
    ['POST', `/api/publications/${randomUUID()}/publish`],
    ['POST', `/api/publications/${randomUUID()}/withdraw`],
  ])('%s %s asks to sign in', async (method, path) => {
    expect(await call(null, method, path, method === 'GET' ? undefined : {})).toMatchObject({
      status: 401,
      json: { code: 'auth.signInFirst' },
    })
  })

  it('refuses those whose part it is not, and what is not well formed', async () => {
    const asked = { planId: plan.planId, sealSeq: 3 }
    expect((await call('investReporter', 'POST', '/api/documents', asked)).status).toBe(403)
    expect((await call('leader', 'POST', '/api/publications', { planId: plan.planId })).status).toBe(403)
    expect((await call('leader', 'GET', '/api/publications')).status).toBe(403)
    expect((await call('coordinator', 'POST', '/api/documents', { planId: 'x' })).status).toBe(400)
    expect((await call('coordinator', 'GET', `/api/documents/${randomUUID()}`)).status).toBe(404)
    expect((await call('coordinator', 'POST', '/api/documents', asked)).status).toBe(422)
  })

  it('shows drafts to those who work on them, issued briefings to all who report', async () => {
    const list = async (person: Person) =>
      ((await call(person, 'GET', '/api/documents')).json as { documents: { state: string; documentId: string }[] })
        .documents
    const drafts = (await list('coordinator')).filter(({ state }) => state !== 'issued')
    expect(drafts.length).toBeGreaterThan(0)
    expect((await list('investReporter')).every(({ state }) => state === 'issued')).toBe(true)
    expect((await call('investReporter', 'GET', `/api/documents/${drafts[0]?.documentId}`)).status).toBe(404)
    const page = await call('coordinator', 'GET', `/api/documents/${drafts[0]?.documentId}`)
    expect(page).toMatchObject({ status: 200, json: { title: expect.stringContaining('推进情况') } })
    expect(JSON.stringify(page.json)).not.toContain(plan.people.coordinator.accountId)
  })

  it('publishes, serves citizens and machines, and withdraws', async () => {
    const place = `/api/public/${plan.region.regionId}/plans`
    const made = await call('coordinator', 'POST', '/api/publications', { planId: plan.planId })
    const { publicationId } = made.json as { publicationId: string }
    const path = `/api/publications/${publicationId}`
    expect(code(await call('coordinator', 'POST', `${path}/publish`, { revision: 1 }))).toBe('publication.undecided')
    await call('coordinator', 'POST', `${path}/by-rule`, { revision: 1, only: 'restricted' })
    await call('coordinator', 'POST', `${path}/by-rule`, { revision: 2 })
    expect((await call('coordinator', 'POST', `${path}/publish`, { revision: 2 })).status).toBe(409)
    expect((await call('coordinator', 'POST', `${path}/publish`, { revision: 3 })).status).toBe(200)

    const [visitor, signedIn] = [await call(null, 'GET', `${place}/${plan.planId}`), await call('leader', 'GET', place)]
    expect(visitor).toMatchObject({ status: 200, json: { regionName: '湖滨区', row: { state: 'published' } } })
    expect(signedIn.json).toEqual((await call(null, 'GET', place)).json)
    expect(JSON.stringify(visitor.json)).not.toContain('本月新签约4个')
    const csv = String((await call(null, 'GET', `${place}/${plan.planId}/open-data.csv`)).json)
    expect(csv.split('\r\n').filter(Boolean)).toHaveLength(7)
    expect(csv).toContain('新签约亿元以上项目,indicator,全年新签约亿元以上项目60个。,>=,60,,26,个,2026-06-30,"seal 3')
    const json = (await call(null, 'GET', `${place}/${plan.planId}/open-data.json`)).json
    expect(json).toEqual((visitor.json as { row: { released: unknown } }).row.released)

    expect((await call('coordinator', 'POST', `${path}/withdraw`, { reason: '' })).status).toBe(422)
    expect((await call('coordinator', 'POST', `${path}/withdraw`, { reason: '口径有误' })).status).toBe(200)
    const after = await call(null, 'GET', `${place}/${plan.planId}`)
    expect(after.json).toMatchObject({ row: { state: 'withdrawn', released: null, withdrawalReason: '口径有误' } })
    expect((await call(null, 'GET', `${place}/${plan.planId}/open-data.csv`)).status).toBe(404)
  })

  it('keeps regions apart', async () => {
    expect((await call(null, 'GET', '/api/public/nowhere/plans')).status).toBe(404)
    const other = await call(null, 'GET', `/api/public/riverside/plans/${plan.planId}`)
    expect(other).toMatchObject({ status: 404, json: { code: 'object.notFound' } })
  })
})
