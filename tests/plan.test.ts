import { randomUUID } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addEntry,
  buildPlanLists,
  type DraftPage,
  discardDraft,
  exportFindings,
  importPlan,
  listItems,
  lookAtTables,
  mergeEntries,
  muteFinding,
  openUnitAccounts,
  publishPlan,
  readDifference,
  readDraft,
  readDraftChanges,
  readIssuedFile,
  readItemSource,
  readPlanPage,
  readPlanText,
  reviewPublication,
  saveEntries,
  splitEntry,
} from '#app/plan'
import { decideProposedGrants, listAccounts, listProposedGrants } from '#app/organisation'
import type { Context } from '#app/kit'
import type { Result } from '#core/kit'
import type { Role } from '#core/organisation'
import type { DraftEntry, PlanItem } from '#core/plan'
import { commentDocx, readSourceFile, readWorkbook, writeWorkbook } from '#adapters/files'
import { p, wordFile } from '../src/adapters/files/docx/word-package.fixture.ts'
import { shortPlan } from '../src/core/plan/sample-reading.fixture.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'
import { must } from './support/must.ts'

let test: TestHouse
const region = { regionId: 'lakeside', timeZone: 'Asia/Shanghai', clockAt: '2026-01-20T01:00:00.000Z' }
const people = { first: randomUUID(), second: randomUUID(), admin: randomUUID(), reporter: randomUUID() }

beforeAll(async () => {
  test = await openTestHouse()
  const [region_id, created_at] = [region.regionId, region.clockAt]
  await test.database.withRegion(region_id, async (tx) => {
    await tx
      .insertInto('region')
      .values({ region_id, name: '湖滨区', kind: 'county', clock_at: created_at, created_at })
      .execute()
    const accounts = Object.entries(people).map(([login, account_id]) => ({
      region_id,
      account_id,
      login,
      display_name: `${login} 同志`,
      created_at,
    }))
    await tx.insertInto('account').values(accounts).execute()
    const roles = { first: 'coordinator', second: 'coordinator', admin: 'administrator', reporter: 'reporter' } as const
    const grants = Object.entries(roles).map(([name, role]) => ({
      ...{
        region_id,
        grant_id: randomUUID(),
        account_id: people[name as keyof typeof people],
        role,
        granted_at: created_at,
      },
    }))
    await tx.insertInto('account_role').values(grants).execute()
  })
})
afterAll(() => test.close())

const as = (person: keyof typeof people, role: Role): Context => test.contextOf(region, people[person], [{ role }])
const first = (): Context => as('first', 'coordinator')
const second = (): Context => as('second', 'coordinator')

const code = (result: Result<unknown>): string | null => (result.ok ? null : result.refusal.code)

const load = async (text: string, planId?: string): Promise<DraftPage> => {
  const file = { bytes: new TextEncoder().encode(text), fileName: '方案.txt', ...(planId ? { planId } : {}) }
  const { draftId } = must(await importPlan(first(), file, readSourceFile))
  return must(await readDraft(first(), { draftId }))
}
const rowOf = (page: DraftPage, matches: (entry: DraftEntry) => boolean) => {
  const row = page.entries.find(({ entry }) => matches(entry))
  if (!row) throw new Error('no such entry')
  return row
}
const titled =
  (title: string, kind = 'task') =>
  (entry: DraftEntry) =>
    entry.kind === 'item' && entry.body.kind === kind && entry.body.title.includes(title)
const retitled = (entry: DraftEntry, title: string): DraftEntry =>
  entry.kind === 'item' ? { ...entry, body: { ...entry.body, title } } : entry
const again = (page: DraftPage) => readDraft(first(), { draftId: page.draft.draftId }).then(must)

