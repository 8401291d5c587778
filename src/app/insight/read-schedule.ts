import { type Result, accept, refuse } from '#core/kit'
import type { LocalDate } from '#core/kit'
import type { EarlyWarning, ProjectedEnd, ScheduleBody } from '#core/insight'
import type { Frequency, ItemKind } from '#core/plan'
import { type Context, type Stores, requireRight } from '#app/kit'
import { type LastYear, lastYearOf } from './last-year.ts'
import { loadStandings } from './load-standings.ts'
import type { PlanChoice } from './ports.ts'
import type { Signature } from './item-history.ts'
import type { ScheduleChangeRow } from './schedule-ports.ts'
import { askedToday, nodesView, periodTargetsView, trajectoryView } from './schedule-view.ts'
import type { AskedToday, NodesView, PeriodTargetsView, ScheduleSources, TrajectoryView } from './schedule-view.ts'
import { wallItem } from './wall-view.ts'
import type { WallTarget } from './wall-view.ts'

/** Who asked or decided, and when. */
type SignedAct = Omit<Signature, 'forName'>

/** A change of a schedule with the people behind it. */
export interface ScheduleChangeView {
  readonly changeId: string
  readonly body: ScheduleBody
  readonly effectiveFrom: LocalDate
  readonly reason: string
  readonly source: string | null
  readonly proposed: SignedAct
  readonly decided: (SignedAct & { readonly approved: boolean; readonly note: string }) | null
}

/** How an item is to go: trajectory, time nodes, figures per period, and every change of them with its reason. */
export interface ScheduleView {
  readonly plan: PlanChoice
  readonly today: LocalDate
  readonly item: {
    readonly itemId: string
    readonly kind: ItemKind
    readonly title: string
    readonly unitName: string | null
    readonly frequency: Frequency
    readonly target: WallTarget | null
    readonly due: LocalDate | null
  }
  readonly mayPropose: boolean
  readonly mayDecide: boolean
  readonly trajectory: TrajectoryView | null
  /** What a seasonal trajectory may take over. */
  readonly lastYear: LastYear | null
  readonly askedToday: AskedToday | null
  readonly nodes: NodesView
  readonly periodTargets: PeriodTargetsView
  /** Newest first. */
  readonly changes: readonly ScheduleChangeView[]
  readonly warnings: readonly EarlyWarning[]
  readonly projected: ProjectedEnd | null
}

/** The schedule of one item with all its changes. */
export async function readSchedule(context: Context, input: { itemId: string }): Promise<Result<ScheduleView>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const found = await loadSchedule(context, stores, input.itemId)
    return found === null ? refuse('object.notFound') : accept(await viewOf(context, stores, found))
  })
}

/** An item's sources with the plan they stand in. */
export interface LoadedSchedule extends ScheduleSources {
  readonly plan: PlanChoice
  readonly campaignNo: number | null
  readonly unitId: string | null
}

/** Loads what a schedule is read, changed and checked from; null = no such item in force. */
export async function loadSchedule(
  context: Pick<Context, 'now' | 'today' | 'timeZone'>,
  stores: Stores,
  itemId: string,
): Promise<LoadedSchedule | null> {
  const found = await stores.insight.planOfItem(itemId)
  const loaded = found && (await loadStandings(context, stores, found.planId, itemId))
  const standing = loaded?.items.find(({ row }) => row.item.itemId === itemId)
  const planned = loaded?.planned.find(({ item }) => item.itemId === itemId)?.item
  if (!loaded || !standing || !planned) return null
  const { planId, title, year, version, schedules } = loaded.frame
  return {
    plan: { planId, title, year, version },
    ...{ planned, standing, today: context.today, now: context.now },
    changes: schedules.filter((change) => change.itemId === itemId),
    campaignNo: planned.campaignNo,
    unitId: standing.row.reportingUnitId,
  }
}

async function viewOf(context: Context, stores: Stores, loaded: LoadedSchedule): Promise<ScheduleView> {
  const { planned, standing, plan, today } = loaded
  const { itemId, kind, title, frequency } = planned
  const rows = await stores.insight.scheduleChanges(itemId)
  return {
    ...{ plan, today },
    item: {
      ...{ itemId, kind, title, frequency },
      unitName: standing.row.reportingUnitName,
      target: wallItem(standing, 0).target,
      due: standing.input?.span.to ?? null,
    },
    mayPropose: requireRight(context, 'schedule.propose', placeOf(loaded)).ok,
    mayDecide: requireRight(context, 'schedule.approve', { ...placeOf(loaded), authorId: null }).ok,
    trajectory: trajectoryView(loaded),
    lastYear: await lastYearOf(context, stores, loaded),
    askedToday: standing.input && askedToday(standing.input, today),
    nodes: nodesView(loaded),
    periodTargets: periodTargetsView(loaded),
    changes: await changeViews(stores, rows),
    warnings: standing.warnings,
    projected: standing.projected,
  }
}

/** What rights on a schedule ask of an item. An item of no unit is nobody's own. */
export function placeOf({ plan, campaignNo, unitId }: Pick<LoadedSchedule, 'plan' | 'campaignNo' | 'unitId'>) {
  return { planId: plan.planId, taskForceNo: campaignNo, unitId: unitId ?? '' }
}

async function changeViews(stores: Stores, rows: readonly ScheduleChangeRow[]): Promise<readonly ScheduleChangeView[]> {
  const ids = rows.flatMap(({ proposedBy, decision }) => [proposedBy, ...(decision ? [decision.by] : [])])
  const persons = new Map((await stores.insight.persons(ids)).map((person) => [person.accountId, person]))
  const sign = (at: string, by: string): SignedAct => {
    const person = persons.get(by)
    return { at, name: person?.name ?? '', unitName: person?.unitName ?? null }
  }
  return rows
    .toReversed()
    .map(({ changeId, body, effectiveFrom, reason, source, proposedAt, proposedBy, decision }) => ({
      ...{ changeId, body, effectiveFrom, reason, source },
      proposed: sign(proposedAt, proposedBy),
      decided: decision && { ...sign(decision.at, decision.by), approved: decision.approved, note: decision.note },
    }))
}
