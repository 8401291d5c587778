import { dec } from '#core/kit'
import { officialSeries } from './official-series.data.ts'
import type { Accumulation, Frequency, Origin, Target, Trajectory } from './types.ts'

/** How figures of an indicator are made, proposed from its words; a person confirms or changes each. */
export interface FigurePlan {
  readonly origin: Origin
  readonly frequency: Frequency
  readonly accumulation: Accumulation
  readonly trajectory: Trajectory
}

/** Proposes origin, frequency, accumulation and trajectory. `collecting`: the plan's own rhythm of dispatch, e.g. 旬调度 → dekad. */
export function proposeFigures(target: Target, quote: string, collecting: Frequency): FigurePlan {
  const series = seriesOf(target.subject)
  return {
    origin: series?.origin ?? 'own',
    frequency: series?.frequency ?? ownFrequency(target, collecting),
    accumulation: accumulationOf(target),
    trajectory: trajectoryOf(target, quote),
  }
}

/** Most things that one would keep as rows; a market's 20,000 new businesses come as a figure. */
const MOST_ROWS = 300

/** Whether another body seems to decide what counts (认定、纳统、入库、备案): proposed from the words, confirmed by a person. */
export function proposesRecognition(target: Target, quote: string): boolean {
  if (target.value === null || !/^(家|个|户|项|件|名|人)$/.test(target.unit) || dec(target.value).gt(MOST_ROWS))
    return false
  const counts = target.kind === 'increment' || target.kind === 'level'
  return counts && target.measure !== 'hold' && target.measure !== 'cap' && /认定|纳统|入统|入库|备案/.test(quote)
}

function seriesOf(subject: string) {
  return officialSeries.find(
    ({ names, except = [] }) =>
      names.some((name) => subject.includes(name)) && !except.some((word) => subject.includes(word)),
  )
}

/** Amounts and counts move every dispatch; rates, states to be kept and rankings are read monthly, rankings quarterly. */
function ownFrequency(target: Target, collecting: Frequency): Frequency {
  if (target.kind === 'rank' || target.kind === 'relative') return 'quarter'
  if (isRate(target) || target.measure === 'hold' || target.kind === 'redLine' || target.kind === 'qualitative')
    return 'month'
  return collecting
}

function isRate(target: Target): boolean {
  return target.kind === 'growth' || target.kind === 'decline' || /%|％|‰|百分点/.test(target.unit)
}

/** Amounts of a year run up; states, rates and verdicts are read as they stand. */
function accumulationOf(target: Target): Accumulation {
  if (isRate(target)) return 'snapshot'
  return target.measure === 'flow' || target.measure === 'cap' ? 'yearToDate' : 'snapshot'
}

/**
 * The way to the target (domain.md, Pace): linear; figures that another body recognises, one-off breakthroughs, verdicts and counts of
 * ten or fewer step on the due date. Growth rates are held against the target itself, so that their way does not matter.
 */
function trajectoryOf(target: Target, quote: string): Trajectory {
  if (target.measure === 'once' || target.kind === 'rank' || target.kind === 'relative') return { kind: 'step' }
  if (/认定|获评|评为|命名|创成|入选|挂牌/.test(quote) || isSmallCount(target)) return { kind: 'step' }
  return { kind: 'linear' }
}

function isSmallCount(target: Target): boolean {
  if (target.value === null || target.measure === 'cap' || target.measure === 'hold' || isRate(target)) return false
  return (
    /^(个|家|户|项|条|座|所|处|件|场|次|宗|只|支|名|人|套|栋|期|部)(次)?$/.test(target.unit) &&
    dec(target.value).lte(10)
  )
}
