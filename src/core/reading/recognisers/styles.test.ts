import { describe, expect, it } from 'vitest'
import { readPlanText } from '../read-plan.ts'

const read = (...lines: string[]) => readPlanText(['某县2025年攻坚方案', ...lines].join('\n'))
const duties = (...lines: string[]) =>
  read(...lines).assignments.map(
    ({ path, duties: list }) => `${path} ${list.map((d) => `${d.role} ${d.unit}`).join(', ')}`,
  )
const targets = (...lines: string[]) =>
  read(...lines).indicators.map(
    ({ subject, kind, op, value, unit }) => `${subject} ${kind} ${op} ${value ?? ''}${unit}`,
  )

describe('clauses in unusual places', () => {
  it('between mark and title', () => {
    const text = [
      '1.【牵头：县农业局；配合：县财政局】守住耕地。新建大棚5座。',
      '2.【牵头：县林业局】种树。造林1万亩。',
    ]
    const reading = read('一、任务', ...text)
    expect(reading.headings.map(({ title }) => title)).toEqual(['任务', '守住耕地', '种树'])
    expect(duties('一、任务', ...text)).toEqual([
      '正文/一/1 lead 县农业局, support 县财政局',
      '正文/一/2 lead 县林业局',
    ])
  })

  it('with a date in the same bracket, or under one label', () => {
    const reading = read(
      '1.修路。修路5公里。〔责任单位：县交通局（牵头）、县财政局；完成时限：10月底前〕',
      '2.办学。新增学位60个。',
      '责任单位及时限：县教育局牵头，县财政局配合；8月底前完成。',
    )
    expect(reading.deadlines.map(({ due }) => due)).toEqual(['2025-10-31', '2025-08-31'])
    expect(reading.assignments.map((one) => one.duties.map(({ role, unit }) => `${role} ${unit}`).join(', '))).toEqual([
      'lead 县交通局, responsible 县财政局',
      'lead 县教育局, support 县财政局',
    ])
  })

  it('one body in a bracket inside a passage', () => {
    expect(duties('1.民生。新增学位60个；（县教育局）新增床位20张。（县卫健局、县民政局）')).toEqual([
      '正文/1 responsible 县教育局',
      '正文/1 responsible 县卫健局, responsible 县民政局',
    ])
  })
})

describe('who leads, said once', () => {
  const clauses = ['1.修路。（责任单位：县交通局、县财政局）', '2.办学。（责任单位：县教育局、县财政局）']

  it('for the items that the rule counts', () => {
    expect(duties('一、任务', ...clauses, '上述第2—2项未列牵头单位，责任单位中列第一位的为牵头单位。')).toEqual([
      '正文/一/1 responsible 县交通局, responsible 县财政局',
      '正文/一/2 lead 县教育局, responsible 县财政局',
    ])
  })

  it('for the part that the rule stands in or before', () => {
    const [one = '', two = ''] = clauses
    const own = [
      '第一章 交通',
      '第一条 修路（县交通局、县财政局）。修好。',
      '第二章 教育',
      '本章各条首列单位为牵头单位。',
    ]
    expect(duties(...own, '第三条 办学（县教育局、县财政局）。办好。')).toEqual([
      '正文/第一章/第一条 responsible 县交通局, responsible 县财政局',
      '正文/第二章/第三条 lead 县教育局, responsible 县财政局',
    ])
    expect(duties('一、交通', one, '二、教育', '各项任务责任单位中列第一位的为牵头单位。', two)).toEqual([
      '正文/一/1 responsible 县交通局, responsible 县财政局',
      '正文/二/2 lead 县教育局, responsible 县财政局',
    ])
  })

  it('for the whole text, where it stands behind all items', () => {
    expect(duties('一、任务', ...clauses, '二、要求', '责任单位中列第一位的为牵头单位。')).toHaveLength(2)
  })
})

describe('clauses under titles that the source does not number', () => {
  const plan = (...lines: string[]) =>
    readPlanText(['某市2026年要点', ...lines].join('\n')).assignments.map(({ path, duties }) => [
      path,
      duties.map(({ unit, role }) => `${role} ${unit}`).join(' '),
    ])

  it('belong to the title that opens their paragraph', () => {
    const [first, second] = [
      '优化营商环境。开展清理，强化涉企收费监管，全年抽查不少于2次。（竞争协调科牵头，法规科配合）',
      '支持个体工商户。落实分型分类帮扶政策，新认定300户以上。（个体私营经济科负责）',
    ]
    expect(plan('一、服务发展', first, second)).toEqual([
      ['正文/一/1', 'lead 竞争协调科 support 法规科'],
      ['正文/一/2', 'lead 个体私营经济科'],
    ])
  })
})

