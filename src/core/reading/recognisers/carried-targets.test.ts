import { describe, expect, it } from 'vitest'
import { promises } from './promises.fixture.ts'

/** What a promise takes from the words around it: subjects, tails, labels, the reach of 新增. */
const READINGS: readonly (readonly [about: string, text: string, expected: readonly string[]])[] = [
  [
    'which of the things just named',
    '新引进亿元以上产业项目30个，其中10亿元以上5个、50亿元以上1个。',
    [
      '新引进亿元以上产业项目 increment >= 30个',
      '10亿元以上产业项目 increment >= 5个',
      '50亿元以上产业项目 increment >= 1个',
    ],
  ],
  [
    'against the people of towns',
    '农民人均可支配收入增速继续高于城镇居民。',
    ['农民人均可支配收入增速 relative > none'],
  ],
  [
    'two letters that say which',
    '进口、出口整体通关时间分别压缩至30小时、1小时以内。',
    ['进口整体通关时间 level <= 30小时', '出口整体通关时间 level <= 1小时'],
  ],
  [
    'a date behind what is counted',
    '列入计划的300套住房6月底前全部交付，8月31日前新建学校6所。',
    ['列入计划的住房 level >= 300套', '学校 increment >= 6所'],
  ],
  [
    'a date behind its noun',
    '接入企业2099年底超过800家，果蔬低温处理率2099年达到28%。',
    ['接入企业 level >= 800家', '果蔬低温处理率 level >= 28%'],
  ],
  [
    'money beside a list of new things',
    '新引进项目20个，到位市外资金50亿元；净增企业6家，合同成交额3亿元。',
    [
      '新引进项目 increment >= 20个',
      '到位市外资金 level >= 50亿元',
      '企业 increment >= 6家',
      '合同成交额 level >= 3亿元',
    ],
  ],
  [
    'verbs inside a list of new things',
    '新建充电桩200个，既有住宅加装电梯12部，幸福河湖建成4条。',
    ['充电桩 increment >= 200个', '既有住宅加装电梯 level >= 12部', '幸福河湖建成 level >= 4条'],
  ],
  [
    'new things of every year',
    '每年新认定智能工厂10家以上、数字化车间20个以上。',
    ['新认定智能工厂 increment >= 10家', '数字化车间 increment >= 20个'],
  ],
  [
    'a list ends where its part of the sentence ends',
    '新建基地12个；推广果园间作，间作面积不少于2万亩。',
    ['基地 increment >= 12个', '间作面积 level >= 2万亩'],
  ],
  ['new and restored', '新增、恢复和改善灌溉面积30万亩。', ['恢复和改善灌溉面积 level >= 30万亩']],
  [
    'crops share what is grown',
    '茶叶、油茶、中药材种植面积分别达到9万亩、8万亩、3万亩。',
    ['茶叶种植面积 level >= 9万亩', '油茶种植面积 level >= 8万亩', '中药材种植面积 level >= 3万亩'],
  ],
  [
    'clusters, sectors and things named alike share their tails',
    '甲材、电子元器件集群营业收入分别达到90亿元、60亿元；第二、第三产业增加值分别增长6%、5%；大型水库、大型灌区数字孪生覆盖率分别达到80%和60%。',
    [
      '甲材集群营业收入 level >= 90亿元',
      '电子元器件集群营业收入 level >= 60亿元',
      '第二产业增加值 growth >= 6%',
      '第三产业增加值 growth >= 5%',
      '大型水库数字孪生覆盖率 level >= 80%',
      '大型灌区数字孪生覆盖率 level >= 60%',
    ],
  ],
  [
    'two chains share what is measured',
    '粮油、畜禽2条链产值分别突破20亿元、15亿元。',
    ['粮油链产值 level >= 20亿元', '畜禽链产值 level >= 15亿元'],
  ],
  [
    'a label before last year and this one',
    '固定资产投资：2024年预计完成80亿元、增长4%，2025年预期增长6%左右。',
    ['固定资产投资 growth ~ 6%'],
  ],
  [
    'a title that names the target, year by year',
    '1.关键工序数控化率。2024年为60%，2025年、2026年分别达到63%、66%。',
    ['关键工序数控化率 level >= 63%', '关键工序数控化率 level >= 66%'],
  ],
  ['a title of work that names its target', '1.扩大有效投资。全年增长8%。', ['有效投资 growth >= 8%']],
  [
    'rows of a table that give two figures',
    '指标名称\t预期目标\n一般公共预算收入\t达到8亿元、增长4%\n城乡居民收入\t分别增长5%、7%',
    [
      '一般公共预算收入 level >= 8亿元',
      '一般公共预算收入 growth >= 4%',
      '城镇居民收入 growth >= 5%',
      '农村居民收入 growth >= 7%',
    ],
  ],
  [
    'rows under a title that sorts them, by their own names',
    '一、经济类\n序号\t指标名称\t年度目标\t牵头单位\n1\t工业增加值\t增长6%以上\t县工信局\n2\t高新企业总数\t力争达到40家\t县科技局',
    ['工业增加值 growth >= 6%', '高新企业总数 level >= 40家 strive'],
  ],
  [
    'rows of a table of targets of two kinds to each town, numbered by town',
    '序号\t镇街\t个性指标\t2026年目标\n1\t甲镇\t楼宇税收\t突破3亿元\n\t\t农村公路养护\t86公里\n2\t乙镇\t接待游客\t120万人次',
    ['楼宇税收 level >= 3亿元', '农村公路养护 level >= 86公里', '接待游客 level >= 120万人次'],
  ],
  [
    'several years of one target, which is no past',
    '2024年、2025年，处理率分别达到95%、96%；完成率一季度达到25%、二季度达到50%。',
    ['处理率 level >= 95%', '处理率 level >= 96%', '完成率 level >= 25%', '完成率 level >= 50%'],
  ],
  [
    'of which kind the things are',
    '创建国家级示范区1个、省级3个，培育亿元企业50家、其中10亿元以上5家。',
    [
      '创建国家级示范区 level >= 1个',
      '省级示范区 level >= 3个',
      '亿元企业 level >= 50家',
      '10亿元以上企业 level >= 5家',
    ],
  ],
  [
    'last year named what is counted again',
    '去年新增规上企业30家，今年力争再新增35家以上。',
    ['规上企业 increment >= 35家 strive'],
  ],
  [
    'services are a trade, no work',
    '新增“四上”企业60家，其中工业20家、服务业15家。',
    ['“四上”企业 increment >= 60家', '工业 increment >= 20家', '服务业 increment >= 15家'],
  ],
  [
    'letters are not alike',
    'PM2.5、PM10年均浓度分别控制在32微克/立方米、55微克/立方米以内。',
    ['PM2.5年均浓度 level <= 32微克/立方米', 'PM10年均浓度 level <= 55微克/立方米'],
  ],
  ['against the whole city', '主要指标增速高于全市、好于预期。', ['主要指标增速 relative > none']],
  [
    'when it is done is no part of what is done',
    '整治完成率6月底前达到60%、年底前实现全覆盖；存量问题6月底前清零，新增问题当年清零；入驻率年底前达到70%。',
    [
      '整治完成率 level >= 60%',
      '整治完成率 level >= 100%',
      '存量问题 level = 0',
      '新增问题 level = 0',
      '入驻率 level >= 70%',
    ],
  ],
  [
    'what is said besides',
    '进出口总额实现正增长、力争增长5%，“三公”经费只减不增、压减3%。',
    ['进出口总额 growth >= 5% strive', '“三公”经费 decline >= 3% strive'],
  ],
  [
    'province and city share their projects',
    '省、市重点项目分别不少于2个、6个。',
    ['省重点项目 level >= 2个', '市重点项目 level >= 6个'],
  ],
  [
    'places share what is measured in them',
    '甲县、乙县、丙区规上工业增加值分别增长8%、7%、9%。',
    ['甲县规上工业增加值 growth >= 8%', '乙县规上工业增加值 growth >= 7%', '丙区规上工业增加值 growth >= 9%'],
  ],
  ['new and rebuilt in a bracket', '新建（改扩建）学校3所。', ['学校 level >= 3所']],
  [
    'building land and new homes are things',
    '建设用地亩均税收提高10%，新建商品房销售面积增长5%，财政收入同口径增长3%。',
    ['建设用地亩均税收 growth >= 10%', '新建商品房销售面积 growth >= 5%', '财政收入 growth >= 3%'],
  ],
  ['a title that names work', '1.控制县城规模。鼓励建设多层住宅，最高不超过12层。', ['多层住宅 level <= 12层']],
  [
    'levels and bounded kinds',
    '国企管理层级压缩到3级以内，管理层级控制在四级以内；归集数据目录不少于300类。',
    ['国企管理层级 level <= 3级', '管理层级 level <= 4级', '归集数据目录 level >= 300类'],
  ],
  [
    'units with an aside',
    '建设幸福河湖6条（个），开展监督检查2轮次，中蜂存栏达到3万群。',
    ['幸福河湖 level >= 6条(个)', '监督检查 level >= 2轮次', '中蜂存栏 level >= 3万群'],
  ],
  ['a ratio as it is written', '产值之比达到2.5∶1。', ['产值之比 level >= 2.5∶1']],
  ['a noun that ends like a verb', '布设测雨雷达4部。', ['布设测雨雷达 level >= 4部']],
  ['a weight that is to be reached', '电力消纳责任权重不低于30%。', ['电力消纳责任权重 level >= 30%']],
  ['what is set aside', '每年单列不低于5%的用地计划指标。', ['用地计划指标 level >= 5%']],
  [
    'how fast funds are spent',
    '衔接补助资金支出进度9月底前达到75%、年底前达到95%以上。',
    ['衔接补助资金支出进度 level >= 75%', '衔接补助资金支出进度 level >= 95%'],
  ],
  [
    'what projects cost together, and land got approved',
    '储备项目不少于50个，总投资突破90亿元；完成用地报批600亩；平台新增授信6亿元。',
    ['储备项目 level >= 50个', '总投资 level >= 90亿元', '用地报批 level >= 600亩', '平台新增授信 increment >= 6亿元'],
  ],
  ['how long it is open', '体育馆免费开放全年不少于330天。', ['体育馆免费开放 level >= 330天']],
  [
    'growth as the noun behind',
    '2024年工业增加值增长8.2%，今年继续保持7.5%以上增速；销售额保持8%以上的增长。',
    ['工业增加值 growth >= 7.5%', '销售额 growth >= 8%'],
  ],
  [
    'what began and what ended, of the projects named',
    '安排重点项目68个、年度计划投资82亿元，其中新开工29个、续建18个、竣工21个。',
    [
      '重点项目 level >= 68个',
      '年度计划投资 level >= 82亿元',
      '重点项目 increment >= 29个',
      '重点项目 level >= 18个',
      '重点项目 level >= 21个',
    ],
  ],
  [
    'a share of what was named',
    '总装机突破90万千瓦、占比达到52%。',
    ['总装机 level >= 90万千瓦', '总装机占比 level >= 52%'],
  ],
  [
    'items of a list of good deeds',
    '一是新增学位900个；二是为3000名学生免费体检。',
    ['学位 increment >= 900个', '学生免费体检 level >= 3000名'],
  ],
  ['problems that are put right', '督察反馈的14个问题全部完成整改。', ['督察反馈的问题 level >= 14个']],
  ['a share that is taken in', '绿色食品、有机产品100%纳入追溯平台管理。', ['绿色食品、有机产品 level >= 100%']],
  ['a quarter inside', '重点项目一季度开工率不低于60%。', ['重点项目开工率 level >= 60%']],
  [
    'ten 亿 in words is one amount',
    '超百亿元企业6家、超十亿元企业80家。',
    ['超百亿元企业 level >= 6家', '超十亿元企业 level >= 80家'],
  ],
]

