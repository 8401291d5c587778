import { dec, daysBetween } from '#core/kit'
import { lastYellowDay } from './clock-rules.ts'
import type { Reading } from './reading.ts'
import { isInside, targetRegion } from './target-region.ts'
import type { IndicatorInput, Reason } from './types.ts'

/**
 * Stage dates within the year (mechanism B6): a value that is to be reached by a day. Past the day without any figure that reaches it
 * the target is overdue from that day on, not from the year's end: yellow up to one period, then red. What was reached stays reached.
 */
export function milestoneReasons(input: IndicatorInput, readings: readonly Reading[]): Reason[] {
  const { target, clock, frequency } = input
  return (input.milestones ?? []).flatMap(({ on, value }): Reason[] => {
    const region = targetRegion({ ...target, value, valueHigh: null }, null)
    if (clock <= on || region === null || readings.some((reading) => isInside(region, reading.value))) return []
    const isFar = clock > lastYellowDay(on, frequency)
    const latest = readings.at(-1)
    const inputs = {
      ...{ on, value: dec(value).toFixed(), unit: target.unit, actual: latest?.value.toFixed() ?? '—' },
      days: String(daysBetween(on, clock)),
    }
    const rule = isFar ? ('milestoneFarMissed' as const) : ('milestoneMissed' as const)
    return [{ rule, light: isFar ? 'red' : 'yellow', inputs, periodId: latest?.periodId ?? null }]
  })
}
