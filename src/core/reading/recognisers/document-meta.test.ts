import { describe, expect, it } from 'vitest'
import { readPlanText } from '../read-plan.ts'

function meta(...lines: string[]) {
  const { spans: _spans, ...rest } = readPlanText(lines.join('\n')).meta
  return rest
}

const BODY = ['一、任务', '1.甲事。推进甲事。（县财政局负责）']

describe('document data', () => {
  it.each([
    ['青山县2024年政府工作报告', null],
    ['2024年青山县人民政府工作报告', '青山县人民政府'],
  ])('of a report: given on a day, for the government that its title names: %s', (title, issuer) => {
    const report = meta(
      title,
      '——2024年1月10日在某县第十八届人民代表大会第三次会议上',
      '各位代表：',
      '现在，我代表县人民政府向大会报告工作，请予审议。',
      ...BODY,
    )
    expect(report).toMatchObject({
      title,
      issuer,
      issuedOn: '2024-01-10',
      year: 2024,
    })
  })

  it('of several signers: all issue', () => {
    const plan = meta('某区光伏方案', ...BODY, '某区发展和改革委员会', '某区财政局', '2023年5月6日')
    expect(plan).toMatchObject({ issuer: '某区发展和改革委员会、某区财政局', issuedOn: '2023-05-06', year: 2023 })
  })

  it('of several bodies in the title line: the first issues', () => {
    const plan = meta(
      '某市发展和改革委员会 某市财政局关于印发某市绿色工程实施方案的通知',
      '各区人民政府：',
      '现将《某市绿色工程实施方案》印发给你们。',
      ...BODY,
    )
    expect(plan).toMatchObject({ title: '某市绿色工程实施方案', issuer: '某市发展和改革委员会' })
  })

  it('on a web page: number behind the title, day of drawing up', () => {
    const page = meta('成文日期：2021-03-23', '2021年县政府重点工作任务(某政发〔2021〕2号)', ...BODY)
    expect(page).toMatchObject({ docNumber: '某政发〔2021〕2号', issuedOn: '2021-03-23', year: 2021 })
  })

  it('in the table that a web page sets over the text', () => {
    const page = meta(
      '文 号: | 某府办发〔2022〕10号 | 是否有效: | |',
      '名 称: | 市人民政府办公室关于印发某市行动方案的通知 |',
      '现将《某市行动方案》印发给你们。',
      '某市行动方案',
      ...BODY,
    )
    expect(page).toMatchObject({ title: '某市行动方案', docNumber: '某府办发〔2022〕10号', issuer: '市人民政府办公室' })
  })

  it('among the fields of a page, under the path to it', () => {
    const page = meta(
      '首页 > 信息公开 > 政府工作报告',
      '索引号：QL021-2026-7    发文字号：青政办字〔2026〕6号',
      '青县2026年政府工作报告',
      ...BODY,
    )
    expect(page).toMatchObject({ title: '青县2026年政府工作报告', docNumber: '青政办字〔2026〕6号' })
  })

  it('of a notice whose title runs over two lines', () => {
    const notice = meta('青县人民政府办公室', '关于做好2022年粮油扩面工作的通知', '各乡镇：', ...BODY)
    expect(notice).toMatchObject({
      title: '青县人民政府办公室关于做好2022年粮油扩面工作的通知',
      issuer: '青县人民政府办公室',
    })
  })

  it.each<[string, number | null]>([
    ['青山县2025年工作总结和2026年工作打算', 2026],
    ['关于2025年国民经济和社会发展计划执行情况与2026年计划草案的报告', 2026],
    ['青山县交通局2025年工作总结及下一年工作计划', 2026],
    ['青山县2025年工作情况通报', 2025],
    ['青山县2025年制造业行动计划', 2025],
  ])('whose title tells of one year and plans the next: %s', (title, year) => {
    const plan = readPlanText([title, '一、任务', '1.修路。明年6月底前完成。'].join('\n'))
    expect(plan.meta.year).toBe(year)
    expect(plan.deadlines.map(({ due }) => due)).toEqual(['2026-06-30'])
  })

  it.each<[string, string | null]>([
    ['青山县“四个一批”项目方案', '四个一批'],
    ['青山县推进“智改数转”助力“三增两降”方案', '三增两降'],
    ['青山县“数治青山”行动方案', '数治青山'],
    ['青山县“十四五”节能方案', null],
    ['青山县“双碳”工作方案', null],
  ])('framework: the name in quotes: %s', (title, framework) => {
    expect(meta(title, ...BODY).framework).toBe(framework)
  })

  it('framework that only the text names: it counts the campaigns', () => {
    const campaigns = [
      '（一）打好项目硬仗',
      '抓好项目。',
      '（二）打好消费硬仗',
      '抓好消费。',
      '（三）打好民生硬仗',
      '抓好民生。',
    ]
    const named = (name: string) => meta('政府工作报告', '一、任务', `全力打好“${name}”。`, ...campaigns).framework
    expect(named('三场硬仗')).toBe('三场硬仗')
    expect(named('四场硬仗')).toBeNull()
    expect(named('三大行动')).toBeNull()
  })

  it('of a report whose giver stands under its day', () => {
    const day = '——2025年1月9日在青山县第六届人民代表大会第四次会议上'
    expect(meta('政府工作报告', day, '青山县人民政府', '各位代表：', ...BODY).issuer).toBe('青山县人民政府')
    expect(meta('政府工作报告', day, '青山县人民政府县长', '各位代表：', ...BODY).issuer).toBeNull()
  })

  it('a cited number is not its own', () => {
    expect(
      meta('某县2024年方案', '根据《某市方案》（某政发〔2023〕5号）要求，制定本方案。', ...BODY).docNumber,
    ).toBeNull()
  })

  it('a title of no known kind is the first line that could be one', () => {
    expect(meta('辛区2024年政府工作任务一览', ...BODY).title).toBe('辛区2024年政府工作任务一览')
  })
})

describe('campaigns by the verbs of the framework', () => {
  const plan = (third: string) =>
    readPlanText(
      `某市关于实施“两建一创”行动的方案\n一、任务\n（一）建好资源库\n抓好培育。\n（二）建立交易机制\n抓好交易。\n（三）${third}\n抓好场景。`,
    ).campaigns.map((one) => one.name)

  it('are the siblings that unfold them', () => {
    expect(plan('创设应用场景')).toEqual(['建好资源库', '建立交易机制', '创设应用场景'])
    expect(plan('拓展应用场景')).toEqual([])
  })
})
