import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '#core/reading'
import { MAX_ELEMENT_DEPTH } from '../file-limits.ts'
import { readSourceFile } from '../read-source-file.ts'

async function read(body: string): Promise<SourceDocument> {
  const result = await readSourceFile(
    Buffer.from(`<!doctype html><html><head><title>网站</title></head><body>${body}</body></html>`),
    'a.html',
  )
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

describe('readHtml', () => {
  it.each<[string, string, string[]]>([
    ['paragraphs and line breaks', '<p>甲<br>乙</p><div>丙<span>丁</span></div>', ['甲', '乙', '丙丁']],
    ['white space collapses', '<p>  甲\n  乙  </p>', ['甲 乙']],
    ['preformatted lines stay', '<pre>甲\n乙</pre>', ['甲', '乙']],
    [
      'nothing hidden, no script, no style',
      '<script>x</script><style>y</style><p hidden>甲</p><p style="display:none">乙</p><p aria-hidden="true">丙</p><noscript>丁</noscript><p>戊</p>',
      ['戊'],
    ],
    [
      'no navigation',
      '<nav>首页</nav><div class="breadcrumb">首页 &gt; 文件</div><ul><li><a>甲</a></li><li><a>乙</a></li><li><a>丙</a></li></ul><p>正文</p><footer>版权</footer>',
      ['正文'],
    ],
    [
      'links inside text and lists of annexes stay',
      '<p>按照<a>《办法》</a>执行</p><div>附件：<a>1.甲</a><a>2.乙</a><a>3.丙</a></div>',
      ['按照《办法》执行', '附件：1.甲2.乙3.丙'],
    ],
    ['struck text goes', '<p>增长<del>5%</del>6%</p>', ['增长6%']],
    [
      'numbers of lists are written',
      '<ol start="3"><li>甲<li>乙<ol type="a"><li>丙</ol></ol><ul><li>丁</ul>',
      ['3.甲', '4.乙', 'a.丙', '丁'],
    ],
    ['typed numbers are not doubled', '<ol><li>一、甲<li>（二）乙</ol>', ['一、甲', '（二）乙']],
  ])('%s', async (_, body, expected) => {
    expect((await read(body)).text.trimEnd().split('\n')).toEqual(expected)
  })

  it('gives headings, alignment and bold', async () => {
    const document = await read(
      '<h2>标题</h2><p align="center"><b>居中</b></p><p style="text-align:right">落款</p><p>半<b>黑</b></p>',
    )
    expect(
      document.blocks.map(({ span, kind, ...traits }) => ({ kind, length: span.end - span.start, ...traits })),
    ).toEqual([
      { kind: 'paragraph', length: 2, headingLevel: 2, bold: true },
      { kind: 'paragraph', length: 2, align: 'center', bold: true },
      { kind: 'paragraph', length: 2, align: 'right' },
      { kind: 'paragraph', length: 2 },
    ])
  })

  it('gives tables of data as tables and tables of layout as text', async () => {
    const data = await read(
      '<table><tr><th>任务</th><th>单位</th></tr><tr><td rowspan="2">甲<br>乙</td><td>丙</td></tr><tr><td>丁</td></tr></table>',
    )
    const [table] = data.blocks
    expect(
      table?.kind === 'table' &&
        table.rows.map((row) => row.map(({ span, ...shape }) => [data.text.slice(span.start, span.end), shape])),
    ).toEqual([
      [
        ['任务', { header: true }],
        ['单位', { header: true }],
      ],
      [
        ['甲\n乙', { rowSpan: 2 }],
        ['丙', {}],
      ],
      [['丁', {}]],
    ])
    const layout = await read('<table><tr><td><p>正文一</p><p>正文二</p></td></tr></table>')
    expect(layout.blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph'])
  })

  it('reads the encoding that the page states', async () => {
    const head = Buffer.from('<html><head><meta charset="gb2312"></head><body><p>')
    const bytes = Buffer.concat([head, Buffer.from('d7dccce5b7bdb0b8', 'hex'), Buffer.from('</p></body></html>')])
    expect(await readSourceFile(bytes, 'a.html')).toMatchObject({ ok: true, value: { text: '总体方案\n' } })
  })

  it('refuses a page nested without end', async () => {
    const deep = '<div>'.repeat(MAX_ELEMENT_DEPTH + 10)
    expect(await readSourceFile(Buffer.from(`<html><body>${deep}甲`), 'a.html')).toMatchObject({
      refusal: { code: 'reader.damaged' },
    })
  })
})
