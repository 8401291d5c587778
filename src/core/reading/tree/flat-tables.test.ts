import { describe, expect, it } from 'vitest'
import { readPlanText } from '../read-plan.ts'
import { flatLines, flatTable } from './flat-tables.ts'

/** Rows of the table at the top of some lines: cells parted by |, lines of a cell run together, lines between rows in brackets. */
function rows(...lines: string[]): string[] | null {
  const text = lines.join('\n')
  let at = 0
  const spans = lines.map((line) => ({ start: at, end: (at += line.length + 1) - 1 }))
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
  const table = flatTable(flatLines(text, spans), 0)
  return (
    table?.rows.map((row) =>
      row.kind === 'row' ? row.cells.map((cell) => cell.map(words).join('')).join('|') : `[${words(row.span)}]`,
    ) ?? null
  )
}

const HEADS = ['序号', '重点任务', '牵头单位', '配合单位', '完成时限', '备注']

describe('tables with one cell a line', () => {
  it('leave cells empty where the text has none', () => {
    expect(
      rows(
        ...HEADS,
        ...['1', '建设灌区', '县水利局', '县财政局', '6月底前'],
        ...['2', '修建公路30公里', '县交通局', '县财政局、各乡镇', '年底前', '省级'],
        ...['3', '新建学校', '县教育局', '8月底前'],
      ),
    ).toEqual([
      HEADS.join('|'),
      '1|建设灌区|县水利局|县财政局|6月底前|',
      '2|修建公路30公里|县交通局|县财政局、各乡镇|年底前|省级',
      '3|新建学校|县教育局||8月底前|',
    ])
  })

  it('hold several lines in a cell, heads too', () => {
    expect(
      rows(
        ...['序号', '主要', '任务', '工作目标', '牵头', '单位', '责任', '单位', '完成', '时限'],
        ...[
          '1',
          '推进园区扩能',
          '新建标准厂房12万平方',
          '米，引进企业8家。',
          '县工信局',
          '县发改局、',
          '县财政局',
          '9月底前',
        ],
        ...['2', '治理河道', '清淤河道14公里；', '建成护岸9公里。', '县水利局', '各镇（街道）', '长期坚持'],
      ),
    ).toEqual([
      '序号|主要任务|工作目标|牵头单位|责任单位|完成时限',
      '1|推进园区扩能|新建标准厂房12万平方米，引进企业8家。|县工信局|县发改局、县财政局|9月底前',
      '2|治理河道|清淤河道14公里；建成护岸9公里。|县水利局|各镇（街道）|长期坚持',
    ])
  })

  it('go on after section rows and after heads that a page repeats', () => {
    expect(
      rows(
        ...['序号', '任务', '牵头单位', '完成时限', '（一）产业攻坚', '1', '建设园区', '县工信局', '6月底前'],
        ...['序号', '任务', '牵头单位', '完成时限', '（二）城市攻坚', '2', '改造小区', '县住建局', '9月底前'],
        ...['三、工作要求', '各单位要加强调度。'],
      ),
    ).toEqual([
      '序号|任务|牵头单位|完成时限',
      '[（一）产业攻坚]',
      '1|建设园区|县工信局|6月底前',
      '[（二）城市攻坚]',
      '2|改造小区|县住建局|9月底前',
    ])
  })

  it('need no numbers, in whatever order their heads are', () => {
    expect(
      rows(
        ...['责任领导', '责任单位', '工作任务', '时间节点'],
        ...['分管副县长', '县水利局', '建设灌区，改造渠道20公里。', '6月底前'],
        ...['常务副县长', '县交通局、各乡镇', '修建公路30公里。', '年底前'],
      ),
    ).toEqual([
      '责任领导|责任单位|工作任务|时间节点',
      '分管副县长|县水利局|建设灌区，改造渠道20公里。|6月底前',
      '常务副县长|县交通局、各乡镇|修建公路30公里。|年底前',
    ])
  })

  it('may group rows before their number', () => {
    expect(
      rows(
        ...['类别', '序号', '任务内容', '牵头单位', '时限'],
        ...['产业', '1', '建设园区', '县工信局', '6月底前', '2', '引进企业5家', '县商务局', '9月底前'],
        ...['民生', '3', '新建学校', '县教育局', '8月底前'],
      ),
    ).toEqual([
      '类别|序号|任务内容|牵头单位|时限',
      '产业|1|建设园区|县工信局|6月底前',
      '|2|引进企业5家|县商务局|9月底前',
      '民生|3|新建学校|县教育局|8月底前',
    ])
  })

  it.each([
    [['牵头单位', '配合单位', '完成时限', '以上三项请于3月5日前填好报县政府办公室。', '联系人为王某。']],
    [['工作任务', '责任单位', '完成时限', '一、压实责任', '各单位要加强领导，抓好落实。']],
    [['序号', '1', '2', '3']],
    [['项目', '建设灌区', '修建公路', '新建学校']],
  ])('none in %s', (lines) => {
    expect(rows(...lines)).toBeNull()
  })
})

it('notes under a table are no items, those of the next part are', () => {
  const table = ['序号', '任务', '牵头单位', '1', '建设园区', '县工信局', '2', '新建学校', '县教育局']
  const notes = ['注：1.牵头单位有两家的，共同负责。', '2.未列明的事项由县政府办公室另行明确。']
  const plan = readPlanText(
    ['某县2025年清单', '一、清单', ...table, ...notes, '二、要求', '1.加强领导。各单位抓好落实。'].join('\n'),
  )
  expect(plan.headings.map(({ path }) => path)).toEqual(['正文/一', '正文/一/1', '正文/一/2', '正文/二', '正文/二/1'])
})
