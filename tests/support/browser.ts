import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'

/** Somebody in front of a browser of his own: cookies, language and screen are not shared with anybody. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
}

interface VisitorLook {
  readonly language?: 'zh' | 'en'
  readonly screen?: 'desk' | 'phone'
}

/** Opens visitors' browsers in the tests of one file. */
export interface BrowserDesk {
  visitor(look?: VisitorLook): Promise<Visitor>
  leave(visitor: Visitor): Promise<void>
}

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
const SCREENS = {
  desk: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
}
/** Longest wait for something that a page is to show; generous for a busy machine. */
export const PATIENCE = 20_000

/**
 * One Chromium for the tests of a file. After each test no page may have complained: errors of scripts, of the console and
 * of the content security policy fail it. A failed test leaves pictures of all pages and says where.
 */
export function openBrowserDesk(): BrowserDesk {
  let browser: Browser | undefined
  const visitors = new Set<Visitor>()
  const complaints: string[] = []
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS })
  })
  afterEach(async ({ task }) => {
    const heard = complaints.splice(0)
    if (task.result?.state === 'fail') throw new Error(`The pages as they stood: ${await picture(visitors)}`)
    if (heard.length > 0) throw new Error(`The pages complained:\n${heard.join('\n')}`)
  })
  afterAll(() => browser?.close())
  return {
    async visitor(look = {}) {
      if (!browser) throw new Error('visitors come after beforeAll')
      const visitor = await welcome(browser, look, complaints)
      visitors.add(visitor)
      return visitor
    },
    async leave(visitor) {
      visitors.delete(visitor)
      await visitor.context.close()
    },
  }
}

function chromiumPath(): string {
  const path = process.env['GUATU_CHROMIUM'] || '/usr/bin/chromium'
  if (existsSync(path)) return path
  throw new Error(
    `There is no browser at ${path}: install Chromium or name one in GUATU_CHROMIUM (npm test does both).`,
  )
}

async function welcome(
  browser: Browser,
  { language = 'zh', screen = 'desk' }: VisitorLook,
  complaints: string[],
): Promise<Visitor> {
  const context = await browser.newContext({
    ...SCREENS[screen],
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`))
  page.on('console', (message) => {
    // A refused request is an answer, which the page has to put in words; the browser's own line about it is no fault.
    const isRefusal = message.text().startsWith('Failed to load resource: the server responded with a status of 4')
    if (message.type() === 'error' && !isRefusal) complaints.push(`${page.url()} ${message.text()}`)
  })
  return { page, context }
}

async function picture(visitors: ReadonlySet<Visitor>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guatu-pictures-'))
  for (const [index, { page }] of [...visitors].entries()) {
    if (!page.isClosed()) await page.screenshot({ path: join(folder, `${index + 1}.png`), fullPage: true })
  }
  return folder
}

/** Waits until what `read` answers is `wanted`. */
export async function eventually<T>(read: () => T | Promise<T>, wanted: T): Promise<void> {
  await vi.waitFor(async () => expect(await read()).toEqual(wanted), { timeout: PATIENCE, interval: 50 })
}

/** The text of the page's content as a reader sees it, in one line. */
export async function textOf(page: Page): Promise<string> {
  return (await page.locator('body').innerText()).replace(/\s+/g, ' ')
}
