import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '#core/reading'
import { readSourceFile } from '../read-source-file.ts'
import { pdfFile } from './pdf-file.fixture.ts'
import type { PdfLine } from './pdf-file.fixture.ts'

const LEFT = 79
const SIZE = 16
const CHARACTERS = 27

async function read(pages: readonly (readonly PdfLine[])[], unicode = true): Promise<SourceDocument> {
  const result = await readSourceFile(pdfFile(pages, unicode), 'plan.pdf')
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

/** Sets paragraphs as official layout does: two characters in, 27 to a line, 29 pt apart; returns pages of 20 lines. */
function typeset(paragraphs: readonly string[], perPage = 20): PdfLine[][] {
  const lines = paragraphs.flatMap((text) => {
    const first = text.slice(0, CHARACTERS - 2)
    const rest = text.slice(CHARACTERS - 2).match(new RegExp(`.{1,${CHARACTERS}}`, 'g')) ?? []
    return [{ x: LEFT + 2 * SIZE, text: first }, ...rest.map((line) => ({ x: LEFT, text: line }))]
  })
  const pages: PdfLine[][] = []
  for (const [at, line] of lines.entries()) {
    const page = pages[Math.floor(at / perPage)] ?? []
    if (page.length === 0) pages.push(page)
    page.push({ ...line, y: 730 - 29 * (at % perPage), size: SIZE })
  }
  return pages
}

const PROSE =
  '统筹推进各项重点任务，逐项明确牵头单位和完成时限，建立台账、挂图作战，实行旬调度、月通报、季讲评，推动目标任务按期落实到位'
const PARAGRAPHS = Array.from(
  { length: 24 },
  (_, at) => `${at + 1}.任务${'甲乙丙丁戊己'.charAt(at % 6)}。${PROSE.slice(0, 30 + ((at * 7) % 30))}。`,
)

describe('readPdf', () => {
  it('puts wrapped lines back together, over page ends as well', async () => {
    const document = await read(typeset(PARAGRAPHS))
    expect(document.text.trimEnd().split('\n')).toEqual(PARAGRAPHS)
    expect(document.notes[0]?.code).toBe('reader.linesRejoined')
  })

  it('drops page numbers and running heads, but not what stands once', async () => {
    const pages = typeset(PARAGRAPHS).map((lines, at) => [
      { x: 200, y: 800, size: 10, text: '青澜区文件汇编' },
      ...lines,
      { x: at % 2 === 0 ? 460 : 95, y: 60, size: 14, text: `— ${at + 1} —` },
    ])
    const document = await read([
      ...pages,
      [
        { x: 111, y: 730, size: SIZE, text: '附则自印发之日起施行。' },
        { x: 200, y: 800, size: 10, text: '青澜区文件汇编' },
      ],
    ])
    expect(document.text.trimEnd().split('\n')).toEqual([...PARAGRAPHS, '附则自印发之日起施行。'])
    expect(document.notes).toContainEqual({ code: 'reader.pageMarksDropped', detail: { lines: 2 * pages.length + 1 } })
  })

  it('drops the spaces of justified lines and keeps those that were typed', async () => {
    const body = typeset(PARAGRAPHS).map((lines) => lines.map((line) => ({ ...line, spacing: 1.2 })))
    const document = await read(body)
    expect(document.text.trimEnd().split('\n')).toEqual(PARAGRAPHS)
    const typed = await read([[{ x: 111, y: 700, size: SIZE, text: '住房城乡建设部 国家发展改革委' }]])
    expect(typed.text).toBe('住房城乡建设部 国家发展改革委\n')
  })

  it('joins the lines of a title and says that it is centred', async () => {
    const title = ['青澜区实施六大攻坚', '总体方案'].map((text, at) => ({
      x: LEFT + (CHARACTERS * SIZE - 22 * text.length) / 2,
      y: 790 - 30 * at,
      size: 22,
      text,
    }))
    const [first = [], ...others] = typeset(PARAGRAPHS)
    const document = await read([[...title, ...first], ...others])
    expect(document.text.split('\n')[0]).toBe('青澜区实施六大攻坚总体方案')
    expect(document.blocks[0]).toMatchObject({ align: 'center' })
  })

  it('leaves slanted watermarks out', async () => {
    const [first = [], ...others] = typeset(PARAGRAPHS)
    const document = await read([[{ x: 100, y: 300, size: 60, text: '内部资料', slanted: true }, ...first], ...others])
    expect(document.text).not.toContain('内部资料')
  })

  it('says which pages held no text', async () => {
    const document = await read([...typeset(PARAGRAPHS), []])
    expect(document.notes).toContainEqual({ code: 'reader.pagesWithoutText', detail: { pages: 1 } })
  })

  it.each([
    ['a scan', [[], [], []], true, 'reader.scannedPdf'],
    ['a scan with page numbers', [[{ x: 300, y: 50, size: 10, text: '1' }], []], true, 'reader.scannedPdf'],
    [
      'fonts without character codes',
      [[{ x: 100, y: 700, size: 16, text: '\ue001\ue002'.repeat(20) }]],
      true,
      'reader.garbledPdf',
    ],
  ])('refuses %s', async (_, pages, unicode, code) => {
    expect(await readSourceFile(pdfFile(pages, unicode), 'x.pdf')).toMatchObject({ refusal: { code, at: 'x.pdf' } })
  })
})
