import { insightContract, type WallItem } from '#adapters/http/contract/insight'
import { useEndpoint } from '#web/kit'

/** The standing of every item on the wall, by item; empty until it is known, so that nobody waits for it. */
export function useLights(enabled: boolean): ReadonlyMap<string, WallItem> {
  const wall = useEndpoint(insightContract.wall, { query: {} }, { enabled })
  return new Map((wall.data?.items ?? []).map((item) => [item.itemId, item]))
}
