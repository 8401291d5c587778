import { accept, periodById, type Result } from '#core/kit'
import {
  countedRecognitions,
  factsOfTarget,
  isRecognised,
  recognisedFigure,
  type StatedFact,
  targetWith,
} from '#core/reporting'
import type { Stores } from '#app/kit'
import type { SheetEntry } from './ports.ts'
import type { RecognitionRow } from './target-ports.ts'

/** What recognised rows say for the lines of a request. */
export interface RowFigures {
  /** The figure that follows from the rows; undefined where the unit states it itself. */
  figureOf(entry: SheetEntry): Result<string | undefined>
  /** How many documents behind that figure the acceptor has not looked at. */
  notLookedAt(entry: SheetEntry): number
}

/** Loads the rows behind the lines of a request; asks the database only where a line counts by recognition. */
export async function loadRowFigures(stores: Stores, entries: readonly SheetEntry[]): Promise<RowFigures> {
  const itemIds = entries.filter(({ item }) => isRecognised(item)).map(({ itemId }) => itemId)
  const rows = itemIds.length === 0 ? [] : await stores.targets.recognitions(itemIds)
  const facts = itemIds.length === 0 ? [] : await stores.targets.facts(itemIds)
  return rowFiguresOf(rows, facts)
}

/** Nothing is counted by rows. */
export const noRowFigures: RowFigures = rowFiguresOf([], [])

function rowFiguresOf(rows: readonly RecognitionRow[], facts: readonly StatedFact[]): RowFigures {
  const rowsOf = (itemId: string) => rows.filter((row) => row.itemId === itemId)
  return {
    figureOf({ item, itemId, figurePeriodId }) {
      if (!isRecognised(item)) return accept(undefined)
      const known = factsOfTarget(facts.filter((fact) => fact.itemId === itemId))
      const judged = { ...item, target: targetWith(item.target, known) }
      return recognisedFigure(judged, rowsOf(itemId), periodById(figurePeriodId))
    },
    notLookedAt({ item, itemId, figurePeriodId }) {
      if (!isRecognised(item)) return 0
      const counted = countedRecognitions(item, rowsOf(itemId), periodById(figurePeriodId))
      return counted.filter((row) => row.lookedAt === null).length
    },
  }
}
