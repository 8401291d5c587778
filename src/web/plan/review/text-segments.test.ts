import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuote, layoutText, type Mark } from './text-segments.ts'

const text = '一、目标\n新增企业20家。由区发改局牵头。\n'
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const paragraph = (words: string) => ({ kind: 'paragraph' as const, span: span(words) })

describe('the issued text', () => {
  const marks: Mark[] = [
    { span: span('20家'), kind: 'figure', rule: 'r' },
    { span: span('区发改局'), kind: 'unit', rule: 'r' },
  ]
  const blocks = layoutText({
    ...{ text, marks, headings: [{ path: '正文/一', span: span('目标') }] },
    blocks: [paragraph('一、目标'), paragraph('新增企业20家。由区发改局牵头。')],
    sentences: [{ span: span('新增企业20家。') }, { span: span('由区发改局牵头。') }],
  })

  it('is cut where a sentence or mark begins or ends', () => {
    const [, line] = blocks
    if (line?.kind !== 'paragraph') throw new Error('paragraph')
    expect(
      line.line.segments.map(({ start, end, sentence, mark }) => [text.slice(start, end), sentence, mark]),
    ).toEqual([
      ['新增企业', 0, null],
      ['20家', 0, 'figure'],
      ['。', 0, null],
      ['由', 1, null],
      ['区发改局', 1, 'unit'],
      ['牵头。', 1, null],
    ])
  })

  it('knows its headings', () => {
    expect(blocks.map((block) => block.kind === 'paragraph' && block.depth)).toEqual([1, null])
  })

  it('is drawn whole, whatever overlaps', () => {
    const spans = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 8 }), fc.array(spans, { maxLength: 8 }), (sentences, places) => {
        const words = '字'.repeat(30)
        const byStart = (a: { start: number }, b: { start: number }) => a.start - b.start
        const [block] = layoutText({
          ...{ text: words, headings: [], blocks: [{ kind: 'paragraph', span: { start: 0, end: 30 } }] },
          sentences: sentences.sort(byStart).map((one) => ({ span: one })),
          marks: places.sort(byStart).map((one) => ({ span: one, kind: 'unit', rule: 'r' })),
        })
        if (block?.kind !== 'paragraph') throw new Error('paragraph')
        expect(block.line.segments.map(({ start, end }) => words.slice(start, end)).join('')).toBe(words)
      }),
    )
  })
})

describe('the words of a quote', () => {
  it.each([
    ['新增 企业\n20家。', '企业20家', { start: 3, end: 9 }],
    ['新增企业20家。', '30家', null],
    ['新增企业20家。', '', null],
  ])('in %j: %s', (words, quote, range) => {
    expect(findQuote(words, { start: 0, end: words.length }, quote)).toEqual(range)
  })
})
