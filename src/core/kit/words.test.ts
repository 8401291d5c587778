import { expect, it } from 'vitest'
import { fillWords } from './words.ts'

it('fills both languages and leaves a missing value visible', () => {
  const words = { zh: '欠{lag}{unit}', en: '{lag} {unit} behind' }
  expect(fillWords(words, { lag: 3 })).toEqual({ zh: '欠3{unit}', en: '3 {unit} behind' })
})
