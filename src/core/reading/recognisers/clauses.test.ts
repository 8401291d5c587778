import { describe, expect, it } from 'vitest'
import { readPlanText } from '../read-plan.ts'

const read = (...lines: string[]) => readPlanText(['某县2025年攻坚方案', ...lines].join('\n'))
const duties = (...lines: string[]) =>
  read(...lines).assignments.map(
    ({ path, duties: list }) => `${path} ${list.map((d) => `${d.role} ${d.unit}`).join(', ')}`,
  )

describe('clauses', () => {
  it.each([
    ['由县教育局牵头，会同县财政局、县住建局在10日内完成复核。', 'lead 县教育局, support 县财政局, support 县住建局'],
    ['县民政局会同县残联健全救助体系。', 'lead 县民政局, support 县残联'],
    ['市财政局会同市政府国资委制定方案。', 'lead 市财政局, support 市政府国资委'],
    ['县发改局要牵头做好分解。', 'lead 县发改局'],
    ['由县水利局牵头会同县财政局建立台账。', 'lead 县水利局, support 县财政局'],
    ['县水利局会同县财政局建立任务台账。', 'lead 县水利局, support 县财政局'],
    ['干部教育由县人社局、县委党校共同负责。', 'lead 县人社局, lead 县委党校'],
    ['由县果业中心牵头、县农业局和县供销社配合，推进改造。', 'lead 县果业中心, support 县农业局, support 县供销社'],
    ['由县发改局牵头、会同行业部门提前谋划。', 'lead 县发改局, support 行业部门'],
    ['由县统计局牵头考核，县政协提案机构配合提供数据。', 'lead 县统计局, support 县政协提案机构'],
    ['此项由县商务局牵头，县供销社及有关县（区）配合。', 'lead 县商务局, support 县供销社, support 有关县（区）'],
    ['具体由县发改局、县交通局按职责分工负责。', 'responsible 县发改局, responsible 县交通局'],
    ['六大行动由对应的专项工作组牵头推进。', 'lead 对应的专项工作组'],
    ['专班召集人对所承担的行动总牵头。', 'lead 专班召集人'],
    ['处置土地30亩。（要素保障组、各相关县直部门）', 'responsible 要素保障组, responsible 各相关县直部门'],
    ['改造设施2处，责任单位：青石镇人民政府；完成时限：5月底前。', 'responsible 青石镇人民政府'],
    ['建成景区1家。（县文旅局，青石镇，安河市）', 'responsible 县文旅局, responsible 青石镇, responsible 安河市'],
    ['改造小区26个（县住建局，10月底前完成）；打通道路4条。', 'responsible 县住建局'],
    ['修订规程。（考核责任单位：县发改局）', 'responsible 县发改局'],
    [
      '修路。牵头责任单位：县交通局。协同责任单位：县财政局、县水利局等。',
      'lead 县交通局, support 县财政局, support 县水利局',
    ],
    [
      '养老。（县民政局、县医保局按职责分工负责，各乡镇落实）',
      'responsible 县民政局, responsible 县医保局, responsible 各乡镇',
    ],
    [
      '招商。责任单位：县商务局、县财政局牵头，县住建局、县科技局配合。',
      'lead 县商务局, lead 县财政局, support 县住建局, support 县科技局',
    ],
  ])('%s', (sentence, expected) => {
    expect(duties('一、任务', '（一）落实。要做好。', `（二）推进。${sentence}`)).toEqual([
      `正文/一/(二) ${expected}`.replace('(二)', '（二）'),
    ])
  })

  it.each([
    '县发改局会同有关部门加强调度。',
    '加强会同研究。',
    '对进度滞后的乡镇，由县纪委监委会同县督查办约谈负责人。',
    '按照“谁牵头、谁负责”，要求一致：抓好落实。',
    '有“牵头”字样的，由该单位牵头。',
    '各牵头单位对所牵头的任务负总责。',
    '每条产业链由1名县领导联系，1个县直部门牵头推进。',
    '建成示范点。（全国文明城市）',
  ])('none: %s', (sentence) => {
    expect(duties('一、任务', sentence)).toEqual([])
  })

  it('that opens a paragraph behind its topic covers the paragraph', () => {
    const plan = read(
      '一、安全和人才',
      '安全生产工作由县应急局牵头，县住建局配合。开展检查不少于60处。',
      '人才工作由县人社局负责。引进人才120名。',
    )
    expect(plan.indicators.map(({ owner }) => owner)).toEqual(['县应急局', '县人社局'])
  })

  it('of a table: a dash names nobody', () => {
    const rows = [
      '序号\t任务\t牵头单位\t配合单位',
      '1\t修路。修路5公里。\t县交通局\t—',
      '2\t办学。\t县教育局\t县财政局',
    ]
    expect(duties('一、任务', ...rows)).toEqual([
      '正文/一/1 lead 县交通局',
      '正文/一/2 lead 县教育局, support 县财政局',
    ])
  })

  it('above the items of a part covers their figures', () => {
    const plan = read('一、水稻', '牵头单位：县农业局', '1.扩面。面积达到5万亩。', '2.提质。优质率达到75%。')
    expect(plan.indicators.map(({ owner }) => owner)).toEqual(['县农业局', '县农业局'])
  })

  it('that closes a sentence covers its figures', () => {
    const plan = read('一、外贸（县工信局牵头）', '交易额达到15亿元，新建海外仓3个，由县商务局牵头，县税务局配合。')
    expect(plan.indicators.map(({ owner }) => owner)).toEqual(['县商务局', '县商务局'])
  })

  it('counts the level that a name brings along', () => {
    expect(duties('1.复查。（责任单位：各街道、县直各部门）')).toEqual([
      '正文/1 responsible 各街道, responsible 县直各部门',
    ])
    expect(duties('1.复查。（责任单位：市、县机管局）')).toEqual(['正文/1 responsible 市、县机管局'])
  })

  it('leaves the mark of an item out of the name', () => {
    expect(duties('一、分工', '（一）县商务局牵头负责商贸流通企业的安全管理，督促落实主体责任。')).toEqual([
      '正文/一/（一） lead 县商务局',
    ])
  })

  it('that closes an item or opens it speaks for the whole item', () => {
    const owners = (text: string) => read('一、任务', `（一）建平台。${text}`).indicators.map(({ owner }) => owner)
    expect(owners('新增库容6万吨。更新车辆50辆。本项任务由县商务局牵头，县财政局配合。')).toEqual([
      '县商务局',
      '县商务局',
    ])
    expect(owners('建成平台2个。该项改革由县数据局牵头，8月底前上线运行。')).toEqual(['县数据局'])
    expect(owners('建成节点3个。建平台由县数据局牵头，县财政局配合。')).toEqual(['县数据局'])
    expect(owners('建成节点3个。培训由县人社局牵头，年内开展调研。')).toEqual([null])
    expect(owners('办结率达到98%。由县信访局牵头，按月通报办理情况。')).toEqual(['县信访局'])
    expect(owners('由县数据局牵头，年内接入企业300家。满足率保持在95%以上。')).toEqual(['县数据局', '县数据局'])
    expect(owners('推广联运，由县交通局牵头，今年培育线路5条。新增泊位2个。')).toEqual(['县交通局', null])
  })

  it('that opens a sentence covers the figures of that sentence alone', () => {
    const plan = read('一、民生', '由县教育局牵头，县住建局配合，新建幼儿园2所。建成道路3条。')
    expect(plan.indicators.map(({ owner }) => owner)).toEqual(['县教育局', null])
  })
})
