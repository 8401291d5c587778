import type { Locator, Page } from 'playwright-core'
import { dialogOf, press, settle } from './office.ts'

/** What a reporter says of one item. */
export interface Answer {
  readonly figure?: string
  readonly claim?: '按序时' | '滞后' | '受阻' | '完成'
  readonly paragraph?: string
  readonly nodesDone?: readonly string[]
  readonly file?: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }
  /** What blocks the item, and whose help is needed. */
  readonly blockage?: { readonly what: string; readonly needs: string }
  /** 2026年5月上旬, where the item may be asked in more than one. */
  readonly period?: string
}

/** The row in which an item is asked; where the period before is still open, the period says which of the two. */
export function askOf(page: Page, title: string, period?: string): Locator {
  const where = period === undefined ? page : page.locator('section').filter({ hasText: `${period} · ` })
  return where.getByRole('listitem').filter({ has: page.getByRole('link', { name: title, exact: true }) })
}

/** Counts the taps that a page has felt from now on. */
export async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.documentElement.dataset['taps'] = '0'
    const count = () => {
      const { dataset } = document.documentElement
      dataset['taps'] = String(Number(dataset['taps']) + 1)
    }
    document.addEventListener('pointerdown', count, { capture: true })
  })
  return async () => Number(await page.locator('html').getAttribute('data-taps'))
}

/** Fills in one item and submits it. */
export async function report(page: Page, title: string, answer: Answer): Promise<void> {
  const { figure, claim, paragraph, nodesDone = [], file, blockage, period } = answer
  const row = askOf(page, title, period)
  if (figure !== undefined) await fillFigure(row, figure)
  if (paragraph ?? file ?? blockage ?? nodesDone[0] ?? (figure && claim)) await openMore(row)
  if (claim !== undefined) await row.getByRole('radio', { name: claim }).check()
  if (paragraph !== undefined) await row.getByLabel('说明', { exact: true }).fill(paragraph)
  for (const label of nodesDone) await row.getByRole('checkbox', { name: label }).check()
  if (blockage) {
    await row.getByLabel('受阻事项').fill(blockage.what)
    await row.getByLabel('需要谁支持').fill(blockage.needs)
  }
  if (file) {
    await row.locator('input[type=file]').setInputFiles(file)
    await row.getByRole('link', { name: file.name }).waitFor()
  }
  await row.getByRole('button', { name: `报送“${title}”` }).click()
  await reported(page, title)
}

/** Unfolds what most answers do without, where it is not open already. */
async function openMore(row: Locator): Promise<void> {
  const more = row.locator('details').filter({ hasText: '说明、材料、受阻' })
  if ((await more.getAttribute('open')) === null) await more.locator('summary').click()
}

/** A figure in its one field; a rate is told by its parts, out of a hundred, with the list that it stands in. */
async function fillFigure(row: Locator, figure: string): Promise<void> {
  const parts = row.getByPlaceholder('分母')
  if ((await parts.count()) === 0) return row.getByRole('textbox').first().fill(figure)
  await row.getByPlaceholder('分子').fill(figure)
  await parts.fill('100')
  await row.getByLabel('依据文件').fill('台账')
}

/** Waits until an item stands among those that are reported. */
export async function reported(page: Page, title: string, figure = ''): Promise<void> {
  const row = page
    .getByRole('table', { name: '本期已报' })
    .getByRole('row')
    .filter({ has: page.getByText(title, { exact: true }) })
  await row.getByText('待审签').waitFor()
  const shown = (await row.innerText()).replace(/\s/g, '')
  if (!shown.includes(figure)) throw new Error(`${title} is shown as ${shown}`)
}

/** Chooses all reports that wait, and signs or accepts them; the button says how many. */
export async function decideAll(page: Page, button: string): Promise<void> {
  await page.getByLabel('全选').check()
  await press(page, button)
  await page.getByRole('button', { name: button }).waitFor({ state: 'detached' })
}

/** Gives one report back with a reason. */
export async function giveBack(page: Page, title: string, reason: string): Promise<void> {
  await press(askOf(page, title), '退回')
  const dialog = await dialogOf(page, `退回“${title}”`)
  await dialog.getByLabel('原因').fill(reason)
  await settle(dialog, '退回')
}
