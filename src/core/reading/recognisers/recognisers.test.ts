import { describe, expect, it } from 'vitest'
import { markKinds, markedSample, spansFor } from '../marked-sample.ts'
import type { SampleMark } from '../marked-sample.ts'
import { readPlanText } from '../read-plan.ts'

/** Words found of one kind, as text: a failing test then shows what was read. */
function words(text: string, kind: SampleMark): string[] {
  return spansFor(readPlanText(text), kind).map((span) => text.slice(span.start, span.end))
}

/** For every kind that is tested here: samples with the result written inside, and texts that hold none of it. */
const SAMPLES: Readonly<Partial<Record<SampleMark, { valid: readonly string[]; invalid: readonly string[] }>>> = {
  heading: {
    valid: [
      '一、{heading:总体要求}\n二、{heading:重点任务}\n（一）{heading:壮大产业集群}。培育优势产业，延伸产业链条。\n（二）{heading:优化营商环境}。推进全程代办。',
      '一、{heading:目标}\n——{heading:产业体系更加完善}。实体经济持续壮大，结构不断优化。\n——{heading:民生福祉持续改善}。公共服务更加均衡，群众得到实惠。',
      '一、{heading:任务}\n1.{heading:统筹抓好重点群体就业帮扶}，确保零就业家庭动态清零。\n2.{heading:组织开展劳务品牌培育}，新增劳务品牌1个。',
      '三、{heading:工作步骤}\n（一）{heading:2025年6月底之前}，各单位报送方案。\n（二）{heading:2025年9月底之前}，完成评估报告。',
      '一、{heading:重点}\n（一）{heading:实施促消费行动}。着力激发内需增长动能。{heading:大力提振消费}。通过业态创新、政策支持、活动引流多维度发力。{heading:扩大有效投资}。加强项目谋划，抢抓政策机遇，推进重点项目建设。',
      '一、{heading:原则}\n{heading:坚持系统观念，统筹推进}。加强前瞻性思考和全局性谋划，强化协同。\n{heading:坚持问题导向，重点突破}。聚焦堵点难点，精准施策，务求实效。',
    ],
    invalid: ['各单位要高度重视，抓好落实。', '附件：1.甲方案\n2.乙方案\n3.丙方案', '2025年3月1日'],
  },
  lead: {
    valid: [
      '一、任务\n1.甲事。推进甲事。（{lead:区人社局}牵头负责，区科工局、祝丰镇等按职责分工负责）',
      '一、任务\n1.甲事。推进甲事。（{lead:区发改局}、{lead:区审批局}牵头，区财政局等按职责分工负责）',
      '一、任务\n1.甲事。推进甲事。（牵头单位：{lead:区商务局（招商中心）}；责任单位：区财政局）',
      '一、任务\n1.甲事。推进甲事。\n牵头单位：{lead:市林业局}、{lead:住建局}\n责任单位：各县（市、区）人民政府',
      '一、任务\n1.甲事。由{lead:市发展改革委}牵头编制实施方案。',
      '一、任务\n1.甲事。推进甲事。（{lead:市规划资源局}负责）',
      '一、任务\n1.甲事。推进甲事。（{lead:市发改委}会同市财政局负责）',
      '一、任务\n1.甲事。推进甲事。（{lead:市水利局}，会同市财政局、市农业农村局推进）',
      '一、任务\n1.甲事。推进甲事。【依职责牵头：{lead:市科技局}；参与：市教育局】',
      '一、任务\n1.甲事。推进甲事。〔责任单位：{lead:省商务厅}，各市（州）人民政府；第一家为牵头单位，下同〕',
      '责任单位中排第一位的为牵头单位。\n一、任务\n1.甲事。推进甲事。（责任单位：{lead:市工信局}、市商务局）',
    ],
    invalid: [
      '一、任务\n1.甲事。推进甲事。（市科技局、市商务局按职责分工负责）',
      '一、任务\n1.甲事。鼓励企业牵头或参与绿色技术研发项目。',
      '一、任务\n1.甲事。明确牵头负责人，逐项抓好落实。',
      '一、任务\n1.甲事。推进甲事。（责任单位：市邮政管理局）',
      '一、任务\n1.甲事。推进甲事。（市水利局、市财政局会同）',
    ],
  },
  responsible: {
    valid: [
      '一、任务\n1.甲事。推进甲事。（{responsible:市交通运输委}、{responsible:市商务局}等部门和{responsible:各区人民政府}按职责分工负责）',
      '一、任务\n1.甲事。推进甲事。（{responsible:市文化和旅游局}、{responsible:市工业和信息化局}等）',
      '一、任务\n1.甲事。推进甲事。\n责任单位：{responsible:市、区机管局}，{responsible:市教委}',
      '一、任务\n1.甲事。推进甲事。〔责任单位：{responsible:市财政局} {responsible:市审计局}〕',
    ],
    invalid: ['一、任务\n1.甲事。提升产业园区（集群）循环化水平。', '一、任务\n1.甲事。按照《办法》（试行）执行。'],
  },
  support: {
    valid: [
      '一、任务\n1.甲事。推进甲事。（市住建局牵头，{support:各区人民政府}，{support:市发展改革局}、{support:市场监管局}配合）',
      '一、任务\n1.甲事。推进甲事。（责任单位：省能源局，配合单位：{support:省经济和信息化厅}等）',
      '一、任务\n1.甲事。推进甲事。由市人社局牵头，{support:市财政局}、{support:市总工会}等部门配合。',
      '一、任务\n1.甲事。推进甲事。（市水利局牵头，{support:市财政局}、{support:各县（市、区）人民政府}会同）',
      '一、任务\n1.甲事。推进甲事。（市水利局牵头，会同{support:市财政局}、{support:市农业农村局}）',
      '一、任务\n1.甲事。推进甲事。（市水利局，会同{support:市财政局}、{support:市农业农村局}推进）',
    ],
    invalid: ['一、任务\n1.甲事。配合做好专项债试点工作。'],
  },
  participate: {
    valid: ['一、任务\n1.甲事。推进甲事。（市人社局负责，{participate:市委组织部}、{participate:市科技局}参与）'],
    invalid: ['一、任务\n1.甲事。引导公众参与。'],
  },
  target: {
    valid: [
      '一、目标\n力争地区生产总值增长{target:6.5%左右}，规上工业增加值增长{target:8%以上}。',
      '一、目标\n高新技术企业、科技型中小企业分别达到{target:24家}、{target:49家以上}。',
      '一、目标\n培育{target:150家}龙头企业、{target:20个}联合体；改造危旧房{target:22套}。',
      '一、目标\n农业用水量控制在{target:1.2亿立方米以内}，平均煤耗降至{target:295克标煤/千瓦时}。',
      '一、目标\n工业税收过{target:2亿元}，其中税收过5000万企业{target:1家}。',
      '一、目标\n生均标准从380元提高到{target:1000元}，营商环境评价{target:进入全省前5位}。',
      '一、目标\n城镇新增就业{target:1000人}（含困难人员就业{target:150人}），零就业家庭动态{target:清零}。',
      '一、目标\n农村居民收入增速{target:高于全市平均水平}，审批时限压缩至{target:3个工作日以内}。',
      '一、目标\n新增{target:3—5家}企业，完成投资{target:1,200亿元}。',
      '一、目标\n推动{target:60个}餐厨垃圾资源化、无害化利用项目。',
    ],
    invalid: [
      '一、目标\n推动“三类500强”企业落户，建设“15分钟便民生活圈”。',
      '一、任务\n对评估合格的企业，给予一次性奖补，最高100万元。',
      '一、考核\n地区生产总值增速每低1个百分点扣2分。',
      '一、任务\n落实“1+4”产业规划，推广5G应用，实施三年行动。',
      '一、任务\n建筑面积5000平方米以上的项目应当按标准建设。',
      '一、2024年工作回顾\n去年，完成投资200亿元，新增企业30家。',
      '一、任务\n落实《省“十四五”规划》（国发〔2021〕4号）要求，2025年12月底前报告。',
    ],
  },
  subject: {
    valid: [
      '一、目标\n实现{subject:社会消费品零售总额}增长6%以上。',
      '一、目标\n全市{subject:森林覆盖率}稳定在42%以上。',
      '一、目标\n推进15个{subject:可再生能源试点项目建设}。',
    ],
    invalid: ['一、目标\n产业结构更加优化。'],
  },
  deadline: {
    valid: [
      '某区2025年工作方案\n一、任务\n1.甲事。{deadline:6月底前完成验收}。',
      '某区2025年工作方案\n一、任务\n1.甲事。{deadline:年内完成签约}，早日投产。',
      '某区2025年工作方案\n一、任务\n1.甲事。{deadline:到2027年，主特产业优势明显}。',
    ],
    invalid: [
      '某区2025年工作方案\n一、任务\n1.甲事。与2020年相比，能耗有所下降。',
      '某区2025年工作方案\n一、任务\n1.甲事。每年4月底前报送总结。',
      '某区2025年工作方案\n一、任务\n1.甲事。全年持续推进。',
    ],
  },
  cadence: {
    valid: [
      '一、机制\n实行“{cadence:旬调度、月通报、季讲评}”机制。',
      '一、机制\n实行重大项目“{cadence:每周调度、双周通报、双周对账}”机制。',
      '一、机制\n{cadence:每季度向市政府报告}进展。',
    ],
    invalid: ['一、机制\n纳入年度考核。', '一、机制\n每年新增200家企业。'],
  },
  redLine: {
    valid: ['一、任务\n1.甲事。{redLine:严禁挤占挪用}，按时还本付息。'],
    invalid: ['一、任务\n1.甲事。按时还本付息。'],
  },
  promise: {
    valid: ['一、目标\n{promise:主要污染物排放总量持续减少}，{promise:营商环境明显改善}。'],
    invalid: ['一、目标\n能耗持续下降14%。'],
  },
  project: {
    valid: ['一、任务\n1.甲事。{project:加快推进体育公园项目}建设。'],
    invalid: [
      '一、任务\n1.甲事。加强重大项目建设。',
      '一、任务\n1.甲事。推进60个以上示范项目。',
      '一、任务\n1.甲事。实施基础设施、公共服务等项目。',
    ],
  },
  policy: {
    valid: [
      '一、任务\n1.甲事。{policy:制定《云岭区支持技术改造若干措施》}。',
      '一、任务\n1.甲事。{policy:落实研发费用优惠政策}。',
      '一、任务\n1.甲事。{policy:完成某县用水定额标准的编制}，{policy:发布《某县节水管理办法》}和指南。',
    ],
    invalid: ['特制定本方案。', '一、任务\n1.甲事。按印发的建筑管理办法执行。'],
  },
}

describe.each(Object.entries(SAMPLES))('%s', (kind, { valid, invalid }) => {
  const mark = markKinds.find((one) => one === kind)
  if (!mark) throw new Error(`no such mark: ${kind}`)

  it.each(valid)('is found in %s', (sample) => {
    const { text, marks } = markedSample(sample)
    const expected = marks.filter((one) => one.kind === mark).map(({ span }) => text.slice(span.start, span.end))
    expect(expected.length).toBeGreaterThan(0)
    expect(words(text, mark)).toEqual(expected)
  })

  it.each(invalid)('is not found in %s', (text) => {
    expect(words(text, mark)).toEqual([])
  })
})
