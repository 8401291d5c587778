import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Span } from '#core/kit'
import { openArchive } from '../archive/open-archive.ts'
import { readDocx } from '../docx/index.ts'
import { level, listItem, p, r, STRICT, wordFile, type WordFixture, wordParts } from '../docx/word-package.fixture.ts'
import { childrenNamed, decodeXml, parseXml } from '../xml/parse-xml.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { addComments } from './index.ts'

const AUTHOR = { name: '挂图 Guatu', initials: 'GT' }
const W = 'word/document.xml'

async function textOf(bytes: Uint8Array): Promise<string> {
  const archive = openArchive(bytes)
  if (!archive.ok) throw new Error(archive.refusal.code)
  const read = await readDocx(archive.value)
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value.text
}

async function commented(bytes: Uint8Array, spans: readonly Span[], words = '一句意见'): Promise<Uint8Array> {
  const written = await addComments(
    bytes,
    spans.map((span) => ({ span, paragraphs: [words, '(plan.rule)'] })),
    AUTHOR,
  )
  if (!written.ok) throw new Error(written.refusal.code)
  return written.value
}

function rootOf(part: Uint8Array | undefined): XmlElement {
  const parsed = parseXml(part ?? new Uint8Array())
  if (!parsed.ok) throw new Error('the part is not well-formed')
  return parsed.value
}

/** The characters of a document part in order, and those inside the marks of each comment. */
function marked(part: Uint8Array | undefined): { all: string; inside: Map<string, string>; references: string[] } {
  const inside = new Map<string, string>()
  const open = new Set<string>()
  const references: string[] = []
  let all = ''
  const walk = (element: XmlElement): void => {
    const id = element.attributes['w:id'] ?? ''
    if (element.name === 'w:commentRangeStart') open.add(id)
    if (element.name === 'w:commentRangeEnd') open.delete(id)
    if (element.name === 'w:commentReference') references.push(id)
    if (element.name === 'w:t' || element.name === 'w:delText') {
      all += element.text
      for (const one of open) inside.set(one, (inside.get(one) ?? '') + element.text)
    }
    for (const each of element.children) walk(each)
  }
  walk(rootOf(part))
  return { all, inside, references }
}

const spanOf = (text: string, words: string): Span => {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`${words} is not in the text`)
  return { start, end: start + words.length }
}

const BOX = (words: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p(words)}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p(words)}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
const CELL = (words: string) => `<w:tc><w:tcPr/>${p(words)}</w:tc>`

