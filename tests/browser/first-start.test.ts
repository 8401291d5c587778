import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { eventually, openBrowserDesk, textOf } from '../support/browser.ts'
import { type ServedProduct, serveProduct } from '../support/served-product.ts'

const desk = openBrowserDesk()
let product: ServedProduct
beforeAll(async () => {
  product = await serveProduct(['--name', '试点县'])
  await eventually(() => product.links.size, 3)
})
afterAll(() => product?.remove())

const PASSWORD = '试点县-第一个密码-2026'
const enter = (page: Page) => page.getByRole('button', { name: '登录' }).click()
const entry = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true })

async function openLink(address: string, code?: string): Promise<Page> {
  const { page } = await desk.visitor()
  await page.goto(address)
  await enter(page)
  if (code !== undefined) {
    await page.getByLabel('放行码').fill(code)
    await enter(page)
  }
  await entry(page, '待办').waitFor()
  return page
}

test('the first start names the region, and shows nobody anything before signing in', async () => {
  expect([...product.links.keys()]).toEqual(['admin', 'security', 'auditor'])
  const { page } = await desk.visitor()
  for (const path of ['', 'wall', 'plans', 'accounts']) {
    await page.goto(`${product.url}${path}`)
    await page.getByLabel('密码').waitFor()
    expect(await textOf(page)).toContain('试点县')
    expect(await page.getByRole('navigation').count()).toBe(0)
  }
})

test('a wrong password is refused in words, and what was typed stays', async () => {
  const { page } = await desk.visitor()
  await page.goto(product.url)
  await page.getByLabel('账号').fill('admin')
  await page.getByLabel('密码').fill('不是这个密码')
  await enter(page)
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel('账号').inputValue()).toBe('admin')
})

async function signIn(page: Page, login: string): Promise<void> {
  await page.getByLabel('账号').fill(login)
  await page.getByLabel('密码').fill(PASSWORD)
  await enter(page)
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: '退出' }).click()
  await page.getByLabel('密码').waitFor()
}

let coordinatorAddress: string
let coordinatorCode: string
let administrator: Page
let securityOfficer: Page

test('each of the three links opens its account once', async () => {
  administrator = await openLink(product.links.get('admin') ?? '')
  await entry(administrator, '账号').waitFor()
  securityOfficer = await openLink(product.links.get('security') ?? '')
  await entry(securityOfficer, '账号').waitFor()
  const auditor = await openLink(product.links.get('auditor') ?? '')
  await entry(auditor, '审计').click()
  await auditor.getByTitle('region.found').waitFor()
  for (const address of product.links.values()) {
    const { page } = await desk.visitor()
    await page.goto(address)
    await enter(page)
    expect(await page.getByRole('alert').innerText()).toContain('链接')
    await page.goto(product.url)
    await page.getByLabel('密码').waitFor()
  }
})

test('a password set once opens the door without a link', async () => {
  await administrator.getByRole('button', { name: '设密码' }).click()
  const dialog = administrator.getByRole('dialog', { name: '设密码' })
  await dialog.getByLabel('新密码').fill('太短')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.getByRole('alert').waitFor()
  expect(await dialog.getByLabel('新密码').inputValue()).toBe('太短')
  await dialog.getByLabel('新密码').fill(PASSWORD)
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'detached' })
  await signOut(administrator)
  await signIn(administrator, 'admin')
  await entry(administrator, '账号').waitFor()
})

/** The release code that a dialog shows to the security officer. */
async function codeShown(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog', { name: '放行码' })
  const code = await dialog.getByLabel('放行码').inputValue()
  await dialog.getByRole('button', { name: '关闭' }).click()
  return code
}

