import { oneOf } from '../text/one-of.ts'
import { headingAt, titleOf } from '../tree/tree.ts'
import type { Heading, PlanTree } from '../tree/tree.ts'
import { declineVerbs, growthVerbs, workVerbs } from './verbs.data.ts'

/** 主要目标分年度安排, 主要经济指标任务分解: what stands below such a title is named by its targets. */
const OF_TARGETS = /(?:指标|目标)(?:任务)?(?:[值表]|分解|分年度|年度|安排|一览|清单|责任)/
/** 规模以上工业增加值, 数控化率: what a title names when it names a target. */
const MEASURED =
  /(?:总值|产值|增加值|总额|投资|收入|支出|余额|率|比重|占比|面积|产量|人数|能耗|消费量|规模|指数|强度|浓度|增速)$/
/** 扩大有效投资 → 有效投资: what is done with it. */
const OPENS_WITH_WORK = new RegExp(`^(?:${oneOf([...workVerbs, ...growthVerbs, ...declineVerbs])})`)
/** 稳住粮食产量, 严格控制县城规模: verbs of one letter and more. */
const STEERS = /^[稳抓做强控促增提降保拓护拉落夯狠严]/
const [SHORTEST, LONGEST] = [3, 24]

/**
 * The target that a titled item is about, for figures that name none: 1.规模以上工业总产值。2026年达到2700亿元. '' where the title
 * names no target.
 */
export function labelOf(tree: PlanTree, sentenceStart: number): string {
  const heading = headingAt(tree, sentenceStart)
  const title = titleOf(tree, heading)
  if (!heading || title === '' || title.length > LONGEST || /[\d、,，和]/.test(title)) return ''
  if (sentenceStart < heading.node.titleEnd) return ''
  const noun = title.replace(OPENS_WITH_WORK, '')
  if (MEASURED.test(noun) && noun.length >= SHORTEST && !STEERS.test(noun)) return noun
  return OF_TARGETS.test(titleOf(tree, headingAbove(tree, heading))) ? title : ''
}

function headingAbove({ headings }: PlanTree, { index, depth }: Heading): Heading | null {
  for (let at = index - 1; at >= 0; at--) {
    const above = headings[at]
    if (above && above.depth < depth) return above
  }
  return null
}
