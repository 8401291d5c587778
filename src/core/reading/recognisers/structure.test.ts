import { describe, expect, it } from 'vitest'
import { markKinds, markedSample, spansFor } from '../marked-sample.ts'
import { readPlan, readPlanText } from '../read-plan.ts'

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
    '（10分，{responsible:市统计局}）',
    '（{lead:市工信局}负责考核）',
    '（{responsible:应急办}、{responsible:派出所}、{responsible:各村}）',
    '〔责任单位：{responsible:商务厅}、{responsible:省大数据中心}按职责分工负责。具体任务均涉及相关市州，不再做分工，下同。〕',
    '责任单位：{lead:市人社局}、{lead:市农业农村局}分别牵头',
    '（牵头单位：{lead:市发改委}；参与单位：{participate:市科技局}等有关部门、单位）',
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
    '一、任务\n1.甲事。推进甲事。\n责任单位：{lead:市发改委}、{responsible:市卫健委}（除标注“分别牵头”外，列第一位为牵头或汇总单位，下同）',
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

describe('headings', () => {
  it.each([
    '1.{heading:总体要求}\n1.1{heading:指导思想}\n1.2{heading:工作目标}\n2.{heading:重点任务}\n2.1{heading:推进项目建设}\n2.1.1{heading:抓好开工}。开工项目10个。',
    '一、{heading:总体要求}\n{heading:工作目标}：到2024年底，新增规上企业10家，城镇新增就业3000人。',
    '一、{heading:工作内容}\n{heading:经济运行监测}。建立监测体系，加强形势研判，及时发现苗头性问题。\n{heading:现代农业提升}。实施高标准农田建设，推动农业现代化，促进增收。\n{heading:不断优化环境}。落实各项措施，做好要素保障，加大招商引资力度。',
    '一、{heading:经济}\n（一）{heading:地区生产总值}（10分，市统计局）\n（二）{heading:固定资产投资（10分）}\n（三）{heading:抓好安全}（应急办、派出所、各村）',
    '一.{heading:经济}\n1 . {heading:做大工业} . 新增规上企业 10 家 , 完成技改项目 20 个 .\n3，{heading:做活服务业}。新增限上企业15家。\n（四〕{heading:完善养老}。建设养老中心5个。',
    '一、{heading:任务}\n1.{heading:甲事}。抓好甲事。\n附件：《政府工作报告》名词解释\n1.网格联防：指网格长、楼栋长的联防。\n2.双招双引：指招商引资、招才引智。',
    '一、{heading:任务}\n1.{heading:甲事}。抓好甲事。\n二、{heading:名词解释}\n1.专精特新：指专业化、精细化、特色化、新颖化的企业。',
  ])('%s', (sample) => {
    const { expected, read } = compare(sample)
    expect(read).toEqual(expected)
  })

  it.each([
    '1.5亿元投资要确保完成。',
    '6.5%的目标要确保完成。',
    '主要预期目标是：生产总值增长6%，城镇新增就业3000人以上。',
  ])('none in %s', (text) => {
    expect(readPlanText(`一、目标\n${text}`).headings.map((one) => one.title)).toEqual(['目标'])
  })
})

describe('task tables written as lines', () => {
  const read = (table: string) => {
    const reading = readPlanText(`某县2024年任务分解表\n${table}`)
    return {
      clauses: reading.assignments.map((one) => one.duties.map((duty) => `${duty.role} ${duty.unit}`).join(', ')),
      dates: reading.deadlines.map((one) => one.due),
      paths: reading.assignments.map((one) => one.path),
    }
  }
  const expected = {
    clauses: ['lead 县交通局, responsible 各乡镇', 'lead 县教育局, responsible 县住建局, responsible 县财政局'],
    dates: ['2024-10-31', '2024-08-31'],
    paths: ['正文/1', '正文/2'],
  }
  const rows = [
    ['序号', '任务', '牵头领导', '牵头单位', '责任单位', '完成时限'],
    ['1', '改造公路50公里', '张某', '县交通局', '各乡镇', '2024年10月'],
    ['2', '新建幼儿园2所', '李某', '县教育局', '县住建局、县财政局', '8月底前'],
  ]

  it.each([
    ['tabs', rows.map((row) => row.join('\t')).join('\n')],
    ['strokes', ['|---|---|---|---|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n')],
    ['one cell a line', rows.flat().join('\n')],
  ])('parted by %s', (_, table) => {
    expect(read(table)).toEqual(expected)
  })

  it('go on under the headings between their rows', () => {
    const [head = [], one = [], two = []] = rows
    const table = [head.join('\t'), '一、交通', one.join('\t'), '二、教育', two.join('\t')].join('\n')
    expect(read(table)).toEqual({ ...expected, paths: ['正文/一/1', '正文/二/2'] })
  })

  it('go on under the headings between their rows, one cell a line', () => {
    const [head = [], one = [], two = []] = rows
    const table = [...head, '一、交通', ...one, '二、教育', ...two].join('\n')
    expect(read(table)).toEqual({ ...expected, paths: ['正文/一/1', '正文/二/2'] })
  })

  it('no table: tabs without heads, a list of numbers', () => {
    expect(read('甲\t乙\t丙\n丁\t戊\t己\n序号\n1\n2\n3').clauses).toEqual([])
  })
})

