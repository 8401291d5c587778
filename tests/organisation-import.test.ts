import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorkbook, writeWorkbook } from '#adapters/files'
import { sessionCookie } from '#adapters/http/kernel'
import { insertSmallPlan, type SmallPlan } from './support/small-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'

let test: TestHouse
let plan: SmallPlan
let admin: string
let officer: string

beforeAll(async () => {
  test = await openTestHouse()
  plan = await insertSmallPlan(test)
  ;[admin, officer] = [await founder('admin', 'administrator'), await founder('officer', 'securityOfficer')]
})
afterAll(() => test.close())

async function founder(login: string, role: string): Promise<string> {
  const { regionId: region_id } = plan.region
  const [account_id, at] = [crypto.randomUUID(), '2026-01-05T01:00:00Z']
  const account = { region_id, account_id, login, display_name: login, created_at: at }
  await test.database.owner.insertInto('account').values(account).execute()
  const grant = { region_id, grant_id: crypto.randomUUID(), account_id, role, granted_at: at }
  await test.database.owner.insertInto('account_role').values(grant).execute()
  return account_id
}

type Rows = readonly (readonly string[])[]
interface Book {
  readonly units?: Rows
  readonly groups?: Rows
  readonly people?: Rows
}
const HEADS = {
  units: ['单位', ['单位名称', '类别', '别名']],
  groups: ['单位组成员', ['组名', '成员单位', '起始日期']],
  people: ['人员与角色', ['账号', '称谓', '角色', '单位']],
} as const

/** A workbook as somebody fills it in: the head stands in row 1, so that row n of the list is row n + 1 of the sheet. */
function bookOf(book: Book): Promise<Uint8Array> {
  const sheets = (Object.keys(HEADS) as (keyof typeof HEADS)[]).flatMap((which) => {
    const rows = book[which]
    const [name, heads] = HEADS[which]
    return rows ? [{ name, columns: heads.map((header) => ({ header, width: 20, kind: 'text' as const })), rows }] : []
  })
  return writeWorkbook({ author: '综合协调组', date: '2026-07-31', sheets })
}

interface Check {
  readonly counts: { new: number; changed: number; unchanged: number; refused: number }
  readonly lines: {
    sheet: string
    row: number
    what: string
    outcome: string
    words: string
    column: string | null
    remedy: string | null
  }[]
  readonly leftOut: { sheet: string; rows: number }[]
  readonly fingerprint: string
}
const formOf = (bytes: Uint8Array, fields: Record<string, string> = {}): FormData => {
  const form = new FormData()
  form.set('file', new File([bytes.slice().buffer], '机构名册.xlsx'))
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}
const send = async (accountId: string | null, path: string, form?: FormData) => {
  const as = accountId === null ? null : { region: plan.region, accountId }
  const { status, json } = await test.request(as, form ? 'POST' : 'GET', `/api/organisation/${path}`, form)
  return { status, json: json as Record<string, unknown> & { code?: string; title?: string } }
}
const check = async (accountId: string, book: Book): Promise<Check> => {
  const { status, json } = await send(accountId, 'import/check', formOf(await bookOf(book)))
  expect([status, json.code]).toEqual([200, undefined])
  return json as unknown as Check
}
const load = async (accountId: string, book: Book, fingerprint: string) =>
  send(accountId, 'import', formOf(await bookOf(book), { fingerprint }))
const coordinator = () => plan.people.coordinator.accountId
const unitNames = async () =>
  (
    await test.database.owner.selectFrom('unit').select('name').where('region_id', '=', plan.region.regionId).execute()
  ).map(({ name }) => name)

describe('a thousand rows with three bad ones', () => {
  const rows = Array.from({ length: 1000 }, (_, index) => [`测试单位${index}`, '部门', `单位${index}`])
  rows[99] = ['测试单位98', '部门', '']
  rows[499] = ['测试单位499', '衙门', '']
  rows[899] = ['测试单位899', '部门', '区招商局']

  it('are checked in one go: which three, in which column, and what helps', async () => {
    const { counts, lines } = await check(coordinator(), { units: rows })
    expect(counts).toEqual({ new: 997, changed: 0, unchanged: 0, refused: 3 })
    expect(lines.filter(({ outcome }) => outcome === 'refused')).toMatchObject([
      { row: 101, column: '单位名称', remedy: '与第 100 行重复。请删去其中一行。' },
      { row: 501, column: '类别', what: '测试单位499' },
      { row: 901, column: '别名', remedy: expect.stringContaining('区招商局') as string },
    ])
  })

  it('are not loaded in part', async () => {
    const before = await unitNames()
    const { fingerprint } = await check(coordinator(), { units: rows })
    expect(await load(coordinator(), { units: rows }, fingerprint)).toMatchObject({
      ...{ status: 422, json: { code: 'roster.refusedRows', detail: { count: 3 } } },
    })
    expect(await unitNames()).toEqual(before)
  })

  it('are loaded once they are mended, and change nothing the second time', async () => {
    const good = rows.filter((_, index) => ![99, 499, 899].includes(index))
    const { fingerprint, counts } = await check(coordinator(), { units: good })
    expect(counts).toEqual({ new: 997, changed: 0, unchanged: 0, refused: 0 })
    expect((await load(coordinator(), { units: good }, fingerprint)).json).toMatchObject({ units: 997 })
    const again = await check(coordinator(), { units: good })
    expect(again.counts).toEqual({ new: 0, changed: 0, unchanged: 997, refused: 0 })
    expect((await load(coordinator(), { units: good }, again.fingerprint)).json).toEqual({
      ...{ units: 0, groups: 0, accounts: 0, roles: 0 },
    })
  })
})

