import { type Result, accept } from '#core/kit'
import type { Light } from '#core/insight'
import type { ItemKind } from '#core/plan'
import { type Context, requireRight } from '#app/kit'
import { loadChosen } from './load-standings.ts'
import type { LoadedStandings } from './load-standings.ts'
import type { ItemStanding } from './plan-standings.ts'
import type { PlanChoice } from './ports.ts'
import { campaignsOf, exceptionsOf, liveRollUp, wallItem } from './wall-view.ts'
import type { WallView } from './wall-view.ts'

/** What the wall is narrowed to; everything at once must hold. */
export interface WallFilters {
  readonly planId?: string | undefined
  readonly campaignNo?: number | undefined
  /** Units with any duty on the item, not only the one that reports it. */
  readonly unitId?: string | undefined
  readonly light?: Light | undefined
  readonly kind?: ItemKind | undefined
  /** Chinese text or pinyin initials of the title. */
  readonly text?: string | undefined
}

/** The wall of one plan: all items with their lights, campaigns rolled up, exceptions first. */
export async function readWall(context: Context, filters: WallFilters): Promise<Result<WallView>> {
  const right = requireRight(context, 'wall.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const chosen = await loadChosen(context, stores, filters.planId)
    return chosen.ok ? accept(wallOf(context, chosen.value.loaded, chosen.value.plans, filters)) : chosen
  })
}

function wallOf(
  { today }: Context,
  loaded: LoadedStandings,
  plans: readonly PlanChoice[],
  filters: WallFilters,
): WallView {
  const { frame, lastSeal } = loaded
  const shown = loaded.items.filter((standing) => passes(standing, filters))
  const problems = new Map(frame.openProblems.map(({ itemId, count }) => [itemId, count]))
  return {
    plan: { planId: frame.planId, title: frame.title, year: frame.year, version: frame.version },
    plans,
    today,
    lastSeal,
    whole: liveRollUp(loaded.items),
    campaigns: campaignsOf(loaded),
    items: shown.map((standing) => wallItem(standing, problems.get(standing.row.item.itemId) ?? 0)),
    exceptions: exceptionsOf(shown),
    units: reportingUnits(loaded.items),
  }
}

function passes({ row, live }: ItemStanding, filters: WallFilters): boolean {
  const { campaignNo, unitId, light, kind, text } = filters
  const words = text?.trim().toLowerCase() ?? ''
  return (
    (campaignNo === undefined || row.item.campaignNo === campaignNo) &&
    (unitId === undefined || row.reportingUnitId === unitId || row.dutyUnitIds.includes(unitId)) &&
    (light === undefined || live.light === light) &&
    (kind === undefined || row.item.kind === kind) &&
    (words === '' || row.searchText.toLowerCase().includes(words) || row.item.title.toLowerCase().includes(words))
  )
}

/** The units that report items, in pinyin order. */
export function reportingUnits(items: readonly ItemStanding[]): WallView['units'] {
  const names = new Map<string, string>()
  for (const { row } of items) {
    if (row.reportingUnitId !== null) names.set(row.reportingUnitId, row.reportingUnitName ?? '')
  }
  const order = new Intl.Collator('zh-Hans-CN')
  return [...names].map(([unitId, name]) => ({ unitId, name })).sort((a, b) => order.compare(a.name, b.name))
}
