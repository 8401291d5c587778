import { describe, expect, it } from 'vitest'
import { sliceSpan } from '#core/kit'
import type { SourceDocument, SourceParagraph, SourceTable } from '#core/reading'
import { readSourceFile } from '../read-source-file.ts'
import { level, listItem, p, r, STRICT, wordFile } from './word-package.fixture.ts'
import type { WordFixture } from './word-package.fixture.ts'

async function read(fixture: WordFixture): Promise<SourceDocument> {
  const result = await readSourceFile(wordFile(fixture), 'plan.docx')
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

async function lines(fixture: WordFixture): Promise<string[]> {
  return (await read(fixture)).text.trimEnd().split('\n')
}

function paragraphs(document: SourceDocument): SourceParagraph[] {
  return document.blocks.filter((block) => block.kind === 'paragraph')
}

function tables(document: SourceDocument): SourceTable[] {
  return document.blocks.filter((block) => block.kind === 'table')
}

const OUTLINE = `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCountingThousand', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimal', '（%4）')}</w:abstractNum>`
const ONE_LIST = `${OUTLINE}<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`

describe('automatic numbering', () => {
  it('writes 一、（一）1.（1）and restarts lower levels', async () => {
    const body = [
      [0, '总体要求'],
      [0, '重点任务'],
      [1, '扩大投资'],
      [2, '抓项目'],
      [3, '建台账'],
      [3, '开现场会'],
      [2, '抓要素'],
      [1, '促进消费'],
      [2, '办活动'],
      [0, '保障措施'],
      [1, '加强领导'],
    ] as const
    const text = await lines({
      numbering: ONE_LIST,
      body: body.map(([at, words]) => p(words, listItem(1, at))).join(''),
    })
    expect(text).toEqual([
      '一、总体要求',
      '二、重点任务',
      '（一）扩大投资',
      '1.抓项目',
      '（1）建台账',
      '（2）开现场会',
      '2.抓要素',
      '（二）促进消费',
      '1.办活动',
      '三、保障措施',
      '（一）加强领导',
    ])
  })

  it('says how much of a paragraph the reader wrote', async () => {
    const document = await read({ numbering: ONE_LIST, body: p('总体要求', listItem(1)) + p('正文') })
    const [numbered, plain] = paragraphs(document)
    expect(numbered?.numberLength).toBe(2)
    expect(numbered && sliceSpan(document.text, numbered.span).slice(numbered.numberLength)).toBe('总体要求')
    expect(plain).not.toHaveProperty('numberLength')
  })

  it('counts on over lists that share a definition, and starts anew where a list says so', async () => {
    const numbering = `${OUTLINE}<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num><w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="第%1条"/></w:lvl></w:lvlOverride></w:num>`
    const body = [1, 2, 3, 3, 4].map((list) => p('任务', listItem(list))).join('')
    expect(await lines({ numbering, body })).toEqual(['一、任务', '二、任务', '一、任务', '二、任务', '第3条任务'])
  })

  it('obeys lvlRestart and isLgl', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>')}${level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    const body = [0, 1, 0, 1, 2].map((at) => p('项', listItem(1, at))).join('')
    expect(await lines({ numbering, body })).toEqual(['一、项', '1.项', '二、项', '2.项', '2.2.1项'])
  })

  it('takes numbering from a style, over basedOn, at the level tied to the style', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="A"/>')}${level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="B"/>')}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>`
    const numbered = '<w:numPr><w:numId w:val="5"/></w:numPr>'
    const styles = `<w:style w:type="paragraph" w:styleId="A"><w:pPr>${numbered}<w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:pPr>${numbered}<w:outlineLvl w:val="1"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="B"/></w:style>`
    const body = ['A', 'B', 'C'].map((style) => p('标题', `<w:pStyle w:val="${style}"/>`)).join('')
    const off = p('不编号', `<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>`)
    const document = await read({ numbering, styles, body: body + off })
    expect(document.text).toBe('一、标题\n（一）标题\n（二）标题\n不编号\n')
    expect(paragraphs(document).map((each) => each.headingLevel)).toEqual([1, 2, 2, 1])
  })

  it('follows numStyleLink to the definition of a list style', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Plan"/>${level(0, 'decimal', '%1.')}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Plan"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`
    expect(await lines({ numbering, body: p('甲', listItem(1)) + p('乙', listItem(1)) })).toEqual(['1.甲', '2.乙'])
  })

  it.each([
    ['%1、', 'tab', '推动', '1、推动'],
    ['%1.', 'tab', '推动', '1.推动'],
    ['%1.', 'tab', '5万元', '1. 5万元'],
    ['%1', 'tab', '推动', '1 推动'],
    ['%1', 'space', '推动', '1 推动'],
    ['%1', 'nothing', '推动', '1推动'],
  ])('separates label %s with suffix %s from %s', async (text, suffix, words, expected) => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="${suffix}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    expect(await lines({ numbering, body: p(words, listItem(1)) })).toEqual([expected])
  })

  it('shows no bullets, and numbers cells as well', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'bullet', '')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1')}</w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`
    const row = `<w:tr><w:tc>${p('', listItem(2))}</w:tc><w:tc>${p('任务')}</w:tc></w:tr>`
    expect(await lines({ numbering, body: `${p('事项', listItem(1))}<w:tbl>${row}${row}</w:tbl>` })).toEqual([
      '事项',
      '1\t任务',
      '2\t任务',
    ])
  })
})

