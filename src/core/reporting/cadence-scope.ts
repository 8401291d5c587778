import type { ItemKind, PlanItem } from '#core/plan'

/** What of a plan a cadence is about; null = all campaigns, all lists. */
export interface CadenceScope {
  readonly campaignNo: number | null
  readonly list: ItemKind | null
}

/** Whether a cadence is about an item. */
export function covers(scope: CadenceScope, item: Pick<PlanItem, 'campaignNo' | 'kind'>): boolean {
  const inCampaign = scope.campaignNo === null || scope.campaignNo === item.campaignNo
  return inCampaign && (scope.list === null || scope.list === item.kind)
}

const narrowness = ({ campaignNo, list }: CadenceScope): number =>
  (campaignNo === null ? 0 : 1) + (list === null ? 0 : 1)

/**
 * The items that a cadence asks for. A list with a rhythm of its own is asked in that one only: an item that a narrower cadence
 * dispatches is left to it. Of two that are equally narrow the one that opens its period first asks.
 */
export function askedIn(
  scope: CadenceScope,
  dispatching: readonly CadenceScope[],
  items: readonly PlanItem[],
): readonly PlanItem[] {
  const narrower = dispatching.filter((other) => narrowness(other) > narrowness(scope))
  return items.filter((item) => covers(scope, item) && !narrower.some((other) => covers(other, item)))
}
