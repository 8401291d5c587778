import { type Result, accept, refuse } from '#core/kit'
import type { LocalDate } from '#core/kit'
import { ownReasons } from '#core/insight'
import type { ExceptionGround, RollUp } from '#core/insight'
import { type Context, requireRight } from '#app/kit'
import { choosePlan, loadStandings } from './load-standings.ts'
import type { LoadedStandings } from './load-standings.ts'
import type { ItemStanding } from './plan-standings.ts'
import type { PlanChoice, SealHead } from './ports.ts'
import { comesByRelease } from './release-silence.ts'
import { exceptionsOf, liveRollUp, officialRollUp, wallItem } from './wall-view.ts'
import type { WallItem } from './wall-view.ts'

/** An exception as a meeting or a leader looks at it. */
export interface MeetingEntry {
  readonly item: WallItem
  readonly grounds: readonly ExceptionGround[]
}

/** A unit that owes answers: how many items, and the longest run of periods without one. */
export interface SilentUnit {
  readonly unitId: string
  readonly name: string
  readonly items: number
  readonly longestRun: number
}

/** What a meeting or a leader needs in ten seconds: counts, exceptions by weight, who is silent. */
export interface MeetingView {
  readonly plan: PlanChoice
  readonly today: LocalDate
  readonly lastSeal: SealHead | null
  readonly whole: RollUp
  readonly official: RollUp | null
  readonly exceptions: readonly MeetingEntry[]
  /** Items whose unit says something else than what is computed; tasks that only follow their indicators left out, as everywhere. */
  readonly gaps: readonly WallItem[]
  /** Items whose trend does not end at the target. */
  readonly misses: readonly WallItem[]
  readonly silentUnits: readonly SilentUnit[]
  /** Numbers of the campaigns that are looked at; null = all of the plan. */
  readonly campaigns: readonly number[] | null
}

/**
 * The exceptions of a plan, heaviest first. A convener who is not also a leader sees the campaigns that he convenes; everybody
 * else the whole plan.
 */
export async function readMeeting(
  context: Context,
  input: { readonly planId?: string | undefined },
): Promise<Result<MeetingView>> {
  const right = requireRight(context, 'wall.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const planId = await choosePlan(stores, input.planId)
    const loaded = planId === null ? null : await loadStandings(context, stores, planId)
    return loaded === null ? refuse('insight.notFound') : accept(meetingOf(context, loaded))
  })
}

function meetingOf(context: Context, loaded: LoadedStandings): MeetingView {
  const { frame, lastSeal } = loaded
  const campaigns = ownCampaigns(context, frame.planId)
  const items = loaded.items.filter(({ row }) => campaigns === null || campaigns.includes(row.item.campaignNo ?? -1))
  const byId = new Map(items.map((standing) => [standing.row.item.itemId, standing]))
  const problems = new Map(frame.openProblems.map(({ itemId, count }) => [itemId, count]))
  const shown = items.map((standing) => wallItem(standing, problems.get(standing.row.item.itemId) ?? 0))
  return {
    plan: { planId: frame.planId, title: frame.title, year: frame.year, version: frame.version },
    today: context.today,
    lastSeal,
    whole: liveRollUp(items),
    official: officialRollUp(items),
    campaigns,
    gaps: shown.filter(({ claimDiffers, ...item }) => claimDiffers !== null && ownReasons(item).length > 0),
    misses: shown.filter(({ projected }) => projected !== null && !projected.meets),
    silentUnits: silentUnits(items),
    exceptions: exceptionsOf(items).flatMap(({ itemId, grounds }) => {
      const standing = byId.get(itemId)
      return standing ? [{ item: wallItem(standing, problems.get(itemId) ?? 0), grounds }] : []
    }),
  }
}

function ownCampaigns({ actor }: Context, planId: string): readonly number[] | null {
  if (!actor.roles.every(({ role }) => role === 'convener')) return null
  return actor.roles.flatMap((grant) => (grant.planId === planId ? (grant.taskForceNo ?? []) : []))
}

/** Units whose items are due and unanswered, those with most first. A missing release is nobody's silence here. */
function silentUnits(items: readonly ItemStanding[]): readonly SilentUnit[] {
  const units = new Map<string, SilentUnit>()
  for (const { row, ledger } of items) {
    if (ledger.silentRun === 0 || row.reportingUnitId === null || comesByRelease(row.item)) continue
    const known = units.get(row.reportingUnitId)
    units.set(row.reportingUnitId, {
      unitId: row.reportingUnitId,
      name: row.reportingUnitName ?? '',
      items: (known?.items ?? 0) + 1,
      longestRun: Math.max(known?.longestRun ?? 0, ledger.silentRun),
    })
  }
  return [...units.values()].sort((a, b) => b.items - a.items || b.longestRun - a.longestRun)
}
