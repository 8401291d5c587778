import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest'
import { type BrowserDesk, openBrowser, PATIENCE, type VisitorBrowser } from './visitors.ts'

export { textOf } from './visitors.ts'
export type { BrowserDesk } from './visitors.ts'

/**
 * One Chromium for the tests of a file. After each test no page may have complained: errors of scripts, of the console and
 * of the content security policy fail it. A failed test leaves pictures of all pages and says where.
 */
export function openBrowserDesk(): BrowserDesk {
  let browser: VisitorBrowser | undefined
  const present = (): VisitorBrowser => {
    if (!browser) throw new Error('visitors come after beforeAll')
    return browser
  }
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterEach(async ({ task }) => {
    const heard = present().complaints()
    if (task.result?.state === 'fail') throw new Error(`The pages as they stood: ${await present().picture()}`)
    if (heard.length > 0) throw new Error(`The pages complained:\n${heard.join('\n')}`)
  })
  afterAll(() => browser?.close())
  return { visitor: (look) => present().visitor(look), leave: (visitor) => present().leave(visitor) }
}

/** Waits until what `read` answers is `wanted`. */
export async function eventually<T>(read: () => T | Promise<T>, wanted: T): Promise<void> {
  await vi.waitFor(async () => expect(await read()).toEqual(wanted), { timeout: PATIENCE, interval: 50 })
}