describe('units and groups', () => {
  it('change by what the sheet says: kinds, spellings, members, and who left', async () => {
    const first: Book = {
      units: [
        ['区档案馆', '部门', '档案馆'],
        ['各镇街', '单位组', ''],
        ['青石镇', '镇乡', ''],
        ['白云街道', '街道', '白云街办、白云'],
      ],
      groups: [
        ['各镇街', '青石镇', '2026-01-01'],
        ['各镇街', '白云街道', '2026-01-01'],
      ],
    }
    const one = await check(coordinator(), first)
    expect((await load(coordinator(), first, one.fingerprint)).json).toMatchObject({ units: 4, groups: 1 })
    const second: Book = {
      units: [['区档案馆', '其他', '区档案局']],
      groups: [['各镇街', '青石镇', '2026-07-01']],
    }
    const two = await check(coordinator(), second)
    expect(two.lines).toMatchObject([
      { sheet: 'units', row: 2, outcome: 'changed', words: '类别：部门 → 其他 +区档案局 −档案馆' },
      { sheet: 'groups', row: 2, outcome: 'changed', words: '退出：白云街道' },
    ])
    expect((await load(coordinator(), second, two.fingerprint)).status).toBe(200)
    const members = await test.database.owner
      .selectFrom('unit_group_member as m')
      .innerJoin('unit as u', 'u.unit_id', 'm.member_unit_id')
      .select(['u.name', 'm.to_date'])
      .orderBy('u.name')
      .execute()
    expect(members).toEqual([
      { name: '白云街道', to_date: '2026-07-01' },
      { name: '青石镇', to_date: null },
    ])
  })

  it('are loaded as they were shown, or not at all', async () => {
    const book: Book = { units: [['区医保局', '部门', '']] }
    const { fingerprint } = await check(coordinator(), book)
    const other: Book = { units: [['区医保局', '部门', '医保局']] }
    expect((await load(coordinator(), other, fingerprint)).json.code).toBe('roster.changedSince')
    expect(await unitNames()).not.toContain('区医保局')
  })

  it.each<[string, Book, string, string]>([
    ['a group that is none', { groups: [['区招商局', '区住建局', '']] }, '组名', '不是单位组'],
    [
      'a member that nobody knows',
      { units: [['某组', '单位组', '']], groups: [['某组', '天外来客局', '']] },
      '成员单位',
      '天外来客局',
    ],
    [
      'a day that is none',
      { units: [['某组', '单位组', '']], groups: [['某组', '区招商局', '七月一日']] },
      '起始日期',
      '2026-03-01',
    ],
    ['no name', { units: [['', '部门', 'x']] }, '单位名称', '未填'],
  ])('are refused for %s, with column and remedy', async (_name, book, column, remedy) => {
    const refused = (await check(coordinator(), book)).lines.filter(({ outcome }) => outcome === 'refused')
    expect(refused).toMatchObject([{ column, remedy: expect.stringContaining(remedy) as string }])
  })
})

