import { dec, decimalText } from '#core/kit'
import type { Dec } from '#core/kit'
import { lastYellowDay } from './clock-rules.ts'
import { staysMet } from './early-met.ts'
import { isCounted, paceAt } from './pace.ts'
import { gapOf } from './progress.ts'
import type { Reading } from './reading.ts'
import { senseOf } from './reason-sense.ts'
import { directionOf, isInside } from './target-region.ts'
import type { TargetRegion } from './target-region.ts'
import type { IndicatorInput, Light, LightRule, Reason } from './types.ts'
import { judgingOf, movedAlong, wayOf } from './way.ts'
import type { Way } from './way.ts'

/** Everything that the rules about figures look at. */
export interface Judged {
  readonly input: IndicatorInput
  readonly region: TargetRegion
  readonly readings: readonly Reading[]
  readonly latest: Reading
  /** 序时进度 as it is shown. */
  readonly pace: Dec
  /** The same before rounding: what amounts are worked out from. */
  readonly exactPace: Dec
}

/** What the clock asks for, and how far the figure is behind it (positive = behind), in the target's unit. */
export interface Asked {
  readonly asked: Dec
  readonly lag: Dec
}

/** A reason of a figure, with the sense in which its numbers are meant. */
export function reason(
  judged: Judged,
  rule: LightRule,
  light: Light,
  inputs: Record<string, Dec | string> = {},
): Reason {
  const text = (value: Dec | string): string => (typeof value === 'string' ? value : decimalText(value))
  const entries = Object.entries(inputs).map(([name, value]) => [name, text(value)] as const)
  const { latest, region } = judged
  const { target } = judged.input
  const sense = senseOf(target, region, judgingOf(target, region) === 'hold')
  const said = { ...Object.fromEntries(entries), unit: target.unit, ...(sense === null ? {} : { sense }) }
  return { rule, light, inputs: said, periodId: latest.periodId }
}

/** Asked today: base and pace × way; what is counted one by one is rounded down (domain.md, Pace). */
export function askedAt(judged: Pick<Judged, 'input' | 'region' | 'latest' | 'exactPace'>): Asked | null {
  const way = wayOf(judged.input.target, judged.region)
  if (way === null) return null
  const moved = askedMove(way, judged.exactPace, isCounted(judged.input.target))
  return {
    asked: way.base.plus(moved.times(way.sign)),
    lag: moved.minus(movedAlong(way, judged.latest.value)),
  }
}

/** Amounts asked for are rounded half up to this many places before counted things are rounded down. */
const ASKED_PLACES = 6

/** How far along its way an item is asked to be; a third of 24 things is 8, not 7. */
export function askedMove(way: Way, pace: Dec, counted: boolean): Dec {
  if (way.length.lte(0)) return way.length
  const move = way.length.times(pace).toDecimalPlaces(ASKED_PLACES)
  return counted ? move.floor() : move
}

/** The largest yellow lag: 10 % of the target (of the promised fall where one is promised), for counted things at least one unit. */
function yellowLag(judged: Judged): Dec {
  const { target, thresholds } = judged.input
  const way = directionOf(judged.region) === 'less' ? wayOf(target, judged.region) : null
  const size = way !== null && way.length.gt(0) ? way.length : judged.region.stated.abs()
  const share = size.times(thresholds.lagShare)
  return isCounted(target) && share.lt(thresholds.lagUnits) ? dec(thresholds.lagUnits) : share
}

function lagReason(judged: Judged, { asked, lag }: Asked): Reason {
  const inputs = { actual: judged.latest.value, asked, lag, pace: judged.pace }
  const missedOpenEnd = judged.pace.gte(1) && !isInside(judged.region, judged.latest.value)
  if (lag.lt(0) || (lag.isZero() && !missedOpenEnd)) return reason(judged, 'onPace', 'green', inputs)
  const most = yellowLag(judged)
  if (lag.lte(most)) return reason(judged, 'lagging', 'yellow', { ...inputs, most })
  return reason(judged, 'farBehind', 'red', { ...inputs, most })
}

function judgeWay(judged: Judged): Reason {
  const asked = askedAt(judged)
  if (isInside(judged.region, judged.latest.value)) return met(judged)
  if (asked !== null) return lagReason(judged, asked)
  if (judged.pace.lt(1)) return reason(judged, 'unknown', 'grey', { missing: 'baseline' })
  const lag = judged.region.stated.minus(judged.latest.value).abs()
  return lagReason(judged, { asked: judged.region.stated, lag })
}

function met(judged: Judged): Reason {
  const inputs = { actual: judged.latest.value, target: judged.region.stated }
  if (isFinal(judged)) return reason(judged, 'met', 'green', inputs)
  return reason(judged, 'metSoFar', 'green', { ...inputs, due: judged.input.span.to })
}

/** Whether the latest figure can settle the target: one of the last day, or one that the rest of the year does not undo. */
function isFinal({ input, region, latest }: Judged): boolean {
  return latest.asOf >= input.span.to || staysMet(input.target, input.accumulation, judgingOf(input.target, region))
}

