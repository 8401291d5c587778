import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BesiegedRegion, formWith, openBesiegedRegion } from './besieged-region.ts'
import { bombs, wordWith } from './hostile-files.ts'

let region: BesiegedRegion
let coordinator: string
beforeAll(async () => {
  region = await openBesiegedRegion()
  coordinator = await region.person('importer', { role: 'coordinator' })
})
afterAll(() => region.test.close())

const MEGABYTE = 1024 * 1024
const load = (name: string, bytes: Uint8Array | string) =>
  region.send(
    coordinator,
    'POST',
    '/api/drafts',
    formWith(name, typeof bytes === 'string' ? bytes : new Uint8Array(bytes).buffer),
  )

describe('a file that is made to fill the machine', () => {
  it.each(bombs)('%s is refused with %s, and the memory stays', { timeout: 120_000 }, async (_name, code, make) => {
    const bytes = make()
    const peak = peakMemory()
    const answer = await load('plan', bytes)
    const grown = peak() - bytes.length
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([422, code])
    expect(grown / MEGABYTE).toBeLessThan(700)
  })

  it('leaves no draft and no file', async () => {
    const rows = await region.test.database.owner.selectFrom('draft').select('draft_id').execute()
    expect(rows).toEqual([])
  })
})

/** The most memory that the process holds from now on until it is asked, above what it holds now. */
function peakMemory(): () => number {
  const begun = process.memoryUsage.rss()
  let most = begun
  const look = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20)
  return () => {
    clearInterval(look)
    return Math.max(most, process.memoryUsage.rss()) - begun
  }
}

/** Texts on which an expression that looks again and again takes time that grows with the square of the length. */
const DULL: Readonly<Record<string, string>> = {
  digits: '1',
  spaces: ' ',
  'full-width spaces': '\u3000',
  'lists without end': '区发改局、',
  'open brackets': '（',
  quotes: '“',
  numerals: '一',
  'numbered lines': '（一）\n',
  units: '12亿元',
  commas: '，',
  percent: '%',
  years: '2026年',
  'one letter': '局',
  lead: '责任单位：',
  growth: '增长5%以上、',
  'line ends': '\n',
  tabs: '\t',
  points: '1.',
}

describe('a long dull text', () => {
  it.each(Object.entries(DULL))(
    'of %s is read in time that grows with its length',
    { timeout: 300_000 },
    async (_name, unit) => {
      const plan = (characters: number) =>
        `一、重点任务\n全年完成投资12亿元。${unit.repeat(Math.ceil(characters / unit.length))}`
      const took = async (characters: number) => {
        // Time of this process, which other work on the machine does not lengthen.
        const begun = process.cpuUsage()
        const answer = await load('plan.txt', plan(characters))
        await answer.arrayBuffer()
        expect(answer.status).toBeLessThan(500)
        const { user, system } = process.cpuUsage(begun)
        return user + system
      }
      await took(20_000)
      const short = Math.min(await took(40_000), await took(40_000))
      const long = await took(200_000)
      // Linear gives 5, square 25.
      expect(long / short).toBeLessThan(13)
    },
  )
})

describe('names and signs in a file', () => {
  it.each([
    ['../../../etc/passwd'],
    ['..\\..\\boot.ini'],
    ['a\r\nset-cookie: x=1.txt'],
    ['方案\u202efdp.txt'],
    ['%2e%2e%2fa.txt'],
    ['.'],
  ])('a file called %j is kept under a plain name and comes back as a download', async (name) => {
    const made = await load(name, '湖滨区方案\n一、重点任务\n（一）全年新签约项目60个。责任单位：区招商局。\n')
    const { draftId } = (await made.json()) as { draftId: string }
    const drafts = (await (await region.send(coordinator, 'GET', '/api/drafts')).json()) as {
      drafts: { draftId: string; fileName: string }[]
    }
    const { fileName } = drafts.drafts.find((draft) => draft.draftId === draftId) ?? { fileName: '' }
    expect(fileName).not.toMatch(/[/\\\p{Cc}]|^\.*$/u)
    const { planId } = (await (
      await region.send(coordinator, 'POST', `/api/drafts/${draftId}/publish`, {})
    ).json()) as {
      planId: string
    }
    const { headers } = await region.send(coordinator, 'GET', `/api/plans/${planId}/file`)
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[^\s"\\/;]+$/)
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('set-cookie')).toBeNull()
  })

  it('markup in a plan stays text in every answer', async () => {
    const hostile = '<img src=x onerror=alert(1)>&lt;b&gt;"></script><script>alert(1)</script>'
    const text = hostile.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    const made = await load(
      'plan.docx',
      wordWith((xml) => xml.replace('一、', `一、${text}`)),
    )
    const { draftId } = (await made.json()) as { draftId: string }
    const page = await region.send(coordinator, 'GET', `/api/drafts/${draftId}`)
    expect(page.headers.get('content-type')).toMatch(/^application\/json/)
    expect(await page.text()).toContain(JSON.stringify(hostile).slice(1, -1))
  })
})
