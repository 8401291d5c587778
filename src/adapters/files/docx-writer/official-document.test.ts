import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { FigureRun } from '#core/publishing'
import { readSourceFile } from '../read-source-file.ts'
import { writeOfficialDocx } from '../write-official-docx.ts'
import { sampleBriefing, sampleCircular } from './sample-views.fixture.ts'
import { titleLines } from './title-lines.ts'

async function part(name: string, view = sampleBriefing): Promise<string> {
  return strFromU8(unzipSync(await writeOfficialDocx(view))[name] ?? new Uint8Array())
}

function attributes(source: string, element: string): Record<string, string> {
  const tag = new RegExp(`<${element} [^>]*>`).exec(source)?.[0] ?? ''
  return Object.fromEntries([...tag.matchAll(/w:(\w+)="([^"]*)"/g)].map((match) => [match[1], match[2]]))
}

/** Twips in a millimetre, within rounding. */
const mm = (twips: string | undefined): number => Math.round((Number(twips) / 1_440) * 254) / 10

describe('layout by GB/T 9704-2012', () => {
  it('sets page, margins, 22 lines and 28 characters', async () => {
    const document = await part('word/document.xml')
    const styles = await part('word/styles.xml')
    const size = attributes(document, 'w:pgSz')
    const margin = attributes(document, 'w:pgMar')
    expect([mm(size['w']), mm(size['h'])]).toEqual([210, 297])
    expect([margin['top'], margin['bottom'], margin['left'], margin['right']].map(mm)).toEqual([37, 35, 28, 26])
    const pitch = Number(attributes(styles, 'w:spacing')['line'] ?? /w:line="(\d+)"/.exec(styles)?.[1])
    const height = Number(size['h']) - Number(margin['top']) - Number(margin['bottom'])
    expect(Math.floor(height / pitch)).toBe(22)
    const advance = 16 * 20 + Number(/<w:spacing w:val="(-?\d+)"\/>/.exec(styles)?.[1])
    const width = Number(size['w']) - Number(margin['left']) - Number(margin['right'])
    expect(Math.floor(width / advance)).toBe(28)
  })

  it('names the official fonts in their sizes, and what to take where they are missing', async () => {
    const styles = await part('word/styles.xml')
    const style = (id: string) => new RegExp(`w:styleId="${id}".*?</w:style>`, 's').exec(styles)?.[0] ?? ''
    expect(styles).toMatch(/<w:rPrDefault>.*仿宋_GB2312.*<w:sz w:val="32"\/>.*<\/w:rPrDefault>/s)
    expect(style('Title')).toMatch(/方正小标宋简体.*<w:sz w:val="44"\/>/s)
    expect(style('Heading1')).toContain('黑体')
    expect(style('Heading2')).toContain('楷体_GB2312')
    expect(style('Heading3')).toContain('仿宋_GB2312')
    expect(await part('word/fontTable.xml')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="FangSong"/>')
  })

  it('numbers pages with dashes at the outer side', async () => {
    expect(await part('word/settings.xml')).toContain('<w:evenAndOddHeaders')
    const document = await part('word/document.xml')
    expect([...document.matchAll(/<w:footerReference [^>]*w:type="(\w+)"/g)].map((match) => match[1]).sort()).toEqual([
      'default',
      'even',
    ])
    const sides = [await part('word/footer1.xml'), await part('word/footer2.xml')].map(
      (footer) => attributes(footer, 'w:jc')['val'],
    )
    expect(sides.sort()).toEqual(['left', 'right'])
    expect(await part('word/footer1.xml')).toMatch(/— <\/w:t>.*PAGE.*<w:t[^>]*> —/s)
  })
})

describe('figures', () => {
  const figures: FigureRun[] = sampleBriefing.blocks.flatMap((block) => {
    const runs = block.kind === 'paragraph' ? block.runs : block.kind === 'table' ? block.rows.flat(2) : []
    return runs.filter((run) => run.kind === 'figure')
  })

  it('are locked controls tagged with their key', async () => {
    const document = await part('word/document.xml')
    const controls = [...document.matchAll(/<w:sdt>(.*?)<\/w:sdt>/gs)].map((match) => match[1] ?? '')
    expect(controls).toHaveLength(figures.length)
    expect(controls.map((control) => attributes(control, 'w:tag')['val'])).toEqual(
      figures.map((figure) => `figure:${figure.key}`),
    )
    expect(controls.map((control) => /<w:t(?: [^>]*)?>([^<]*)/.exec(control)?.[1])).toEqual(
      figures.map((figure) => figure.value),
    )
    expect(controls.every((control) => control.includes('<w:lock w:val="contentLocked"/>'))).toBe(true)
    expect(new Set(controls.map((control) => attributes(control, 'w:id')['val'])).size).toBe(figures.length)
  })

  it('bring their footnotes', async () => {
    const footnotes = await part('word/footnotes.xml')
    const stated = figures.flatMap((figure) => figure.footnote ?? [])
    expect(stated.length).toBeGreaterThan(0)
    for (const note of stated) expect(footnotes).toContain(note)
  })
})

describe('as a reader finds it', () => {
  it('holds head, title, numbered headings, figures, table, end block and the head of the chain', async () => {
    const read = await readSourceFile(await writeOfficialDocx(sampleBriefing), 'briefing.docx')
    const text = read.ok ? read.value.text : ''
    const lines = text.split('\n')
    expect(lines.slice(0, 5)).toEqual([
      '内部资料',
      '六大攻坚行动旬报',
      '第21期（总第57期）',
      '青澜区“六大攻坚”总专班办公室\t2026年7月31日',
      '2026年7月下旬“六大攻坚”推进情况',
    ])
    expect(text).toContain('累计完成48.62亿元，完成年度目标的57.2%；新增限额以上商贸单位11家。')
    for (const heading of [
      '一、总体进度',
      '（一）内需提振攻坚',
      '1.重点项目',
      '2.消费活动',
      '（1）夜间消费',
      '（二）产业强链攻坚',
      '二、主要指标',
      '三、存在问题',
    ]) {
      expect(lines).toContain(heading)
    }
    expect(text).toContain('送：区纪委监委机关，区委办公室，区人大常委会办公室，区政协办公室。')
    expect(text.replaceAll(' ', '')).toContain(sampleBriefing.sealHead.hash)
    const tables = read.ok ? read.value.blocks.filter((block) => block.kind === 'table') : []
    expect(tables[0]?.rows).toHaveLength(19)
  })

  it('holds the red head, addressee and signature of a circular', async () => {
    const read = await readSourceFile(await writeOfficialDocx(sampleCircular), 'circular.docx')
    const lines = read.ok ? read.value.text.split('\n') : []
    expect(lines).toEqual(
      expect.arrayContaining([
        '青澜区人民政府办公室文件',
        '青政办发〔2026〕18号',
        '各镇人民政府、街道办事处，区直各单位：',
        '2026年8月5日',
      ]),
    )
  })
})

it('gives the same bytes for the same view', async () => {
  expect(Buffer.compare(await writeOfficialDocx(sampleBriefing), await writeOfficialDocx(sampleBriefing))).toBe(0)
})

it('drops characters that XML cannot hold, instead of writing a file that Word refuses', async () => {
  const bytes = await writeOfficialDocx({ ...sampleCircular, title: '通报\u0000\u0008\ud800' })
  expect(await readSourceFile(bytes, 'a.docx')).toMatchObject({ ok: true })
})

it.each([
  ['短标题', ['短标题']],
  [
    '青澜区人民政府办公室关于2026年7月“六大攻坚”推进情况的通报',
    ['青澜区人民政府办公室关于2026年7月', '“六大攻坚”推进情况的通报'],
  ],
  ['甲\n乙', ['甲', '乙']],
])('breaks the title %s into whole words', (title, expected) => {
  expect(titleLines(title)).toEqual(expected)
})
