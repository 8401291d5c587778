import { existsSync } from 'node:fs'
import { type Browser, type CDPSession, chromium } from 'playwright-core'
import { signInSample } from './kit/client.ts'
import { median, type Report, rounded } from './kit/figures.ts'
import type { DataFolders } from './kit/folder.ts'
import { startServer } from './kit/server.ts'

const RUNS = 5
const REPORTER = '区住建局填报人'
const MOST_BYTES = 160_000
const MOST_SECONDS = 2
/** 10 Mbit/s each way, 40 ms there and back, a processor of a quarter of the speed. */
const LINE = { offline: false, latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 1_250_000 }
const SLOWER = 4
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
]

interface Loaded {
  readonly bytes: number
  readonly seconds: number
}

/** A reporter opens his first page in the real browser with nothing kept from before: what comes over the line, and when he can type. */
export async function measureReporter(folders: DataFolders, report: Report): Promise<void> {
  const path = process.env['GUATU_CHROMIUM'] ?? '/usr/bin/chromium'
  if (!existsSync(path)) throw new Error(`there is no browser at ${path}; name one in GUATU_CHROMIUM`)
  const folder = await folders.ofRegions(1)
  const server = await startServer(folder)
  const browser = await chromium.launch({ executablePath: path, args: FLAGS })
  try {
    const { cookie } = await signInSample(server.url, folder, REPORTER)
    const loads: Loaded[] = []
    for (let run = 0; run <= RUNS; run += 1) {
      const loaded = await openFirstPage(browser, server.url, cookie)
      // The first one fills what the server keeps: compressed files, prepared statements.
      if (run > 0) loads.push(loaded)
    }
    const bytes = Math.max(...loads.map((load) => load.bytes))
    const seconds = median(loads.map((load) => load.seconds))
    report({
      part: 'reporter',
      name: 'first load',
      text: `a reporter's first load, all that comes over the line: ${(bytes / 1000).toFixed(1)} kB (at most ${MOST_BYTES / 1000})`,
      ratio: bytes,
      atMost: MOST_BYTES,
      figures: { bytes },
    })
    report({
      part: 'reporter',
      name: 'usable',
      text: `usable at 10 Mbit/s, 40 ms, processor ÷ ${SLOWER}: ${seconds.toFixed(2)} s (at most ${MOST_SECONDS}; slowest of ${RUNS}: ${Math.max(...loads.map((load) => load.seconds)).toFixed(2)} s)`,
      ratio: rounded(seconds),
      atMost: MOST_SECONDS,
      figures: { seconds: rounded(seconds) },
    })
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** Usable: a field or a press of a line that is due stands there and can be reached. */
async function openFirstPage(browser: Browser, url: string, cookie: string): Promise<Loaded> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' })
  try {
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url }])
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    const bytes = await countBytes(devtools)
    await devtools.send('Network.emulateNetworkConditions', LINE)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    const begun = performance.now()
    await page.goto(url, { waitUntil: 'commit' })
    await page.locator('.ask__answer').locator('input, button').first().click({ trial: true })
    const seconds = (performance.now() - begun) / 1000
    await page.waitForLoadState('networkidle')
    return { bytes: bytes(), seconds }
  } finally {
    await context.close()
  }
}

/** The bodies of all answers as they came over the line, compressed. */
async function countBytes(devtools: CDPSession): Promise<() => number> {
  let sum = 0
  await devtools.send('Network.enable')
  devtools.on('Network.dataReceived', ({ encodedDataLength }) => {
    sum += encodedDataLength
  })
  return () => sum
}
