import { describe, expect, it } from 'vitest'
import type { Series } from '#adapters/http/contract/reporting'
import { periodIdOf, readReleaseTable } from './release-table.ts'

const series = (itemId: string, title: string): Series => ({
  ...{ itemId, title, origin: 'statutory', figureUnit: '%', frequency: 'month', reportingUnitName: null, latest: null },
})
const known = [series('a', '社会消费品零售总额'), series('b', '地区生产总值')]

const unjudged = { score: null, rank: null, rankOf: null }

describe('a pasted release', () => {
  it('is read row by row; what cannot be taken in is named with its line', () => {
    const text =
      '指标\t期\t数值\n社会消费品零售总额\t2026年1—6月\t5.6%\n\n地区生产总值\t2026年二季度\t6.20\t预计\n住房\t2026-M06\t1\n地区生产总值\t去年\t1\n地区生产总值\t2026-Q1\t约6'
    expect(readReleaseTable(text, known)).toEqual({
      rows: [
        { itemId: 'a', title: '社会消费品零售总额', periodId: '2026-M06', value: '5.6', estimate: false, ...unjudged },
        { itemId: 'b', title: '地区生产总值', periodId: '2026-Q2', value: '6.2', estimate: true, ...unjudged },
      ],
      bad: [
        { line: 5, fault: 'unknownSeries', text: '住房' },
        { line: 6, fault: 'unknownPeriod', text: '去年' },
        { line: 7, fault: 'noFigure', text: '约6' },
      ],
    })
  })

  it.each([
    ['89.2\t3', { score: '89.2', rank: 3, rankOf: null }],
    ['89.20分\t3/12', { score: '89.2', rank: 3, rankOf: 12 }],
    ['\t第3位（共12个）', { score: null, rank: 3, rankOf: 12 }],
    ['\t第３名', { score: null, rank: 3, rankOf: null }],
  ])('takes points and place: %s', (cells, judged) => {
    const { rows, bad } = readReleaseTable(`地区生产总值\t2026-Q1\t6\t\t${cells}`, known)
    expect([rows, bad]).toMatchObject([[judged], []])
  })

  it('says what is no place or no points, and takes the order from a heading', () => {
    const text = '名次\t指标\t得分\t期\t数值\n3\t地区生产总值\t89\t2026-Q1\t6\n前列\t地区生产总值\t89\t2026-Q2\t6'
    expect(readReleaseTable(text, known)).toMatchObject({
      rows: [{ itemId: 'b', periodId: '2026-Q1', value: '6', score: '89', rank: 3 }],
      bad: [{ line: 3, fault: 'badRank', text: '前列' }],
    })
    expect(readReleaseTable('地区生产总值\t2026-Q1\t6\t\t优秀', known).bad).toEqual([
      { line: 1, fault: 'badScore', text: '优秀' },
    ])
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
