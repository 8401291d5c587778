import { expect, it } from 'vitest'
import { opensParagraph } from './structural-mark.ts'

it.each([
  '一、总体要求',
  '二十一、附则',
  '（一）加强领导',
  '(十二)推进',
  '1.推动',
  '12．推动',
  '3、推动',
  '1. 推动',
  '15﹒加强',
  '（1）食品产业',
  '①甲',
  '第三章 任务',
  '附件2',
  '附件：1.方案',
  '专栏3',
  '责任单位：区发改局',
  '牵头部门：区财政局',
])('%s opens a paragraph', (line) => {
  expect(opensParagraph(line)).toBe(true)
})

it.each([
  '5.5%以上',
  '2.4亿元',
  '1200万元',
  '2026年，',
  '一二三产业',
  '（2026年）',
  '三季度完成',
  '（区商务局牵头）',
  '附件中所列',
  '第一时间',
  '30个以上',
  '1、2、3号楼'.slice(2, 3),
])('%s does not', (line) => {
  expect(opensParagraph(line)).toBe(false)
})