describe('tables', () => {
  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`

  it('gives merged cells once, with their spans, and head rows as heads', async () => {
    const body = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('任务', '<w:gridSpan w:val="2"/>')}${cell('单位')}</w:tr><w:tr>${cell('投资', '<w:vMerge w:val="restart"/>')}${cell('10亿元')}${cell('区发改局')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('20亿元')}${cell('区财政局')}</w:tr></w:tbl>`
    const document = await read({ body })
    const [table] = tables(document)
    const shown = table?.rows.map((row) =>
      row.map(({ span, ...shape }) => ({ text: sliceSpan(document.text, span), ...shape })),
    )
    expect(shown).toEqual([
      [
        { text: '任务', columnSpan: 2, header: true },
        { text: '单位', header: true },
      ],
      [{ text: '投资', rowSpan: 2 }, { text: '10亿元' }, { text: '区发改局' }],
      [{ text: '20亿元' }, { text: '区财政局' }],
    ])
  })

  it('keeps paragraphs of a cell as lines, flattens nested tables, drops deleted rows', async () => {
    const nested = `<w:tbl><w:tr><w:tc>${p('甲')}</w:tc><w:tc>${p('乙')}</w:tc></w:tr></w:tbl>`
    const body = `<w:tbl><w:tr><w:tc>${p('一行')}${p('二行')}${nested}</w:tc></w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('删去')}</w:tr></w:tbl>`
    const document = await read({ body })
    expect(document.text).toBe('一行\n二行\n甲\t乙\n')
    expect(tables(document)).toHaveLength(1)
  })
})

