import { expect, it } from 'vitest'
import { isOpened, withOpened } from './opened-parts.ts'

it.each([
  [undefined, 1, false],
  ['1', 1, true],
  ['10', 1, false],
  ['none-10', 10, true],
  ['none-10', 'none', true],
])('%s holds %s: %s', (opened, part, expected) => {
  expect(isOpened(opened, part)).toBe(expected)
})

it.each([
  [undefined, 3, true, '3'],
  ['1', 3, true, '1-3'],
  ['1-3', 3, true, '1-3'],
  ['1-3', 1, false, '3'],
  ['3', 3, false, undefined],
  [undefined, 3, false, undefined],
])('%s and %s, open %s: %s', (opened, part, isOpen, expected) => {
  expect(withOpened(opened, part, isOpen)).toBe(expected)
})
