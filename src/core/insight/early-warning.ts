import { dec, decimalText, fillWords } from '#core/kit'
import type { Dec, Words } from '#core/kit'
import { FIGURES_FOR_FORECAST } from './forecast.ts'
import type { ProjectedEnd } from './forecast.ts'
import { readingsOf } from './reading.ts'
import type { Reading } from './reading.ts'
import { directionOf, distanceTo, isInside, targetRegion } from './target-region.ts'
import type { TargetRegion } from './target-region.ts'
import { askedOn } from './trajectory-table.ts'
import type { IndicatorInput } from './types.ts'
import { earlyWarningWords } from './words.data.ts'
import { judgingOf } from './way.ts'

/** The trend rules that raise a warning (预警) before the period closes. They sort attention; no light and no score is made of them. */
export type EarlyWarningRule = 'endMisses' | 'endDoubtful' | 'lagGrows' | 'leadShrinks' | 'standsStill' | 'movesAway'

/** A warning with what its words are filled from. */
export interface EarlyWarning {
  readonly rule: EarlyWarningRule
  readonly inputs: Readonly<Record<string, string>>
}

/** A doubtful end is told on the item's page; what is put before a meeting is more than doubtful. */
export const isSeriousWarning = ({ rule }: EarlyWarning): boolean => rule !== 'endDoubtful'

/** A warning as a sentence in both languages. */
export function warningWords({ rule, inputs }: EarlyWarning): Words {
  return fillWords(earlyWarningWords[rule], inputs)
}

/**
 * Warnings of an indicator that has not yet met its target: the trend ends short of it, the lag has grown over the last three figures,
 * nothing has moved in them, or a rate moves away. Needs three figures; nothing is said after the due day.
 */
export function earlyWarnings(input: IndicatorInput, projected: ProjectedEnd | null): readonly EarlyWarning[] {
  const known = input.figures.filter((figure) => figure.asOf <= input.clock)
  const readings = readingsOf(input.target, input.accumulation, known)
  const latest = readings.at(-1)
  const region = latest ? targetRegion(input.target, latest.comparedWith) : null
  if (!latest || !region || input.clock > input.span.to || readings.length < FIGURES_FOR_FORECAST) return []
  const last = readings.slice(-FIGURES_FOR_FORECAST)
  const judging = judgingOf(input.target, region)
  if (judging === 'rate' || judging === 'hold')
    return [...endWarning(input, region, projected), ...awayWarning(region, last)]
  if (judging === 'cap') return endWarning(input, region, projected)
  if (judging !== 'way' || isInside(region, latest.value)) return []
  return [...endWarning(input, region, projected), ...lagWarning(input, region, last)]
}

/** Outside the target even at the better edge of the spread, or only by the trend itself. */
function endWarning(input: IndicatorInput, region: TargetRegion, projected: ProjectedEnd | null): EarlyWarning[] {
  if (projected === null || projected.meets) return []
  const { end, low, high } = projected
  const better = directionOf(region) === 'less' ? low : high
  const inputs = { end, best: better, target: decimalText(region.stated), unit: input.target.unit }
  return [{ rule: isInside(region, dec(better)) ? 'endDoubtful' : 'endMisses', inputs }]
}

/** How far each of the last figures lagged; positive = behind. Null where nothing can be asked. */
function lagsOf(input: IndicatorInput, region: TargetRegion, last: readonly Reading[]): Dec[] | null {
  const less = directionOf(region) === 'less'
  const lags = last.map(({ asOf, value }) => {
    const asked = askedOn(input, asOf)
    return asked && (less ? value.minus(asked) : asked.minus(value))
  })
  const told = lags.filter((lag) => lag !== null)
  return told.length === last.length ? told : null
}

function lagWarning(input: IndicatorInput, region: TargetRegion, last: readonly Reading[]): EarlyWarning[] {
  const lags = lagsOf(input, region, last)
  const [first, end] = [lags?.[0], lags?.at(-1)]
  const [oldest, latest] = [last[0], last.at(-1)]
  if (!lags || !first || !end || !oldest || !latest) return []
  const inputs = { since: oldest.asOf, from: decimalText(first), to: decimalText(end), unit: input.target.unit }
  // A lead that goes on shrinking like this is used up before as many figures have come again.
  const isSpent = end.plus(end.minus(first)).gt(0)
  if (last.every(({ value }) => value.eq(latest.value)) && end.gt(first) && isSpent)
    return [{ rule: 'standsStill', inputs: { ...inputs, actual: decimalText(latest.value) } }]
  const grows = lags.every((lag, index) => index === 0 || lag.gt(lags[index - 1] ?? lag))
  if (!grows || !isSpent) return []
  if (end.gt(0)) return [{ rule: 'lagGrows', inputs }]
  const lead = { ...inputs, from: decimalText(first.neg()), to: decimalText(end.neg()) }
  return [{ rule: 'leadShrinks', inputs: lead }]
}

/** A rate, or a state to be kept, that has come nearer to missing, or farther from meeting, with each figure. */
function awayWarning(region: TargetRegion, last: readonly Reading[]): EarlyWarning[] {
  const sign = directionOf(region) === 'less' ? 1 : -1
  const worse = last.every(({ value }, index) => {
    const before = last[index - 1]
    return before === undefined || value.minus(before.value).times(sign).gt(0)
  })
  const [oldest, latest] = [last[0], last.at(-1)]
  if (!oldest || !latest || directionOf(region) === 'band' || !worse) return []
  const gap = decimalText(distanceTo(region, latest.value))
  return [
    {
      rule: 'movesAway',
      inputs: { since: oldest.asOf, from: decimalText(oldest.value), to: decimalText(latest.value), gap },
    },
  ]
}
