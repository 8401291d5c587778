import { type Result, accept, refuse, workCalendarOf } from '#core/kit'
import type { LocalDate } from '#core/kit'
import { backwardSchedule, checkTrajectory } from '#core/insight'
import type { BackwardSchedule, DatedValue, StageTemplate, TrajectoryRow } from '#core/insight'
import type { Trajectory } from '#core/plan'
import { type Context, requireRight } from '#app/kit'
import { loadSchedule } from './read-schedule.ts'
import { drawTrajectory } from './schedule-view.ts'

/** A trajectory that is being written, drawn before it is asked for. */
export interface TrajectoryPreview {
  readonly curve: readonly DatedValue[]
  readonly rows: Readonly<Record<'dekad' | 'month' | 'quarter', readonly TrajectoryRow[]>>
}

/** Draws a trajectory that nobody has asked for yet; nothing is kept. */
export async function previewTrajectory(
  context: Context,
  input: { readonly itemId: string; readonly trajectory: Trajectory },
): Promise<Result<TrajectoryPreview>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const loaded = await loadSchedule(context, stores, input.itemId)
    if (loaded === null) return refuse('object.notFound')
    const { input: own } = loaded.standing
    if (own === null) return refuse('schedule.noWay')
    const checked = checkTrajectory(input.trajectory, own.target, own.span)
    return checked.ok ? accept(drawTrajectory(own, checked.value)) : checked
  })
}

/** Works nodes out backwards from a deadline by the region's work calendar; nothing is kept. */
export async function planBackwards(
  context: Context,
  input: {
    readonly itemId: string
    readonly deadline: LocalDate
    readonly start: LocalDate | null
    readonly stages: readonly StageTemplate[]
  },
): Promise<Result<BackwardSchedule>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  if (input.stages.length === 0) return refuse('schedule.noStages')
  return context.read(async (stores) => {
    const found = await stores.insight.planOfItem(input.itemId)
    const frame = found && (await stores.insight.frame(found.planId))
    if (!frame) return refuse('object.notFound')
    const { deadline, start, stages } = input
    const calendar = workCalendarOf(frame.calendar)
    return accept(backwardSchedule({ deadline, start, stages, today: context.today, calendar }))
  })
}
