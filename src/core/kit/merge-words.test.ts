import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeWords } from './merge-words.ts'

describe('words of two people upon one base', () => {
  it.each([
    ['nobody changed anything', '请住建局牵头。', '请住建局牵头。', '请住建局牵头。', '请住建局牵头。'],
    ['only I did', '请住建局牵头。', '请区住建局牵头。', '请住建局牵头。', '请区住建局牵头。'],
    ['only the other did', '甲', '甲', '甲乙', '甲乙'],
    [
      'in two places',
      '一、进度。二、资金。',
      '一、进度偏慢。二、资金。',
      '一、进度。二、资金未到位。',
      '一、进度偏慢。二、资金未到位。',
    ],
    ['both at the end', '情况：', '情况：围挡未拆。', '情况：资金未到。', '情况：资金未到。\n围挡未拆。'],
    ['both from nothing', '', '我记的', '他记的', '他记的\n我记的'],
    ['one took away what the other changed', '甲乙丙', '甲丙', '甲乙二丙', '甲乙二丙'],
  ])('%s', (_, base, mine, theirs, merged) => {
    expect(mergeWords(base, mine, theirs)).toBe(merged)
  })

  it('keeps every word that either of them added', () => {
    const words = fc.string({ unit: fc.constantFrom('甲', '乙', '。', '\n'), maxLength: 12 })
    const added = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 })
    const addedByOther = fc.string({ unit: fc.constantFrom('x', 'y', 'z'), minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(words, added, addedByOther, fc.nat(), fc.nat(), (base, mine, theirs, at, there) => {
        const put = (text: string, where: number) => {
          const place = where % (base.length + 1)
          return base.slice(0, place) + text + base.slice(place)
        }
        const merged = mergeWords(base, put(mine, at), put(theirs, there))
        expect(merged).toContain(mine)
        expect(merged).toContain(theirs)
      }),
    )
  })
})
