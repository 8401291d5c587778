import { beforeAll, expect, test } from 'vitest'
import { crawl } from '../../support/crawl.ts'
import { loadPageWords, type PageWords } from '../../support/page-words.ts'
import type { Loop } from './loop.ts'

const people = ['综合协调甲', '督查员', '评委', '县工信局填报人', '县水利局审签人', '系统管理员', '安全管理员'] as const
/** Every page of a person in two languages on two screens: the longest walk of all tests. */
const WALK_MS = 300_000

/** Every page of every role: words, headings and widths; errors of scripts and of the content security policy fail any test. */
export function pageTests(loop: Loop): void {
  let words: PageWords
  beforeAll(async () => {
    words = await loadPageWords()
  })

  test.each(people)(
    'of %s',
    async (person) => {
      expect(await crawl(await loop.office.goto(person, ''), { words })).toEqual([])
    },
    WALK_MS,
  )

  test(
    'of the auditor, and of visitors',
    async () => {
      expect(await crawl(await loop.office.enter('审计员', loop.founder('auditor')), { words })).toEqual([])
      const { page } = await loop.desk.visitor()
      await page.goto(loop.product().url)
      expect(await crawl(page, { words, from: ['/', '/link/chengchuan', '/public/chengchuan'] })).toEqual([])
    },
    WALK_MS,
  )
}