describe('people', () => {
  const people: Rows = [
    ['区招商局信息员甲', '区招商局信息员甲', '填报人', '区招商局'],
    ['区招商局信息员甲', '区招商局信息员甲', '填报人', '区住建局'],
    ['ＤＵＣＨＡ２', '督查室督查员乙', '督查员', ''],
  ]
  const rolesOf = async (login: string) =>
    (
      await test.database.owner
        .selectFrom('account as a')
        .leftJoin('account_role as r', 'r.account_id', 'a.account_id')
        .select(['a.login', 'r.role'])
        .where('a.login', '=', login)
        .execute()
    ).flatMap(({ role }) => role ?? [])

  it('are opened by the administrator, with roles that wait for the security officer', async () => {
    const { counts, fingerprint, lines } = await check(admin, { people })
    expect(counts).toEqual({ new: 2, changed: 1, unchanged: 0, refused: 0 })
    expect(lines.map(({ words }) => words)).toEqual(['开户，提请授权', '提请授权', '开户，提请授权'])
    expect((await load(admin, { people }, fingerprint)).json).toMatchObject({ accounts: 2, roles: 3 })
    expect(await rolesOf('区招商局信息员甲'), 'two keys: nothing counts yet').toEqual([])
    const asOfficer = { region: plan.region, accountId: officer }
    const { json } = await test.request(asOfficer, 'GET', '/api/proposed-grants')
    const proposals = (
      json as { proposals: { proposalId: string; login: string; role: string; unitName: string | null }[] }
    ).proposals
    expect(proposals.map(({ login, role, unitName }) => [login, role, unitName])).toContainEqual([
      'ducha2',
      'inspector',
      null,
    ])
    const confirmed = await test.request(asOfficer, 'POST', '/api/proposed-grants/decision', {
      ...{ proposalIds: proposals.map(({ proposalId }) => proposalId), confirm: true },
    })
    expect(confirmed.json).toEqual({ decided: 3 })
    expect(await rolesOf('区招商局信息员甲')).toEqual(['reporter', 'reporter'])
    const again = await check(admin, { people })
    expect(again.counts, 'what is held is not proposed again').toEqual({ new: 0, changed: 0, unchanged: 3, refused: 0 })
  })

  it.each<[string, string[], string, string]>([
    ['a unit that nobody knows', ['甲', '甲', '填报人', '天外来客局'], '单位', '天外来客局'],
    ['no unit', ['甲', '甲', '审签人', ''], '单位', '未填'],
    ['one of the three', ['甲', '甲', '审计员', ''], '角色', '三员'],
    ['a role of a task force', ['甲', '甲', '召集人', ''], '角色', '账号页'],
    ['a role that is none', ['甲', '甲', '主任科员', ''], '角色', '主任科员'],
    ['another name of a known account', ['ducha2', '督查室督查员丙', '督查员', ''], '称谓', '督查室督查员乙'],
    ['letters that look like others', ['аdmin', '甲', '', ''], '账号', '账号名'],
    ['a role beside one of the three', ['admin', 'admin', '领导', ''], '角色', '三人分任'],
  ])('are refused for %s, with column and remedy', async (_name, row, column, remedy) => {
    const { lines } = await check(admin, { people: [row] })
    expect(lines).toMatchObject([
      { row: 2, outcome: 'refused', column, remedy: expect.stringContaining(remedy) as string },
    ])
  })

  it('are left out where the coordinator loads the workbook, and units where the administrator does', async () => {
    const both: Book = { units: [['区信访局', '部门', '']], people: [['乙', '乙', '', '']] }
    expect(await check(coordinator(), both)).toMatchObject({
      counts: { new: 1 },
      leftOut: [{ sheet: 'people', rows: 1 }],
    })
    expect(await check(admin, both)).toMatchObject({ counts: { new: 1 }, leftOut: [{ sheet: 'units', rows: 1 }] })
  })
})

describe('the way in and out', () => {
  it('goes round: what is exported changes nothing when it is imported', async () => {
    for (const [who, sheets] of [
      [coordinator(), ['单位', '单位组成员']],
      [admin, ['人员与角色']],
    ] as const) {
      const file = await test.app.request('http://guatu.test/api/organisation/export.xlsx', {
        headers: { cookie: await cookieOf(who), host: 'guatu.test' },
      })
      const bytes = new Uint8Array(await file.arrayBuffer())
      const read = await readWorkbook(bytes)
      expect(read.ok && read.value.map(({ name }) => name)).toEqual(sheets)
      const { json } = await send(who, 'import/check', formOf(bytes))
      const { counts } = json as unknown as Check
      expect(counts).toMatchObject({ new: 0, changed: 0, refused: 0 })
      expect(counts.unchanged).toBeGreaterThan(3)
    }
  })

  it('is closed to whoever keeps neither units nor accounts, and to strangers', async () => {
    const form = async () => formOf(await bookOf({ units: [['区信访局', '部门', '']] }))
    for (const person of ['investReporter', 'leader', 'auditor'] as const) {
      const { accountId } = plan.people[person]
      expect((await send(accountId, 'import/check', await form())).status).toBe(403)
      expect((await send(accountId, 'template.xlsx')).status).toBe(403)
    }
    expect((await send(null, 'import/check', await form())).status).toBe(401)
    expect((await send(null, 'export.xlsx')).status).toBe(401)
  })

  it('says what is wrong with a file that is no roster', async () => {
    const noSheet = await writeWorkbook({
      ...{ author: 'x', date: '2026-07-31' },
      sheets: [{ name: '别的', columns: [{ header: '甲', width: 9, kind: 'text' }], rows: [['一']] }],
    })
    expect((await send(coordinator(), 'import/check', formOf(noSheet))).json.code).toBe('roster.noSheet')
    const garbage = await send(coordinator(), 'import/check', formOf(new TextEncoder().encode('不是表格')))
    expect([garbage.status, garbage.json.code?.startsWith('reader.')]).toEqual([422, true])
    const headless = await writeWorkbook({
      ...{ author: 'x', date: '2026-07-31' },
      sheets: [{ name: '单位', columns: [{ header: '单位名称', width: 9, kind: 'text' }], rows: [['区信访局']] }],
    })
    const { json } = await send(coordinator(), 'import/check', formOf(headless))
    expect((json as unknown as Check).lines).toMatchObject([
      { outcome: 'refused', column: '类别', remedy: expect.stringContaining('类别') as string },
    ])
  })
})

async function cookieOf(accountId: string): Promise<string> {
  // The house opens a session for an account at its first request.
  await test.request({ region: plan.region, accountId }, 'GET', '/api/me')
  return `${sessionCookie}=${plan.region.regionId}.token-of-${accountId}`
}
