import { describe, expect, it } from 'vitest'
import { unwrapLines } from './unwrap.ts'

function paragraphs(text: string): string[] {
  let at = 0
  const spans = text.split('\n').map((line) => {
    const span = { start: at, end: at + line.length }
    at += line.length + 1
    return span
  })
  return unwrapLines(text, spans).map((lines) => lines.map(({ start, end }) => text.slice(start, end).trim()).join(''))
}

describe('lines of a page', () => {
  /** Full lines that break off in the middle of a sentence, as a page of one width does. */
  const body = (opening: string) => [
    opening,
    '实推进各项重点工作任务完成好全年目标任务的各项具体',
    '要求切实把各项工作抓紧抓实抓好抓出成效来，确保完成',
    '全年目标任务，不断推动高质量发展取得新的更大的成效',
    '并向社会公开接受群众监督和评议（甲科牵头，乙科配合）',
  ]
  const first = body('　　深化改革。坚持问题导向，持续推进标准化规范化建设扎')
  const second = body('　　维护秩序。坚持依法行政，持续推进规范化标准化建设扎')
  const third = body('　　支持创业。坚持服务发展，持续推进便利化标准化建设扎')

  it('set in from the margin begin a paragraph, whatever the line above ends in', () => {
    expect(paragraphs([...first, ...second, ...third].join('\n')).map((words) => words.slice(0, 4))).toEqual([
      '深化改革',
      '维护秩序',
      '支持创业',
    ])
  })

  it('of stars alone hold no words', () => {
    expect(paragraphs('甲事\n****\n》乙事')).toEqual(['甲事》乙事'])
  })
})
