import { addDays, dec, decimalText, periodOf, periodsEndingIn } from '#core/kit'
import type { LocalDate } from '#core/kit'
import { askedAt } from './figure-rules.ts'
import { exactPaceAt } from './pace.ts'
import type { DatedValue } from './sparkline.ts'
import { targetRegion } from './target-region.ts'
import type { IndicatorInput } from './types.ts'
import { judgingOf } from './way.ts'

/** The days at which the line is drawn: month ends, points, and the day before each step, so that a step is seen as one. */
function daysOf({ span, trajectory }: Pick<IndicatorInput, 'span' | 'trajectory'>): LocalDate[] {
  const monthEnds = periodsEndingIn('month', span.from, span.to).map((period) => period.last)
  const points = 'points' in trajectory ? (trajectory.points ?? []).map(({ on }) => on) : []
  const before = trajectory.kind === 'step' ? points.map((on) => addDays(on, -1)) : []
  const days = [span.from, ...monthEnds, ...points, ...before, addDays(span.to, -1), span.to]
  const all = days.filter((day) => day >= span.from && day <= span.to)
  return [...new Set(all)].sort()
}

/**
 * What the clock asks for along the span, for drawing beside the figures: month ends and both sides of the due day. A rate, a held
 * state or a cap is a flat line; empty where nothing can be asked.
 */
export function askedCurve(input: Omit<IndicatorInput, 'figures'>): DatedValue[] {
  const region = targetRegion(input.target)
  if (region === null) return []
  const full: IndicatorInput = { ...input, figures: [] }
  const judging = judgingOf(input.target, region)
  return daysOf(input).flatMap((on) => {
    if (judging !== 'way') return [{ on, value: decimalText(region.stated) }]
    const exactPace = exactPaceAt(input.trajectory, input.span, on, input.calendar)
    const latest = { value: dec(0), asOf: on, periodId: periodOf('day', on).id, comparedWith: null, verified: false }
    const asked = askedAt({ input: full, region, latest, exactPace })
    return asked === null ? [] : [{ on, value: decimalText(asked.asked) }]
  })
}
