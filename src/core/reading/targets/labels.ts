import { oneOf } from '../text/one-of.ts'
import { headingAt, titleOf } from '../tree/tree.ts'
import type { PlanTree } from '../tree/tree.ts'
import { declineVerbs, growthVerbs, workVerbs } from './verbs.data.ts'

/** 主要目标分年度安排, 主要经济指标任务分解: what stands below such a title is named by its targets. */
const OF_TARGETS = /(?:指标|目标)(?:任务)?(?:[值表]|分解|分年度|年度|安排|一览|清单|责任)/
/** 规模以上工业增加值, 数控化率: what a title names when it names a target. */
const MEASURED =
  /(?:总值|产值|增加值|总额|投资|收入|支出|余额|率|比重|占比|面积|产量|人数|能耗|消费量|规模|指数|强度|浓度|增速)$/
const LONGEST = 24

/**
 * The target that a titled item is about, for figures that name none: 1.规模以上工业总产值。2026年达到2700亿元. '' where the title
 * names work (扩大有效投资).
 */
export function labelOf(tree: PlanTree, sentenceStart: number): string {
  const heading = headingAt(tree, sentenceStart)
  const title = titleOf(tree, heading)
  if (!heading || title === '' || title.length > LONGEST || /[\d、,，和]/.test(title)) return ''
  if (sentenceStart < heading.node.titleEnd) return ''
  const above = tree.headings.slice(0, heading.index).findLast(({ depth }) => depth < heading.depth)
  if (above && OF_TARGETS.test(titleOf(tree, above))) return title
  return MEASURED.test(title) && !OPENS_WITH_WORK.test(title) ? title : ''
}

/** 扩大有效投资, 稳定粮食面积: what is to be done. */
const OPENS_WITH_WORK = new RegExp(
  `^(?:${oneOf([...workVerbs, ...growthVerbs, ...declineVerbs])}|[稳抓做强控促增提降保拓护拉落夯狠严])`,
)
