import { daysBetween, decimalText } from '#core/kit'
import { claimReasons, nodeReasons, silenceReasons } from './clock-rules.ts'
import { askedAt, figureReason, isMetAndVerified, reason } from './figure-rules.ts'
import type { Judged } from './figure-rules.ts'
import { worstFirst, worstLight } from './light-order.ts'
import { exactPaceAt, PACE_PLACES } from './pace.ts'
import { milestoneReasons } from './milestones.ts'
import { gapOf, progressAt } from './progress.ts'
import { readingsOf } from './reading.ts'
import type { Reading } from './reading.ts'
import { targetRegion } from './target-region.ts'
import type { IndicatorInput, Reason, Standing } from './types.ts'
import { judgingOf } from './way.ts'

const noFigure = (input: IndicatorInput): Reason => ({
  rule: 'nothingDue',
  light: 'grey',
  inputs: { due: input.span.to },
  periodId: null,
})

const unknown = (latest: Reading, missing: string): Reason => ({
  rule: 'unknown',
  light: 'grey',
  inputs: { missing },
  periodId: latest.periodId,
})

const metVerified = (judged: Judged): Reason =>
  reason(judged, 'metVerified', 'blue', { actual: judged.latest.value, target: judged.region.stated })

function eventReason(input: IndicatorInput): Reason[] {
  const past = input.redLineEvents.filter((day) => day <= input.clock)
  if (input.target.kind !== 'redLine' || past.length === 0) return []
  const inputs = { events: String(past.length), actual: String(past.length), unit: input.target.unit }
  return [{ rule: 'redLineBroken', light: 'red', inputs, periodId: null }]
}

function figureReasons(input: IndicatorInput, judged: Judged | null, latest: Reading | null): Reason[] {
  if (judged !== null) return [figureReason(judged)]
  if (latest !== null) return [unknown(latest, input.target.kind === 'relative' ? 'comparison' : 'target')]
  const events = eventReason(input)
  return events.length > 0 ? events : [noFigure(input)]
}

function judge(input: IndicatorInput, readings: readonly Reading[], latest: Reading | null): Judged | null {
  const region = latest === null ? null : targetRegion(input.target, latest.comparedWith)
  if (latest === null || region === null) return null
  const exactPace = exactPaceAt(input.trajectory, input.span, latest.asOf, input.calendar)
  return { input, region, readings, latest, exactPace, pace: exactPace.toDecimalPlaces(PACE_PLACES) }
}

/** What is asked and how far behind, for the numbers beside the light; null where the measure asks for no amount. */
function askedNumbers(judged: Judged): Pick<Standing, 'asked' | 'pace' | 'lag'> {
  const judging = judgingOf(judged.input.target, judged.region)
  if (judging === 'rate') {
    const lag = decimalText(gapOf(judged.region, judged.latest.value))
    return { asked: decimalText(judged.region.stated), pace: null, lag }
  }
  const pace = judging === 'way' || judging === 'cap' ? decimalText(judged.pace) : null
  const asked = judging === 'way' ? askedAt(judged) : null
  return { asked: asked && decimalText(asked.asked), lag: asked && decimalText(asked.lag), pace }
}

function numbers(input: IndicatorInput, judged: Judged | null, latest: Reading | null) {
  const asOf = latest?.asOf ?? null
  return {
    provisional: input.basis === 'live',
    asOf,
    ageDays: asOf === null ? null : Math.max(0, daysBetween(asOf, input.clock)),
    progress: progressAt(input.target, judged?.region ?? null, latest),
    actual: latest === null ? null : decimalText(latest.value),
    ...(judged === null ? { asked: null, pace: null, lag: null } : askedNumbers(judged)),
  }
}

/**
 * The standing of an indicator at the reference date of its latest figure (domain.md, Light): grey while nothing is due; blue when
 * met and verified; otherwise the worst of what the figure, the time nodes, silence and the claim ask for. Claims and silence can
 * only make it worse. Figures later than the clock are not looked at.
 */
export function indicatorStanding(input: IndicatorInput): Standing {
  const known = input.figures.filter((figure) => figure.asOf <= input.clock)
  const readings = readingsOf(input.target, input.accumulation, known)
  const latest = readings.at(-1) ?? null
  const judged = judge(input, readings, latest)
  if (judged !== null && isMetAndVerified(judged))
    return { light: 'blue', why: [metVerified(judged)], ...numbers(input, judged, latest) }
  const reasons = [
    ...figureReasons(input, judged, latest),
    ...milestoneReasons(input, readings),
    ...nodeReasons(input),
    ...silenceReasons(input),
    ...claimReasons(input),
  ]
  const speaking = reasons.filter(({ light }) => light !== 'grey')
  const why = worstFirst(speaking.length > 0 ? [...speaking, ...reasons.filter((r) => r.rule === 'unknown')] : reasons)
  return { light: worstLight(speaking.map(({ light }) => light)), why, ...numbers(input, judged, latest) }
}
