import { describe, expect, it } from 'vitest'
import { readPlanText } from '../read-plan.ts'

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
    ['各组每月25日前将进展报县推进办，每月向县推进办报送一次情况。', ['month 报', 'month 报送']],
    ['各单位每月28日前通过督查系统填报进度。', ['month 填报']],
    ['召集单位双周调度。', ['twoWeek 调度']],
    ['每周组织应急演练，连续两个季度排名末位的约谈。', ['week 演练']],
    ['每季度调度一次，半年开展一次专项督查。', ['quarter 调度', 'halfYear 督查']],
    ['建立“旬统计、月调度”机制。', ['dekad 统计, month 调度']],
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

describe('phases of a schedule', () => {
  const due = (text: string) => readPlanText(`某县2024年方案\n一、步骤\n${text}`).deadlines.map((one) => one.due)

  it.each<[string, string[]]>([
    ['（一）动员部署阶段（3月1日—3月15日）。制定方案。', ['2024-03-15']],
    ['（一）集中整治阶段（2024年3月16日至10月31日）。全面整治。', ['2024-10-31']],
    ['（一）总结阶段（11月—12月）。总结经验。\n（二）收尾（2025年1月）。做好收尾。', ['2024-12-31', '2025-01-31']],
    ['（一）筹备阶段。2024年3月1日至15日，做好筹备。', ['2024-03-15']],
  ])('%s', (text, expected) => {
    expect(due(text)).toEqual(expected)
  })

  it.each(['（一）园区建设（2号地块）。抓好建设。', '（一）专项行动（试行）。抓好落实。', '成文日期：2024年3月8日'])(
    'none in %s',
    (text) => {
      expect(due(text)).toEqual([])
    },
  )
})

describe('dates', () => {
  const due = (text: string) => readPlanText(`某市2022年方案\n一、任务\n${text}`).deadlines.map((one) => one.due)

  it.each<[string, string[]]>([
    ['2022年上半年，侧重实物清查，下半年估算价值。', ['2022-06-30', '2022-12-31']],
    ['经过两年努力，体系更加完善。', ['2023-12-31']],
    ['普及率达到60%，争取2023年达到70%。', ['2023-12-31']],
    ['停车场9月投入使用，东院区6月投用，甲园12月建成通航。', ['2022-09-30', '2022-06-30', '2022-12-31']],
    ['确保上半年全线进场施工。', ['2022-06-30']],
    ['——到2022年底，存栏达到16万头；', ['2022-12-31']],
    ['台账分别于4月30日、6月20日、8月10日前报备。', ['2022-04-30', '2022-06-20', '2022-08-10']],
    ['按照“11月底前全面完成、年底前查漏补缺”的安排推进。', ['2022-11-30', '2022-12-31']],
  ])('%s', (text, expected) => {
    expect(due(text)).toEqual(expected)
  })

  it.each([
    '贷款年末余额达到35亿元。',
    '组织第四季度集中开工活动。',
    '上半年经济增长6%，好于预期。',
    '2021年9月投入使用的停车场运行平稳。',
    '综合考虑力争2060年前实现碳中和等因素。',
    '2022年，推进项目建设。',
  ])('none in %s', (text) => {
    expect(due(text)).toEqual([])
  })
})
