import type { LeftSide } from './left.ts'
import { workVerbs } from './verbs.data.ts'

/** A verb of its own ends the reach of an earlier 新增. */
const STARTS_WITH_WORK = new RegExp(
  `^(?:同步|基本|全面|再|另|还|积极|有序|实际|累计|让|使|为|对|向|给)*(?:让|使|为|对|向|${[...workVerbs, ...['运行', '优化', '升级', '加装', '续建', '送', '放映', '改扩建', '整治', '带动', '惠及', '新改建', '新改扩建', '新扩建']].join('|')})(?:(?<!服务)|(?!业))`,
)

/** 每千人口托位数达到4.8个, 充电桩达到每万人18根: a state, no addition. */
const EACH_BEFORE = /每(?:万|千|百|十)?(?:人口|人|名|户|平方公里|亩)?[^,;]{0,8}$/

/** 省外到位资金42亿元, 既有住宅加装电梯120部: a verb inside that no noun has; “个转企”400户 is work itself. */
const HOLDS_WORK = /到位|加装|^“?(?:个转企|小升规|规转股)”?$/

/** 首店落户10家: what happened stands behind the noun. */
const ENDS_WITH_WORK = /(?:落户|上市|达产|入规|上规)$/

/** Whether the words before a figure have a verb of their own, so that an earlier 新增 no longer governs it. */
export function endsReach(words: string, left: LeftSide): boolean {
  if (left.workAtEnd && !left.increment && left.subjectEnd > left.subjectStart) return true
  if (HOLDS_WORK.test(words) || words.startsWith('每') || EACH_BEFORE.test(words)) return true
  return STARTS_WITH_WORK.test(words) || ENDS_WITH_WORK.test(words)
}

/** 净增企业6家,技术合同成交额2.2亿元: money is no further thing of a list of things; `before` is the last figure's unit, '' where none. */
export function isMoneyBesideThings(before: string, unit: string): boolean {
  return unit.endsWith('元') && before !== '' && !before.endsWith('元')
}
