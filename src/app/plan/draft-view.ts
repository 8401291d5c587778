import {
  type AliasSuggestion,
  bodiesOf,
  type Coverage,
  coverageOf,
  type OpenPoint,
  openPointsOf,
  suggestAliases,
} from '#core/plan'
import type { DraftReading } from '#core/plan'
import type { EntryRow } from './draft-store.ts'

/** What follows from a draft's entries: recomputed after every write, never stored. */
export interface DraftStanding {
  readonly coverage: Coverage
  readonly openPoints: readonly OpenPoint[]
  readonly suggestions: readonly AliasSuggestion[]
}

/** Computes what follows from the entries as they stand. */
export function standingOf(reading: DraftReading, rows: readonly EntryRow[]): DraftStanding {
  const entries = rows.map((row) => row.entry)
  return {
    coverage: coverageOf(reading.sentences, entries),
    openPoints: openPointsOf(entries),
    suggestions: suggestAliases(bodiesOf(entries, 'unit')),
  }
}
