import { type RegionCalendar, workCalendarOf } from '#core/kit'
import { actPeriod, dueDates, dueWhenOpened } from '#core/reporting'
import type { Context, Stores } from '#app/kit'

/** A period whose due moment moves with the calendar. */
export interface MovedPeriod {
  readonly cadenceId: string
  readonly cadenceName: string
  readonly periodId: string
  readonly from: string
  readonly dueAt: string
}

/** The open periods, not due yet, that would be due at another moment by this calendar. */
export async function movedPeriods(
  { now, timeZone }: Pick<Context, 'now' | 'timeZone'>,
  stores: Stores,
  region: RegionCalendar,
): Promise<readonly MovedPeriod[]> {
  const calendar = workCalendarOf(region)
  const cadences = new Map((await stores.reports.cadences()).map((cadence) => [cadence.cadenceId, cadence]))
  return (await stores.reports.openPeriods(now)).flatMap(({ cadenceId, periodId, dueAt: from, ...opened }) => {
    const cadence = cadences.get(cadenceId)
    const period = cadence && actPeriod(cadence, 'dispatch', periodId)
    if (!period) return []
    const { openedAt, byClock } = opened
    const dueAt = byClock
      ? dueWhenOpened(period, calendar, { openedAt, timeZone })
      : dueDates(period, calendar, timeZone).dueAt
    if (Date.parse(dueAt) === Date.parse(from)) return []
    return [{ cadenceId, cadenceName: cadence.name, periodId, from, dueAt }]
  })
}

/** Moves them, and says which. Periods that are due already stay as they were told. */
export async function moveDueMoments(
  context: Pick<Context, 'now' | 'timeZone'>,
  stores: Stores,
  region: RegionCalendar,
): Promise<readonly MovedPeriod[]> {
  const moved = await movedPeriods(context, stores, region)
  if (moved.length > 0) await stores.reports.moveDueMoments(moved)
  return moved
}