const NONE: readonly (readonly [about: string, text: string])[] = [
  ['how often it is done', '县级领导每季度外出招商不少于2次；河长每半年巡河不少于1次。'],
  ['who does it', '每条产业链由1个县直部门牵头推进，组成4个考核组，实地核验；专班下设5个工作组。'],
  ['how often a body meets', '每季度召开1次专题会，全年召开不少于4次。'],
  ['how long an answer takes', '企业诉求7个工作日内办结。'],
  [
    'how units are graded',
    '综合得分900分以上且排名在前30%的为优秀，优秀单位数量不超过参评单位总数的30%，得分按80%计算。',
  ],
  ['which works they are', '年产20吉瓦时电池基地三季度末投产，年产2万吨材料项目6月底前开工。'],
  ['sets that stand', '纳入省级调度的18个项目，由县领导领衔推进；加大对15个重点帮扶县的倾斜支持力度。'],
  ['who gets a rule of their own', '对年产值亿元以上的30家企业实行“一企一策”，聚焦12条重点产业链补链。'],
  ['crowds are no herds', '服务20余群众。'],
  ['shops that are kept on lists', '126家农资门店实行台账管理。'],
  ['what a score is made of', '考核实行百分制，其中日常调度占40分、重点指标占60分。'],
  ['how often a page was read', '来源：办公室 浏览次数：1387次 字体：大'],
  ['the year told of, to its end', '2021年，登记主体增长9%，全年查办案件70件。'],
]

describe('promises among other words', () => {
  it.each(READINGS)('%s: %s', (_about, text, expected) => {
    expect(promises(text)).toEqual(expected)
  })

  it.each(NONE)('%s is none: %s', (_about, text) => {
    expect(promises(text)).toEqual([])
  })
})