describe('loading an issued file', () => {
  it('keeps the bytes, drafts the plan and ties every item to the text', async () => {
    const page = await load(shortPlan)
    expect(page.draft.document).toMatchObject({
      fileName: '方案.txt',
      fileSize: new TextEncoder().encode(shortPlan).length,
    })
    const kept = await first().files.get(page.draft.document.fileSha256)
    expect(new TextDecoder().decode(kept ?? undefined)).toBe(shortPlan)
    const loose = page.entries.filter(({ entry }) => {
      const place = entry.kind === 'item' ? entry.body.sentence : null
      const words = place && page.text.slice(place.start, place.end).replace(/\s/g, '')
      return entry.kind === 'item' && !words?.includes(entry.body.quote)
    })
    expect(loose).toEqual([])
    expect(page.coverage.statuses).toHaveLength(page.draft.reading.sentences.length)
  })

  it.each([
    ['an empty file', new Uint8Array(), 'reader.empty'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]), 'reader.picture'],
    ['blanks', new TextEncoder().encode(' \n \n'), 'reader.empty'],
  ])('refuses %s in words', async (_, bytes, refusal) => {
    expect(code(await importPlan(first(), { bytes, fileName: 'x' }, readSourceFile))).toBe(refusal)
  })
})

describe('two people on one draft', () => {
  it('the second sees the first’s change and decides; nothing is lost', async () => {
    const page = await load(shortPlan)
    const { draftId } = page.draft
    const row = rowOf(page, titled('压减事故'))
    const mine = must(
      await saveEntries(first(), { draftId, edits: [{ entry: retitled(row.entry, '甲改的'), revision: 1 }] }),
    )
    expect(mine.entries.map((one) => one.entry.entryId)).toEqual([row.entry.entryId])

    const late = await saveEntries(second(), {
      draftId,
      edits: [{ entry: retitled(row.entry, '乙改的'), revision: 1 }],
    })
    expect(late).toMatchObject({
      ok: false,
      refusal: { code: 'object.changedMeanwhile', at: row.entry.entryId, detail: { by: 'first 同志', revision: 2 } },
    })
    const seen = must(await readDraftChanges(second(), { draftId, since: page.draft.revision }))
    expect(seen.entries.map(({ entry }) => entry.kind === 'item' && entry.body.title)).toEqual(['甲改的'])

    must(await saveEntries(second(), { draftId, edits: [{ entry: retitled(row.entry, '乙定的'), revision: 2 }] }))
    expect(rowOf(await again(page), titled('乙定的')).revision).toBe(3)
  })

  it('different entries at once do not disturb each other', async () => {
    const page = await load(shortPlan)
    const { draftId } = page.draft
    const rows = [rowOf(page, titled('压减事故')), rowOf(page, titled('办好节会活动'))]
    const saves = rows.map(({ entry }, at) =>
      saveEntries(at === 0 ? first() : second(), {
        draftId,
        edits: [{ entry: retitled(entry, `改 ${at}`), revision: 1 }],
      }),
    )
    expect((await Promise.all(saves)).map(code)).toEqual([null, null])
    const after = await again(page)
    expect([rowOf(after, titled('改 0')).revision, rowOf(after, titled('改 1')).revision]).toEqual([2, 2])
    expect(after.draft.revision).toBe(page.draft.revision + 2)
  })

  it('a retry that would change nothing is accepted, and a batch is saved whole or not at all', async () => {
    const page = await load(shortPlan)
    const { draftId } = page.draft
    const [one, other] = [rowOf(page, titled('压减事故')).entry, rowOf(page, titled('办好节会活动')).entry]
    const edit = { draftId, edits: [{ entry: retitled(one, '甲改的'), revision: 1 }] }
    expect([code(await saveEntries(first(), edit)), code(await saveEntries(first(), edit))]).toEqual([null, null])
    const batch = [
      { entry: retitled(other, '跟着改'), revision: 1 },
      { entry: retitled(one, '再改'), revision: 1 },
    ]
    expect(code(await saveEntries(first(), { draftId, edits: batch }))).toBe('object.changedMeanwhile')
    expect(rowOf(await again(page), titled('办好节会活动')).revision).toBe(1)
  })

  it('asks for nothing when nothing changed', async () => {
    const page = await load(shortPlan)
    const changes = must(await readDraftChanges(first(), { draftId: page.draft.draftId, since: page.draft.revision }))
    expect(changes).toMatchObject({ entries: [], standing: null })
  })
})

