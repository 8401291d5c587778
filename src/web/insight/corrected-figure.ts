import type { HistoryEntry } from '#adapters/http/contract/insight'

/** What a correction made of a reported figure: both values, null = none was given. */
export interface CorrectedFigure {
  readonly old: string | null
  readonly now: string | null
}

/** The figure of an entry before and after its last approved correction; null where none has changed it. */
export function correctedFigure({
  figure,
  corrections,
}: Pick<HistoryEntry, 'figure' | 'corrections'>): CorrectedFigure | null {
  const approved = corrections.flatMap((one) => (one.approved === null ? [] : [{ ...one, at: one.approved.at }]))
  const last = approved.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1)
  return last === undefined || last.newFigure === figure ? null : { old: figure, now: last.newFigure }
}
