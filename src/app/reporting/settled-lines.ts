import { answersByDispute, settlePeriod, type AnsweredLine, type SettledPeriod } from '#core/reporting'
import type { SheetEntry } from './ports.ts'

/** A sheet line as settling reads it, with the entry that it came from. */
export interface SettledLine extends AnsweredLine {
  readonly entry: SheetEntry
}

/** What became of every line of a period at a moment: counted, pending or silent. */
export function settledLines(entries: readonly SheetEntry[], at: string): SettledPeriod<SettledLine> {
  return settlePeriod(
    entries.map((entry) => answered(entry, at)),
    at,
  )
}

function answered(entry: SheetEntry, at: string): SettledLine {
  const { itemId, unitId, figurePeriodId, report } = entry
  return {
    itemId,
    unitId,
    figurePeriodId,
    state: report?.state ?? 'notDue',
    late: report?.late ?? false,
    channel: report?.channel ?? null,
    returnDueAt: report?.returnDueAt ?? null,
    disputed: answersByDispute(entry.dispute, at),
    entry,
  }
}
