import { dec, decimalText } from '#core/kit'
import type { Dec } from '#core/kit'
import { growthAttainment } from '#core/insight'
import type { AttainmentBasis } from '#core/insight'
import { SCORE_SHARE_PLACES } from './scheme.ts'
import type { Scheme } from './scheme.ts'
import type { LeftOut, PanelRecord, ScoreInput, TargetRecord, TrailInput } from './types.ts'

/** The share of one metric with its trail; `leftOut` where it cannot or need not be judged. */
export interface MetricShare {
  readonly share: Dec | null
  readonly leftOut: LeftOut | null
  readonly trail: readonly TrailInput[]
}

const text = (share: Dec): string => decimalText(share.toDecimalPlaces(SCORE_SHARE_PLACES))

/**
 * The share of a metric out of its trail: weighted mean of the lines that count, rounded to six places. It is computed from the
 * rounded shares that the trail shows, so that whoever holds the trail gets the same digits.
 */
export function shareOfTrail(trail: readonly TrailInput[]): Dec | null {
  let [sum, weights] = [dec(0), dec(0)]
  for (const { share, weight } of trail) {
    if (share === null) continue
    sum = sum.plus(dec(share).times(weight))
    weights = weights.plus(weight)
  }
  return weights.lte(0) ? null : sum.dividedBy(weights).toDecimalPlaces(SCORE_SHARE_PLACES)
}

const meanOf = (trail: readonly TrailInput[], emptyBecause: LeftOut): MetricShare => {
  const share = shareOfTrail(trail)
  return { share, leftOut: share === null ? emptyBecause : null, trail }
}

/** Attainment between 0 and 1 before the leniency for 力争; null where it is left out. */
export function attainmentOf(basis: AttainmentBasis): Dec | null {
  switch (basis.kind) {
    case 'way':
      return dec(basis.asked).lte(0) ? null : dec(basis.moved).dividedBy(basis.asked).clampedTo(0, 1)
    case 'rate':
      return growthAttainment(dec(basis.gap), dec(basis.stated)).clampedTo(0, 1)
    case 'verdict':
      return dec(basis.met ? 1 : 0)
    case 'leftOut':
      return null
  }
}

function targetLine(record: TargetRecord, scheme: Scheme): TrailInput {
  const attained = attainmentOf(record.basis)
  const loss = record.commitment === 'strive' ? dec(scheme.striveLoss) : dec(1)
  const share = attained === null ? null : text(dec(1).minus(dec(1).minus(attained).times(loss)))
  const basis = Object.entries(record.basis).map(([name, value]) => [name, String(value)] as const)
  const values = { ...Object.fromEntries(basis), commitment: record.commitment, silent: String(record.silent) }
  return { ref: record.ref, values, share, weight: record.weight }
}

/** Targets: weighted attainment against the pace of the clock, capped at 1. */
export function targetsShare(input: ScoreInput, scheme: Scheme): MetricShare {
  const trail = input.targets.map((record) => targetLine(record, scheme))
  return meanOf(trail, input.targets.length === 0 ? 'noDuty' : 'notDue')
}

/** Discipline: duties met in time, by any channel; late and silent count nothing. */
export function disciplineShare(input: ScoreInput): MetricShare {
  const trail = input.duties.map(({ ref, outcome }) => ({
    ref,
    values: { outcome },
    share: outcome === 'inTime' ? '1' : '0',
    weight: '1',
  }))
  return meanOf(trail, 'noDuty')
}

/** Key tasks: time nodes due by the end of the period; done in time 1, late the scheme's share, open 0. */
export function keyTasksShare(input: ScoreInput, scheme: Scheme): MetricShare {
  const trail = input.nodes.map(({ ref, due, doneOn }) => ({
    ref,
    values: { due, doneOn: doneOn ?? '' },
    share: doneOn === null ? '0' : doneOn <= due ? '1' : scheme.lateNodeShare,
    weight: '1',
  }))
  return meanOf(trail, 'noDuty')
}

const panelLine = ({ ref, memberId, score }: PanelRecord): TrailInput => ({
  ref,
  values: { memberId, score: score ?? 'abstained' },
  share: score === null ? null : text(dec(score).dividedBy(100).clampedTo(0, 1)),
  weight: '1',
})

/** Panel: mean of the scores given; abstentions are shown and do not count. */
export function panelShare(input: ScoreInput, metricId: string): MetricShare {
  return meanOf(input.panel.filter((record) => record.metricId === metricId).map(panelLine), 'noPanel')
}

/**
 * Conduct: 1, less a step for every refused claim, rebound, or error that others found; never below 0. Who had no duty at all and did
 * nothing wrong is not judged by it.
 */
export function conductShare(input: ScoreInput, scheme: Scheme): MetricShare {
  const idle = input.targets.length + input.duties.length + input.nodes.length + input.conduct.length === 0
  if (idle) return { share: null, leftOut: 'noDuty', trail: [] }
  const taken = dec(scheme.conductStep).times(input.conduct.length)
  const trail = input.conduct.map(({ ref, kind }) => ({
    ref,
    values: { kind, takes: scheme.conductStep },
    share: null,
    weight: '0',
  }))
  return { share: dec(1).minus(taken).clampedTo(0, 1), leftOut: null, trail }
}
