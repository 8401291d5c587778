import { beforeAll, expect, test } from 'vitest'
import { crawl } from '../../support/crawl.ts'
import { type Grant, type Key, openAccount } from '../../support/office.ts'
import { loadPageWords, type PageWords } from '../../support/page-words.ts'
import type { Loop } from './loop.ts'

const people = ['综合协调甲', '督查员', '评委', '县工信局填报人', '县水利局审签人', '系统管理员', '安全管理员'] as const
const PLAN = '澄川县2026年“两大攻坚”实施方案'
const FORCE = `营商环境攻坚 · ${PLAN}`
/** Who has no part in the story: their accounts are opened for the walk. */
const latecomers: readonly (readonly [string, Grant])[] = [
  ['县长', { role: '领导' }],
  ['副县长', { role: '召集人', place: FORCE }],
  ['营商专班乙', { role: '专班办公室', unit: '县商务局', place: FORCE }],
  ['复核人', { role: '申诉复核人', place: PLAN }],
]
/** Every page of a person in two languages on two screens: the longest walk of all tests. */
const WALK_MS = 300_000

/** Every page of every role: words, headings and widths; errors of scripts and of the content security policy fail any test. */
export function pageTests(loop: Loop): void {
  let words: PageWords
  const keys = new Map<string, Key>()
  beforeAll(async () => {
    words = await loadPageWords()
    for (const [person, grant] of latecomers) keys.set(person, await openAccount(loop.office, person, grant))
  }, WALK_MS)

  test.each(people)(
    'of %s',
    async (person) => {
      expect(await crawl(await loop.office.goto(person, ''), { words })).toEqual([])
    },
    WALK_MS,
  )

  test(
    'of leader, convener, task-force office and appeal decider, side by side',
    async () => {
      const walks = latecomers.map(async ([person]) => {
        const key = keys.get(person)
        if (!key) throw new Error(`${person} has no account`)
        const faults = await crawl(await loop.office.enter(person, key), { words, least: person === '复核人' ? 1 : 2 })
        return faults.map((fault) => `${person} ${fault}`)
      })
      expect((await Promise.all(walks)).flat()).toEqual([])
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
