import { accept, decimalText, parseDecimal, refuse } from '#core/kit'
import type { Result } from '#core/kit'

/** A line of a panel sheet as typed: a score from 0 to 100, or an abstention. */
export interface PanelEntry {
  readonly score: string | null
  readonly abstained: boolean
}

/** Checks a line of a panel sheet; accepted is the canonical score, or null for an abstention. */
export function checkPanelEntry(entry: PanelEntry): Result<string | null> {
  if (entry.abstained) return entry.score === null ? accept(null) : refuse('panel.scoreAndAbstention', {}, 'score')
  const score = entry.score === null ? null : parseDecimal(entry.score)
  if (score === null) return refuse('panel.scoreMissing', {}, 'score')
  return score.lt(0) || score.gt(100) ? refuse('panel.scoreOutOfRange', {}, 'score') : accept(decimalText(score))
}
