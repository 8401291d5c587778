import { describe, expect, it } from 'vitest'
import { fieldsOf, listWorkbook, rowDifferences, valuesOf } from './index.ts'
import type { FieldAsked, ListField } from './index.ts'

const asked = (label: string, kind: FieldAsked['kind'] = 'text', rest: Partial<FieldAsked> = {}): FieldAsked => ({
  ...{ label, kind, unit: '', choices: [], required: false },
  ...rest,
})
const hazards = [
  asked('隐患', 'text', { required: true }),
  asked('整改资金', 'decimal', { unit: '万元' }),
  asked('整改时限', 'day'),
  asked('等级', 'choice', { choices: ['重大', '较大', '一般'] }),
  asked('已停用', 'yesNo'),
]
function fields(list: readonly FieldAsked[] = hazards, before: readonly ListField[] = []): readonly ListField[] {
  const made = fieldsOf(list, before)
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}
const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'accepted' : result.refusal?.code)

describe('the fields of a list', () => {
  it('get keys that stay while labels change', () => {
    const first = fields()
    expect(first.map(({ key }) => key)).toEqual(['f1', 'f2', 'f3', 'f4', 'f5'])
    const second = fields([{ ...asked('隐患描述'), key: 'f1' }, asked('举一反三')], first)
    expect(second.map(({ key, label, ended }) => [key, label, ended])).toEqual([
      ['f1', '隐患描述', false],
      ['f6', '举一反三', false],
      ['f2', '整改资金', true],
      ['f3', '整改时限', true],
      ['f4', '等级', true],
      ['f5', '已停用', true],
    ])
    expect(fields([{ ...asked('整改资金', 'decimal'), key: 'f2' }], second)[0]).toMatchObject({
      key: 'f2',
      ended: false,
    })
  })

  it.each<[string, readonly FieldAsked[], string]>([
    ['none', [], 'list.fieldsMissing'],
    ['no label', [asked(' ')], 'list.labelMissing'],
    ['one label twice', [asked('隐患'), asked('隐患 ')], 'list.labelTwice'],
    ['one choice', [asked('等级', 'choice', { choices: ['重大', '重大', ' '] })], 'list.choicesMissing'],
    ['another kind', [{ ...asked('隐患', 'day'), key: 'f1' }], 'list.kindStays'],
    ['a key of nothing', [{ ...asked('隐患'), key: 'f9' }], 'list.fieldUnknown'],
    ['too many', Array.from({ length: 31 }, (_, at) => asked(`栏${at}`)), 'list.tooManyFields'],
  ])('are refused: %s', (_, list, refusal) => {
    expect(code(fieldsOf(list, fields()))).toBe(refusal)
  })
})

describe('a row', () => {
  it('is kept trimmed, its decimals in plain digits, without its empty fields', () => {
    const typed = { f1: ' 燃气管线老化 ', f2: '１,２００.50', f3: '2026-09-30', f4: '重大', f5: '' }
    expect(valuesOf(fields(), typed)).toEqual({
      ok: true,
      value: { f1: '燃气管线老化', f2: '1200.5', f3: '2026-09-30', f4: '重大' },
    })
  })

  it.each<[string, Record<string, string>, string, string]>([
    ['without what is needed', { f2: '3' }, 'list.valueMissing', 'f1'],
    ['words for a figure', { f1: 'a', f2: '很多' }, 'list.decimalInvalid', 'f2'],
    ['a day that is none', { f1: 'a', f3: '2026-02-30' }, 'list.dayInvalid', 'f3'],
    ['a word that is not offered', { f1: 'a', f4: '特大' }, 'list.choiceInvalid', 'f4'],
    ['neither yes nor no', { f1: 'a', f5: '是' }, 'list.yesNoInvalid', 'f5'],
    ['too many words', { f1: '字'.repeat(1001) }, 'list.textTooLong', 'f1'],
  ])('is refused %s', (_, typed, refusal, at) => {
    expect(valuesOf(fields(), typed)).toMatchObject({ ok: false, refusal: { code: refusal, at } })
  })

  it('is refused with nothing in it', () => {
    expect(code(valuesOf(fields([asked('备注')]), { f1: ' ' }))).toBe('list.rowEmpty')
  })

  it('keeps what stands in a field that has ended, and a choice that is not offered any more', () => {
    const first = fields()
    const later = fields([{ ...asked('等级', 'choice', { choices: ['重大', '一般'] }), key: 'f4' }], first)
    const before = { f1: '燃气管线老化', f4: '较大' }
    expect(valuesOf(later, { f1: '想改', f4: '较大' }, before)).toEqual({ ok: true, value: before })
    expect(code(valuesOf(later, { f4: '较大' }))).toBe('list.choiceInvalid')
  })

  it('shows field by field what was changed', () => {
    const body = { values: { f1: '甲', f2: '3' }, unitId: 'a', itemId: null }
    expect(rowDifferences(fields(), null, body).map(({ key }) => key)).toEqual(['f1', 'f2', 'unit'])
    const next = { values: { f1: '甲', f3: '2026-09-30' }, unitId: 'b', itemId: null }
    expect(rowDifferences(fields(), body, next)).toEqual([
      { key: 'f2', before: '3', after: null },
      { key: 'f3', before: null, after: '2026-09-30' },
      { key: 'unit', before: 'a', after: 'b' },
    ])
  })

  it('goes into a workbook in the kinds of its fields', () => {
    const row = { rowNo: 1, values: { f1: '甲', f2: '3', f5: '1' }, unitName: '区住建局', itemTitle: null }
    const [sheet] = listWorkbook({ name: '隐患清单', fields: fields() }, [row], {
      author: '区',
      date: '2026-03-10',
    }).sheets
    expect(sheet?.columns.map(({ header, kind }) => `${header} ${kind}`)).toEqual([
      ...['序号 number', '隐患 text', '整改资金（万元） decimal', '整改时限 date', '等级 text', '已停用 text'],
      ...['责任单位 text', '对应事项 text'],
    ])
    expect(sheet?.rows).toEqual([['1', '甲', '3', null, null, '是', '区住建局', null]])
  })
})