test('one opens the account, another grants the role, and the coordinator signs in', async () => {
  await entry(administrator, '账号').click()
  await administrator.getByRole('button', { name: '开户' }).click()
  const opening = administrator.getByRole('dialog', { name: '开户' })
  await opening.getByLabel('账号名').fill('zongban')
  await opening.getByLabel(/^称谓/).fill('综合协调组')
  await opening.getByRole('button', { name: '开户' }).click()
  const shown = administrator.getByRole('dialog', { name: '一次性登录链接' })
  const address = await shown.getByLabel('一次性登录链接').inputValue()
  await shown.getByRole('button', { name: '关闭' }).click()
  const row = (page: Page) => page.getByRole('row').filter({ hasText: 'zongban' })
  await row(administrator).waitFor()
  expect(await row(administrator).getByRole('button', { name: '授权' }).count()).toBe(0)

  await entry(securityOfficer, '账号').click()
  expect(await securityOfficer.getByRole('button', { name: '开户' }).count()).toBe(0)
  await row(securityOfficer).getByRole('button', { name: '授权' }).click()
  const granting = securityOfficer.getByRole('dialog', { name: '授权' })
  await granting.getByLabel('角色').selectOption({ label: '综合协调' })
  await granting.getByRole('button', { name: '授权' }).click()
  await granting.waitFor({ state: 'detached' })
  const code = await codeShown(securityOfficer)
  await eventually(async () => (await row(securityOfficer).innerText()).includes('综合协调 '), true)

  const coordinator = await openLink(address, code)
  for (const name of ['挂图', '方案', '调度', '公开']) await entry(coordinator, name).waitFor()
  expect(await entry(coordinator, '账号').count()).toBe(0)

  await row(administrator).getByRole('button', { name: '新链接' }).click()
  coordinatorAddress = await shown.getByLabel('一次性登录链接').inputValue()
  await shown.getByRole('button', { name: '关闭' }).click()
  await securityOfficer.reload()
  await row(securityOfficer).getByRole('button', { name: '放行' }).click()
  coordinatorCode = await codeShown(securityOfficer)
})

test('nobody makes a link for one of the three, but whoever runs the server', async () => {
  const auditorRow = administrator.getByRole('row').filter({ hasText: '审计员' })
  await auditorRow.waitFor()
  expect(await auditorRow.getByRole('button').count()).toBe(0)
  const { code, out } = await product.guatu('link', 'auditor')
  expect(code).toBe(0)
  const auditor = await openLink(`${product.url}${out.trim().slice(1)}`)
  await entry(auditor, '审计').click()
  await auditor.getByTitle('account.link').first().waitFor()
  expect((await product.guatu('link', 'nobody')).code).toBe(1)
})

test('whose session ends in the middle of typing signs in again and finds his words', async () => {
  await entry(administrator, '账号').click()
  await administrator.getByRole('button', { name: '开户' }).click()
  const opening = administrator.getByRole('dialog', { name: '开户' })
  await opening.getByLabel(/^称谓/).fill('督查室经办')
  await administrator.context().clearCookies({ name: /^(?!guatu_lang)/ })
  await opening.getByLabel('账号名').fill('ducha')
  await opening.getByRole('button', { name: '开户' }).dblclick()
  const again = administrator.getByRole('status').filter({ hasText: '登录已过期' })
  await again.waitFor()
  expect(await opening.isVisible()).toBe(false)
  await administrator.getByLabel('密码', { exact: true }).last().fill(PASSWORD)
  await administrator.getByRole('button', { name: '登录', exact: true }).click()
  await again.waitFor({ state: 'detached' })
  expect(await opening.getByLabel(/^称谓/).inputValue()).toBe('督查室经办')
  expect(await opening.getByLabel('账号名').inputValue()).toBe('ducha')
  await opening.getByRole('button', { name: '取消' }).click()
})

test('who signs in after another in the same browser sees nothing of him', async () => {
  const shared = await openLink(coordinatorAddress, coordinatorCode)
  await shared.getByRole('button', { name: '设密码' }).click()
  const dialog = shared.getByRole('dialog', { name: '设密码' })
  await dialog.getByLabel('新密码').fill(PASSWORD)
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.waitFor({ state: 'detached' })
  await signOut(shared)
  await signIn(shared, 'admin')
  await entry(shared, '账号').click()
  await shared.getByRole('row').filter({ hasText: 'security' }).waitFor()
  await signOut(shared)
  expect(await textOf(shared)).not.toContain('security')
  // The address is still that of the accounts.
  await signIn(shared, 'zongban')
  await entry(shared, '方案').waitFor()
  await shared.getByRole('alert').waitFor()
  expect(await textOf(shared)).not.toContain('security')
})
