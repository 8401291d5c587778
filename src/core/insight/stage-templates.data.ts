import type { Words } from '#core/kit'

/** A stage of a backward schedule: what is done, how long it takes in working days, what lies before one then, what it weighs. */
export interface StageTemplate {
  readonly label: string
  readonly output: string
  readonly workdays: number
  readonly weight: string
}

/** Usual stages of a kind of work. They are a beginning: durations and names are changed in each case. */
export interface StageSet {
  readonly id: 'construction' | 'policy' | 'campaign' | 'recognition' | 'event'
  readonly words: Words
  readonly stages: readonly StageTemplate[]
}

const stage = (label: string, output: string, workdays: number, weight: string): StageTemplate => ({
  label,
  output,
  workdays,
  weight,
})

/** The stage sets that backward scheduling offers. Durations are the common ones of the office, in working days. */
export const stageSets: readonly StageSet[] = [
  {
    id: 'construction',
    words: { zh: '工程建设', en: 'construction' },
    stages: [
      stage('完成立项审批', '立项批复文件', 20, '1'),
      stage('完成施工图审查', '审图合格书', 25, '1'),
      stage('完成招标', '中标通知书', 30, '1'),
      stage('开工', '施工许可证', 10, '1'),
      stage('完成主体工程', '主体验收记录', 80, '4'),
      stage('竣工验收', '竣工验收报告', 30, '2'),
    ],
  },
  {
    id: 'policy',
    words: { zh: '政策文件', en: 'policy document' },
    stages: [
      stage('完成调研', '调研报告', 15, '1'),
      stage('形成初稿', '文件初稿', 10, '2'),
      stage('完成征求意见', '意见采纳情况表', 10, '1'),
      stage('通过合法性审核', '审核意见书', 5, '1'),
      stage('提交会议审议', '会议纪要', 5, '1'),
      stage('印发', '印发文件', 5, '2'),
    ],
  },
  {
    id: 'campaign',
    words: { zh: '专项整治', en: 'special campaign' },
    stages: [
      stage('完成摸底排查', '问题台账', 15, '1'),
      stage('印发实施方案', '实施方案', 5, '1'),
      stage('完成集中整治', '整治销号清单', 40, '3'),
      stage('完成验收', '验收报告', 10, '2'),
      stage('建立长效机制', '制度文件', 10, '1'),
    ],
  },
  {
    id: 'recognition',
    words: { zh: '申报认定', en: 'application for recognition' },
    stages: [
      stage('确定培育对象', '培育名单', 10, '1'),
      stage('完成材料编制', '申报材料', 20, '2'),
      stage('完成申报', '受理回执', 5, '1'),
      stage('通过评审', '评审公示', 30, '2'),
      stage('取得认定', '认定文件', 20, '4'),
    ],
  },
  {
    id: 'event',
    words: { zh: '活动承办', en: 'event' },
    stages: [
      stage('确定活动方案', '活动方案', 10, '1'),
      stage('完成报批', '批复文件', 10, '1'),
      stage('完成筹备', '场地与安全检查记录', 20, '3'),
      stage('举办活动', '活动记录', 1, '4'),
      stage('完成总结', '总结报告', 5, '1'),
    ],
  },
]
