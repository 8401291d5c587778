import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** Somebody in front of a browser of his own: cookies, language and screen are not shared with anybody. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
}

/** In which language and on which screen somebody reads. */
export interface VisitorLook {
  readonly language?: 'zh' | 'en'
  readonly screen?: 'desk' | 'phone'
}

/** Opens visitors' browsers. */
export interface BrowserDesk {
  visitor(look?: VisitorLook): Promise<Visitor>
  leave(visitor: Visitor): Promise<void>
}

/** One Chromium, and what its pages complain of: errors of scripts, of the console and of the content security policy. */
export interface VisitorBrowser extends BrowserDesk {
  /** What was complained of since the last time; asked once, it is forgotten. */
  complaints(): readonly string[]
  /** Takes a picture of every open page; answers the folder in which they lie. */
  picture(): Promise<string>
  close(): Promise<void>
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

/** Starts a Chromium. `patience`: longest wait for something that a page is to show, in milliseconds. */
export async function openBrowser(patience = PATIENCE): Promise<VisitorBrowser> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS })
  const visitors = new Set<Visitor>()
  const complaints: string[] = []
  return {
    async visitor(look = {}) {
      const visitor = await welcome(browser, look, { complaints, patience })
      visitors.add(visitor)
      return visitor
    },
    async leave(visitor) {
      visitors.delete(visitor)
      await visitor.context.close()
    },
    complaints: () => complaints.splice(0),
    picture: () => picture(visitors),
    close: () => browser.close(),
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
  { complaints, patience }: { readonly complaints: string[]; readonly patience: number },
): Promise<Visitor> {
  const context = await browser.newContext({
    ...SCREENS[screen],
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(patience)
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

/** The text of the page's content as a reader sees it, in one line. */
export async function textOf(page: Page): Promise<string> {
  return (await page.locator('body').innerText()).replace(/\s+/g, ' ')
}
