import { describe, expect, it } from 'vitest'
import type { Series } from '#adapters/http/contract/reporting'
import { periodIdOf, readReleaseTable } from './release-table.ts'

const series = (itemId: string, title: string): Series => ({
  ...{ itemId, title, origin: 'statutory', figureUnit: '%', frequency: 'month', reportingUnitName: null, latest: null },
})
const known = [series('a', '社会消费品零售总额'), series('b', '地区生产总值')]

describe('a pasted release', () => {
  it('is read row by row; what cannot be taken in is named with its line', () => {
    const text =
      '指标\t期\t数值\n社会消费品零售总额\t2026年1—6月\t5.6%\n\n地区生产总值\t2026年二季度\t6.20\t预计\n住房\t2026-M06\t1\n地区生产总值\t去年\t1\n地区生产总值\t2026-Q1\t约6'
    expect(readReleaseTable(text, known)).toEqual({
      rows: [
        { itemId: 'a', title: '社会消费品零售总额', periodId: '2026-M06', value: '5.6', estimate: false },
        { itemId: 'b', title: '地区生产总值', periodId: '2026-Q2', value: '6.2', estimate: true },
      ],
      bad: [
        { line: 5, fault: 'unknownSeries', text: '住房' },
        { line: 6, fault: 'unknownPeriod', text: '去年' },
        { line: 7, fault: 'noFigure', text: '约6' },
      ],
    })
  })

  it.each([
    ['2026-M06', '2026-M06'],
    ['2026年6月', '2026-M06'],
    ['2026年6月份', '2026-M06'],
    ['2026年1-6月', '2026-M06'],
    ['２０２６年１～６月', '2026-M06'],
    ['2026年第3季度', '2026-Q3'],
    ['2026年三季度', '2026-Q3'],
    ['2026年上半年', '2026-H1'],
    ['2026年', '2026'],
    ['2026年13月', null],
    ['六月', null],
    ['', null],
  ])('reads the period %s as %s', (text, id) => {
    expect(periodIdOf(text)).toBe(id)
  })
})
