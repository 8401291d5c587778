import type { Page, Request, Response } from 'playwright-core'
import type { PageWords } from './page-words.ts'

/** What a page looks like in one language on one screen. */
export interface Look {
  readonly path: string
  readonly language: 'zh' | 'en'
  readonly width: number
}

interface CrawlOptions {
  readonly words: PageWords
  /** Where a visitor begins, who has no menu; what is published is open to him only. */
  readonly from?: readonly string[]
  /** How many kinds of pages there are at least: a walk that found fewer proves nothing. */
  readonly least?: number
  /** Widths of the windows in which each page is looked at; the wide and the narrow one unless said otherwise. */
  readonly widths?: readonly number[]
  /** Called once for each page, language and width. */
  readonly onLook?: (look: Look) => Promise<void>
}

const WIDE = 1440
const NARROW = 360

/** There and back, so that the language changes once a page. */
const looksAt = (widths: readonly number[]) => [
  ...widths.map((width) => ['zh', width] as const),
  ...widths.toReversed().map((width) => ['en', width] as const),
]

const sizeOf = (width: number) => ({ width, height: width < 600 ? 740 : 900 })

/**
 * Walks through all that somebody reaches: every entry of the menu, and of each kind of page behind them one. Each page is
 * looked at in both languages on both screens. Answers what is wrong, each with its page.
 */
export async function crawl(
  page: Page,
  { words, from, least = 2, widths = [WIDE, NARROW], onLook }: CrawlOptions,
): Promise<readonly string[]> {
  const ear = listen(page)
  const faults: string[] = []
  const [queue, seen] = [[...(from ?? (await entries(page)))], new Set<string>()]
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const kind = kindOf(path)
    if (seen.has(kind)) continue
    seen.add(kind)
    await ear.go(path)
    for (const [language, width] of looksAt(widths)) {
      await ear.turn(language, width)
      const found = [...(await layoutFaults(page)), ...words.faultsOf(language, await saidOn(page), ear.data())]
      faults.push(...found.map((fault) => `${path} ${language} ${width}: ${fault}`))
      await onLook?.({ path, language, width })
    }
    const links = await linksOn(page)
    queue.push(...links.filter((link) => from !== undefined || !link.startsWith('/public/')))
  }
  if (seen.size < least) throw new Error(`only ${seen.size} pages were found`)
  return faults
}

/** Pages that differ in ids and filters only are of one kind. */
function kindOf(path: string): string {
  return path
    .replace(/[?#].*$/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')
    .replace(/\d{4}-\w+/g, '*')
    .replace(/tf-\d+/, '*')
}

async function entries(page: Page): Promise<readonly string[]> {
  await page.locator('nav a').first().waitFor({ state: 'attached' })
  return page.locator('nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '/'))
}

const linksOn = (page: Page) =>
  page
    .locator('#content a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '/'))
    .then((found) => found.filter((path) => !path.startsWith('/api/')))

/** A heading, nothing wider than the window, what scrolls sideways says so and is reached by keyboard, and who is signed in stays in view. */
function layoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const over = document.documentElement.scrollWidth - window.innerWidth
    const headings = [...document.querySelectorAll('h1')].filter((heading) => heading.innerText.trim() !== '')
    const unmarked = [...document.querySelectorAll('.table-wrap')].filter(
      (area) => area.scrollWidth > area.clientWidth + 1 && !area.matches('.is-cut-right[role="region"][tabindex="0"]'),
    )
    const corner = document.querySelector('.rail__account')?.getBoundingClientRect()
    return [
      ...(unmarked.length === 0 ? [] : [`${unmarked.length} tables are cut without a mark`]),
      ...(corner && corner.bottom > window.innerHeight ? ['the account corner is out of view'] : []),
      ...(headings.length === 1 ? [] : [`${headings.length} headings`]),
      ...(over > 0 ? [`${over} px wider than the window`] : []),
    ]
  })
}

/** Every text and label of the page, except what is marked as being in the other language. */
function saidOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const said: { element: Element | null; text: string | null }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      said.push({ element: node.parentElement, text: node.textContent })
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder'])
        said.push({ element, text: element.getAttribute(name) })
    const own = document.documentElement.lang.slice(0, 2)
    // No function has a name in here: what runs this outside of the tests would mark it with a helper that no page knows.
    return said
      .filter(({ element }) => !element?.closest('noscript, .rail__brand, .sign-in__plate h1'))
      .filter(({ element }) => element?.closest('[lang]')?.getAttribute('lang')?.slice(0, 2) === own)
      .map(({ text }) => text ?? '')
  })
}

/** Follows what the server answers, and knows when a page has come to rest. */
function listen(page: Page) {
  const answers: string[] = []
  const [pending, reading] = [new Set<Request>(), new Set<Promise<void>>()]
  let rested = () => {}
  const over = (request: Request) => {
    pending.delete(request)
    if (pending.size === 0) rested()
  }
  page.on('request', (request) => void (request.url().includes('/api/') && pending.add(request)))
  page.on('requestfinished', over)
  page.on('requestfailed', over)
  page.on('response', (response) => {
    const taken = takeIn(response, answers).finally(() => reading.delete(taken))
    reading.add(taken)
  })
  const rest = async () => {
    await page.locator('h1').first().waitFor()
    do {
      if (pending.size > 0) await new Promise<void>((resolve) => (rested = resolve))
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    } while (pending.size > 0)
    await Promise.all(reading)
  }
  return {
    data: () => answers.join('\n'),
    async go(path: string) {
      await page.goto(new URL(path, page.url()).href)
      await rest()
    },
    async turn(language: 'zh' | 'en', width: number) {
      await page.setViewportSize(sizeOf(width))
      const now = (await page.locator('html').getAttribute('lang'))?.slice(0, 2)
      const button = page.getByRole('button', { name: language === 'zh' ? '中文' : 'English', includeHidden: true })
      if (now !== language && (await button.count()) > 0)
        await button.evaluate((element) => (element as HTMLElement).click())
      else if (now !== language) {
        await page.context().addCookies([{ name: 'guatu_lang', value: language, url: page.url() }])
        await page.reload()
      }
      await rest()
    },
  }
}

/** Keeps every text of an answer; words that come in both languages are kept in English only, so that Chinese ones stand out. */
async function takeIn(response: Response, answers: string[]): Promise<void> {
  if (!response.url().includes('/api/') || !(response.headers()['content-type'] ?? '').includes('json')) return
  const json: unknown = await response.json().catch(() => null)
  const walk = (value: unknown): void => {
    if (typeof value === 'string') answers.push(value)
    else if (Array.isArray(value)) value.forEach(walk)
    else if (typeof value === 'object' && value !== null)
      for (const [key, part] of Object.entries(value)) if (key !== 'zh') walk(part)
  }
  walk(json)
}
