import { describe, expect, it } from 'vitest'
import { cellsApart } from './cells-apart.ts'

const row = '1\t招商\t新签约 项目24个\t区招商局\t\t12月底前'
const text = `序号\t类别\t任务\t单位\t备注\t期限\n${row}\n2\t服务\t走访企业`
const sentence = { start: text.indexOf(row), end: text.indexOf(row) + row.length }

describe('the words of an item', () => {
  it.each([
    ['a whole row', '1招商新签约项目24个区招商局12月底前', '1｜招商｜新签约项目24个｜区招商局｜12月底前'],
    ['a part that runs over two cells', '新签约项目24个区招商局', '新签约项目24个｜区招商局'],
    ['a part of one cell', '项目24个', '项目24个'],
    ['words that the text does not have there', '走访企业', '走访企业'],
    ['no words', '', ''],
  ])('%s', (_, quote, expected) => {
    expect(cellsApart({ sentence, quote }, [text])).toBe(expected)
  })

  it('of an item added by hand stay as they are', () => {
    expect(cellsApart({ sentence: null, quote: '甲\t乙' }, [text])).toBe('甲\t乙')
  })

  it('come from the text that last printed them', () => {
    expect(cellsApart({ sentence, quote: '1招商' }, ['另一份文件', text])).toBe('1｜招商')
  })
})
