import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toExtraction } from './output/extraction.ts'
import { readPlanText } from './read-plan.ts'

const corpus = process.env.GUATU_CORPUS ?? resolve(import.meta.dirname, '../../../../shared/corpus')
const present = existsSync(join(corpus, 'score.mjs'))

/** Mean F1 over the documents that have the kind; set just below what is reached, so that a loss shows. */
const GATES = {
  headings: 0.99,
  assignments: 0.99,
  indicators: 0.98,
  campaigns: 0.99,
  taskforces: 0.98,
  cadences: 0.98,
  deadlines: 0.96,
  meta: 0.98,
} as const
/** No single document may fall below this, whatever the mean says. */
const WORST = { headings: 0.95, assignments: 0.97, indicators: 0.95 } as const

type Scores = Record<string, number> & { counts: Record<string, [number, number, number]> }

/** Where texts and their annotations stand. */
interface Annotated {
  readonly texts: string
  readonly gold: string
}
const OF_CORPUS: Annotated = { texts: join(corpus, 'texts'), gold: join(corpus, 'gold') }
const own = resolve(import.meta.dirname, '../../../tests/fixtures/annotated')
const OF_OWN: Annotated = { texts: own, gold: own }

function score(doc: string, { texts, gold }: Annotated, folder: string): Scores {
  const source = join(texts, `${doc}.txt`)
  const text = readFileSync(source, 'utf8')
  const file = join(folder, `${doc}.json`)
  writeFileSync(file, JSON.stringify(toExtraction(readPlanText(text))))
  const args = [join(corpus, 'score.mjs'), join(gold, `${doc}.json`), file, source]
  const out = execFileSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, SCORE_JSON: '1' } })
  return JSON.parse(out.trim().split('\n').at(-1) ?? '{}') as Scores
}

if (!present) {
  process.stderr.write(
    `\nWARNING: no corpus at ${corpus}: the reader's gates were NOT checked. Set GUATU_CORPUS to the folder with score.mjs.\n\n`,
  )
}

describe.skipIf(!present)('the annotated documents', () => {
  const scores = new Map<string, Scores>()
  const folder = mkdtempSync(join(tmpdir(), 'guatu-corpus-'))
  beforeAll(() => {
    for (const file of readdirSync(join(corpus, 'gold'))) {
      const doc = file.replace(/\.json$/, '')
      scores.set(doc, score(doc, OF_CORPUS, folder))
    }
  }, 240_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const having = (kind: string) => [...scores.values()].filter((one) => (one.counts[kind]?.[1] ?? 0) > 0)

  it('are all there', () => {
    expect(scores.size).toBeGreaterThanOrEqual(5)
  })

  it.each(Object.entries(GATES))('reach a mean F1 for %s of %d', (kind, gate) => {
    const found = having(kind).map((one) => one[kind] ?? 0)
    expect(found.length).toBeGreaterThan(0)
    expect(found.reduce((sum, one) => sum + one, 0) / found.length).toBeGreaterThanOrEqual(gate)
  })

  it.each(Object.entries(WORST))('have no document below %s %d', (kind, gate) => {
    for (const one of having(kind)) expect(one[kind]).toBeGreaterThanOrEqual(gate)
  })

  it.each(['kind', 'commitment', 'subject', 'owner'])('agree on the %s of matched indicators', (part) => {
    const found = [...scores.values()].filter((one) => (one.counts.indicators?.[0] ?? 0) > 0 && one[part] !== null)
    expect(found.length).toBeGreaterThan(0)
    for (const one of found) expect(one[part]).toBeGreaterThanOrEqual(0.95)
  })
})

/** What is reached on the plans of our own; their annotators differ on a few conventions. */
const OWN_GATES = {
  headings: 0.96,
  assignments: 0.99,
  indicators: 0.98,
  taskforces: 0.9,
  cadences: 0.95,
  deadlines: 0.99,
  meta: 0.95,
} as const
/** A document with fewer entries of a kind says nothing by its share. */
const FEWEST_ENTRIES = 5

describe.skipIf(!present)('the annotated plans of our own', () => {
  const scores: Scores[] = []
  const folder = mkdtempSync(join(tmpdir(), 'guatu-annotated-'))
  beforeAll(() => {
    const docs = readdirSync(own).filter((file) => file.endsWith('.json'))
    for (const file of docs) scores.push(score(file.replace(/\.json$/, ''), OF_OWN, folder))
  }, 240_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(Object.entries(OWN_GATES))('reach a mean F1 for %s of %d', (kind, gate) => {
    const found = scores.filter((one) => (one.counts[kind]?.[1] ?? 0) >= FEWEST_ENTRIES).map((one) => one[kind] ?? 0)
    expect(found.length).toBeGreaterThanOrEqual(3)
    expect(found.reduce((sum, one) => sum + one, 0) / found.length).toBeGreaterThanOrEqual(gate)
  })

  it('are all there', () => {
    expect(scores.length).toBeGreaterThanOrEqual(81)
  })
})

describe.skipIf(!present)('the unlabelled documents', () => {
  /** Headings at the least, clauses at the least: an outline that a reader would call sensible, looked at by eye once. */
  const FEWEST: Readonly<Record<string, readonly [number, number]>> = {
    'anhui-internet': [80, 45],
    'foshan-rawwrap': [25, 15],
    huangpu: [12, 11],
    'liaoning-list': [85, 14],
    liaoyuan: [32, 25],
    linyi: [20, 8],
    sanming: [31, 22],
    'shanghai-institutions': [58, 37],
    'shanghai-rawwrap': [36, 0],
    'xizang-report': [32, 0],
  }

  it.each(Object.entries(FEWEST))('%s gives a sensible outline', (doc, [headings, clauses]) => {
    const reading = readPlanText(readFileSync(join(corpus, 'unlabelled', `${doc}.txt`), 'utf8'))
    expect(reading.headings.length).toBeGreaterThanOrEqual(headings)
    expect(reading.assignments.length).toBeGreaterThanOrEqual(clauses)
    expect(reading.meta.title?.length ?? 0).toBeGreaterThan(8)
    expect(reading.meta.year).not.toBeNull()
    for (const heading of reading.headings) expect(heading.title.length).toBeGreaterThan(1)
  })
})

describe('without a corpus', () => {
  it('own samples are still read', () => {
    const reading = readPlanText(
      '某区促消费方案\n一、目标\n力争社会消费品零售总额增长6%以上。\n二、任务\n1.办好活动。举办促消费活动10场。（区商务局牵头，区财政局配合）',
    )
    expect(reading.headings.map((one) => `${one.path} ${one.title}`)).toEqual([
      '正文/一 目标',
      '正文/二 任务',
      '正文/二/1 办好活动',
    ])
    expect(
      reading.indicators.map((one) => [one.subject, one.op, one.value, one.unit, one.commitment, one.owner]),
    ).toEqual([
      ['社会消费品零售总额', '>=', '6', '%', 'strive', null],
      ['促消费活动', '>=', '10', '场', 'firm', '区商务局'],
    ])
  })
})
