import { expect, test } from 'vitest'
import { chengchuanPlan } from '../../support/chengchuan-plan.data.ts'
import { chooseIn, mergeAll, openTab, setField, splitInTwo, takeOut } from '../../support/draft-steps.ts'
import { dialogOf, figuresOf, openAccount, press, settle } from '../../support/office.ts'
import { moveClock, unitLinks } from '../../support/period-steps.ts'
import { docxOf } from '../../support/small-docx.ts'
import type { Loop } from './loop.ts'

/** The page is read anew: its figures come after its tabs. */
const PATIENCE_MS = 20_000

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The office comes in, and the issued file becomes a draft. */
export function draftTests(loop: Loop): void {
  test('the three founders come in by their links, and open the accounts of the office', async () => {
    await loop.office.enter('系统管理员', loop.founder('admin'))
    await loop.office.enter('安全管理员', loop.founder('security'))
    for (const person of ['综合协调甲', '综合协调乙'])
      await loop.office.enter(person, await openAccount(loop.office, person, { role: '综合协调' }))
    const inspector = await loop.office.enter('督查员', await openAccount(loop.office, '督查员', { role: '督查员' }))
    expect(await inspector.getByText('澄川县', { exact: true }).count()).toBeGreaterThan(0)
  })

  test('the issued file is loaded through the page, which says how far it is', async () => {
    const page = await loop.office.goto('综合协调甲', 'plans')
    await page.route('**/api/drafts', async (route) => {
      // Held until the reader has been told: the answer is too quick to be seen.
      if (route.request().method() === 'POST')
        await page.getByRole('status').getByText('两大攻坚实施方案.docx').waitFor()
      await route.continue()
    })
    const file = { name: '两大攻坚实施方案.docx', mimeType: DOCX, buffer: docxOf(chengchuanPlan) }
    await page.getByLabel('选择文件').setInputFiles(file)
    await page.waitForURL(/\/drafts\//)
    await page.unroute('**/api/drafts')
    await page.getByRole('tab', { name: /^指标/ }).waitFor()
    const draft = await figuresOf(page)
    for (const words of ['改造老旧小区', '≥42个', '县水利局', '全年新建改造供水管网40公里'])
      expect(draft).toContain(words)
  })
}

/** A person settles what the reader proposes. */
export function settleTests(loop: Loop): void {
  test('an item is split in two, one half gets its own figure, and both become one again', async () => {
    const page = loop.office.as('综合协调甲')
    await openTab(page, '指标')
    await splitInTwo(page, '走访企业')
    await setField(page, '走访企业（二）', '目标值', '120')
    await page.reload()
    await page.getByRole('tab', { name: /^指标\s*10$/ }).waitFor()
    expect(await figuresOf(page)).toContain('≥120户次')
    await mergeAll(page, ['走访企业', '走访企业（二）'])
    await page.getByRole('tab', { name: /^指标\s*9$/ }).waitFor()
    await page.getByText('已移出 1 项').click()
    const merged = await figuresOf(page)
    expect(merged).toContain('≥300户次')
    expect(merged).not.toContain('≥120户次')
    expect(merged).toContain('已并入他项')
    expect(merged).not.toContain('另见')
  })

  test('the draft is settled: a figure, rhythms, a duty that is none, a doubled entry, two names of one unit', async () => {
    const page = loop.office.as('综合协调甲')
    await setField(page, '改造老旧小区', '目标值', '24')
    await setField(page, '农村自来水普及率', '基数（期初）', '92')
    await chooseIn(page, '直供电企业', '填报频率', '月')
    await press(page, /^确认所列 9 项/)
    await openTab(page, '任务')
    await takeOut(page, '降低用能成本', '不作任务')
    await openTab(page, '项目')
    await takeOut(page, '产业园一期主体工程', '删除')
    await openTab(page, '单位')
    await press(page, '合并为一个单位')
    const merging = await dialogOf(page, '合并为一个单位')
    await merging.getByLabel('县发改局', { exact: true }).check()
    await settle(merging, '合并')
    await page.reload()
    await openTab(page, '指标')
    await expect.poll(() => figuresOf(page), { timeout: PATIENCE_MS }).toContain('≥24个')
  })
}

/** The draft becomes the plan in force; its units come in, and a dekad is opened. */
export function publishTests(loop: Loop): void {
  test('the findings name their places, and the plan is published as version 1', async () => {
    const page = loop.office.as('综合协调甲')
    await openTab(page, '体检')
    const finding = page.getByRole('listitem').filter({ hasText: '“县住建局”在同一责任条款中出现两次' })
    await finding.getByRole('button', { name: '县住建局' }).first().click()
    await page.locator('.issued .is-lit').first().waitFor()
    await press(page, '印发')
    const dialog = await dialogOf(page, '印发方案')
    await dialog.getByText('指标 9、任务 8、项目 0').waitFor()
    await press(dialog, '印发')
    await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/)
    await page.getByText('第 1 版').first().waitFor()
    expect(await figuresOf(page)).toContain('2026年度，第1版，17项')
  })

  test('the administrator opens the accounts of the units, and their links go out as a table', async () => {
    const page = await loop.office.goto('系统管理员', 'unit-accounts')
    loop.known.links = await unitLinks(page)
    expect([...loop.known.links.keys()].sort()).toEqual(
      ['住建局', '发改局', '商务局', '工信局', '应急局', '水利局']
        .flatMap((name) => [`县${name}填报人`, `县${name}审签人`])
        .sort(),
    )
    const officer = await loop.office.goto('安全管理员', 'accounts')
    await press(officer, '全部确认（12 项）')
    await officer.getByRole('heading', { name: '待确认的授权' }).waitFor({ state: 'detached' })
    const place = { role: '专班办公室', unit: '县商务局', place: '营商环境攻坚 · 澄川县2026年“两大攻坚”实施方案' }
    await loop.office.enter('营商专班', await openAccount(loop.office, '营商专班', place))
  })

  test('a cadence is made, the scheme published before its quarter, and the dekad opened', async () => {
    const page = await loop.office.goto('综合协调甲', 'periods')
    await page.getByLabel('各期到首日自动开启').uncheck()
    await press(page, '设立')
    await page.getByText('由人逐期开启').waitFor()
    await page.getByRole('button', { name: /^开启/ }).waitFor()
    await loop.office.goto('综合协调甲', 'scores')
    await press(page, '公布默认方案，自2026年三季度起')
    await page.getByText(/第1版，自2026年三季度起施行/).waitFor()
    await moveClock(page, '拨到下一旬', 3)
    await loop.office.goto('综合协调甲', 'periods')
    await press(page, '开启2026年7月下旬')
    const opened = page.getByRole('row').filter({ has: page.getByRole('link', { name: '2026年7月下旬' }) })
    expect((await opened.innerText()).trim().split(/\s+/)).toEqual(['2026年7月下旬', '8月3日', '18:00', '进行中'])
  })
}
