import { expect, it } from 'vitest'
import { outlineOf } from './outline.ts'

const text = [
  '一、项目攻坚行动',
  '（一）重大工程',
  '1.水利工程',
  '（1）开工建设引水工程',
  '①完成征地。6月底前完成。',
  '②完成招标。',
  '（二）储备',
  '二、营商环境行动',
].join('\n')
const heading = (path: string, title: string) => {
  const start = text.indexOf(title)
  return { path, title, span: { start, end: start + title.length } }
}
const headings = [
  heading('一', '项目攻坚行动'),
  heading('一/(一)', '重大工程'),
  heading('一/(一)/1', '水利工程'),
  heading('一/(一)/1/(1)', '开工建设引水工程'),
  heading('一/(一)/1/(1)/①', '完成征地'),
  heading('一/(二)', '储备'),
  heading('二', '营商环境行动'),
]
const at = (words: string) => {
  const start = text.indexOf(words)
  return {
    itemId: words,
    kind: 'task' as const,
    title: words,
    quote: words,
    spans: [{ start, end: start + words.length }],
  }
}

it('keeps the numbering as printed, at any depth, and counts what stands below each heading', () => {
  const anchors = [at('6月底前完成'), at('完成招标')]
  expect(outlineOf({ text, headings, anchors }).map(({ depth, printed, items }) => [depth, printed, items])).toEqual([
    [0, '一、项目攻坚行动', 2],
    [1, '（一）重大工程', 2],
    [2, '1.水利工程', 2],
    [3, '（1）开工建设引水工程', 2],
    [4, '①完成征地', 2],
    [1, '（二）储备', 0],
    [0, '二、营商环境行动', 0],
  ])
})

it('counts an item once, at the heading below which it is promised', () => {
  const anchors = [at('6月底前完成')]
  expect(outlineOf({ text, headings, anchors }).filter(({ items }) => items > 0)).toHaveLength(5)
})
