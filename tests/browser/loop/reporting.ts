import { expect, test } from 'vitest'
import { figuresOf } from '../../support/office.ts'
import { closeAndSeal, moveClock } from '../../support/period-steps.ts'
import { askOf, countTaps, decideAll, giveBack, report, reported } from '../../support/report-steps.ts'
import { EVIDENCE, FOLLOWED, type Loop } from './loop.ts'

/** Two units report in time, one of them claiming more than it shows. */
export function reportingTests(loop: Loop): void {
  test('on a phone one figure takes three taps at most', async () => {
    const page = await loop.office.enter('县水利局填报人', loop.unitKey('县水利局填报人'), 'phone')
    const taps = await countTaps(page)
    await askOf(page, '改造供水管网').getByRole('textbox').first().tap()
    await page.keyboard.type('25.6')
    await askOf(page, '改造供水管网').getByRole('button', { name: '报送“改造供水管网”' }).tap()
    await reported(page, '改造供水管网', '25.6公里')
    expect(await taps()).toBeLessThanOrEqual(3)
    await report(page, '农村自来水普及率', { figure: '94' })
    await report(page, '完善供水体系', { claim: '按序时' })
  })

  test('one unit claims more than its figure shows; one report is returned, and comes back', async () => {
    const page = await loop.office.enter('县工信局填报人', loop.unitKey('县工信局填报人'))
    await report(page, '走访企业', {
      ...{ figure: FOLLOWED, claim: '按序时', paragraph: '各组按计划入企。' },
      file: EVIDENCE,
    })
    await report(page, '直供电企业', { figure: '50' })
    for (const title of ['深化助企服务', '规范涉企检查']) await report(page, title, { claim: '按序时' })
    const signer = await loop.office.enter('县工信局审签人', loop.unitKey('县工信局审签人'))
    await decideAll(signer, '审签选中的4项')
    const staff = await loop.office.goto('营商专班', '')
    await giveBack(staff, '直供电企业', '与供电公司数据不符，请核对。')
    await page.reload()
    await askOf(page, '直供电企业').getByText('退回：与供电公司数据不符').waitFor()
    await report(page, '直供电企业', { figure: '5' })
    await signer.reload()
    await decideAll(signer, '审签选中的1项')
    await staff.reload()
    await decideAll(staff, '认可选中的4项')
    await staff.getByText('没有要填报、审签、认可的。').waitFor()
    expect(await staff.getByRole('checkbox').count()).toBe(0)
    await loop.office.leave('营商专班')
  })

  test('nobody accepts his own: the coordinator accepts what the task-force office reported itself', async () => {
    const signer = await loop.office.enter('县水利局审签人', loop.unitKey('县水利局审签人'))
    await decideAll(signer, '审签选中的3项')
    const coordinator = await loop.office.goto('综合协调甲', '')
    await coordinator.getByLabel('全选').waitFor()
    expect(await figuresOf(coordinator)).toContain('25.6公里')
    await decideAll(coordinator, '认可选中的3项')
  })
}

/** One unit reports late, three stay silent; the dekad is closed and sealed. */
export function sealTests(loop: Loop): void {
  test('after the due moment one unit reports late; the period is closed with the silent ones, and sealed', async () => {
    const coordinator = loop.office.as('综合协调甲')
    await moveClock(coordinator, '拨到下一旬')
    await moveClock(coordinator, '拨到次日', 3)
    const late = await loop.office.enter('县商务局填报人', loop.unitKey('县商务局填报人'))
    await late.getByText('现在报按迟报记').waitFor()
    await report(late, '新签约亿元以上项目', { figure: '7' })
    await report(late, '落地率', { figure: '55' })
    await report(late, '扩大招商引资', { claim: '滞后' })
    await loop.office.leave('县商务局填报人')
    await decideAll(await loop.office.enter('县商务局审签人', loop.unitKey('县商务局审签人')), '审签选中的3项')
    await loop.office.leave('县商务局审签人')
    await decideAll(await loop.office.goto('综合协调甲', ''), '认可选中的3项')
    const settled = await closeAndSeal(coordinator, loop.product().url, '2026年7月下旬')
    expect(settled).toContain('应报15项：计入10，待认可0，未报5，迟报3')
    for (const unit of ['县住建局', '县应急局', '县发改局']) expect(settled).toContain(unit)
  })
}
