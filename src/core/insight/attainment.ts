import { dec, decimalText } from '#core/kit'
import type { LocalDate } from '#core/kit'
import { askedMove, isRedLineBroken } from './figure-rules.ts'
import { exactPaceAt, isCounted } from './pace.ts'
import { gapOf } from './progress.ts'
import { readingsOf } from './reading.ts'
import type { Reading } from './reading.ts'
import { isInside, targetRegion } from './target-region.ts'
import type { TargetRegion } from './target-region.ts'
import type { IndicatorInput } from './types.ts'
import { judgingOf, movedAlong, wayOf } from './way.ts'

/**
 * What the attainment of an indicator is computed from (domain.md, Evaluation). way: how far it moved against how far it was asked to ·
 * rate: gap in points and the stated rate · verdict: met or not · left out while nothing is due or nothing can be told.
 */
export type AttainmentBasis =
  | { readonly kind: 'way'; readonly moved: string; readonly asked: string }
  | { readonly kind: 'rate'; readonly gap: string; readonly stated: string }
  | { readonly kind: 'verdict'; readonly met: boolean }
  | { readonly kind: 'leftOut'; readonly because: 'notDue' | 'unknown' }

const verdict = (met: boolean): AttainmentBasis => ({ kind: 'verdict', met })
const notDue: AttainmentBasis = { kind: 'leftOut', because: 'notDue' }
const cannotTell: AttainmentBasis = { kind: 'leftOut', because: 'unknown' }

/** Silent on its very first figure: nothing was shown, so nothing counts as done; before that nothing was due. */
function withoutFigure(input: IndicatorInput): AttainmentBasis {
  return input.silentRun > 0 ? verdict(false) : notDue
}

function wayBasis(input: IndicatorInput, region: TargetRegion, latest: Reading, on: LocalDate): AttainmentBasis {
  if (isInside(region, latest.value)) return verdict(true)
  const way = wayOf(input.target, region)
  const pace = exactPaceAt(input.trajectory, input.span, on, input.calendar)
  if (way === null) return pace.lt(1) ? cannotTell : verdict(false)
  if (way.length.lte(0)) return verdict(false)
  const asked = askedMove(way, pace, isCounted(input.target))
  if (asked.lte(0)) return notDue
  return { kind: 'way', moved: decimalText(movedAlong(way, latest.value)), asked: decimalText(asked) }
}

/** Judged only on the due day: before it a missed one is left out, a met one counts. */
function onDueDay(input: IndicatorInput, region: TargetRegion, latest: Reading, on: LocalDate): AttainmentBasis {
  const met = isInside(region, latest.value)
  return met || on >= input.span.to ? verdict(met) : notDue
}

/**
 * The basis of an indicator's attainment at the reference date of its latest figure; a silent one is measured by its last figure
 * against the pace of the clock (domain.md: due and silent).
 */
export function attainmentBasis(input: IndicatorInput): AttainmentBasis {
  const known = input.figures.filter((figure) => figure.asOf <= input.clock)
  const readings = readingsOf(input.target, input.accumulation, known)
  const latest = readings.at(-1)
  if (!latest) return input.redLineEvents.length > 0 ? verdict(false) : withoutFigure(input)
  const region = targetRegion(input.target, latest.comparedWith)
  if (region === null) return cannotTell
  const on = input.silentRun > 0 ? input.clock : latest.asOf
  switch (judgingOf(input.target, region)) {
    case 'way':
      return wayBasis(input, region, latest, on)
    case 'rate':
      return { kind: 'rate', gap: decimalText(gapOf(region, latest.value)), stated: decimalText(dec(region.stated)) }
    case 'once':
    case 'verdict':
      return onDueDay(input, region, latest, on)
    case 'redLine':
      return verdict(!isRedLineBroken(input, region, readings))
    case 'cap':
    case 'hold':
      return verdict(isInside(region, latest.value))
  }
}
