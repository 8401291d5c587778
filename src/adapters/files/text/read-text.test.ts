import { describe, expect, it } from 'vitest'
import { withoutWhitespace } from '#core/kit'
import type { SourceDocument } from '#core/reading'
import { readText } from './index.ts'

const PLAN =
  '青澜区2026年实施“六大攻坚”总体方案\n一、主要目标\n社会消费品零售总额增长5.5%以上，新增规模以上工业企业18家。\n'

/** GB18030 of the sample (two bytes a character), since platforms decode it but do not encode it. */
const GB18030 = Uint8Array.from(
  Buffer.from(
    'd2bba1a2d6f7d2aac4bfb1ea0ac9e7bbe1cffbb7d1c6b7c1e3cadbd7dcb6eed4f6b3a435d2d4c9cfa3acd0c2d4f6b9e6c4a3d2d4c9cfb9a4d2b5c6f3d2b53138bcd2a1a30a',
    'hex',
  ),
)

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

function read(bytes: Uint8Array): SourceDocument {
  const result = readText(bytes)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(PLAN), []],
    ['UTF-8 with mark', Buffer.from(`\ufeff${PLAN}`), []],
    ['UTF-16 LE with mark', utf16(PLAN, false, true), []],
    ['UTF-16 BE with mark', utf16(PLAN, true, true), []],
    ['UTF-16 LE', utf16(PLAN, false, false), ['UTF-16LE']],
    ['UTF-16 BE', utf16(PLAN, true, false), ['UTF-16BE']],
  ])('%s', (_, bytes, guessed) => {
    const document = read(bytes)
    expect(document.text).toBe(PLAN)
    expect(document.notes.map((note) => note.detail?.['encoding'])).toEqual(guessed)
  })

  it('GB18030', () => {
    const document = read(GB18030)
    expect(document.text).toBe('一、主要目标\n社会消费品零售总额增长5以上，新增规模以上工业企业18家。\n')
    expect(document.notes).toEqual([{ code: 'reader.encodingGuessed', detail: { encoding: 'GB18030' } }])
  })

  it.each([20, 21, 100])('UTF-8 cut after %d bytes is damaged, not another encoding', (length) => {
    expect(readText(Buffer.from(PLAN).subarray(0, length))).toMatchObject({ refusal: { code: 'reader.damaged' } })
  })
})

describe('lines', () => {
  it.each([
    ['\r\n', '甲\r\n乙\r\n'],
    ['\r', '甲\r乙'],
    ['\\u2028', '甲\u2028乙'],
    ['blank lines, indents, trailing space', '\n　　甲 \t\n\n\n  乙　\n\u001a'],
  ])('%s', (_, text) => {
    expect(read(Buffer.from(text)).text).toBe('甲\n乙\n')
  })

  it.each([
    ['one paragraph a line', '\ufeff题目\r\n\r\n　　一、目标\r\n\t增长6%\r\n'],
    ['a hard-wrapped text', WRAPPED.replaceAll('\n', '\n\n')],
  ])('knows where each piece stands in the file: %s', (_, file) => {
    const { text, fileLines = [] } = read(Buffer.from(file))
    const body = file.replace(/^\ufeff/, '')
    expect(fileLines.length).toBeGreaterThan(2)
    for (const [index, { at, line, column, offset }] of fileLines.entries()) {
      const words = text.slice(at, fileLines[index + 1]?.at ?? text.length).trim()
      expect(body.slice(offset, offset + words.length)).toBe(words)
      expect(body.split(/\r?\n/)[line - 1]?.slice(column - 1, column - 1 + words.length)).toBe(words)
    }
  })

  it('drops page numbers and says so; a bare number only beside a form feed', () => {
    const document = read(Buffer.from('甲\n— 3 —\n乙\n4\n\f丙\n5\n第 6 页 共 9 页\n丁'))
    expect(document.text).toBe('甲\n乙\n丙\n5\n丁\n')
    expect(document.notes).toEqual([{ code: 'reader.pageMarksDropped', detail: { lines: 3 } }])
  })
})

const WRAPPED = `青澜区2026年实施“六大攻坚”总体方案
一、主要目标
社会消费品零售总额增长5.5%以上，固定资产投资增长4.5%以
上，民间投资占固定资产投资的比重保持在56%以上；实施省、
市重点项目32个，新增规模以上工业企业18家，高新技术企业达
到118家。
二、攻坚重点
（一）提振大宗和品质消费。统筹用好汽车、家电、数码产品和
家装厨卫补贴资金，带动销售额增长，培育限额以上商贸单位，打
造夜间消费集聚区，办好促消费活动，全年接待游客增长8%以上
。
（区商务局牵头，区文旅局、区市场监管局配合）
（二）扩大有效益的投资。加快重点项目建设，全力争取上级资
金，做实项目储备，管好用好专项债券，激发民间投资活力，强化

要素保障，确保年度计划投资全部完成，形成更多实物工作量。依
托《青澜区重大项目管理办
法（试行）》，实行清单管理。
1.提升项目“四率”。资金到位率、项目开工率、竣工验收率和资
金支付率均居全市前列，推动更多项目早开工、早投产。
`

describe('hard-wrapped text', () => {
  it('joins lines to paragraphs and pieces to lines', () => {
    expect(read(Buffer.from(WRAPPED)).text.trimEnd().split('\n')).toEqual([
      '青澜区2026年实施“六大攻坚”总体方案',
      '一、主要目标',
      '社会消费品零售总额增长5.5%以上，固定资产投资增长4.5%以上，民间投资占固定资产投资的比重保持在56%以上；实施省、市重点项目32个，新增规模以上工业企业18家，高新技术企业达到118家。',
      '二、攻坚重点',
      '（一）提振大宗和品质消费。统筹用好汽车、家电、数码产品和家装厨卫补贴资金，带动销售额增长，培育限额以上商贸单位，打造夜间消费集聚区，办好促消费活动，全年接待游客增长8%以上。（区商务局牵头，区文旅局、区市场监管局配合）',
      '（二）扩大有效益的投资。加快重点项目建设，全力争取上级资金，做实项目储备，管好用好专项债券，激发民间投资活力，强化要素保障，确保年度计划投资全部完成，形成更多实物工作量。依托《青澜区重大项目管理办法（试行）》，实行清单管理。',
      '1.提升项目“四率”。资金到位率、项目开工率、竣工验收率和资金支付率均居全市前列，推动更多项目早开工、早投产。',
    ])
  })

  it('changes nothing but white space', () => {
    expect(withoutWhitespace(read(Buffer.from(WRAPPED)).text)).toBe(withoutWhitespace(WRAPPED))
  })

  it('leaves a list of short lines and a text of long paragraphs alone', () => {
    const list = Array.from({ length: 30 }, (_, at) => `${at + 1}号单位名称`).join('\n')
    const prose = Array.from({ length: 30 }, (_, at) => `${'推动各项任务落实，'.repeat(8 + (at % 5))}完成。`).join('\n')
    for (const text of [list, prose]) expect(read(Buffer.from(text)).text).toBe(`${text}\n`)
  })
})