function judgeCap(judged: Judged): Reason {
  const { region, latest, input } = judged
  const inputs = { actual: latest.value, limit: region.stated }
  if (!isInside(region, latest.value)) return reason(judged, 'capExceeded', 'red', inputs)
  if (region.stated.lte(0)) return reason(judged, 'capWithinPace', 'green', inputs)
  // A cap is used up along the year; a step would call every use before the last day too much.
  const trajectory = input.trajectory.kind === 'step' ? ({ kind: 'linear' } as const) : input.trajectory
  const pace = paceAt(trajectory, input.span, latest.asOf, input.calendar)
  const used = latest.value.dividedBy(region.stated).toDecimalPlaces(6)
  if (used.gt(pace)) return reason(judged, 'capOverPace', 'yellow', { ...inputs, used, pace })
  return reason(judged, 'capWithinPace', 'green', { ...inputs, used, pace })
}

function judgeRate(judged: Judged): Reason {
  const { region, latest, input } = judged
  const gap = gapOf(region, latest.value)
  const inputs = { actual: latest.value, target: region.stated, gap }
  if (isInside(region, latest.value))
    return isFinal(judged) ? reason(judged, 'growthReached', 'green', inputs) : met(judged)
  const share = region.stated.abs().times(input.thresholds.lagShare)
  const most = share.gt(input.thresholds.growthPoints) ? share : dec(input.thresholds.growthPoints)
  if (gap.lte(most)) return reason(judged, 'growthGap', 'yellow', { ...inputs, most })
  return reason(judged, 'growthFarBehind', 'red', { ...inputs, most })
}

function judgeHold(judged: Judged): Reason {
  const inputs = { actual: judged.latest.value, target: judged.region.stated }
  const kept = isInside(judged.region, judged.latest.value)
  return kept ? reason(judged, 'held', 'green', inputs) : reason(judged, 'notHeld', 'red', inputs)
}

function judgeOnce(judged: Judged): Reason {
  const { input, region, latest } = judged
  if (isInside(region, latest.value)) return met(judged)
  const inputs = { due: input.span.to, actual: latest.value }
  if (input.clock <= input.span.to) return reason(judged, 'notAskedYet', 'green', inputs)
  const light = input.clock <= lastYellowDay(input.span.to, input.frequency) ? 'yellow' : 'red'
  return reason(judged, 'onceOverdue', light, inputs)
}

function judgeVerdict(judged: Judged): Reason {
  const { input, region, latest } = judged
  if (isInside(region, latest.value)) return met(judged)
  const inputs = { due: input.span.to, actual: latest.value, target: region.stated }
  return latest.asOf < input.span.to
    ? reason(judged, 'notAskedYet', 'grey', inputs)
    : reason(judged, 'missed', 'red', inputs)
}

/** A red line stays broken: one event, or one reading beyond it at any time. */
export function isRedLineBroken(input: IndicatorInput, region: TargetRegion, readings: readonly Reading[]): boolean {
  const happened = input.redLineEvents.some((day) => day <= input.clock)
  return happened || readings.some((reading) => !isInside(region, reading.value))
}

function judgeRedLine(judged: Judged): Reason {
  const broken = isRedLineBroken(judged.input, judged.region, judged.readings)
  const inputs = { events: String(judged.input.redLineEvents.length), actual: judged.latest.value }
  return broken ? reason(judged, 'redLineBroken', 'red', inputs) : reason(judged, 'redLineKept', 'green', inputs)
}

/** The one reason that the latest figure gives (domain.md, Light). */
export function figureReason(judged: Judged): Reason {
  switch (judgingOf(judged.input.target, judged.region)) {
    case 'way':
      return judgeWay(judged)
    case 'cap':
      return judgeCap(judged)
    case 'rate':
      return judgeRate(judged)
    case 'hold':
      return judgeHold(judged)
    case 'once':
      return judgeOnce(judged)
    case 'verdict':
      return judgeVerdict(judged)
    case 'redLine':
      return judgeRedLine(judged)
  }
}

/**
 * Met and verified. What only grows (flow, once) stays verified by an earlier verified reading that met it; what can still be undone
 * (see `staysMet`) is met only by the figure of the span's last day, and hold, cap and red lines only if every reading kept them.
 */
export function isMetAndVerified(judged: Judged): boolean {
  const { input, region, readings, latest } = judged
  if (!isInside(region, latest.value) || !isFinal(judged)) return false
  const judging = judgingOf(input.target, region)
  if (judging === 'redLine' && isRedLineBroken(input, region, readings)) return false
  if (judging === 'hold' || judging === 'cap' || judging === 'redLine')
    return latest.verified && readings.every((reading) => isInside(region, reading.value))
  const onlyGrows = judging === 'once' || (judging === 'way' && input.target.measure === 'flow')
  if (!onlyGrows) return latest.verified
  return readings.some((reading) => reading.verified && isInside(region, reading.value))
}
