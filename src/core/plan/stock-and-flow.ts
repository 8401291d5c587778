import { dec, decimalText } from '#core/kit'
import { comparable } from './similarity.ts'
import type { IndicatorItem, PlanItem } from './types.ts'

/** A total and the increment that is promised for the same thing: 高新技术企业达到120家, 新增12家. */
export interface StockAndFlow {
  readonly stock: IndicatorItem
  readonly flow: IndicatorItem
}

/** What the two do not agree in; decimals as strings. */
export interface StockFlowFinding {
  /** promise: the targets themselves · figure: what is reported so far. */
  readonly of: 'promise' | 'figure'
  readonly baseline: string
  readonly added: string
  readonly expected: string
  readonly stated: string
}

const kindWords = /(总数|总量|数量|累计|新增|新认定|新培育|净增)/g

const subjectOf = ({ target, title }: IndicatorItem): string =>
  comparable(target.subject || title).replace(kindWords, '')

const isStock = ({ target }: IndicatorItem): boolean => target.measure === 'stock' && target.kind === 'level'

const isFlow = ({ target }: IndicatorItem): boolean => target.kind === 'increment' && target.measure === 'flow'

/** The pairs of a plan: one subject, one unit, a total and an increment due on the same day; an interim figure pairs with none. */
export function stockAndFlowPairs(items: readonly PlanItem[]): StockAndFlow[] {
  const indicators = items.filter((item) => item.kind === 'indicator')
  const keyOf = (item: IndicatorItem): string => JSON.stringify([subjectOf(item), item.target.unit, item.target.due])
  const flows = new Map(indicators.filter(isFlow).map((item) => [keyOf(item), item]))
  return indicators.filter(isStock).flatMap((stock) => {
    const flow = flows.get(keyOf(stock))
    return flow === undefined ? [] : [{ stock, flow }]
  })
}

/**
 * Whether a stock is its baseline and what was added since (domain.md, Targets). The two promises are held together first, then the
 * figures; null where they agree, or where something is not known. An open promise (以上) may be overshot by the other.
 */
export function stockFlowFinding(known: {
  readonly baseline: string | null
  readonly stock: string | null
  readonly flow: string | null
  readonly of: StockFlowFinding['of']
}): StockFlowFinding | null {
  const { baseline, stock, flow } = known
  if (baseline === null || stock === null || flow === null) return null
  const expected = dec(baseline).plus(flow)
  if (expected.eq(stock)) return null
  return { of: known.of, baseline, added: flow, expected: decimalText(expected), stated: stock }
}