describe('shaping a draft', () => {
  it('renames a unit everywhere and keeps the old name as an alias', async () => {
    const page = await load(shortPlan)
    const { draftId } = page.draft
    const row = rowOf(page, (entry) => entry.kind === 'unit' && entry.body.name === '区应急局')
    if (row.entry.kind !== 'unit') throw new Error('unit')
    const entry = { ...row.entry, body: { ...row.entry.body, name: '区应急管理局' } }
    must(await saveEntries(first(), { draftId, edits: [{ entry, revision: 1 }] }))
    const after = await again(page)
    expect(rowOf(after, (one) => one.kind === 'unit' && one.body.name === '区应急管理局').entry).toMatchObject({
      body: { aliases: ['区应急局'] },
    })
    const task = rowOf(after, titled('压减事故')).entry
    expect(task.kind === 'item' && task.body.duties).toEqual([{ unit: '区应急管理局', role: 'lead' }])
  })

  it('merges units once for all, splits, merges items, sets aside and brings back', async () => {
    const page = await load(shortPlan)
    const { draftId } = page.draft
    const unit = (name: string) =>
      rowOf(page, (entry) => entry.kind === 'unit' && entry.body.name === name).entry.entryId
    must(await mergeEntries(first(), { draftId, keepId: unit('区财政局'), otherIds: [unit('区统计局')] }))
    const task = rowOf(page, titled('压减事故')).entry.entryId
    const split = must(await splitEntry(first(), { draftId, entryId: task }))
    const fresh = split.entries[0]?.entry.entryId ?? ''
    must(await mergeEntries(first(), { draftId, keepId: task, otherIds: [fresh] }))
    const aside = rowOf(await again(page), titled('办好节会活动'))
    const away: DraftEntry = { ...aside.entry, removedAs: 'notATask' }
    must(await saveEntries(first(), { draftId, edits: [{ entry: away, revision: aside.revision }] }))
    const after = await again(page)
    expect(
      after.entries
        .filter(({ entry }) => entry.removedAs !== null)
        .map(({ entry }) => entry.removedAs)
        .sort(),
    ).toEqual(['merged', 'merged', 'notATask'])
    must(await saveEntries(first(), { draftId, edits: [{ entry: aside.entry, revision: aside.revision + 1 }] }))
    expect(rowOf(await again(page), titled('办好节会活动')).entry.removedAs).toBeNull()
  })

  it('refuses to merge a task with an indicator, and figures that are none', async () => {
    const page = await load(shortPlan)
    const { draftId } = page.draft
    const [task, shops] = [rowOf(page, titled('压减事故')), rowOf(page, titled('限额以上', 'indicator'))]
    expect(
      code(await mergeEntries(first(), { draftId, keepId: task.entry.entryId, otherIds: [shops.entry.entryId] })),
    ).toBe('plan.kindDiffers')
    const entry = shops.entry.kind === 'item' && shops.entry.body.kind === 'indicator' ? shops.entry : null
    if (!entry || entry.body.kind !== 'indicator') throw new Error('indicator')
    const wrong: DraftEntry = { ...entry, body: { ...entry.body, target: { ...entry.body.target, value: '若干' } } }
    expect(await saveEntries(first(), { draftId, edits: [{ entry: wrong, revision: 1 }] })).toMatchObject({
      refusal: { code: 'plan.figureInvalid', at: 'target.value' },
    })
  })

  it('mutes a finding with a reason and takes the mute back', async () => {
    const { draft } = await load(shortPlan)
    const { draftId } = draft
    expect(code(await muteFinding(first(), { draftId, findingId: 'f', reason: ' ' }))).toBe('plan.reasonMissing')
    const muted = must(await muteFinding(first(), { draftId, findingId: 'f', reason: '体例如此' }))
    expect(muted.entries[0]?.entry).toMatchObject({
      kind: 'mute',
      body: { findingId: 'f', reason: '体例如此' },
      removedAs: null,
    })
    const back = must(await muteFinding(first(), { draftId, findingId: 'f', reason: null }))
    expect(back.entries[0]?.entry.removedAs).toBe('deleted')
    expect(code(await muteFinding(first(), { draftId, findingId: 'f', reason: '再次' }))).toBeNull()
  })

  it('adds an item from a stretch of text', async () => {
    const page = await load(shortPlan)
    const start = page.text.indexOf('组织安全宣传')
    const body: PlanItem = {
      ...{
        kind: 'task',
        itemId: '',
        campaignNo: 2,
        path: '附件2',
        title: '安全宣传',
        sentence: { start, end: start + 14 },
      },
      ...{ quote: page.text.slice(start, start + 14), duties: [], openList: false, leaderInCharge: null },
      ...{ responsiblePerson: null, timeNodes: [], frequency: 'month' },
    }
    const added = must(await addEntry(first(), { draftId: page.draft.draftId, body: { kind: 'item', body } }))
    expect(added.entries[0]?.entry.entryId).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('publishing', () => {
  it('is refused with the first blocker while the plan has no title', async () => {
    const page = await load(shortPlan)
    const { draftId } = page.draft
    const meta = rowOf(page, (entry) => entry.kind === 'meta').entry
    if (meta.kind !== 'meta') throw new Error('meta')
    const entry: DraftEntry = { ...meta, body: { ...meta.body, title: '' } }
    must(await saveEntries(first(), { draftId, edits: [{ entry, revision: 1 }] }))
    expect(await publishPlan(first(), { draftId })).toMatchObject({
      refusal: { code: 'plan.notReady', at: 'meta', detail: { count: 1 } },
    })
    expect(must(await reviewPublication(first(), { draftId })).openPoints[0]?.code).toBe('titleMissing')
  })

  it('is refused where the draft changed after the person looked', async () => {
    const page = await load(shortPlan)
    const { draftId, revision } = page.draft
    must(await muteFinding(second(), { draftId, findingId: 'f', reason: '有理由' }))
    expect(code(await publishPlan(first(), { draftId, revision }))).toBe('object.changedMeanwhile')
    expect(code(await publishPlan(first(), { draftId, revision: revision + 1 }))).toBeNull()
    expect(code(await publishPlan(first(), { draftId }))).toBe('plan.draftClosed')
    expect(code(await discardDraft(first(), { draftId }))).toBe('plan.draftClosed')
  })

  it('keeps how each version was issued: number, body, day, copies; the next one overwrites nothing', async () => {
    const issued = { docNumber: '湖政办发〔2026〕3号', issuer: '湖滨区人民政府办公室', issuedOn: '2026-01-20' }
    const publish = async (copies: string, planId?: string) => {
      const page = await load(shortPlan, planId)
      const { draftId } = page.draft
      const { entry, revision } = rowOf(page, ({ kind }) => kind === 'meta')
      if (entry.kind !== 'meta') throw new Error('no head')
      const head = { ...entry, body: { ...entry.body, ...issued, copies } }
      must(await saveEntries(first(), { draftId, edits: [{ entry: head, revision }] }))
      return must(await publishPlan(first(), { draftId }))
    }
    const { planId } = await publish('印80份，主送各镇街')
    expect(must(await readPlanPage(first(), { planId })).meta).toMatchObject({
      ...issued,
      copies: '印80份，主送各镇街',
    })
    expect((await publish('印120份', planId)).version).toBe(2)
    const kept = await first().read(({ plans }) => plans.content(planId, 1))
    expect(kept?.meta).toMatchObject({ ...issued, copies: '印80份，主送各镇街' })
    expect(must(await readPlanPage(first(), { planId })).meta.copies).toBe('印120份')
  })

  it('makes version 1; an amendment makes version 2, keeps ids and shows the difference', async () => {
    const { draft } = await load(shortPlan)
    const { planId, version, contentHash } = must(await publishPlan(first(), { draftId: draft.draftId }))
    expect(version).toBe(1)
    const before = must(await listItems(first(), { planId, filter: {} }))
    const text = shortPlan
      .replaceAll('新增限额以上商贸单位20家', '新增限额以上商贸单位26家')
      .replace('2.开展宣传教育。组织安全宣传进企业、进社区。（区应急局、区教育局按职责分工负责）\n', '')
    const amended = await load(text, planId)
    expect(draft.reading.findings.filter(({ ruleId }) => ruleId === 'plan.differsFromEarlier')).toEqual([])
    const differing = amended.draft.reading.findings.filter(({ ruleId }) => ruleId === 'plan.differsFromEarlier')
    expect(differing.map(({ detail }) => [detail['first'], detail['second']])).toEqual([['20家', '26家']])
    const published = must(await publishPlan(first(), { draftId: amended.draft.draftId, reason: '半年评估' }))
    expect(published).toMatchObject({ planId, version: 2 })
    expect(published.contentHash).not.toBe(contentHash)

    const after = must(await listItems(first(), { planId, filter: {} }))
    const ids = new Set(after.map(({ item }) => item.itemId))
    expect(before.filter(({ item }) => !ids.has(item.itemId)).map(({ item }) => item.title)).toEqual(['开展宣传教育'])
    const difference = must(await readDifference(first(), { planId, from: 1, to: 2 }))
    expect(difference.removed.map((item) => item.title)).toEqual(['开展宣传教育'])
    expect(difference.added).toEqual([])
    expect(difference.changed.flatMap((item) => item.changes)).toContainEqual({
      field: 'target.value',
      before: '20',
      after: '26',
    })

    const gone = before.find(({ item }) => item.title === '开展宣传教育')
    const source = must(await readItemSource(first(), { itemId: gone?.item.itemId ?? '' }))
    expect(source).toMatchObject({ version: 1, planTitle: '湖滨区2026年实施“三大攻坚”总体方案' })
    expect(source.sentence).toContain('组织安全宣传进企业')
    expect(must(await readPlanPage(first(), { planId })).versions.map((row) => [row.version, row.reason])).toEqual([
      [2, '半年评估'],
      [1, ''],
    ])
  })
})

describe('a plan in force', () => {
  let planId = ''
  beforeAll(async () => {
    const { draft } = await load(shortPlan)
    planId = must(await publishPlan(first(), { draftId: draft.draftId })).planId
  })
  const titles = async (filter: Parameters<typeof listItems>[1]['filter']) =>
    must(await listItems(first(), { planId, filter })).map(({ item }) => item.title)

  it('stores who reports each item, with groups apart', async () => {
    const rows = must(await listItems(first(), { planId, filter: { kind: 'task' } }))
    const units = new Map(must(await readPlanPage(first(), { planId })).units.map((unit) => [unit.unitId, unit.name]))
    expect(rows.map(({ item, reportingUnitId }) => [item.title, units.get(reportingUnitId ?? '')])).toEqual([
      ['培育商贸主体', '区商务局'],
      ['办好节会活动', '区商务局'],
      ['压减事故', '区应急局'],
      ['开展宣传教育', '区应急局'],
    ])
  })

  it('is found by words, by pinyin initials of title and unit, by campaign, unit and role', async () => {
    expect(await titles({ text: '电商服务' })).toEqual(['培育商贸主体'])
    expect(await titles({ text: 'pysm' })).toContain('培育商贸主体')
    expect(await titles({ text: 'QJYJ', kind: 'task' })).toEqual(['开展宣传教育'])
    expect(await titles({ text: '100%_' })).toEqual([])
    expect(await titles({ campaign: 2, kind: 'task' })).toEqual(['压减事故', '开展宣传教育'])
    const unit = must(await readPlanPage(first(), { planId })).units.find(({ name }) => name === '澜湾街道')
    expect(await titles({ unitId: unit?.unitId ?? '', role: 'support', kind: 'task' })).toEqual(['办好节会活动'])
  })

  it('shows the issued text with its items, and gives the file back byte for byte', async () => {
    const text = must(await readPlanText(first(), { planId }))
    for (const anchor of text.anchors) for (const { start, end } of anchor.spans) expect(end).toBeGreaterThan(start)
    const file = must(await readIssuedFile(first(), { planId }))
    expect(new TextDecoder().decode(file.bytes)).toBe(shortPlan)
  })

  it('is downloaded as three lists', async () => {
    const { workbook, fileName } = must(await buildPlanLists(first(), { planId, filter: {}, projection: 'duties' }))
    expect(fileName).toMatch(/目标任务责任清单\.xlsx$/)
    const sheets = must(await readWorkbook(await writeWorkbook(workbook)))
    expect(sheets.map((sheet) => sheet.name)).toEqual(['目标清单', '任务清单', '责任清单'])
    expect(JSON.stringify(sheets[1])).toContain('培育商贸主体')
  })

  it('opens a reporter and a signer for each unit, with links that sign in once', async () => {
    const admin = as('admin', 'administrator')
    const opened = must(await openUnitAccounts(admin, { planId, serverNow: test.house.serverNow() }))
    expect(opened.filter(({ unit }) => unit === '区商务局').map(({ login }) => login)).toEqual([
      '区商务局填报人',
      '区商务局审签人',
    ])
    expect(opened.map(({ unit }) => unit)).not.toContain('各镇街')
    const again = must(await openUnitAccounts(admin, { planId, serverNow: test.house.serverNow() }))
    expect(again.map(({ login }) => login)).toEqual(opened.map(({ login }) => login))
    expect(new Set([...opened, ...again].map(({ linkToken }) => linkToken)).size).toBe(opened.length * 2)
    const used = await admin.transact(async ({ organisation }) => {
      const hash = admin.sha256(opened[0]?.linkToken ?? '')
      const at = test.house.serverNow()
      return { ok: true, value: [await organisation.useLink(hash, at), await organisation.useLink(hash, at)] }
    })
    expect(must(used).map((account) => account !== null)).toEqual([true, false])
  })

  it('gives those accounts their roles only when the security officer confirms them', async () => {
    const officer = as('admin', 'securityOfficer')
    const rolesOf = async (login: string) =>
      must(await listAccounts(officer))
        .filter((account) => account.login === login)
        .flatMap((account) => account.roles.map(({ role, unitName }) => `${role} ${unitName}`))
    const proposed = must(await listProposedGrants(officer))
    const [reporter, signer] = ['reporter', 'signer'].map((role) =>
      proposed.find((proposal) => proposal.unitName === '区商务局' && proposal.grant.role === role),
    )
    expect(await rolesOf('区商务局填报人')).toEqual([])
    const serverNow = test.house.serverNow()
    const ids = (confirm: boolean, ...proposalIds: string[]) => ({ confirm, proposalIds, serverNow })
    for (const role of ['administrator', 'coordinator', 'auditor'] as const)
      expect(code(await decideProposedGrants(as('admin', role), ids(true, reporter?.proposalId ?? '')))).toBe(
        'right.denied',
      )
    const both = ids(true, reporter?.proposalId ?? '', randomUUID())
    expect(code(await decideProposedGrants(officer, both))).toBe('proposal.notFound')
    expect(await rolesOf('区商务局填报人')).toEqual([])
    must(await decideProposedGrants(officer, ids(true, reporter?.proposalId ?? '')))
    must(await decideProposedGrants(officer, ids(false, signer?.proposalId ?? '')))
    expect(await rolesOf('区商务局填报人')).toEqual(['reporter 区商务局'])
    expect(await rolesOf('区商务局审签人')).toEqual([])
    expect(code(await decideProposedGrants(officer, ids(true, signer?.proposalId ?? '')))).toBe('proposal.notFound')
    const rest = must(await listProposedGrants(officer)).map(({ proposalId }) => proposalId)
    expect(must(await decideProposedGrants(officer, ids(true, ...rest)))).toEqual({ decided: proposed.length - 2 })
    expect(must(await listProposedGrants(officer))).toEqual([])
    must(await openUnitAccounts(as('admin', 'administrator'), { planId, serverNow: test.house.serverNow() }))
    expect(must(await listProposedGrants(officer)), 'asked again, nothing is proposed twice').toEqual([])
  })
})

describe('rights', () => {
  const draftId = randomUUID()
  it.each<[string, (context: Context) => Promise<Result<unknown>>]>([
    [
      'load',
      (context) =>
        importPlan(context, { bytes: new TextEncoder().encode(shortPlan), fileName: 'x.txt' }, readSourceFile),
    ],
    ['read a draft', (context) => readDraft(context, { draftId })],
    ['change a draft', (context) => saveEntries(context, { draftId, edits: [] })],
    ['publish', (context) => publishPlan(context, { draftId })],
    [
      'open unit accounts',
      (context) => openUnitAccounts(context, { planId: draftId, serverNow: '2026-01-20T00:00:00.000Z' }),
    ],
  ])('a reporter may not %s', async (_, attempt) => {
    expect(code(await attempt(as('reporter', 'reporter')))).toBe('right.denied')
  })
  it('a reporter reads plans; nobody reads those of another region', async () => {
    expect(code(await listItems(as('reporter', 'reporter'), { planId: randomUUID(), filter: {} }))).toBeNull()
    const stranger = test.contextOf(region, people.reporter, [])
    expect(code(await listItems(stranger, { planId: randomUUID(), filter: {} }))).toBe('right.denied')
  })
})

describe('findings as files for the drafters', () => {
  const TEXT = ['一、任务', '（一）便利往来。提供措施。（区科技局、区人社局、区商务局、区人社局按职责分工负责）']
  const writers = { workbook: writeWorkbook, comments: commentDocx }
  const exported = (context: Context, draftId: string, format: 'xlsx' | 'docx') =>
    exportFindings(context, { draftId, format, language: 'zh' }, writers)

  it('gives a list, and the loaded docx with comments; a muted finding is in neither', async () => {
    const bytes = wordFile({ body: TEXT.map((line) => p(line)).join('') })
    const { draftId } = must(await importPlan(first(), { bytes, fileName: '任务分工.docx' }, readSourceFile))
    const rules = async (): Promise<readonly string[]> => {
      const list = must(await exported(first(), draftId, 'xlsx'))
      expect(list.fileName).toBe('任务分工-体检清单.xlsx')
      return must(await readWorkbook(list.bytes))[0]?.rows.map(({ cells }) => cells.at(-1) ?? '') ?? []
    }
    const comments = async (): Promise<string> => {
      const file = must(await exported(first(), draftId, 'docx'))
      expect(file.fileName).toBe('任务分工-体检批注.docx')
      expect(must(await readSourceFile(file.bytes, file.fileName)).text).toBe(`${TEXT.join('\n')}\n`)
      return strFromU8(unzipSync(file.bytes)['word/comments.xml'] ?? new Uint8Array())
    }
    expect(await rules()).toContain('plan.unitTwice')
    expect(await comments()).toContain('“区人社局”在同一责任条款中出现两次。')
    const { draft } = must(await readDraft(first(), { draftId }))
    const twice = draft.reading.findings.find(({ ruleId }) => ruleId === 'plan.unitTwice')
    must(await muteFinding(first(), { draftId, findingId: twice?.findingId ?? '', reason: '已与起草人核实' }))
    expect(await rules()).not.toContain('plan.unitTwice')
    expect(must(await exported(first(), draftId, 'docx')).bytes.length).toBeGreaterThan(0)
    expect(code(await exported(as('reporter', 'reporter'), draftId, 'xlsx'))).toBe('right.denied')
  })

  it('refuses comments where the issued file is no docx', async () => {
    const page = await load(TEXT.join('\n'))
    expect(code(await exported(first(), page.draft.draftId, 'docx'))).toBe('reader.commentsNeedDocx')
    expect(code(await exported(first(), randomUUID(), 'xlsx'))).toBe('object.notFound')
  })
})

describe('over HTTP', () => {
  const who = (person: keyof typeof people) => ({ region, accountId: people[person] })
  const form = (text: string): FormData => {
    const data = new FormData()
    data.set('file', new File([text], '方案.txt'))
    return data
  }
  it('loads, edits, refuses and publishes', async () => {
    const loaded = await test.request(who('first'), 'POST', '/api/drafts', form(shortPlan))
    expect(loaded.status).toBe(200)
    const { draftId } = loaded.json as { draftId: string }
    const page = (await test.request(who('first'), 'GET', `/api/drafts/${draftId}`)).json as {
      revision: number
      entries: { entry: DraftEntry; revision: number }[]
    }
    const task = page.entries.find(({ entry }) => titled('压减事故')(entry))
    const edits = [{ entry: { ...task?.entry, removedAs: 'notATask' }, revision: 1 }]
    expect((await test.request(who('first'), 'PUT', `/api/drafts/${draftId}/entries`, { edits })).status).toBe(200)
    const late = [{ entry: { ...task?.entry, removedAs: 'deleted' }, revision: 1 }]
    const refused = await test.request(who('second'), 'PUT', `/api/drafts/${draftId}/entries`, { edits: late })
    expect(refused).toMatchObject({
      status: 409,
      json: { code: 'object.changedMeanwhile', detail: { by: 'first 同志' } },
    })
    const published = await test.request(who('first'), 'POST', `/api/drafts/${draftId}/publish`, {})
    expect(published).toMatchObject({ status: 200, json: { version: 1 } })
    const { planId } = published.json as { planId: string }
    const items = await test.request(who('reporter'), 'GET', `/api/plans/${planId}/items?kind=task`)
    expect((items.json as { items: unknown[] }).items).toHaveLength(3)
  })
  it('says who may not, and what is wrong', async () => {
    expect((await test.request(null, 'GET', '/api/plans')).status).toBe(401)
    expect((await test.request(who('reporter'), 'POST', '/api/drafts', form(shortPlan))).status).toBe(403)
    expect((await test.request(who('first'), 'POST', '/api/drafts', new FormData())).status).toBe(400)
    expect((await test.request(who('first'), 'GET', '/api/plans/none')).status).toBe(400)
    expect((await test.request(who('first'), 'GET', `/api/drafts/${randomUUID()}`)).status).toBe(404)
  })
})

describe('tables of tasks', () => {
  const HEADS = '序号,工作事项,承担方,完成时限'
  const table = (heads: string) =>
    new TextEncoder().encode(`${heads}\n1,开工建设产业园,区住建局,2026年6月底\n2,,区水利局,\n`)
  const file = { bytes: table(HEADS), fileName: '任务.csv' }
  const look = async (context: Context, bytes = file.bytes) =>
    must(await lookAtTables(context, { bytes, fileName: '任务.csv' }, readSourceFile))
  const columns = [{ headKey: '序号|工作事项|承担方|完成时限', uses: { B: 'title', C: 'lead', D: 'due' } }] as const
  const duties = async (draftId: string) =>
    must(await readDraft(first(), { draftId })).entries.flatMap(({ entry }) =>
      entry.kind === 'item' && entry.body.kind === 'task' ? entry.body.duties : [],
    )

  it('are shown before they are loaded, with the rows that give no task, and nothing is kept of that', async () => {
    const [shown] = await look(first())
    expect(shown).toMatchObject({ headRow: 1, tasks: 1, remembered: false })
    expect(shown?.columns.map(({ letters, use }) => `${letters} ${use}`)).toEqual([
      'A number',
      'B title',
      'C none',
      'D due',
    ])
    expect(shown?.faults).toEqual([{ number: 3, fault: 'reader.rowWithoutTask', words: '2 区水利局' }])
    const kept = await test.database.withRegion(region.regionId, (tx) =>
      tx.selectFrom('table_columns').selectAll().execute(),
    )
    expect(kept).toEqual([])
  })

  it('are read as stated, and the next table with the same heads as well; another is not', async () => {
    const { draftId } = must(await importPlan(first(), { ...file, columns }, readSourceFile))
    expect(await duties(draftId)).toEqual([{ unit: '区住建局', role: 'lead' }])
    const page = must(await readDraft(first(), { draftId }))
    expect(page.warnings.map(({ zh }) => zh)).toEqual(['“CSV”第 3 行没有任务内容，没有成为任务：2 区水利局'])
    const cells = page.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []))
    expect(cells.map(({ address }) => address)).toContain('C2')
    const next = { bytes: table(HEADS.replace('事项', ' 事 项')), fileName: '下一批.csv' }
    expect((await look(second(), next.bytes))[0]).toMatchObject({ remembered: true })
    const again = must(await importPlan(second(), next, readSourceFile))
    expect(await duties(again.draftId)).toEqual([{ unit: '区住建局', role: 'lead' }])
    const other = must(
      await importPlan(first(), { ...file, bytes: table(HEADS.replace('承担方', '办理方')) }, readSourceFile),
    )
    expect(await duties(other.draftId)).toEqual([])
  })

  it('are remembered as they were stated last, with a row in the log each time', async () => {
    const changed = [{ ...columns[0], uses: { B: 'title', C: 'support', D: 'due' } }] as const
    must(await importPlan(second(), { ...file, columns: changed }, readSourceFile))
    expect((await look(first()))[0]?.columns[2]).toMatchObject({ letters: 'C', use: 'support' })
    const rows = await test.database.withRegion(region.regionId, (tx) =>
      tx.selectFrom('audit').select(['action', 'body']).where('action', '=', 'plan.stateColumns').execute(),
    )
    expect(rows.map(({ body }) => (JSON.parse(String(body)) as { uses: { C: string } }).uses.C)).toEqual([
      'lead',
      'support',
    ])
  })

  it('are for the coordinating office alone, and a text without a table is refused in words', async () => {
    const asked = { ...file, columns }
    expect(code(await lookAtTables(as('reporter', 'reporter'), file, readSourceFile))).toBe('right.denied')
    expect(code(await importPlan(as('reporter', 'reporter'), asked, readSourceFile))).toBe('right.denied')
    const text = { bytes: new TextEncoder().encode(shortPlan), fileName: 'x.xlsx' }
    expect(code(await lookAtTables(first(), text, readSourceFile))).toBe('plan.noTable')
  })
})
