import { expect, it } from 'vitest'
import { readPlanText } from '../read-plan.ts'

const headings = (...lines: string[]) =>
  readPlanText(['某市2025年方案', ...lines].join('\n')).headings.map(({ path, title }) => `${path} ${title}`)

it('dash items may open with a year', () => {
  expect(
    headings(
      '一、分年目标',
      '——2025年开好局。全市新增规模以上工业企业30家，固定资产投资增长6%。',
      '——2026年上台阶。全市规模以上工业企业达到400家。',
    ),
  ).toEqual(['正文/一 分年目标', '正文/一/1 2025年开好局', '正文/一/2 2026年上台阶'])
})

it('a range of years behind a dash is none', () => {
  expect(headings('一、目标', '2025', '—2027年全市新增企业30家，固定资产投资增长6%。')).toEqual(['正文/一 目标'])
})

it('a proverb that opens a passage is no title of it', () => {
  expect(
    headings(
      '一、加强自身建设',
      '打铁必须自身硬。我们将始终把学习放在第一位，建设人民满意的机关。',
      '坚持依法办事。自觉接受各方面的监督，严格按照法定程序作出决定。',
      '坚持清正廉洁。严格执行各项纪律，把每一分钱都用在刀刃上。',
    ),
  ).toEqual(['正文/一 加强自身建设', '正文/一/1 坚持依法办事', '正文/一/2 坚持清正廉洁'])
})