/** What a comment is put on, and the characters of the document part that it must then enclose. */
const CASES: [name: string, fixture: WordFixture, words: string, inside?: string][] = [
  ['a whole run', { body: p('新增企业12家') }, '新增企业12家'],
  ['the middle of a run', { body: p('全年新增企业12家以上。') }, '企业12家'],
  [
    'over several runs with their own properties',
    { body: `<w:p>${r('全年新增', '<w:b/>')}${r('企业', '<w:i/>')}${r('12家以上')}</w:p>` },
    '增企业12',
  ],
  ['signs that XML escapes', { body: p('甲 &amp; 乙 &lt;一&gt; 丙&#x20BB7;丁，增长6%') }, '𠮷丁，增长'],
  [
    'a run with tabs and breaks',
    { body: '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>甲一</w:t><w:tab/><w:t>乙二</w:t><w:br/><w:t>丙三</w:t></w:r></w:p>' },
    '乙二',
  ],
  ['white space at a cut', { body: '<w:p><w:r><w:t>到2026年 新增 企业</w:t></w:r></w:p>' }, '新增'],
  [
    'inserted words',
    {
      body: `<w:p>${r('牵头单位：')}<w:ins w:id="4">${r('县财政局')}</w:ins><w:del w:id="5"><w:r><w:delText>县发改局</w:delText></w:r></w:del></w:p>`,
    },
    '财政',
  ],
  ['a hyperlink', { body: `<w:p>${r('见')}<w:hyperlink>${r('附件1第三条')}</w:hyperlink></w:p>` }, '第三'],
  [
    'a cell',
    {
      body: `<w:tbl><w:tr>${CELL('任务')}${CELL('责任单位')}</w:tr><w:tr>${CELL('修路')}${CELL('县交通局')}</w:tr></w:tbl>`,
    },
    '县交通局',
  ],
  [
    'a numbered paragraph: the number itself is no text of the file',
    {
      body: p('目标', listItem(1)) + p('任务', listItem(1)),
      numbering: `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    },
    '二、任务',
    '任务',
  ],
  ['two paragraphs', { body: p('第一段话') + p('第二段话') }, '段话\n第二', '段话第二'],
  ['strict namespace', { body: p('全年新增企业12家'), namespace: STRICT }, '企业'],
  ['content in CDATA, as a whole', { body: '<w:p><w:r><w:t><![CDATA[甲乙丙]]></w:t></w:r></w:p>' }, '乙', '甲乙丙'],
]

describe('comments', () => {
  it.each(CASES)('%s', async (_, fixture, words, inside = words) => {
    const bytes = wordFile(fixture)
    const text = await textOf(bytes)
    const written = await commented(bytes, [spanOf(text, words)])
    const part = unzipSync(written)[W]
    const before = marked(unzipSync(bytes)[W])
    const after = marked(part)
    expect(after.all).toBe(before.all)
    expect(await textOf(written)).toBe(text)
    expect([...after.inside.values()]).toEqual([inside])
    expect(after.references).toEqual(['0'])
  })

  it('keeps every other part of the file byte for byte, and its order', async () => {
    const parts = {
      ...wordParts({ body: p('甲乙丙丁'), styles: '', numbering: '', header: p('页眉') }),
      'word/media/image1.png': Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256),
      'docProps/app.xml': new TextEncoder().encode('<Properties/>'),
    }
    const bytes = zipSync(parts)
    const written = unzipSync(await commented(bytes, [{ start: 1, end: 3 }]))
    const may = new Set([W, '[Content_Types].xml', 'word/_rels/document.xml.rels', 'word/comments.xml'])
    expect(Object.keys(written)).toEqual([...Object.keys(parts), 'word/comments.xml'])
    for (const [name, content] of Object.entries(parts)) if (!may.has(name)) expect(written[name]).toEqual(content)
    const types = decodeXml(written['[Content_Types].xml'] ?? new Uint8Array())
    expect(types).toContain('PartName="/word/comments.xml"')
    const relations = rootOf(written['word/_rels/document.xml.rels']).children
    expect(relations.at(-1)?.attributes).toMatchObject({ Target: '/word/comments.xml', Id: `rId${relations.length}` })
    expect(new Set(relations.map((each) => each.attributes['Id'])).size).toBe(relations.length)
  })

  it('writes comments with author and words, signs escaped', async () => {
    const written = unzipSync(
      await commented(wordFile({ body: p('甲乙丙丁') }), [{ start: 0, end: 2 }], '“<甲>” & "乙"\u0000'),
    )
    const [comment] = childrenNamed(rootOf(written['word/comments.xml']), 'w:comment')
    expect(comment?.attributes).toMatchObject({ 'w:id': '0', 'w:author': '挂图 Guatu', 'w:initials': 'GT' })
    const paragraphs = childrenNamed(comment, 'w:p').map((each) => each.children[0]?.children[0]?.text)
    expect(paragraphs).toEqual(['“<甲>” & "乙"', '(plan.rule)'])
  })

  it('adds to the comments that are there, under numbers of their own', async () => {
    const first = await commented(wordFile({ body: p('甲乙丙丁') }), [{ start: 0, end: 2 }])
    const second = unzipSync(await commented(first, [{ start: 1, end: 3 }]))
    const comments = childrenNamed(rootOf(second['word/comments.xml']), 'w:comment')
    expect(comments.map((each) => each.attributes['w:id'])).toEqual(['0', '1'])
    expect(Object.fromEntries(marked(second[W]).inside)).toEqual({ '0': '甲乙', '1': '乙丙' })
    expect(second['[Content_Types].xml']).toEqual(unzipSync(first)['[Content_Types].xml'])
  })

  it('sets many at once: nested, crossing, side by side, at the same place', async () => {
    const bytes = wordFile({ body: p('一二三四五六七八') })
    const spans = [
      { start: 0, end: 8 },
      { start: 1, end: 4 },
      { start: 3, end: 6 },
      { start: 4, end: 6 },
      { start: 4, end: 6 },
    ]
    const { inside, all } = marked(unzipSync(await commented(bytes, spans))[W])
    expect(all).toBe('一二三四五六七八')
    expect([...inside].sort(([a], [b]) => Number(a) - Number(b)).map(([, words]) => words)).toEqual([
      ...['一二三四五六七八', '二三四', '四五六', '五六', '五六'],
    ])
  })

  it('stands at the run of a text box or a note, where Word takes no comments inside', async () => {
    const footnotes = `<w:footnote w:id="2">${p('截至上年末')}</w:footnote>`
    const body = `<w:p>${r('基数')}<w:r><w:footnoteReference w:id="2"/></w:r>${BOX('框内的话')}${r('其后')}</w:p>`
    const bytes = wordFile({ body, footnotes })
    const text = await textOf(bytes)
    const written = unzipSync(await commented(bytes, [spanOf(text, '框内'), spanOf(text, '上年末')]))
    expect(written['word/footnotes.xml']).toEqual(unzipSync(bytes)['word/footnotes.xml'])
    const part = decodeXml(written[W] ?? new Uint8Array())
    expect(part).toContain('<w:commentRangeStart w:id="0"/><w:r><mc:AlternateContent>')
    expect(part).toContain('<w:commentRangeStart w:id="1"/><w:r><w:footnoteReference')
    expect(await textOf(zipSync(written))).toBe(text)
  })

  it('declares a prefix where the part has none', async () => {
    const parts = wordParts({ body: p('甲乙丙丁') })
    const plain = decodeXml(parts[W] ?? new Uint8Array())
      .replaceAll('<w:', '<')
      .replaceAll('</w:', '</')
      .replace('xmlns:w=', 'xmlns=')
    const bytes = zipSync({ ...parts, [W]: new TextEncoder().encode(plain) })
    const { inside } = marked(unzipSync(await commented(bytes, [{ start: 1, end: 3 }]))[W])
    expect([...inside.values()]).toEqual(['乙丙'])
  })

  it('gives a part in UTF-16 back in UTF-16', async () => {
    const parts = wordParts({ body: p('甲乙丙丁') })
    const wide = Buffer.from(`\ufeff${decodeXml(parts[W] ?? new Uint8Array()).replace('UTF-8', 'UTF-16')}`, 'utf16le')
    const written = unzipSync(await commented(zipSync({ ...parts, [W]: new Uint8Array(wide) }), [{ start: 1, end: 3 }]))
    expect([...(written[W] ?? [])].slice(0, 2)).toEqual([0xff, 0xfe])
    expect([...marked(written[W]).inside.values()]).toEqual(['乙丙'])
  })

  it('gives the file back as it is where there is nothing to say, and refuses what is no Word file', async () => {
    const bytes = wordFile({ body: p('甲') })
    expect(await addComments(bytes, [], AUTHOR)).toEqual({ ok: true, value: bytes })
    const refused = await addComments(
      new Uint8Array([1, 2, 3]),
      [{ span: { start: 0, end: 1 }, paragraphs: ['甲'] }],
      AUTHOR,
    )
    expect(refused.ok).toBe(false)
  })
})
