import { addDays, dec, decimalText } from '#core/kit'
import type { LocalDate } from '#core/kit'

/** 回头看: after how many days a closed problem can be drawn for a re-check. */
export const recheckDays = [30, 90] as const

/** One of the two re-checks. */
export type RecheckStage = (typeof recheckDays)[number]

/** A closed problem, with the stages for which it has been in a draw already. */
export interface ClosedProblem {
  readonly problemId: string
  readonly closedOn: LocalDate
  readonly stagesDrawn: readonly RecheckStage[]
}

/** The record of a draw: whoever has it can repeat it and get the same problems. */
export interface RecheckDraw {
  readonly stage: RecheckStage
  readonly on: LocalDate
  readonly seed: string
  readonly candidates: readonly string[]
  readonly picked: readonly string[]
}

/** The problems whose re-check of a stage has come due by a day and which were in no draw of it. */
export function recheckCandidates(closed: readonly ClosedProblem[], stage: RecheckStage, on: LocalDate): string[] {
  return closed
    .filter((problem) => addDays(problem.closedOn, stage) <= on && !problem.stagesDrawn.includes(stage))
    .map((problem) => problem.problemId)
    .sort()
}

/**
 * Draws a share of the candidates, at least one: each gets SHA-256(seed, stage, id), and the smallest come out. The seed has to be
 * something that nobody chooses, such as the head of the seal chain on the day of the draw.
 */
export function drawRechecks(
  draw: {
    readonly candidates: readonly string[]
    readonly stage: RecheckStage
    readonly on: LocalDate
    readonly seed: string
  },
  share: string,
  sha256: (text: string) => string,
): RecheckDraw {
  const { stage, on, seed } = draw
  const candidates = [...new Set(draw.candidates)].sort()
  const count = Math.min(candidates.length, Math.max(1, dec(candidates.length).times(share).ceil().toNumber()))
  const lots = candidates.map((problemId) => ({ problemId, lot: sha256(`${seed}\n${stage}\n${problemId}`) }))
  const drawn = lots.sort((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, count)
  return { stage, on, seed, candidates, picked: drawn.map(({ problemId }) => problemId).sort() }
}

/** Rebound rate of a unit: reopened ÷ closed, rounded to four places; null where nothing was closed. */
export function reboundRate(
  problems: readonly { readonly everClosed: boolean; readonly reopened: number }[],
): string | null {
  const closed = problems.filter((problem) => problem.everClosed)
  if (closed.length === 0) return null
  const back = closed.filter((problem) => problem.reopened > 0).length
  return decimalText(dec(back).dividedBy(closed.length).toDecimalPlaces(4))
}