describe('figures', () => {
  it.each([
    ['建设海外仓两个。', ['海外仓 level >= 2个']],
    ['组建三支招商小分队。', ['招商小分队 level >= 3支']],
    ['创建示范村六所，改造小区五个。', ['创建示范村 level >= 6所', '改造小区 level >= 5个']],
    ['区属国企由11家整合至6家。', ['区属国企 level <= 6家']],
    ['新签约项目45个。', ['新签约项目 level >= 45个']],
    [
      '新增规上企业25家以上，专精特新企业12家，首店落户10家。',
      ['规上企业 increment >= 25家', '专精特新企业 increment >= 12家', '首店落户 level >= 10家'],
    ],
    ['覆盖率、普及率分别提高5个和3个百分点。', ['覆盖率 growth >= 5个百分点', '普及率 growth >= 3个百分点']],
    ['收集率提高3个以上百分点。', ['收集率 growth >= 3个百分点']],
    ['专项资金9月底前支出进度不低于80%。', ['专项资金支出进度 level >= 80%']],
    ['更换老化电表3.6万户。', ['更换老化电表 level >= 3.6万户']],
    ['一次性用品减量20%以上。', ['一次性用品 decline >= 20%']],
    ['投资进度6月底、9月底分别达到50%、80%。', ['投资进度 level >= 50%', '投资进度 level >= 80%']],
    [
      '进出口实现210亿元，其中出口160亿元，分别增长8%、9%。',
      ['进出口 level >= 210亿元', '出口 level >= 160亿元', '进出口 growth >= 8%', '出口 growth >= 9%'],
    ],
    ['事故起数、死亡人数较近三年平均水平分别下降20%、30%。', ['事故起数 decline >= 20%', '死亡人数 decline >= 30%']],
    ['地区生产总值增长5.5%，在实际工作中力争达到6%。', ['地区生产总值 growth >= 5.5%', '地区生产总值 growth >= 6%']],
    ['2024年，项目履约率为71.5%，今年要提高到80%以上。', ['项目履约率 level >= 80%']],
    [
      '电子、绿色食品、新能源三大集群产值分别达到6亿元、5亿元、4亿元。',
      ['电子集群产值 level >= 6亿元', '绿色食品集群产值 level >= 5亿元', '新能源集群产值 level >= 4亿元'],
    ],
  ])('%s', (sentence, expected) => {
    expect(targets('一、目标', sentence)).toEqual(expected)
  })

  it.each([
    '按百分制计分，前三个攻坚各占20%。',
    '指标权重为30%。',
    '优秀等次不超过4个。',
    '县考核办每季度通报1次。',
    '对100项任务实行月调度。',
    '连续2次排名末位的由县委约谈。',
    '办好十件民生实事。',
    '建成水厂二期。',
    '打造三个中心。',
    '日常检查得分占50%，按千分制计分。',
  ])('none: %s', (sentence) => {
    expect(targets('一、要求', sentence)).toEqual([])
  })

  it('says who is judged, which is no target', () => {
    expect(targets('第一条 考核对象。全县12个乡镇，23个党群部门。')).toEqual([])
  })
})

describe('dates', () => {
  const dates = (sentence: string) => read('一、任务', sentence).deadlines.map(({ due }) => due)

  it('listed in one row are each a deadline', () => {
    expect(dates('进度3月底、6月底分别达到20%、50%。')).toEqual(['2025-03-31', '2025-06-30'])
  })

  it('without a year go on in the year that the sentence has named', () => {
    expect(dates('单位2026年1月15日前评分，督查组1月25日前核验。')).toEqual(['2026-01-15', '2026-01-25'])
  })

  it('thrice a month are the dekad', () => {
    const beats = read('一、调度', '各单位每月5日、15日、25日前报送进展。').cadences.flatMap(({ items }) => items)
    expect(beats).toEqual([{ period: 'dekad', act: '报送' }])
  })
})

describe('headings', () => {
  const headings = (...lines: string[]) => read(...lines).headings.map(({ path, title }) => `${path} ${title}`)

  it('keep their comma before a count of items', () => {
    const lines = [
      '一、扩大内需，稳住投资（16项）',
      '1.修路。修好。',
      '二、转型升级，做强产业（18项）',
      '2.建园。建好。',
    ]
    expect(headings(...lines).filter((line) => !/\d /.test(line))).toEqual([
      '正文/一 扩大内需，稳住投资（16项）',
      '正文/二 转型升级，做强产业（18项）',
    ])
  })

  it('in a review of past years list no goals', () => {
    const lines = [
      '一、2024年工作回顾',
      '——产业质效齐升。规上工业增长7%，税收增长5%。',
      '二、2025年任务',
      '1.修路。修好。',
    ]
    expect(headings(...lines)).toEqual(['正文/一 2024年工作回顾', '正文/二 2025年任务', '正文/二/1 修路'])
  })

  it('of articles may stand in brackets', () => {
    const lines = ['第一章 总则', '第一条（目的）', '为压实责任，制定本办法。', '第二条【对象】全区各镇。']
    expect(headings(...lines)).toEqual(['正文/第一章 总则', '正文/第一章/第一条 目的', '正文/第一章/第二条 对象'])
  })

  it('are the numbered rows of a task table', () => {
    const table = [
      '序号\t重点任务\t工作目标\t牵头单位',
      '1\t精准招商\t引进项目6个\t县商务局',
      '2\t项目建设\t投资5亿元\t县发改局',
    ]
    expect(headings('一、产业', ...table)).toEqual(['正文/一 产业', '正文/一/1 精准招商', '正文/一/2 项目建设'])
    expect(read('一、产业', ...table).indicators.map(({ path, owner }) => `${path} ${owner}`)).toEqual([
      '正文/一/1 县商务局',
      '正文/一/2 县发改局',
    ])
  })
})

describe('task forces', () => {
  it('that have members in an annex of their own are not the one that the text sets up', () => {
    const plan = read(
      '一、组织',
      '民生攻坚专班由副县长任召集人，成员单位包括县民政局、县教育局，办公室设在县民政局。',
      '附件1',
      '项目攻坚实施方案',
      '一、项目攻坚专班',
      '召集人：常务副县长',
      '副召集人：县发改局主要负责人',
      '牵头单位：县发改局',
      '成员单位：县财政局、县水利局',
      '专班办公室设在县发改局。',
    )
    expect(plan.taskForces.map(({ convener, members }) => [convener, members])).toEqual([
      ['副县长', ['县民政局', '县教育局']],
      ['常务副县长', ['县财政局', '县水利局']],
    ])
  })
})
