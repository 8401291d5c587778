import type { Locator, Page } from 'playwright-core'
import { press } from './office.ts'

/** Turns to one part of the draft: indicators, tasks, units, findings. */
export async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()
}

/** Opens an item of the list, and answers its editor. */
async function editorOf(page: Page, title: string): Promise<Locator> {
  const row = page.getByRole('button', { name: new RegExp(`^${title}`) }).first()
  if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click()
  const editor = page.locator('.editor')
  await editor.getByLabel('名称').waitFor()
  return editor
}

/** Waits until everything that was done is kept on the server. */
async function saved(page: Page): Promise<void> {
  await page.getByRole('status').getByText('已保存').waitFor()
}

/** Types into one field of an item. */
export async function setField(page: Page, title: string, label: string, value: string): Promise<void> {
  const field = (await editorOf(page, title)).getByLabel(label)
  await field.fill(value)
  await field.press('Enter')
  await saved(page)
}

/** Chooses in one field of an item. */
export async function chooseIn(page: Page, title: string, label: string, choice: string): Promise<void> {
  await (await editorOf(page, title)).getByLabel(label).selectOption({ label: choice })
  await saved(page)
}

/** Divides an item in two; the second half is named after the first. */
export async function splitInTwo(page: Page, title: string): Promise<void> {
  await press(await editorOf(page, title), '拆分')
  await page.getByRole('button', { name: new RegExp(`^${title}（二）`) }).waitFor()
  await saved(page)
}

/** Merges the chosen items into the first of them. */
export async function mergeAll(page: Page, titles: readonly string[]): Promise<void> {
  for (const title of titles) await page.getByRole('checkbox', { name: title, exact: true }).check()
  await press(page, `合并 · 已选 ${titles.length} 项`)
  for (const title of titles.slice(1))
    await page.getByRole('checkbox', { name: title, exact: true }).waitFor({ state: 'detached' })
  await saved(page)
}

/** Takes an item out of the draft. */
export async function takeOut(page: Page, title: string, how: '不作任务' | '删除'): Promise<void> {
  await press(await editorOf(page, title), how)
  await page.getByRole('button', { name: new RegExp(`^${title}`) }).waitFor({ state: 'detached' })
  await saved(page)
}
