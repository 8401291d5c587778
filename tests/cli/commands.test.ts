import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import { readSourceFile, readWorkbook } from '#adapters/files'
import { loadedFiles, runGuatu, spawnGuatu } from '../support/run-guatu.ts'

const PLAN = `试点县2026年“两大攻坚”行动方案

一、项目建设攻坚
（一）全年完成水利投资12亿元。由县水利局牵头，县住建局、县住建局配合。
（二）6月底前开工建设产业园一期。责任单位：县住建局。
二、营商环境攻坚
（一）全年走访企业300户次以上。由县工信局牵头，县商务局配合。
`
const SOUND_PLAN = PLAN.replace('县住建局、县住建局', '县住建局')
const samplePlan = fileURLToPath(new URL('../../samples/qinglan-2026/plan.docx', import.meta.url))

let folder: string
const place = (name: string) => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guatu-cli-'))
  await writeFile(place('plan.txt'), PLAN)
  await writeFile(place('sound.txt'), SOUND_PLAN)
  await writeFile(place('empty.txt'), '')
  await writeFile(place('picture.docx'), Buffer.from('\u0089PNG\r\n\u001a\n0000', 'latin1'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const TASK_TABLE = '序号,事项,承担方,完成时限\n1,开工建设产业园,县住建局,2026年6月底\n2,,县水利局,\n'

describe('tables of tasks', () => {
  beforeAll(() => writeFile(place('tasks.csv'), TASK_TABLE))

  test('are read by their heads; rows without a task are named on standard error', async () => {
    const { code, out, err } = await runGuatu(['extract', '--format', 'json', place('tasks.csv')])
    const { deadlines, assignments } = JSON.parse(out) as { deadlines: { due: string }[]; assignments: unknown[] }
    expect({ code, due: deadlines[0]?.due, assignments }).toEqual({ code: 0, due: '2026-06-30', assignments: [] })
    expect(err).toContain('第 3 行没有任务内容')
  })

  test('are read as --map states', async () => {
    const asked = ['extract', '--format', 'json', '--map', 'title=B,lead=C,due=D', place('tasks.csv')]
    const { code, out } = await runGuatu(asked)
    const { assignments } = JSON.parse(out) as { assignments: { lead: string[] }[] }
    expect({ code, lead: assignments[0]?.lead }).toEqual({ code: 0, lead: ['县住建局'] })
  })

  test.each(['title', 'name=B', 'title=9', ''])('--map %s is wrong use', async (map) => {
    const { code, err } = await runGuatu(['extract', '--map', map, place('tasks.csv')])
    expect({ code, said: err.includes('title=B') }).toEqual({ code: 2, said: true })
  })
})

const COMMANDS = ['serve', 'extract', 'check', 'import', 'sample', 'verify', 'backup', 'restore', 'link', 'migrate']

describe('help', () => {
  test.each([['--help'], ['help']])('guatu %s lists every command', async (asked) => {
    const { code, out, err } = await runGuatu([asked])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const name of COMMANDS) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'))
  })

  test.each(COMMANDS)('guatu %s --help says how it is used', async (name) => {
    const { code, out, err } = await runGuatu([name, '--help'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.startsWith(`Usage: guatu ${name}`)).toBe(true)
  })

  test('no command at all is wrong use, with the help', async () => {
    const { code, out } = await runGuatu([])
    expect(code).toBe(2)
    expect(out).toContain('Usage: guatu <command>')
  })
})

describe('wrong use ends with 2 and says what is wrong', () => {
  test.each([
    [['extrakt', 'plan.txt'], 'extrakt'],
    [['extract', '--colour', 'plan.txt'], '--colour'],
    [['extract'], 'guatu extract --help'],
    [['link'], 'guatu link --help'],
    [['extract', '--format', 'xml', 'plan.txt'], '--format'],
    [['import', 'plan.txt'], '--as'],
    [['verify', 'one', 'two'], 'guatu verify --help'],
    [['sample', '--regions', 'many'], '--regions'],
    [['migrate', 'now'], 'now'],
    [['serve', '--region', 'Not An Id'], '--region'],
  ])('guatu %j', async (args, named) => {
    const { code, out, err } = await runGuatu(args, { environment: { GUATU_DATA: place('untouched') } })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(named)
  })

  test.each([
    ['frob'],
    ['extract', '--colour', 'plan.txt'],
    ['import', 'plan.txt'],
    ['link'],
    ['restore'],
    ['backup'],
    ['sample', '--regions', 'many'],
    ['verify', 'one', 'two'],
    ['serve', '--region', 'Not An Id'],
  ])('guatu %s … complains in the language of the reader', async (...args) => {
    const environment = { GUATU_DATA: place('untouched') }
    const complaintOf = async (language: string) => {
      const { code, err } = await runGuatu(args, { environment: { ...environment, GUATU_LANG: language } })
      expect(code).toBe(2)
      return err.split('\n')[0] ?? ''
    }
    const [chinese, english] = await Promise.all([complaintOf('zh'), complaintOf('en')])
    expect(chinese).toMatch(/\p{Script=Han}/u)
    expect(english).not.toMatch(/\p{Script=Han}/u)
  })

  test('a wrong setting is named', async () => {
    const { code, err } = await runGuatu(['serve'], { environment: { PORT: 'http', GUATU_DATA: place('untouched') } })
    expect(code).toBe(2)
    expect(err).toContain('PORT')
  })
})

test.runIf(existsSync('/proc/self'))(
  'a data folder where none can be made is refused in words, and nothing hangs',
  async () => {
    const environment = { GUATU_DATA: '/proc/guatu/data' }
    const [chinese, english] = await Promise.all([
      runGuatu(['serve'], { environment }),
      runGuatu(['migrate'], { environment: { ...environment, GUATU_LANG: 'en' } }),
    ])
    expect([chinese.code, english.code]).toEqual([3, 3])
    expect(chinese.err).toContain('数据目录 /proc/guatu/data 不能使用')
    expect(english.err).toContain('Name another in GUATU_DATA')
  },
)

describe('files that cannot be read end with 3, in words of either language', () => {
  test.each([
    ['absent.txt', '没有这个文件', 'no such file'],
    ['', '文件夹', 'folder'],
    ['empty.txt', '没有文字', 'no text'],
    ['picture.docx', '图片', 'picture'],
  ])('%s', async (name, zh, en) => {
    const [chinese, english] = await Promise.all([
      runGuatu(['extract', place(name)]),
      runGuatu(['check', place(name)], { environment: { GUATU_LANG: 'en' } }),
    ])
    expect([chinese.code, english.code]).toEqual([3, 3])
    expect(chinese.err).toContain(zh)
    expect(english.err).toContain(en)
    expect(english.err.replace(place(name), '')).not.toMatch(/\p{Script=Han}/u)
  })

  test('a check that could read nothing counts no findings', async () => {
    const { code, out } = await runGuatu(['check', place('absent.txt')])
    expect({ code, out }).toEqual({ code: 3, out: '' })
  })

  test.each([
    ['zh', '没有这个文件'],
    ['en', 'no such file'],
  ])('the language is that of the environment: LANG of %s', async (language, words) => {
    const environment = { GUATU_LANG: language, NO_COLOR: '1' }
    const { err } = await runGuatu(['check', place('absent.txt')], { environment })
    expect(err).toContain(`${place('absent.txt')}: `)
    expect(err).toContain(words)
  })

  test('an output that cannot be written is said with its name', async () => {
    const { code, err } = await runGuatu(['extract', '-o', place('no/such/folder.txt'), place('plan.txt')])
    expect(code).toBe(3)
    expect(err).toContain(place('no/such/folder.txt'))
  })

  test('the others are printed all the same', async () => {
    const { code, out, err } = await runGuatu(['extract', place('absent.txt'), place('plan.txt')])
    expect(code).toBe(3)
    expect(err).toContain('absent.txt')
    expect(out).toContain('县水利局')
  })
})

interface Extraction {
  readonly meta: { readonly title: string; readonly year: number }
  readonly assignments: readonly { readonly lead: readonly string[]; readonly support: readonly string[] }[]
  readonly indicators: readonly unknown[]
}

describe('extract', () => {
  test('prints text for people', async () => {
    const { code, out, err } = await runGuatu(['extract', place('plan.txt')])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const words of ['试点县2026年“两大攻坚”行动方案', '牵头：县水利局', '≥ 300户次', '2026-06-30'])
      expect(out).toContain(words)
  })

  test('prints JSON for programs: an object for one file, an array for several', async () => {
    const [one, two] = await Promise.all([
      runGuatu(['extract', '--format', 'json', place('plan.txt')]),
      runGuatu(['extract', '--format', 'json', place('plan.txt'), place('sound.txt')]),
    ])
    const plan = JSON.parse(one.out) as Extraction
    expect(plan.meta).toMatchObject({ title: '试点县2026年“两大攻坚”行动方案', year: 2026 })
    expect(plan.assignments.map(({ lead }) => lead[0] ?? '')).toEqual(['县水利局', '', '县工信局'])
    expect(plan.indicators).toHaveLength(2)
    expect((JSON.parse(two.out) as readonly Extraction[]).map(({ meta }) => meta.year)).toEqual([2026, 2026])
  })

  test('explains why an item was found or a figure left, as text and as JSON', async () => {
    const [asText, asJson] = await Promise.all([
      runGuatu(['extract', '--explain', place('plan.txt')]),
      runGuatu(['extract', '--explain', '--format', 'json', place('plan.txt')]),
    ])
    expect(asText.out).toMatch(/^4:1 .*全年完成水利投资12亿元/m)
    expect(asText.out).toMatch(/\+ 指标 .*12亿元.*\[target\.figure\]/)
    const { sentences } = JSON.parse(asJson.out) as { sentences: readonly { found: readonly { rule: string }[] }[] }
    expect(sentences.flatMap(({ found }) => found.map(({ rule }) => rule))).toContain('responsibility.running')
  })

  test('takes many files with the progress on standard error, and none for one file', async () => {
    const { out, err } = await runGuatu(['extract', '--format', 'json', place('plan.txt'), place('sound.txt')])
    expect(err).toBe(`[1/2] ${place('plan.txt')}\n[2/2] ${place('sound.txt')}\n`)
    expect(JSON.parse(out)).toHaveLength(2)
  })

  test('loads no database, server or writer: what it reads with is all that starts', async () => {
    const loaded = await loadedFiles(['extract', place('plan.txt')])
    expect(loaded.length).toBeGreaterThan(20)
    expect(loaded.filter((path) => /node_modules|dist\/(?!core|main\/cli|adapters\/files)/.test(path))).toEqual([
      expect.stringContaining('decimal.js'),
    ])
  })

  test('reads standard input, in the encodings of the genre', async () => {
    const fromFile = await runGuatu(['extract', '--format', 'json', place('plan.txt')])
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(PLAN, 'utf16le')])
    for (const stdin of [Buffer.from(PLAN), utf16]) {
      const piped = await runGuatu(['extract', '--format', 'json', '-'], { stdin })
      expect(piped.code).toBe(0)
      expect(JSON.parse(piped.out)).toEqual(JSON.parse(fromFile.out))
    }
  })

  test('ends quietly when the reader of its output goes away', async () => {
    const child = spawnGuatu(['extract', '--format', 'json', ...Array.from({ length: 4 }, () => samplePlan)])
    const complaints = child.stderr ? text(child.stderr) : Promise.resolve('')
    child.stdout?.once('data', () => child.stdout?.destroy())
    const [code] = (await once(child, 'close')) as [number | null]
    expect({ code, complaints: (await complaints).replace(/^\[\d\/4\] .*\n/gm, '') }).toEqual({
      code: 0,
      complaints: '',
    })
  })
})

