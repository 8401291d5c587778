import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { dialogOf, figuresOf, openAccount, press, settle } from '../../support/office.ts'
import { fillPanel, moveClock } from '../../support/period-steps.ts'
import { textOfDocx } from '../../support/small-docx.ts'
import { EVIDENCE, FOLLOWED, type Loop } from './loop.ts'

/** Briefing, public page and scores are made from the seals. */
export function paperTests(loop: Loop): void {
  test('the briefing is drafted from the seal, checked by another, issued, and downloaded', async () => {
    const page = await loop.office.goto('综合协调甲', 'documents')
    await press(page.getByRole('listitem').filter({ hasText: '2026年8月上旬' }), '起草')
    await page.waitForURL(/\/documents\//)
    const place = new URL(page.url()).pathname.slice(1)
    await page.getByLabel('综述').fill('八月上旬，两大攻坚总体有序推进。')
    await press(page, '保存')
    await page.getByText('已保存').waitFor()
    await press(await loop.office.goto('综合协调乙', place), '核校通过')
    await loop.office
      .as('综合协调乙')
      .getByText(/^已核校/)
      .waitFor()
    await loop.office.goto('综合协调甲', place)
    await press(page, '印发')
    await settle(await dialogOf(page, '印发这期简报？'), '印发')
    await page.getByText(/^已印发/).waitFor()
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载 Word' }).click()
    loop.known.briefing = textOfDocx(await readFile(await (await coming).path())).replace(/\s/g, '')
    for (const words of ['两大攻坚总体有序推进', '县住建局', '走访企业自报与实际不符'])
      expect(loop.known.briefing).toContain(words)
  })

  test('a pack is made from the seal, reviewed field by field, and published', async () => {
    const page = await loop.office.goto('综合协调甲', 'publication')
    await press(page.getByRole('listitem').filter({ hasText: '2026年8月上旬' }), '生成公开包')
    await press(page, /^未定的按规则处理/)
    await press(page, '发布')
    await settle(await dialogOf(page, '发布到公众页？'), '发布')
    await page.getByText('已发布').waitFor()
    expect(await page.getByRole('button', { name: '撤回' }).count()).toBe(1)
  })

  test('a panel gives its scores, the quarter is evaluated, and recomputing gives the same', async () => {
    const page = await loop.office.goto('综合协调甲', '')
    await moveClock(page, '拨到下一旬', 5)
    const grant = { role: '评委', place: '澄川县2026年“两大攻坚”实施方案' }
    const member = await loop.office.enter('评委', await openAccount(loop.office, '评委', grant))
    await fillPanel(await loop.office.goto('评委', 'panel'))
    await member.getByText(/已评/).waitFor()
    await loop.office.goto('综合协调甲', 'scores')
    await press(page, '评价')
    await settle(await dialogOf(page, '评价2026年三季度？'), '评价')
    await press(page, '复算')
    await page.getByText(/^复算一致/).waitFor()
    await page.getByRole('link', { name: '县工信局' }).click()
    await page.getByRole('heading', { name: /^县工信局/ }).waitFor()
    expect(await figuresOf(page)).toMatch(/部门，2026年三季度，第\d名/)
  })
}

/** Wherever a figure is shown, it is the same. */
export function figureTests(loop: Loop): void {
  test('one figure stands on the wall, on the item, in the score, in the briefing and outside', async () => {
    const page = loop.office.as('综合协调甲')
    for (const metric of await page.locator('details summary').all()) await metric.click()
    const line = page.getByRole('row').filter({ has: page.getByRole('link', { name: '走访企业', exact: true }) })
    expect(await line.first().innerText()).toContain(`实达${FOLLOWED}`)
    expect(loop.known.briefing).toContain(`${FOLLOWED}户次`)
    expect(loop.known.briefing).toContain('原为7个，更正为6个')

    await loop.office.goto('综合协调甲', 'wall')
    const cell = (title: string) => page.locator('[data-item]').filter({ hasText: title })
    expect(await cell('走访企业').textContent()).toContain(`${FOLLOWED} / ≥300户次`)
    expect(await cell('新签约亿元以上项目').textContent()).toContain('6 / ≥16个')

    await loop.office.goto('综合协调甲', loop.known.itemPath)
    await page.getByRole('heading', { name: '走访企业' }).waitFor()
    expect(await figuresOf(page)).toContain(`实际${FOLLOWED}户次`)
    await page.getByRole('row').filter({ hasText: FOLLOWED }).getByRole('button', { name: '数从哪来' }).click()
    const trail = await dialogOf(page, /2026年7月下旬/)
    for (const step of [
      '第1号封存',
      '营商专班',
      '县工信局审签人',
      '县工信局填报人',
      EVIDENCE.name,
      '全年走访企业300户次以上',
    ])
      expect(await trail.innerText()).toContain(step)

    const { page: outside } = await loop.desk.visitor({ screen: 'phone' })
    await outside.goto(`${loop.product().url}public/chengchuan`)
    await outside.getByRole('link', { name: /两大攻坚/ }).click()
    const promise = (title: string) =>
      outside.getByRole('article').filter({ has: outside.getByRole('heading', { name: title }) })
    await promise('走访企业').waitFor()
    expect((await promise('走访企业').innerText()).replace(/\s/g, '')).toContain(`已完成${FOLLOWED}户次`)
    expect((await promise('新签约亿元以上项目').innerText()).replace(/\s/g, '')).toContain('原为7个，更正为6个')
  })
}