describe('runs', () => {
  it.each<[string, string, string[]]>([
    [
      'insertions stay, deletions go',
      `<w:p><w:ins>${r('新增')}</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>${r('内容')}</w:p>`,
      ['新增内容'],
    ],
    [
      'moved text stands where it went',
      `<w:p><w:moveFrom>${r('原处')}</w:moveFrom><w:moveTo>${r('新处')}</w:moveTo></w:p>`,
      ['新处'],
    ],
    [
      'a deleted paragraph mark joins',
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${r('前半')}</w:p>${p('后半')}`,
      ['前半后半'],
    ],
    ['hidden text goes', `<w:p>${r('密', '<w:vanish/>')}${r('显', '<w:vanish w:val="0"/>')}</w:p>`, ['显']],
    [
      'hyperlinks, smart tags, content controls are text',
      `<w:p><w:hyperlink>${r('链接')}</w:hyperlink><w:smartTag>${r('标签')}</w:smartTag><w:sdt><w:sdtPr><w:alias w:val="不要"/></w:sdtPr><w:sdtContent>${r('控件')}</w:sdtContent></w:sdt></w:p>`,
      ['链接标签控件'],
    ],
    [
      'tabs, hyphens and symbols',
      `<w:p>${r('甲')}<w:r><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Webdings" w:char="F061"/></w:r></w:p>`,
      ['甲\t乙-☑'],
    ],
    [
      'a line break parts paragraphs',
      `<w:p>${r('责任单位：区发改局')}<w:r><w:br/></w:r>${r('完成时限：6月底')}</w:p>`,
      ['责任单位：区发改局', '完成时限：6月底'],
    ],
    [
      'a line break in a heading does not',
      `<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>${r('关于印发方案')}<w:r><w:br/></w:r>${r('的通知')}</w:p>`,
      ['关于印发方案的通知'],
    ],
    [
      'ruby gives its base',
      `<w:p><w:r><w:ruby><w:rt>${r('pin')}</w:rt><w:rubyBase>${r('拼')}</w:rubyBase></w:ruby></w:r></w:p>`,
      ['拼'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await lines({ body })).toEqual(expected)
  })

  it('keeps the result of fields, drops instructions, contents and page numbers', async () => {
    const field = (instruction: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const contents = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('一、总体要求')}</w:p>${p('二、任务')}<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
    const body = `${contents}<w:p>${r('第')}${field(' REF x ', '3')}${r('项')}${field(' PAGE ', '9')}<w:fldSimple w:instr=" DATE ">${r('5月')}</w:fldSimple><w:fldSimple w:instr=" PAGE ">${r('9')}</w:fldSimple></w:p>`
    const document = await read({ body })
    expect(document.text).toBe('第3项5月\n')
    expect(document.notes).toContainEqual({ code: 'reader.contentsDropped' })
  })

  it('reads a text box once, as the choice shows it', async () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`
    const body = `<w:p>${r('正文')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('文本框')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('文本框')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
    const document = await read({ body })
    expect(document.text).toBe('正文\n文本框\n')
    expect(paragraphs(document).map((each) => each.role)).toEqual([undefined, 'textBox'])
  })

  it('prints footnotes after the body in the order of their references; never separators or unused ones', async () => {
    const footnotes = `<w:footnote w:type="separator" w:id="-1">${p('线')}</w:footnote><w:footnote w:id="1">${p('先写的')}</w:footnote><w:footnote w:id="2">${p('先引的')}</w:footnote><w:footnote w:id="3">${p('未引的')}</w:footnote>`
    const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const body = `<w:p>${r('增长6%')}${reference(2)}${r('以上')}${reference(1)}</w:p>${p('末段')}`
    const document = await read({ footnotes, body })
    expect(document.text).toBe('增长6%以上\n末段\n先引的\n先写的\n')
    expect(paragraphs(document).map((each) => each.role)).toEqual([undefined, undefined, 'footnote', 'footnote'])
  })
})

describe('traits of paragraphs', () => {
  it('takes bold, alignment and outline level from run, paragraph and style chain', async () => {
    const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:jc w:val="both"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="H"><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>`
    const body = `${p('正文')}${p('标题', '<w:pStyle w:val="H2"/>')}<w:p>${r('半', '<w:b/>')}${r('黑')}</w:p><w:p><w:pPr><w:pStyle w:val="H"/><w:jc w:val="end"/></w:pPr>${r('细', '<w:b w:val="false"/>')}</w:p>`
    const shown = paragraphs(await read({ styles, body })).map(({ headingLevel, bold, align }) => [
      headingLevel,
      bold,
      align,
    ])
    expect(shown).toEqual([
      [undefined, undefined, 'justify'],
      [3, true, 'center'],
      [undefined, undefined, 'justify'],
      [3, undefined, 'right'],
    ])
  })

  it('survives styles based on each other in a circle', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>`
    const [first] = paragraphs(await read({ styles, body: p('甲', '<w:pStyle w:val="A"/>') }))
    expect(first?.align).toBe('center')
  })

  it.each([
    ['pageBreakBefore', `${p('甲')}${p('乙', '<w:pageBreakBefore/>')}`],
    ['a break at the end of the paragraph before', `<w:p>${r('甲')}<w:r><w:br w:type="page"/></w:r></w:p>${p('乙')}`],
    ['a break in an empty paragraph', `${p('甲')}<w:p><w:r><w:br w:type="page"/></w:r></w:p>${p('乙')}`],
    ['a section that ends', `${p('甲', '<w:sectPr/>')}${p('乙')}`],
  ])('sees a new page: %s', async (_, body) => {
    expect(paragraphs(await read({ body })).map((each) => each.pageBreakBefore)).toEqual([undefined, true])
  })

  it('sees no new page at a continuous section', async () => {
    const body = `${p('甲', '<w:sectPr><w:type w:val="continuous"/></w:sectPr>')}${p('乙')}`
    expect(paragraphs(await read({ body })).map((each) => each.pageBreakBefore)).toEqual([undefined, undefined])
  })
})

it('reads the strict edition like the transitional one', async () => {
  const fixture = { numbering: ONE_LIST, body: p('总体要求', listItem(1)) }
  expect((await read({ ...fixture, namespace: STRICT })).text).toBe((await read(fixture)).text)
})

it('leaves headers out and says so', async () => {
  const document = await read({ header: p('页眉'), body: p('正文') })
  expect(document.text).toBe('正文\n')
  expect(document.notes).toEqual([{ code: 'reader.marginsDropped' }])
})
