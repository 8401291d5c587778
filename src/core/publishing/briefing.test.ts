import { describe, expect, it } from 'vitest'
import { briefingParts } from './briefing.ts'
import type { AheadFact, BehindFact, BriefingFacts, ProblemFact } from './briefing-facts.ts'
import type { DocumentBlock, TextRun } from './views.ts'

const lights = { count: 40, lights: { red: 8, yellow: 6, green: 20, blue: 2, grey: 4 }, progress: '0.456' }

const facts = (parts: Partial<BriefingFacts> = {}): BriefingFacts => ({
  planTitle: '青澜区2026年实施“六大攻坚”总体方案',
  seal: { seq: 18, hash: 'a'.repeat(64), periodId: '2026-D20', sealedOn: '2026-07-23' },
  counts: { due: 58, counted: 55, late: 2, pending: 1, silent: 2, units: 23, silentUnits: 1 },
  whole: lights,
  campaigns: [{ name: '内需提振攻坚', ...lights }],
  ...{ behind: [], silent: [], late: [], pending: [], corrections: [], problems: [], orders: [] },
  ...{ reconciliations: [], ahead: [] },
  ...parts,
})

const behind = (index: number): BehindFact => ({
  itemId: `item${index}`,
  ...{ title: `事项${index}`, campaignName: '内需提振攻坚', unitName: '区商务局', light: index < 8 ? 'red' : 'yellow' },
  ...{ actual: String(index), unit: '家' },
  reasons: [
    {
      rule: 'farBehind',
      light: 'red',
      inputs: { lag: '5', asked: '9', actual: String(index), most: '1' },
      periodId: '2026-D20',
    },
    { rule: 'silent', light: 'yellow', inputs: {}, periodId: null },
  ],
  source: { kind: 'report', sealSeq: 17, periodId: '2026-M06', reference: `0198a1b2c3d${index % 10}` },
})

const problem = (number: number): ProblemFact => ({
  ...{ number, title: `问题${number}`, unitName: '区住建局', state: 'rectifying', dueOn: '2026-07-10' },
  ...{ overdue: number === 2, refusedClaims: 0 },
})

const node = (index: number): AheadFact => ({
  ...{ title: `任务${index}`, unitName: '区住建局', label: '完成招标', due: '2026-07-31' },
})

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at + 1))

const blocksOf = (given: BriefingFacts): readonly DocumentBlock[] =>
  briefingParts(given, { opening: '', analysis: '', nextSteps: '' }).flatMap(({ blocks }) => blocks)

const wordsOf = (runs: readonly TextRun[]): string =>
  runs.map((run) => (run.kind === 'text' ? run.text : `${run.value}${run.unit}`)).join('')

const paragraphsOf = (blocks: readonly DocumentBlock[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [wordsOf(block.runs)] : []))

const headingsOf = (blocks: readonly DocumentBlock[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))

const tableUnder = (blocks: readonly DocumentBlock[], heading: string) => {
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === heading)
  return blocks.slice(at).find((block) => block.kind === 'table')
}

describe('a ten-day briefing', () => {
  it('has the ten heaviest in its text and all of them, each with its source, in the annex', () => {
    const blocks = blocksOf(facts({ behind: times(14, behind) }))
    expect(tableUnder(blocks, '滞后事项')?.rows).toHaveLength(10)
    expect(paragraphsOf(blocks)).toContain('自身滞后的红灯7项、黄灯7项，较突出的10项如下，全部事项见附表1。')
    const annex = tableUnder(blocks, '附表1　红灯、黄灯事项')
    expect(annex).toMatchObject({ compact: true })
    expect(annex?.rows.map((row) => wordsOf(row[6] ?? []))).toEqual(
      times(14, (index) => `17号 0198a1b2c3d${index % 10}`),
    )
    expect(wordsOf(annex?.rows[0]?.[5] ?? [])).toBe('欠序时5（应达9，实际1），超过1；另有1条')
  })

  it('never gives one name to two figures', () => {
    const blocks = blocksOf(facts({ behind: times(14, behind), problems: times(7, problem), ahead: times(3, node) }))
    const runs = blocks.flatMap((block) =>
      block.kind === 'paragraph' ? block.runs : block.kind === 'table' ? block.rows.flat(2) : [],
    )
    const figures = runs.flatMap((run) => (run.kind === 'figure' ? [[run.key, run.value] as const] : []))
    const known = new Map(figures)
    expect(figures.length).toBeGreaterThan(40)
    expect(figures.filter(([key, value]) => known.get(key) !== value)).toEqual([])
  })

  it('has no annex where the text says it all', () => {
    const blocks = blocksOf(facts({ behind: times(10, behind), problems: times(5, problem) }))
    expect(blocks.some((block) => block.kind === 'pageBreak')).toBe(false)
    expect(headingsOf(blocks)).toEqual(['总体情况', '滞后事项', '报送和更正', '问题整改和督办', '下一旬到期事项'])
  })

  it('says how many of the red and yellow are not listed, and why', () => {
    expect(paragraphsOf(blocksOf(facts({ behind: times(9, behind) })))).toContain(
      '自身滞后的红灯7项、黄灯2项，如下；另有5项任务随所含指标亮灯，只列指标。',
    )
  })

  it('says days as people do, and those of another year with theirs', () => {
    const asked = [problem(1), { ...problem(2), dueOn: '2025-12-31' }]
    const overdue = { rule: 'onceOverdue', light: 'red', inputs: { due: '2026-05-29' }, periodId: null } as const
    const blocks = blocksOf(facts({ behind: [{ ...behind(1), reasons: [overdue] }], problems: asked }))
    expect(wordsOf(tableUnder(blocks, '滞后事项')?.rows[0]?.[5] ?? [])).toBe('应于5月29日前实现，尚未实现')
    expect(tableUnder(blocks, '问题整改和督办')?.rows.map((row) => wordsOf(row[3] ?? []))).toEqual([
      ...['7月10日', '2025年12月31日'],
    ])
    expect(JSON.stringify(blocks)).not.toMatch(/\d{4}-\d{2}-\d{2}/)
  })

  it('keeps only overdue problems in the text where there are many', () => {
    const blocks = blocksOf(facts({ problems: times(7, problem) }))
    expect(tableUnder(blocks, '问题整改和督办')?.rows.map((row) => wordsOf(row[0] ?? []))).toEqual(['2'])
    expect(tableUnder(blocks, '附表1　问题整改')?.rows).toHaveLength(7)
  })

  it('names who was late and what falls due in the next dekad', () => {
    const late = [{ unitName: '区文旅体局', titles: ['游客'] }]
    const blocks = blocksOf(facts({ late, ahead: times(9, node) }))
    const words = paragraphsOf(blocks)
    expect(words).toContain('逾期报送的：区文旅体局（游客）。')
    expect(words).toContain('2026年7月下旬到期、尚未完成的时间节点9个，最近的8个如下。')
    expect(tableUnder(blocks, '下一旬到期事项')?.rows).toHaveLength(8)
    expect(wordsOf(tableUnder(blocks, '下一旬到期事项')?.rows[0]?.[0] ?? [])).toBe('7月31日')
  })
})
