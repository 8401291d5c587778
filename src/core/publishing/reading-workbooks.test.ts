import { describe, expect, it } from 'vitest'
import { checkPlan, readPlanText } from '#core/reading'
import { findingsWorkbook, readingsWorkbook } from './reading-workbooks.ts'

const TEXT = '一、任务\n（一）便利往来。新增网点30个。（区科技局、区人社局、区商务局、区人社局按职责分工负责）'
const reading = readPlanText(TEXT)
const checked = [{ name: 'a.txt', document: { text: TEXT }, findings: checkPlan(reading) }]

describe('findingsWorkbook', () => {
  it('has one row a finding: place, words, message, remedy, what it is held against', () => {
    const [sheet] = findingsWorkbook(checked, { language: 'zh', date: '2026-01-05' }).sheets
    const row = sheet?.rows.find((one) => one.at(-1) === 'plan.unitTwice')
    expect(sheet?.rows).toHaveLength(checked[0]?.findings.length ?? 0)
    expect(row?.slice(1)).toEqual([
      ...['a.txt', '错误', '2:33', '区人社局', '“区人社局”在同一责任条款中出现两次。'],
      ...['删去一处；如系误写，改为应列的单位。', '2:23 区人社局', 'plan.unitTwice'],
    ])
  })

  it('speaks English', () => {
    const [sheet] = findingsWorkbook(checked, { language: 'en', date: '2026-01-05' }).sheets
    expect(sheet?.columns.map(({ header }) => header).join()).not.toMatch(/\p{Script=Han}/u)
    expect(sheet?.rows.flat()).toContain('error')
  })
})

describe('readingsWorkbook', () => {
  it('has one row a fact', () => {
    const [sheet] = readingsWorkbook([{ name: 'a.txt', document: { text: TEXT }, reading }], {
      language: 'en',
      date: '2026-01-05',
    }).sheets
    expect(sheet?.rows.map((row) => row.slice(2, 5))).toContainEqual([
      'targets',
      '2:9',
      expect.stringContaining('30个'),
    ])
  })
})
