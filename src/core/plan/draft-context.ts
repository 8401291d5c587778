import type { Fact, PlanReading } from '#core/reading'
import { campaignFinder } from './campaign-of.ts'
import type { DraftDefaults } from './draft-types.ts'
import type { Frequency } from './types.ts'
import { collectUnits, type UnitNames } from './unit-names.ts'

/** What every drafting step looks at. */
export interface DraftContext {
  readonly reading: PlanReading
  readonly units: UnitNames
  readonly year: number | null
  /** The plan's own rhythm of dispatch; the finest frequency that a sheet can ask for. */
  readonly collecting: Frequency
  readonly campaignOf: (fact: Pick<Fact, 'path' | 'span'>) => number | null
  readonly newId: () => string
}

/** Gathers what drafting needs from a reading. */
export function draftContext(reading: PlanReading, defaults: DraftDefaults): DraftContext {
  return {
    reading,
    units: collectUnits(reading),
    year: reading.meta.year ?? defaults.year,
    collecting: collectingRhythm(reading),
    campaignOf: campaignFinder(reading),
    newId: defaults.newId,
  }
}

/** 周调度 → week, 旬调度 → dekad, 月调度 → month; acts that only read (通报, 讲评, 简报) ask nothing. Two weeks are served by the dekad. */
function collectingRhythm(reading: PlanReading): Frequency {
  const acts = reading.cadences.flatMap((cadence) => cadence.items).filter((item) => /调度|对账|报送/.test(item.act))
  if (acts.some((item) => ['day', 'week'].includes(item.period))) return 'week'
  if (acts.some((item) => ['twoWeek', 'dekad'].includes(item.period))) return 'dekad'
  if (acts.some((item) => item.period === 'month')) return 'month'
  return acts.some((item) => item.period === 'quarter') ? 'quarter' : 'month'
}