describe('check', () => {
  test('holds the figures against an earlier plan, and fails where that cannot be read', async () => {
    const plan = (year: number, firms: number) =>
      `某县${year}年攻坚方案\n一、目标\n到2027年，规上工业企业达到${firms}家。\n`
    await writeFile(place('earlier.txt'), plan(2025, 60))
    await writeFile(place('later.txt'), plan(2026, 50))
    const { out } = await runGuatu(['check', '--against', place('earlier.txt'), place('later.txt')])
    expect(out).toContain('“规上工业企业”2027年目标此处为50家，《某县2025年攻坚方案》为60家。')
    const alone = await runGuatu(['check', place('later.txt')])
    expect(alone.out).not.toContain('plan.differsFromEarlier')
    const absent = await runGuatu(['check', '--against', place('absent.txt'), place('later.txt')])
    expect([absent.code, absent.out]).toEqual([3, ''])
  })

  test('answers yes to a sound plan', async () => {
    const { code, out } = await runGuatu(['check', '--format', 'json', place('sound.txt')])
    expect({ code, rows: JSON.parse(out) as unknown }).toEqual({ code: 0, rows: [] })
  })

  test('answers no to a unit named twice, with place and remedy', async () => {
    const { code, out } = await runGuatu(['check', place('plan.txt')])
    expect(code).toBe(1)
    for (const words of ['plan.unitTwice', '“县住建局”在同一责任条款中出现两次', '由县水利局牵头', '建议'])
      expect(out).toContain(words)
  })

  test('says file, line and column, and counts by severity in the last line', async () => {
    const { out } = await runGuatu(['check', place('plan.txt')])
    expect(out).toContain(`--> ${place('plan.txt')}:4:`)
    expect(out).toMatch(/\^{8}/)
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^共 \d+ 条：错误 1，存疑 \d+，提示 \d+$/)
    expect(out).not.toContain('\u001b')
  })

  test('writes SARIF and a sheet into a file', async () => {
    const [sarif, sheet] = await Promise.all([
      runGuatu(['check', '--format', 'sarif', '-o', place('found.sarif'), place('plan.txt')]),
      runGuatu(['check', '--format', 'xlsx', '--output', place('found.xlsx'), place('plan.txt')]),
    ])
    expect([sarif.code, sheet.code, sarif.out, sheet.out]).toEqual([1, 1, '', ''])
    const log = JSON.parse(await readFile(place('found.sarif'), 'utf8')) as {
      runs: readonly { results: readonly { ruleId: string }[] }[]
    }
    expect(log.runs[0]?.results.map(({ ruleId }) => ruleId)).toContain('plan.unitTwice')
    const read = await readWorkbook(await readFile(place('found.xlsx')))
    expect(read.ok && read.value[0]?.rows.flatMap(({ cells }) => cells)).toContain('plan.unitTwice')
  })

  test('gives the drafters their own docx back with a comment a finding, and refuses what is no docx', async () => {
    const asked = ['check', '--format', 'docx', '-o', place('commented.docx')]
    const { code, out, err } = await runGuatu([...asked, samplePlan])
    expect({ out, err }).toEqual({ out: '', err: '' })
    const [before, after] = await Promise.all([readFile(samplePlan), readFile(place('commented.docx'))])
    const read = await Promise.all([before, after].map((bytes) => readSourceFile(bytes, 'plan.docx')))
    expect(read[1]).toEqual(read[0])
    const listed = await runGuatu(['check', '--format', 'json', place('commented.docx')])
    const findings = JSON.parse(listed.out) as readonly object[]
    const comments = strFromU8(unzipSync(after)['word/comments.xml'] ?? new Uint8Array())
    expect(findings.length).toBeGreaterThan(0)
    expect(comments.match(/<w:comment /g)).toHaveLength(findings.length)
    expect(code).toBe(listed.code)
    const refused = await runGuatu([...asked, place('plan.txt')])
    expect(refused.code).toBe(3)
    expect(refused.err).toContain('只有 docx 文件能加批注')
    expect((await runGuatu([...asked, samplePlan, samplePlan])).code).toBe(2)
  })

  test('gives programs the same: rule, severity, words, places', async () => {
    const { code, out } = await runGuatu(['check', '--format', 'json', '-'], { stdin: PLAN })
    expect(code).toBe(1)
    const again = { text: '县住建局' }
    expect(JSON.parse(out)).toMatchObject([
      { file: '-', rule: 'plan.unitTwice', severity: 'error', places: [again, again] },
    ])
    const english = await runGuatu(['check', '--format', 'json', '-'], {
      stdin: PLAN,
      environment: { GUATU_LANG: 'en' },
    })
    expect(JSON.parse(english.out)).toMatchObject([{ message: expect.stringContaining('twice') as string }])
  })
})
