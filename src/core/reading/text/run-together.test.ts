import { describe, expect, it } from 'vitest'
import { samplePlan } from '../sample-plan.data.ts'
import { partRunTogether } from './run-together.ts'

const whole = (text: string) => [{ start: 0, end: text.length }]
const parts = (text: string) => partRunTogether(text, whole(text)).map(({ start, end }) => text.slice(start, end))

describe('text that lost its line ends', () => {
  it('gets back those before its items', () => {
    const lines = samplePlan.split('\n').filter((line) => line !== '')
    const found = new Set(parts(lines.join('')))
    const items = lines.filter((line) => /^(?:[一二三]、|（[一二三]）|\d\.)/.test(line))
    expect(items.length).toBeGreaterThan(15)
    expect(items.filter((line) => !found.has(line))).toEqual([])
  })

  it('is cut where numbers run on across sections', () => {
    const filler = '坚持稳字当头、稳中求进，统筹发展和安全，把各项工作抓紧抓实抓细。'.repeat(6)
    const text = `一、总体要求（一）指导思想。${filler}（二）主要目标。${filler}二、重点任务（三）办好实事。${filler}（四）守住底线。${filler}`
    expect(parts(text).map((part) => part.slice(0, 6))).toEqual([
      '一、总体要求',
      '（一）指导思',
      '（二）主要目',
      '二、重点任务',
      '（三）办好实',
      '（四）守住底',
    ])
  })

  it.each([
    ['a short paragraph', '一、做好准备。二、抓好落实。三、及时总结。四、报送材料。'],
    ['industries counted together', `${'推动一、二、三产业融合发展，促进产业提质增效。'.repeat(30)}`],
    [
      'points of one sentence',
      `要做到：一是${'坚持问题导向，'.repeat(40)}二是${'坚持目标导向，'.repeat(40)}三是坚持结果导向。`,
    ],
  ])('is not seen in %s', (_, text) => {
    expect(parts(text)).toEqual([text])
  })
})
