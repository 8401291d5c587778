import { describe, expect, it } from 'vitest'
import { readPlanText } from '../read-plan.ts'

/** What is read of a promise, one line each: 主语 kind op value(~high)unit, `strive` behind it where it is one. */
function promises(text: string): string[] {
  return readPlanText(`某县2025年工作方案\n一、工作目标\n${text}`).indicators.map((one) => {
    const high = one.valueHigh === null ? '' : `~${one.valueHigh}`
    const strive = one.commitment === 'strive' ? ' strive' : ''
    return `${one.subject} ${one.kind} ${one.op} ${one.value ?? 'none'}${high}${one.unit}${strive}`
  })
}

const READINGS: readonly (readonly [about: string, text: string, expected: readonly string[]])[] = [
  ['numerals in words', '蔬菜面积稳定在三百万亩以上。', ['蔬菜面积 level >= 300万亩']],
  [
    'shares in words',
    '渗透率达到百分之五点五，机械化率达到六成以上。',
    ['渗透率 level >= 5.5%', '机械化率 level >= 6成'],
  ],
  ['a magnitude alone', '力争园区产值突破千亿元。', ['园区产值 level >= 1千亿元 strive']],
  ['余 inside the unit', '培训工匠1.2万余人次。', ['培训工匠 level >= 1.2万人次']],
  ['a range with two units', '人口密度宜控制在每平方公里0.6万至1万人。', ['人口密度 level >= 0.6~1万人']],
  ['a range without unit', '容积率宜控制在1.5至2.0。', ['容积率 level >= 1.5~2.0']],
  ['a ratio', '城乡居民收入比缩小到1.6:1。', ['城乡居民收入比 level <= 1.6:1']],
  ['a death rate', '孕产妇死亡率控制在9/10万以内。', ['孕产妇死亡率 level <= 9/10万']],
  ['strict bounds', '不良率低于1%，好评率高于95%。', ['不良率 level < 1%', '好评率 level > 95%']],
  ['a rate of change as noun', '消费价格涨幅控制在2%左右。', ['消费价格涨幅 growth ~ 2%']],
  ['a natural rate is a state', '人口自然增长率达到2‰。', ['人口自然增长率 level >= 2‰']],
  ['doubling twice', '数据产业规模翻两番。', ['数据产业规模 growth >= 300%']],
  ['a verb before its noun', '压减行政开支5%。', ['行政开支 decline >= 5%']],
  ['a fall from a base', '失业率由4.8%下降到4.5%。', ['失业率 level <= 4.5%']],
  ['points against another figure', '收入增速高于全市平均水平1个百分点以上。', ['收入增速 relative >= 1个百分点']],
  ['level with last year', '优良率与上年持平。', ['优良率 relative >= none']],
  [
    'places in a ranking',
    '综合评价进入全省前30名，活力指数保持全市前三。',
    ['综合评价 rank <= 30名', '活力指数 rank <= 3'],
  ],
  [
    'a carried list of subjects',
    '甲类企业和乙类企业分别达到6家、9家；到2027年，分别达到8家和12家。',
    ['甲类企业 level >= 6家', '乙类企业 level >= 9家', '甲类企业 level >= 8家', '乙类企业 level >= 12家'],
  ],
  [
    'a shared tail',
    '氮氧化物、氨氮排放总量分别下降2%、1%。',
    ['氮氧化物排放总量 decline >= 2%', '氨氮排放总量 decline >= 1%'],
  ],
  ['town and country', '城乡居民收入分别增长6%和7%左右。', ['城镇居民收入 growth ~ 6%', '农村居民收入 growth ~ 7%']],
  ['a figure that says which', '完成230个50户以上村寨电改。', ['50户以上村寨电改 level >= 230个']],
  ['a carried object', '实施绿化项目190个，开工建设165个。', ['绿化项目 level >= 190个', '绿化项目 level >= 165个']],
  ['work that names some', '改造甲路、乙路等50条道路。', ['道路 level >= 50条']],
  ['words on both sides', '完成甲桥至乙桥3.4公里道路拓宽。', ['甲桥至乙桥道路拓宽 level >= 3.4公里']],
  [
    'a list under 新增',
    '计划新增10个甲站、5个乙站，同步建成丙桩4个。',
    ['甲站 increment >= 10个', '乙站 increment >= 5个', '丙桩 level >= 4个'],
  ],
  ['new and rebuilt', '新建改扩建学校6所。', ['学校 level >= 6所']],
  [
    'a list under 新建 behind its year',
    '2025年新建甲站2个、乙点30个，其中丙点不少于5个。',
    ['甲站 increment >= 2个', '乙点 increment >= 30个', '丙点 increment >= 5个'],
  ],
  ['new land for building is a thing', '完成新增建设用地报批1200亩。', ['新增建设用地报批 level >= 1200亩']],
  [
    'a count for each is a state',
    '新增学位300个，每千人口托位数不少于4.8个。',
    ['学位 increment >= 300个', '每千人口托位数 level >= 4.8个'],
  ],
  [
    'doubling against a year',
    '数据产业规模突破500亿元，比2024年翻一番以上。',
    ['数据产业规模 level >= 500亿元', '数据产业规模 growth >= 100%'],
  ],
  [
    'a standing set that work relies on',
    '依托甲学院建设概念验证中心1个。',
    ['依托甲学院建设概念验证中心 level >= 1个'],
  ],
  ['how much of it is checked', '对已整改隐患按不少于30%的比例开展抽查。', ['比例开展抽查 level >= 30%']],
  ['how money is used', '奖励资金用于粮食生产的比例不低于60%。', ['奖励资金用于粮食生产的比例 level >= 60%']],
  ['money that is founded', '设立总规模50亿元的产业基金。', ['产业基金 level >= 50亿元']],
  ['how long before', '预警提前量达到50分钟以上。', ['预警提前量 level >= 50分钟']],
  ['large firms are counted', '完成300家规模以上企业诊断。', ['规模以上企业诊断 level >= 300家']],
  ['against last year', '面积不低于上年实际播种面积。', ['面积 relative >= none']],
  [
    'two branches share what is measured',
    '光伏、储能两大产业营业收入分别超过20亿元和8亿元。',
    ['光伏产业营业收入 level >= 20亿元', '储能产业营业收入 level >= 8亿元'],
  ],
  [
    'the traditional script',
    '實施數字化改造項目260個，貸款餘額增長18%以上。',
    ['數字化改造項目 level >= 260个', '貸款餘額 growth >= 18%'],
  ],
  ['a bounded count behind letters', '工业APP200款以上。', ['工业APP level >= 200款']],
  [
    'rebuilt after new ones',
    '新创示范村20个，新改建户厕500户。',
    ['新创示范村 increment >= 20个', '新改建户厕 level >= 500户'],
  ],
  ['an amount in words behind its noun', '新建标准厂房二十万平方米。', ['标准厂房 increment >= 20万平方米']],
  ['a count in words behind a quote', '新增“个转企”二百家。', ['“个转企” increment >= 200家']],
  ['for a thousand people', '抽检量不少于4.5批次/千人。', ['抽检量 level >= 4.5批次/千人']],
  ['homes of a kind', '筹集保障性住房2万套（间）。', ['筹集保障性住房 level >= 2万套(间)']],
  ['computing power', '算力规模达到1500P。', ['算力规模 level >= 1500P']],
  ['how many get there', '推动2个镇营业收入突破10亿元。', ['镇营业收入突破10亿元 level >= 2个']],
  ['work that stands behind its list', '甲校、乙校等6所学校9月1日前投入使用。', ['学校9月1日前投入使用 level >= 6所']],
  ['a credit line that is reached', '合作银行授信规模达到30亿元。', ['合作银行授信规模 level >= 30亿元']],
  ['less paper', '申报材料精简30%。', ['申报材料 decline >= 30%']],
  [
    'money to be got',
    '争取设备贴息资金3000万元，兑现奖励资金不少于160万元。',
    ['设备贴息资金 level >= 3000万元 strive', '兑现奖励资金 level >= 160万元 strive'],
  ],
  ['a score', '群众满意度测评得分达到90分以上。', ['群众满意度测评得分 level >= 90分']],
  ['projects and what they cost', '实施项目120个、总投资560亿元。', ['项目 level >= 120个', '总投资 level >= 560亿元']],
  ['a bound on a share', '行政开支不超过预算的10%。', ['行政开支 level <= 10%']],
  [
    'an interim step in brackets',
    '新建茶园2万亩（6月底前完成1万亩）。',
    ['茶园 increment >= 2万亩', '茶园 level >= 1万亩'],
  ],
  ['a size inside a count', '培育3家年营收10亿元以上企业。', ['年营收10亿元以上企业 level >= 3家']],
  ['two counts of one work', '完成822个村3.4万户改造任务。', ['村 level >= 822个', '改造任务 level >= 3.4万户']],
  ['people without a unit', '培训农民100万，帮助20万群众增收。', ['培训农民 level >= 100万', '群众增收 level >= 20万']],
  ['a verb said once', '确保增加值增长9%、力争10%。', ['增加值 growth >= 9%', '增加值 growth >= 10% strive']],
  ['what was spoken of before', '宜建设多层住宅，最高不超过18层。', ['多层住宅 level <= 18层']],
  [
    'a share of what was named',
    '全县产值突破6亿元，占全市的8%以上。',
    ['产值 level >= 6亿元', '产值占全市 level >= 8%'],
  ],
  ['objects of places', '培育3家在省内有影响力的平台。', ['在省内有影响力的平台 level >= 3家']],
  ['points of interest', '贷款利率下降20个基点。', ['贷款利率 decline >= 20个基点']],
  ['the past year beside this one', '2024年完成投资8亿元，增长5%；2025年完成投资9亿元。', ['投资 level >= 9亿元']],
]

