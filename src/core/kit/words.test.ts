import { expect, it } from 'vitest'
import { fillWords } from './words.ts'

it('fills both languages and leaves a missing value visible', () => {
  const words = { zh: '欠{lag}{unit}', en: '{lag} {unit} behind' }
  expect(fillWords(words, { lag: 3 })).toEqual({ zh: '欠3{unit}', en: '3 {unit} behind' })
})

it.each([
  [1, '1 row is left'],
  ['1', '1 row is left'],
  [0, '0 rows are left'],
  [21, '21 rows are left'],
])('says one and many apart: %s', (count, said) => {
  const words = { zh: '余{count}行', en: '{count} {count|row is|rows are} left' }
  expect(fillWords(words, { count })).toEqual({ zh: `余${count}行`, en: said })
})

it('says days as people say them', () => {
  const words = { zh: '应于{due}完成', en: 'due on {due}' }
  expect(fillWords(words, { due: '2026-03-31' })).toEqual({ zh: '应于2026年3月31日完成', en: 'due on 31 Mar 2026' })
})
