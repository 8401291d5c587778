import { describe, expect, it } from 'vitest'
import { markKinds, markedSample, spansFor } from '../marked-sample.ts'
import { readPlanText } from '../read-plan.ts'

/** What a marked sample says of all kinds that it marks, against what is read, as `kind words`. */
function compare(sample: string): { expected: string[]; read: string[] } {
  const { text, marks } = markedSample(sample)
  const reading = readPlanText(text)
  const kinds = markKinds.filter((kind) => marks.some((one) => one.kind === kind))
  const say = (kind: string, span: { start: number; end: number }) => `${kind} ${text.slice(span.start, span.end)}`
  return {
    expected: kinds.flatMap((kind) => marks.filter((one) => one.kind === kind).map((one) => say(kind, one.span))),
    read: kinds.flatMap((kind) => spansFor(reading, kind).map((span) => say(kind, span))),
  }
}

/** A clause under an item, in a plan that says nothing else. */
const under = (clause: string) => `某市2024年工作方案\n一、任务\n1.甲事。推进甲事。${clause}`

describe('responsibility clauses', () => {
  it.each([
    '（由{lead:市行政审批局}牵头，{support:市自然资源局}配合）',
    '（{lead:市文旅局}负责牵头，{support:市财政局}协助，{responsible:各县区}具体实施）',
    '（{lead:市税务局}负责，{support:市财政局}配合；{responsible:县、乡两级政府}落实）',
    '（{lead:市生态环境局}负总责，{responsible:市城管局}按职责抓好落实）',
    '（牵头单位：{lead:市住建局}；责任单位：{responsible:市城管局}；完成时限：10月底）',
    '（牵头市领导：张某；牵头部门：{lead:市商务局}；责任部门：{responsible:市财政局}）',
    '（责任单位：{responsible:市体育局}；责任人：张某；联系人：李某）',
    '（{lead:市科技局}（牵头）、{responsible:市财政局}、{responsible:各县区}）',
    '责任单位：{lead:市发改委}（牵头单位）、{responsible:市工信局}',
    '县级牵头领导：张某；县级牵头单位：{lead:县发改局}；县级责任单位：{responsible:县能源局}、{responsible:各乡镇}',
    '（{lead:各县区政府}落实）',
    '（责任单位：{responsible:市商务局}；以下任务均需各县区政府落实，不再一一列出）',
    '由{lead:市工信局}牵头，{support:市发改委}、{support:市财政局}配合，{responsible:各县区}具体落实，力争有新成效。',
    '{lead:市工信局}为牵头单位，{responsible:各县区政府}为责任单位，抓紧推进。',
  ])('%s', (clause) => {
    const sample = under(clause)
    const { expected, read } = compare(sample)
    expect(read).toEqual(expected)
  })

  it.each([
    '各牵头单位要细化措施。',
    '牵头单位负总责，配合单位要主动作为。',
    '鼓励龙头企业牵头组建联合体，各方参与建设。',
    '工作目标：群众满意。',
  ])('nobody is named in %s', (clause) => {
    expect(readPlanText(under(clause)).assignments).toEqual([])
  })
})

describe('who leads, said once for the text', () => {
  it.each([
    '责任单位列第一位的为牵头单位，下同。\n一、任务\n1.甲事。推进甲事。（责任单位：{lead:市工信局}、{responsible:市商务局}）',
    '逗号前为牵头单位。\n一、任务\n1.甲事。推进甲事。（{lead:市工信局}、{lead:市商务局}，{responsible:市财政局}）',
    '各牵头单位（无牵头单位的，责任单位即为牵头单位）要抓紧推进。\n一、任务\n1.甲事。推进甲事。\n责任单位：{lead:市工信局}、{lead:市商务局}',
  ])('%s', (sample) => {
    const { expected, read } = compare(sample)
    expect(read).toEqual(expected)
  })
})

describe('clauses that close an item', () => {
  const paths = (text: string) => readPlanText(text).assignments.map((one) => one.path)
  const item = (number: string, clause: string) =>
    `${number}、做好${number}号工作\n（一）年度计划\n全年完成3项试点。\n（二）具体措施\n1.制定方案，抓好落实；\n2.强化监督，抓好整改。\n${clause}\n`
  const clause = '牵头处室：监测处\n完成时限：2024年10月底前'

  it('belong to the item where every item has one and its parts have none', () => {
    const reading = readPlanText(`某厅2024年任务清单\n${item('一', clause)}${item('二', clause)}`)
    expect(reading.assignments.map((one) => one.path)).toEqual(['正文/一', '正文/二'])
    expect(reading.deadlines.map((one) => one.path)).toEqual(['正文/一', '正文/二'])
    expect(reading.indicators.map((one) => one.owner)).toEqual(['监测处', '监测处'])
  })

  it('stay with the innermost item where the parts have clauses too, or where only one item has one', () => {
    const twice = item('二', clause).replace('抓好落实；', '抓好落实。（市财政局负责）')
    expect(paths(`某厅2024年任务清单\n${item('一', clause)}${twice}`)).toEqual([
      '正文/一/（二）/2',
      '正文/二/（二）/1',
      '正文/二/（二）/2',
    ])
    expect(paths(`某厅2024年任务清单\n${item('一', clause)}二、其他工作\n按要求落实。`)).toEqual(['正文/一/（二）/2'])
  })
})

describe('rhythms', () => {
  const rhythm = (text: string) =>
    readPlanText(`某县2024年方案\n一、机制\n${text}`).cadences.map((one) =>
      one.items.map((item) => `${item.period} ${item.act}`).join(', '),
    )

  it.each<[string, string[]]>([
    ['实行“一周一调度、一月一通报、一季一考核”。', ['week 调度, month 通报, quarter 考核']],
    ['坚持月调度、季通报、半年观摩、年终考核。', ['month 调度, quarter 通报, halfYear 观摩, year 考核']],
    ['建立日报告、周调度制度，实行月通报机制。', ['day 报告, week 调度', 'month 通报']],
    ['建立月报制度，落实周例会制度。', ['month 月报', 'week 例会']],
    ['各专班于每月25日前将工作进展情况报县政府办公室。', ['month 报']],
    ['每月5日前，各单位要将上月进展情况报送至县发改局。', ['month 报送']],
    ['每季度召开一次联席会议，每半年听取一次工作汇报。', ['quarter 联席会议, halfYear 汇报']],
    ['按月调度、按季通报，逐月销号。', ['month 调度, quarter 通报, month 销号']],
    ['落实季度报表和年度总结报送要求，每年1月10日前形成年度总结。', ['quarter 报表, year 总结']],
  ])('%s', (text, expected) => {
    expect(rhythm(text)).toEqual(expected)
  })

  it.each([
    '纳入年度考核，年底考核结果通报。',
    '每年新增200家企业通过能力评估。',
    '定期调度，及时通报。',
    '印发《关于建立月报制度的通知》。',
    '总结本月调度情况。',
  ])('none in %s', (text) => {
    expect(rhythm(text)).toEqual([])
  })
})
