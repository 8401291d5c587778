import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { WorksheetView } from '#core/publishing'
import { readCsv, writeCsv } from './index.ts'

const sheet = (rows: WorksheetView['rows'], kinds: readonly ('text' | 'decimal')[]): WorksheetView => ({
  name: '任务',
  columns: kinds.map((kind, at) => ({ header: `列${at}`, width: 10, kind })),
  rows,
})

it('writes a mark, quotes, figures with their sign, and defused text', () => {
  const bytes = writeCsv(
    sheet(
      [
        ['甲,"乙"', '-5.2'],
        ['=1+1', '=2'],
        [null, '3'],
      ],
      ['text', 'decimal'],
    ),
  )
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(
    `\ufeff列0,列1\r\n"甲,""乙""",-5.2\r\n'=1+1,'=2\r\n,3\r\n`,
  )
})

it.each([
  [
    '半角分号',
    '甲;乙\n1;2',
    [
      ['甲', '乙'],
      ['1', '2'],
    ],
  ],
  [
    'tab',
    '甲\t乙\r1\t',
    [
      ['甲', '乙'],
      ['1', ''],
    ],
  ],
  ['a quote that is never closed', '"甲,乙', [['甲,乙']]],
  [
    'blank lines',
    '甲,乙\n\n1,2\n',
    [
      ['甲', '乙'],
      ['1', '2'],
    ],
  ],
])('reads %s', (_, text, expected) => {
  expect(readCsv(Buffer.from(text))).toEqual({ ok: true, value: expected })
})

const cell = fc.string({
  unit: fc.constantFrom('甲', 'a', '1', '=', '-', "'", '"', ',', ';', '\n', ' ', '\t'),
  maxLength: 8,
})

it('comes back cell by cell', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 6 }), (rows) => {
      const read = readCsv(writeCsv(sheet(rows, ['text', 'text'])))
      expect(read).toEqual({ ok: true, value: [['列0', '列1'], ...rows] })
    }),
  )
})