describe('tables of targets', () => {
  const targets = (...rows: string[][]) =>
    readPlanText(`某县2025年方案\n一、目标\n${rows.map((row) => row.join('\t')).join('\n')}`).indicators.map(
      ({ subject, kind, op, value, valueHigh, unit, due }) =>
        `${subject} ${kind} ${op} ${value}${valueHigh === null ? '' : `~${valueHigh}`}${unit}${due === null ? '' : ` ${due}`}`,
    )

  it('have what is measured, its unit and its value in cells of their own', () => {
    expect(
      targets(
        ['序号', '指标名称', '单位', '2024年完成', '2025年目标', '责任单位'],
        ['1', '地区生产总值增速', '%', '5.2', '5.5左右', '县发改局'],
        ['2', '规上工业企业数', '家', '100', '≥120', '县工信局'],
        ['3', '粮食产量（万吨）', '', '20', '21.5—22', '县农业农村局'],
        ['4', '空气优良率', '%', '90', '不低于91', '县生态环境局'],
        ['5', '一般公共预算收入', '亿元', '10', '增长4%', '县财政局'],
        ['6', '新增高标准农田', '亩', '900', '1,000', '县农业农村局'],
      ),
    ).toEqual([
      '地区生产总值增速 growth ~ 5.5%',
      '规上工业企业数 level >= 120家',
      '粮食产量 level >= 21.5~22万吨',
      '空气优良率 level >= 91%',
      '一般公共预算收入 growth >= 4%',
      '新增高标准农田 increment >= 1000亩',
    ])
  })

  it('keep the years apart; words, past years and numbers without a unit are none', () => {
    expect(
      targets(
        ['指标', '单位', '2023年目标', '2025年目标', '2027年目标'],
        ['公路里程', '公里', '80', '100', '120'],
        ['群众满意', '', '', '满意', '95'],
      ),
    ).toEqual(['公路里程 level >= 100公里', '公路里程 level >= 120公里 2027-12-31'])
  })

  it('are no items of work, whatever number their rows have', () => {
    const rows = [
      ['序号', '指标', '单位', '2025年目标'],
      ['1', '飞行时长', '万小时', '9'],
      ['2', '通车里程', '公里', '80'],
    ]
    const plan = readPlanText(`某县2025年方案\n一、目标\n${rows.map((row) => row.join('\t')).join('\n')}`)
    expect(plan.headings.map(({ path }) => path)).toEqual(['正文/一'])
    expect(plan.indicators.map(({ subject, value, unit }) => `${subject} ${value}${unit}`)).toEqual([
      '飞行时长 9万小时',
      '通车里程 80公里',
    ])
  })

  it('a cell that names its target is read by its words', () => {
    expect(targets(['序号', '指标', '年度目标'], ['1', '企业培育', '新增规上企业5家'], ['2', '数字', '100'])).toEqual([
      '规上企业 increment >= 5家',
    ])
  })
})

describe('task tables of a word processor', () => {
  it('keep the columns under a merged cell', () => {
    const cells = [
      [['序号'], ['类别'], ['任务'], ['牵头单位']],
      [['1'], ['交通', 2], ['改造公路'], ['县交通局']],
      [['2'], ['修建桥梁'], ['县水利局']],
    ] as const
    let text = ''
    const rows = cells.map((row) =>
      row.map(([words, rowSpan = 1]) => {
        const start = text.length
        text += `${words}\n`
        return { span: { start, end: text.length - 1 }, ...(rowSpan > 1 ? { rowSpan } : {}) }
      }),
    )
    const table = { kind: 'table' as const, span: { start: 0, end: text.length }, rows }
    const reading = readPlan({ format: 'docx', text, blocks: [table], notes: [] })
    expect(reading.headings.map(({ path, title }) => `${path} ${title}`)).toEqual([
      '正文/1 改造公路',
      '正文/2 修建桥梁',
    ])
    expect(reading.assignments.map(({ path, duties }) => `${path} ${duties[0]?.unit}`)).toEqual([
      '正文/1 县交通局',
      '正文/2 县水利局',
    ])
  })
})
