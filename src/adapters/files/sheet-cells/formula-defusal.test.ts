import fc from 'fast-check'
import { expect, it } from 'vitest'
import { defuse, restore } from './formula-defusal.ts'

it.each([
  ['=1+1', "'=1+1"],
  ['+86 731', "'+86 731"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1＋1', "'＝1＋1"],
  ['＋86', "'＋86"],
  ['－5', "'－5"],
  ['＠SUM(A1)', "'＠SUM(A1)"],
  ["'＝1", "''＝1"],
  ['\t=1', "'\t=1"],
  ['\n=1', "'\n=1"],
  ['\r=1', "'\r=1"],
  ["'=1", "''=1"],
  ['增长=5', '增长=5'],
  ["'甲", "'甲"],
  ['', ''],
])('%j is written as %j and comes back', (text, written) => {
  expect(defuse(text)).toBe(written)
  expect(restore(written)).toBe(text)
})

const texts = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', '甲', '1') }),
)

it('comes back as it was, and never begins with what a program runs', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(restore(defuse(text))).toBe(text)
      expect(defuse(text)).not.toMatch(/^[=+\-@＝＋－＠\t\r\n]/)
    }),
  )
})
