import { readPlanText } from '#core/reading'
import type { PlanReading } from '#core/reading'

/** A short plan in the style of the genre: master text with goals, two annexes, clauses of several forms, an alias. */
export const shortPlan = `湖滨区2026年实施“三大攻坚”总体方案
为推动高质量发展，特制定本方案。
一、主要目标
社会消费品零售总额增长6%以上，规模以上工业增加值增长8%左右；城镇新增就业3200人以上。
二、攻坚重点
（一）实施消费提振攻坚。促进消费扩容提质。
（二）实施安全守底攻坚。防范化解重点领域风险。
（三）实施改革创新攻坚。激发各类主体活力。
三、推进机制
对攻坚任务实行“旬调度、月通报、季讲评”。
附件1
消费提振攻坚实施方案
一、攻坚目标
社会消费品零售总额增长6%以上，新增限额以上商贸单位20家。
二、攻坚任务
（一）提振消费
1.培育商贸主体。新增限额以上商贸单位20家，6月底前建成电商服务中心。（区商务局牵头负责，区财政局、各镇街等按职责分工负责）
2.办好节会活动。举办促消费活动12场次。（商务局牵头，澜湾街道、石桥镇配合）
三、推进机制
成立消费提振攻坚工作专班，由分管商务的副区长担任召集人，成员单位包括区商务局、区财政局、区统计局等，专班办公室设在区商务局。
附件2
安全守底攻坚实施方案
一、攻坚任务
（一）防范风险
1.压减事故。生产安全事故死亡人数控制在3人以内。（区应急局牵头负责）
2.开展宣传教育。组织安全宣传进企业、进社区。（区应急局、区教育局按职责分工负责）
`

/** The reading of the short plan. */
export function shortReading(): PlanReading {
  return readPlanText(shortPlan)
}

/** Ids in order: id-1, id-2 … */
export function countingIds(prefix = 'id'): () => string {
  let count = 0
  return () => `${prefix}-${(count += 1)}`
}
