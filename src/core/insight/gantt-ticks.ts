import { addDays, periodOf, weekday } from '#core/kit'
import type { LocalDate } from '#core/kit'
import type { DateSpan } from './types.ts'

/** How much of a plan's time the drawing shows: a year by months, a quarter by dekads, a month by days. */
export type GanttScale = 'year' | 'quarter' | 'month'

/** The stretch of days that a scale shows around a day. */
export function ganttWindow(scale: GanttScale, around: LocalDate): DateSpan {
  const { first, last } = periodOf(scale, around)
  return { from: first, to: last }
}

/** Where lines are drawn down the sheet: `strong` ones begin a quarter, a month or a week. */
export function tickDays(
  { from, to }: DateSpan,
  scale: GanttScale,
): { readonly on: LocalDate; readonly strong: boolean }[] {
  const ticks: { on: LocalDate; strong: boolean }[] = []
  const kind = scale === 'year' ? 'month' : scale === 'quarter' ? 'dekad' : 'day'
  for (let on = from; on <= to; on = addDays(periodOf(kind, on).last, 1))
    ticks.push({ on, strong: isStrong(on, scale) })
  return ticks
}

function isStrong(on: LocalDate, scale: GanttScale): boolean {
  if (scale === 'month') return weekday(on) === 1
  const isFirstOfMonth = on.endsWith('-01')
  return scale === 'quarter' ? isFirstOfMonth : isFirstOfMonth && ['01', '04', '07', '10'].includes(on.slice(5, 7))
}
