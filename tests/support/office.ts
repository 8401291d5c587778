import type { Locator, Page } from 'playwright-core'
import { type BrowserDesk, textOf, type Visitor } from './visitors.ts'
import type { ServedProduct } from './served-product.ts'

/** The people of a region, each in a browser of his own, named by post. */
export interface Office {
  /** Opens a one-time link and goes in, with the release code where the account asks for one. */
  enter(person: string, key: Key, screen?: 'desk' | 'phone'): Promise<Page>
  /** Puts a person in front of a page with a session that he has already. */
  join(person: string, cookie: { readonly name: string; readonly value: string }): Promise<void>
  /** The page in front of a person who has come in. */
  as(person: string): Page
  /** Takes a person to an address of the product. */
  goto(person: string, path: string): Promise<Page>
  /** Sends a person home; his browser is closed. */
  leave(person: string): Promise<void>
}

/** What lets a person in: the link from the administrator, and for guarded accounts the code from the security officer. */
export interface Key {
  readonly address: string
  readonly code?: string
}

/** Opens the office of a served product. */
export function openOffice(desk: BrowserDesk, product: () => ServedProduct): Office {
  const people = new Map<string, Visitor>()
  const visitorOf = (person: string): Visitor => {
    const visitor = people.get(person)
    if (!visitor) throw new Error(`${person} has not come in`)
    return visitor
  }
  return {
    async enter(person, { address, code }, screen = 'desk') {
      const visitor = await desk.visitor({ screen })
      const { page } = visitor
      await page.goto(new URL(address, product().url).href)
      await press(page, '登录')
      if (code !== undefined) {
        await page.getByLabel('放行码').fill(code)
        await press(page, '登录')
      }
      await page.getByRole('heading', { name: '待办' }).waitFor()
      people.set(person, visitor)
      return page
    },
    async join(person, { name, value }) {
      const visitor = await desk.visitor()
      await visitor.context.addCookies([{ name, value, url: product().url }])
      people.set(person, visitor)
    },
    as: (person) => visitorOf(person).page,
    async goto(person, path) {
      const { page } = visitorOf(person)
      await page.goto(new URL(path, product().url).href)
      return page
    },
    async leave(person) {
      await desk.leave(visitorOf(person))
      people.delete(person)
    },
  }
}

/** Presses a button by its name. */
export async function press(where: Page | Locator, name: string | RegExp): Promise<void> {
  await where.getByRole('button', { name, exact: typeof name === 'string' }).click()
}

/** Waits until a dialog stands open. */
export async function dialogOf(page: Page, name: string | RegExp): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name })
  await dialog.waitFor()
  return dialog
}

/** Presses a dialog's button, and waits until the dialog has gone. */
export async function settle(dialog: Locator, button: string): Promise<void> {
  await press(dialog, button)
  await dialog.waitFor({ state: 'detached' })
}

/** The figures of a page: its text without spaces and thousands marks, so that 24.7 公里 is found as 24.7公里. */
export async function figuresOf(page: Page): Promise<string> {
  return (await textOf(page)).replace(/[\s,]/g, '')
}

/** A role as the security officer grants it: bound to a plan, a task force or a unit where it is bound to one. */
export interface Grant {
  readonly role: string
  readonly place?: string
  readonly unit?: string
}

/** The administrator opens an account, the security officer grants its role; answers the link of the one and the code of the other. */
export async function openAccount(office: Office, person: string, { role, place, unit }: Grant): Promise<Key> {
  const administrator = await office.goto('系统管理员', 'accounts')
  await press(administrator, '开户')
  const opening = await dialogOf(administrator, '开户')
  await opening.getByLabel('账号名').fill(person)
  await opening.getByLabel(/^称谓/).fill(person)
  await press(opening, '开户')
  const shown = await dialogOf(administrator, '一次性登录链接')
  const address = await shown.getByLabel('一次性登录链接').inputValue()
  await settle(shown, '关闭')

  const officer = await office.goto('安全管理员', 'accounts')
  await press(officer.getByRole('row').filter({ hasText: person }), '授权')
  const granting = await dialogOf(officer, '授权')
  await granting.getByLabel('角色').selectOption({ label: role })
  if (place !== undefined) await granting.getByLabel(/^(方案|专班)$/).selectOption({ label: place })
  if (unit !== undefined) await granting.getByLabel('单位').selectOption({ label: unit })
  await settle(granting, '授权')
  const released = await dialogOf(officer, '放行码')
  const code = await released.getByLabel('放行码').inputValue()
  await settle(released, '关闭')
  return { address, code }
}
