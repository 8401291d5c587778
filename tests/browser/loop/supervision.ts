import { expect, test } from 'vitest'
import { dialogOf, press, settle } from '../../support/office.ts'
import { closeAndSeal, moveClock } from '../../support/period-steps.ts'
import { deed } from '../../support/problem-steps.ts'
import { countTaps, decideAll, reported } from '../../support/report-steps.ts'
import type { Loop } from './loop.ts'

/** What the wall shows becomes a correction and a problem that goes to closed. */
export function supervisionTests(loop: Loop): void {
  test('the wall shows the over-claim among the exceptions, light beside claim', async () => {
    const page = await loop.office.goto('综合协调甲', 'wall')
    const cell = page.locator('[data-item]').filter({ hasText: '走访企业' })
    await cell.waitFor()
    expect(await cell.getAttribute('aria-label')).toContain('红灯 走访企业 县工信局')
    expect(await cell.textContent()).toContain('报按序时')
    await page.locator('.strip').getByText('走访企业', { exact: true }).click()
    await page.getByRole('link', { name: '查看事项' }).click()
    await page.waitForURL(/\/items\//)
    loop.known.itemPath = new URL(page.url()).pathname.slice(1)
  })

  test('a sealed figure is corrected with a reason; another person approves, and the old value stays', async () => {
    const page = await loop.office.goto('综合协调甲', 'periods')
    await page.getByRole('link', { name: '2026年7月下旬' }).click()
    const line = page.getByRole('row').filter({ hasText: '新签约亿元以上项目' }).last()
    await press(line, '更正')
    const dialog = await dialogOf(page, '更正“新签约亿元以上项目”')
    await dialog.getByLabel(/^更正为/).fill('6')
    await dialog.getByLabel('原因').fill('一个项目重复计入。')
    await settle(dialog, '提出更正')
    expect(await page.getByRole('button', { name: '批准', exact: true }).count()).toBe(0)
    const other = await loop.office.goto('综合协调乙', 'periods')
    await press(other, '批准')
    await other.getByRole('button', { name: '批准', exact: true }).waitFor({ state: 'detached' })
    await loop.office.goto('综合协调甲', 'periods')
    await page.getByRole('link', { name: '2026年7月下旬' }).click()
    await page.getByText(/7 改为 6/).waitFor()
  })

  test('a problem raised from the item is assigned, rectified, claimed, verified by another body, and closed', async () => {
    const inspector = await loop.office.goto('督查员', loop.known.itemPath)
    await press(inspector, '提出问题')
    const raising = await dialogOf(inspector, '提出问题')
    await raising.getByLabel('事项').fill('走访企业自报与实际不符')
    await press(raising, '提交')
    await inspector.waitForURL(/\/problems\//)
    const place = new URL(inspector.url()).pathname.slice(1)
    await deed(inspector, '交办', { 期限: '2026-08-20' })
    const doer = await loop.office.goto('县工信局填报人', place)
    await deed(doer, '开始整改', { 说明: '逐户补访。' })
    await deed(doer, '申报整改完成', { 说明: '已补访。' }, '补访记录.txt')
    expect(await doer.getByRole('button', { name: '核实属实' }).count()).toBe(0)
    await inspector.reload()
    await deed(inspector, '核实属实', { 说明: '现场抽查属实。' })
    await deed(await loop.office.goto('综合协调甲', place), '销号', {})
    await loop.office.as('综合协调甲').getByText('已销号').first().waitFor()
  })
}

/** The next dekad: nothing has changed. */
export function nextDekadTests(loop: Loop): void {
  test('in the next dekad a list of no-changes takes one tap', async () => {
    const coordinator = await loop.office.goto('综合协调甲', 'periods')
    await press(coordinator, '开启2026年8月上旬')
    await coordinator.getByRole('link', { name: '2026年8月上旬' }).waitFor()
    const phone = await loop.office.goto('县水利局填报人', '')
    const all = phone.getByRole('button', { name: '2项无变化' })
    await all.waitFor()
    const taps = await countTaps(phone)
    await all.tap()
    for (const title of ['改造供水管网', '完善供水体系']) await reported(phone, title)
    expect(await taps()).toBe(1)
    const signer = await loop.office.goto('县水利局审签人', '')
    await decideAll(signer, '审签选中的2项')
    await decideAll(await loop.office.goto('综合协调甲', ''), '认可选中的2项')
    await moveClock(coordinator, '拨到下一旬')
    await moveClock(coordinator, '拨到次日')
    await closeAndSeal(coordinator, loop.product().url, '2026年8月上旬')
  })
}
