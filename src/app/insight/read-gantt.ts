import { type Result, accept, groupBy } from '#core/kit'
import type { LocalDate } from '#core/kit'
import { baselineNodes, changeInForce, nodeLight } from '#core/insight'
import type { ApprovedSchedule, Light } from '#core/insight'
import type { ItemKind, PlanItem } from '#core/plan'
import { type Context, requireRight } from '#app/kit'
import { loadChosen } from './load-standings.ts'
import type { LoadedStandings } from './load-standings.ts'
import type { ItemStanding } from './plan-standings.ts'
import type { PlanChoice } from './ports.ts'
import { reportingUnits } from './read-wall.ts'

/** What the Gantt is narrowed to. */
export interface GanttFilters {
  readonly planId?: string | undefined
  readonly campaignNo?: number | undefined
  readonly unitId?: string | undefined
  /** Only items with a node that is overdue. */
  readonly late?: boolean | undefined
}

/** A node of a row: where it stands, where its baseline stood, and its own light. */
export interface GanttNodeView {
  readonly label: string
  readonly due: LocalDate
  /** Null where it has not moved. */
  readonly baselineDue: LocalDate | null
  readonly doneOn: LocalDate | null
  readonly light: Light
}

/** One task, project, policy, or indicator with nodes. */
export interface GanttRowView {
  readonly itemId: string
  readonly kind: ItemKind
  readonly campaignNo: number | null
  readonly title: string
  readonly unitName: string | null
  readonly light: Light
  readonly start: LocalDate
  readonly end: LocalDate
  readonly nodes: readonly GanttNodeView[]
}

/** The rows of a Gantt, ready to be laid out. */
export interface GanttView {
  readonly plan: PlanChoice
  readonly plans: readonly PlanChoice[]
  readonly today: LocalDate
  readonly campaigns: readonly { readonly no: number; readonly name: string }[]
  readonly units: readonly { readonly unitId: string; readonly name: string }[]
  /** In the plan's order; `campaignNo` null or unknown = outside all campaigns. */
  readonly rows: readonly GanttRowView[]
}

/** The items of a plan with their time nodes, in the order of the plan. Indicators stand among them only where they have nodes. */
export async function readGantt(context: Context, filters: GanttFilters): Promise<Result<GanttView>> {
  const right = requireRight(context, 'wall.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const chosen = await loadChosen(context, stores, filters.planId)
    return chosen.ok ? accept(ganttOf(context, chosen.value.loaded, chosen.value.plans, filters)) : chosen
  })
}

function ganttOf(
  { today, now }: Context,
  loaded: LoadedStandings,
  plans: readonly PlanChoice[],
  filters: GanttFilters,
): GanttView {
  const { frame, planned } = loaded
  const changes = groupBy(frame.schedules, (change) => change.itemId)
  const own = new Map(planned.map(({ item }) => [item.itemId, item]))
  const rows = loaded.items.flatMap((standing) => {
    const item = own.get(standing.row.item.itemId)
    if (!item || standing.nodes.length === 0 || !isInside(standing, filters)) return []
    return [rowOf(standing, item, changes.get(item.itemId) ?? [], { today, now, year: frame.year })]
  })
  return {
    plan: { planId: frame.planId, title: frame.title, year: frame.year, version: frame.version },
    ...{ plans, today },
    campaigns: frame.campaigns.map(({ no, name }) => ({ no, name })),
    units: reportingUnits(loaded.items),
    rows: filters.late === true ? rows.filter(({ nodes }) => nodes.some(isOverdue)) : rows,
  }
}

const isOverdue = ({ light }: GanttNodeView): boolean => light === 'yellow' || light === 'red'

function isInside({ row }: ItemStanding, { campaignNo, unitId }: GanttFilters): boolean {
  return (
    (campaignNo === undefined || row.item.campaignNo === campaignNo) &&
    (unitId === undefined || row.reportingUnitId === unitId || row.dutyUnitIds.includes(unitId))
  )
}

function rowOf(
  { row, live, nodes }: ItemStanding,
  planned: PlanItem,
  changes: readonly ApprovedSchedule[],
  { today, now, year }: { readonly today: LocalDate; readonly now: string; readonly year: number },
): GanttRowView {
  const { itemId, kind, campaignNo, title, frequency } = row.item
  const before = new Map(baselineNodes(planned, changes).map(({ label, due }) => [label, due]))
  const drawn = nodes.map((node): GanttNodeView => {
    const { label, due, doneOn } = node
    const was = before.get(label)
    return {
      label,
      due,
      doneOn,
      baselineDue: was === undefined || was === due ? null : was,
      light: nodeLight(node, today, frequency),
    }
  })
  const inOrder = drawn.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
  const end = inOrder.at(-1)?.due ?? `${year}-12-31`
  const stated = changeInForce(planned, 'nodes', changes, { clock: today, until: now })?.body.start
  const first = inOrder[0]?.due ?? end
  const start = stated ?? `${Math.min(year, Number(first.slice(0, 4)))}-01-01`
  return {
    ...{ itemId, kind, campaignNo, title, unitName: row.reportingUnitName, light: live.light },
    ...{ start, end, nodes: inOrder },
  }
}
