import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { readWorkbook } from '#adapters/files'
import { dialogOf, press, settle } from './office.ts'

/** Presses the button that opens the units' accounts; answers the address of each link by account, as the table holds them. */
export async function unitLinks(page: Page): Promise<ReadonlyMap<string, string>> {
  const coming = page.waitForEvent('download')
  await press(page, '开账号并下载链接表')
  const sheets = await readWorkbook(await readFile(await (await coming).path()))
  if (!sheets.ok) throw new Error(sheets.refusal.code)
  const rows = sheets.value.flatMap((sheet) => sheet.rows.map(({ cells }) => cells))
  return new Map(
    rows.flatMap(([, , login, address]) => (login && address?.startsWith('http') ? [[login, address] as const] : [])),
  )
}

/** Moves the region's own clock on in the banner, and waits until the banner says so. */
export async function moveClock(page: Page, step: '拨到次日' | '拨到下一旬', times = 1): Promise<void> {
  const clock = page.getByText(/时钟停在/)
  for (let at = 0; at < times; at += 1) {
    const before = await clock.innerText()
    await press(page, step)
    await page.getByText(before).waitFor({ state: 'detached' })
  }
}

/** Closes and seals a period on its page; answers what the page says when it is sealed. */
export async function closeAndSeal(page: Page, url: string, period: string): Promise<string> {
  await page.goto(`${url}periods`)
  await page.getByRole('link', { name: period }).click()
  await press(page, '关闭本期')
  await settle(await dialogOf(page, `关闭${period}`), '关闭本期')
  await press(page, '封存')
  await settle(await dialogOf(page, `封存${period}`), '封存')
  await page.getByText(/^已封存/).waitFor()
  return page.locator('main').innerText()
}

/** Gives every point of a panel sheet, and abstains once. */
export async function fillPanel(page: Page): Promise<void> {
  const cells = page.locator('.panel__cell')
  await cells.first().waitFor()
  const count = await cells.count()
  for (let at = 0; at < count; at += 1) {
    const cell = cells.nth(at)
    if (at === 0) await press(cell, /弃权$/)
    else await cell.getByRole('textbox').fill(String(70 + (at % 25)))
    if (at > 0) await cell.getByRole('textbox').press('Tab')
    await cell.getByText('已存').waitFor()
  }
}
