import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowserDesk } from '../support/browser.ts'
import { type ServedProduct, serveProduct } from '../support/served-product.ts'
import { type District, foundDistricts, lookInto } from '../torture/districts.ts'

const desk = openBrowserDesk()
let product: ServedProduct
let district: District
beforeAll(async () => {
  product = await serveProduct([], async (dataFolder) => {
    const [found] = await foundDistricts(dataFolder, 1, 'http://127.0.0.1:9/')
    if (found) district = found
  })
  const opening = new URL(`/api/cadences/${district.cadenceId}/periods/2026-D01/open`, product.url)
  const headers = { cookie: district.cookies.coordinator, origin: opening.origin }
  await fetch(opening, { method: 'POST', headers })
})
afterAll(() => product?.remove())

/** The open page of a reporter who has come in. */
async function pageOf(person: 'tradeReporter' | 'tradeSecond') {
  const { page, context } = await desk.visitor()
  const [name = '', value = ''] = district.cookies[person].split('=')
  await context.addCookies([{ name, value, url: product.url }])
  await page.goto(product.url)
  return { page, field: page.locator('.ask').filter({ hasText: '走访企业' }).getByRole('textbox').first() }
}

const change = (statement: ReturnType<typeof sql>) =>
  lookInto(product.dataFolder, ({ database }) => statement.execute(database.owner))

it('tells somebody whose account was disabled while his page stood open, and keeps what he typed', async () => {
  const { page, field } = await pageOf('tradeSecond')
  await field.fill('77')
  await change(sql`update account set disabled_at = now() where login = 'tradeSecond'`)
  await page.getByRole('button', { name: '报送“走访企业”' }).click()
  const asked = page.getByRole('dialog')
  await asked.getByText('没有提交的内容还在').waitFor()
  await asked.getByLabel('密码').fill('not-known-any-more')
  await asked.getByRole('button', { name: '登录' }).click()
  await asked
    .getByText(/账号|密码/)
    .last()
    .waitFor()
  await change(sql`update account set disabled_at = null where login = 'tradeSecond'`)
  await page.reload()
  await field.waitFor()
  expect(await field.inputValue(), 'once he may come in again').toBe('77')
})

it('tells somebody whose role was taken back, shows what he typed, and clears it only at his word', async () => {
  const { page, field } = await pageOf('tradeReporter')
  await field.fill('78')
  const { accountId } = district.people.tradeReporter
  await change(sql`update account_role set revoked_at = now() where account_id = ${accountId}`)
  await page.getByRole('button', { name: '报送“走访企业”' }).click()
  await page.getByText('您的角色有变').waitFor()
  await page.getByText('2026年1月上旬 走访企业：78').waitFor()
  await page.reload()
  await page.getByText('走访企业：78').waitFor()
  await change(sql`update account_role set revoked_at = null where account_id = ${accountId}`)
  await page.reload()
  await field.waitFor()
  expect(await field.inputValue(), 'once he holds it again').toBe('78')
  await change(sql`update account_role set revoked_at = now() where account_id = ${accountId}`)
  await page.reload()
  await page.getByRole('button', { name: '清除' }).click()
  await page.getByText('走访企业：78').waitFor({ state: 'detached' })
  expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes('draft')))).toEqual([])
})
