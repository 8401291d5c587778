import { expect, test } from 'vitest'
import { TASK_MERGES, TASK_ROWS, workbook } from '../../src/adapters/files/sheets/task-workbook.fixture.ts'
import { openTab } from '../support/draft-steps.ts'
import { openNewOffice } from '../support/new-office.ts'
import { figuresOf, press } from '../support/office.ts'

const { office, enterCoordinator } = openNewOffice()

const file = (name: string) => ({
  name,
  mimeType: 'application/vnd.ms-excel',
  buffer: Buffer.from(workbook({ 任务: { rows: TASK_ROWS, merged: TASK_MERGES } }, 'biff8')),
})

test('the columns of a dropped table are shown, changed, loaded and remembered', async () => {
  const page = await enterCoordinator()
  await office.goto('综合协调', 'plans')
  await page.getByLabel('选择文件').setInputFiles(file('任务分解表.xls'))
  const panel = page.getByRole('region', { name: '核对各列' })
  const use = (column: string) => panel.getByRole('combobox', { name: `${column} 列作为` })
  await panel.getByText('3 行成为任务').waitFor()
  expect(await use('E 牵头单位').locator('option:checked').innerText()).toBe('牵头单位')
  await panel.getByText('第 6 行没有任务内容').waitFor()
  await panel
    .getByRole('row', { name: /^C 重点任务/ })
    .getByText('办好节会活动')
    .waitFor()

  await use('C 重点任务').selectOption({ label: '不用（文字保留）' })
  await panel.getByText('3 行成为任务').waitFor()
  await use('D 工作目标').selectOption({ label: '不用（文字保留）' })
  await panel.getByText('请指明哪一列是任务。').waitFor()
  await use('D 工作目标').selectOption({ label: '任务' })
  await use('F 配合单位').selectOption({ label: '参与单位' })
  await press(page, '载入 3 项任务')
  await page.waitForURL(/\/drafts\//)
  await page.getByText('请与原文核对（3 条）').click()
  await page.getByText('“任务”第 5 行的时限不是日期').waitFor()
  await openTab(page, '任务')
  expect(await figuresOf(page)).toContain('新增限额以上商贸单位20家')
  expect(await page.getByTitle('任务!E3', { exact: true }).innerText()).toBe('区商务局')

  await office.goto('综合协调', 'plans')
  await page.getByLabel('选择文件').setInputFiles(file('下一批.xls'))
  await panel.getByText('沿用上次').waitFor()
  expect(await use('F 配合单位').locator('option:checked').innerText()).toBe('参与单位')
})