const NONE: readonly (readonly [about: string, text: string])[] = [
  ['a rhythm', '每月召开1次调度会。'],
  ['the sum of a list', '建设甲园、乙园2个园区。'],
  ['a standing set', '覆盖教育、医疗等12个领域。'],
  ['a case', '建设18层以上住宅的，应当论证。'],
  ['which houses', '重点整治3层以上、人员密集的自建房。'],
  ['letters of a name', '推广5G应用，执行A4标准，整治PM2.5来源。'],
  ['a rate of help', '对设备投入按5%补助。'],
  ['a state of today', '截至2024年底，建成大棚300座，带动农户200户。'],
  ['names', '创建三级医院，推广5G应用，实施百亿级培育，争创百强县。'],
  ['a group of the best', '综合实力位居全省第一方阵。'],
  ['programmes of doubling', '实施市场主体倍增行动。'],
  ['full marks', '完成率达到100%的得满分。'],
  ['a case without points', '经营性收入薄弱的村占比超过20%的，不得分。'],
  ['who is judged', '考核对象为全县14个乡镇、3个街道。'],
  ['the first quarters', '前三季度，投资增长6.1%，增加值增长5.4%。'],
  ['second in a name', '推进县第二实验小学建设。'],
  ['what is gone through', '对已签约的26个项目逐一会诊，紧盯22个在建项目。'],
  ['points', '经济指标40分、项目建设30分；综合得分90分以上为优秀，每培育1家得2分。'],
  ['weights', '定量指标占70%，优秀等次比例不超过参评单位的30%。'],
  ['who has done well', '对考核排名前3名的乡镇予以表扬。'],
  ['what there is', '我县现有耕地45万亩，辖12个乡镇，常住人口38万人。'],
  ['what was done since', '近年来，建成大棚300座，培育企业35家。'],
  ['who is to be named', '每个专班明确1名联络员，每周报送1期简报。'],
  ['whom a rule favours', '用地面积50亩以上、投资强度不低于300万元/亩的项目优先供地。'],
  ['the parts of the plan', '聚焦35项重点任务，细化128条措施。'],
  ['what a project is like', '总投资2.5亿元的甲水库工程，设计库容300万立方米，工期36个月。'],
  ['rules of help', '补助标准为每户2万元，其中省级补助1.2万元；每家兑现奖励资金5万元。'],
  ['people of a place', '成果更多更公平惠及全市670万人民。'],
  ['the sum of the parts', '所列任务共41项；一类县共9个。'],
  ['what a score is made of', '占被考核单位得分的15%。'],
  ['a case of little', '化解率低于85%的县，不得评优。'],
  ['last year inside a sentence', '去年我市成交额完成58亿元。去年结余的资金860万元。'],
  ['departments and years', '5部门联合发文，开展为期3年的行动。'],
]

describe('promises', () => {
  it.each(READINGS)('%s: %s', (_about, text, expected) => {
    expect(promises(text)).toEqual(expected)
  })

  it.each(NONE)('%s is none: %s', (_about, text) => {
    expect(promises(text)).toEqual([])
  })
})
