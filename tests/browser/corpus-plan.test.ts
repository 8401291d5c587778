import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { eventually } from '../support/browser.ts'
import { openTab, setField } from '../support/draft-steps.ts'
import { openNewOffice } from '../support/new-office.ts'
import { dialogOf, figuresOf, press } from '../support/office.ts'

const corpus = process.env['GUATU_CORPUS'] ?? resolve(import.meta.dirname, '../../../shared/corpus')
const issued = join(corpus, 'texts', 'xidongting-2025.txt')
if (!existsSync(issued))
  process.stderr.write(
    `\nWARNING: no corpus at ${corpus}: no real plan was loaded through the page. Set GUATU_CORPUS.\n\n`,
  )

describe.skipIf(!existsSync(issued))('a plan that was really issued', () => {
  vi.setConfig({ testTimeout: 180_000 })
  const { office, enterCoordinator } = openNewOffice()

  test('is loaded through the page, corrected, and published', async () => {
    const page = await enterCoordinator()
    await office.goto('综合协调', 'plans')
    await page.getByLabel('选择文件').setInputFiles(issued)
    await page.waitForURL(/\/drafts\//)
    await openTab(page, '指标')
    await setField(page, '社会消费品零售总额', '目标值', '6.25')
    await page.reload()
    await openTab(page, '指标')
    await page
      .getByRole('button', { name: /^社会消费品零售总额/ })
      .first()
      .waitFor()
    expect(await figuresOf(page)).toContain('6.25%')
    await press(page, '印发')
    const dialog = await dialogOf(page, '印发方案')
    const counts = /指标 (\d+)、任务 (\d+).*单位 (\d+) 个，专班 (\d+) 个/.exec(
      await dialog.getByText(/^指标/).innerText(),
    )
    const [indicators = 0, tasks = 0, units = 0, forces] = (counts ?? []).slice(1).map(Number)
    expect(Math.min(indicators, tasks, units)).toBeGreaterThan(40)
    expect(forces).toBe(8)
    await press(dialog, '印发')
    await page.waitForURL(/\/plans\/[0-9a-f-]{36}$/)
    await page.getByText('第 1 版').first().waitFor()
    await page.getByLabel('搜名称、原文、拼音首字母').fill('社会消费品零售总额')
    await page.waitForURL(/text=/)
    await eventually(async () => (await figuresOf(page)).includes('6.25%'), true)
    await office.goto('综合协调', 'periods')
    await press(page, '设立')
    await page.getByRole('heading', { name: /旬调度$/ }).waitFor()
  })
})
