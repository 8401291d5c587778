import { describe, expect, it } from 'vitest'
import { readPlanText } from '../read-plan.ts'

const plan = (...lines: readonly string[]) =>
  readPlanText(
    [
      '某县2026年任务清单',
      '一、总则',
      '（一）适用。做好各项工作。',
      '二、清单',
      ...lines,
      '三、要求',
      '各单位抓好落实。',
    ].join('\n'),
  )
const targets = (...lines: readonly string[]) =>
  plan(...lines).indicators.map(({ subject, value, owner }) => [subject, value, owner])

describe('tables whose cells only blanks part', () => {
  it('are read by wide blanks', () => {
    const found = plan('指标名称　年度目标　责任科室', '　　实有主体　32万户左右　登记科', '企业年报率　≥93%　信用科')
    expect(found.indicators.map(({ subject, value }) => [subject, value])).toEqual([
      ['实有主体', '32'],
      ['企业年报率', '93'],
    ])
    expect(found.assignments.map(({ quote }) => quote)).toEqual(['登记科', '信用科'])
  })

  it('are read by single blanks, as a PDF gives them', () => {
    expect(
      targets(
        '序号 重点任务 工作目标 牵头单位 配合单位 完成时限',
        '1 产业园建设 完成厂房12万平方米。 县工信局 县发改局、县财政局 12月底前',
        '2 企业培育 新增规上企业25家。 县工信局 县科技局 11月底前',
      ),
    ).toEqual([
      ['厂房', '12', '县工信局'],
      ['规上企业', '25', '县工信局'],
    ])
  })

  it('end with running text, whose blanks part nothing', () => {
    const { assignments } = plan(
      '重点任务 牵头单位 完成时限',
      '产业园建设 县工信局 12月底前',
      '各单位要按照上述 安排逐项细化措施并于每月底 报告进展情况。',
      '道路建设 县交通局 10月底前',
    )
    expect(assignments.map(({ quote }) => quote)).toEqual(['县工信局'])
  })

  it.each([
    ['words of running text with blanks', ['要压实 责任 抓好 落实 目标', '各单位要抓好 牵头 事项 的 落实']],
    ['heads without a row below', ['重点任务 牵头单位 完成时限', '县工信局牵头抓好产业园建设。']],
  ])('are not: %s', (_, lines) => {
    const { headings } = plan(...lines)
    expect(headings.map(({ title }) => title)).toEqual(['总则', '适用', '清单', '要求'])
  })
})
