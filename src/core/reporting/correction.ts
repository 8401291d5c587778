import { accept, decimalText, parseDecimal, refuse } from '#core/kit'
import type { Result } from '#core/kit'
import type { Claim, PeriodState, SealedReport, SealPayload } from './types.ts'

/** A visible change after the seal. The seal itself never changes; the old value is kept beside the new one. */
export interface Correction {
  readonly correctionId: string
  readonly sealSeq: number
  readonly itemId: string
  readonly oldFigure: string | null
  readonly newFigure: string | null
  readonly oldClaim: Claim | null
  readonly newClaim: Claim | null
  readonly reason: string
  readonly madeBy: string
  readonly madeAt: string
  readonly approvedBy: string | null
  readonly approvedAt: string | null
  readonly refusedAt: string | null
}

/** What somebody asks to correct. */
export interface CorrectionAsked {
  readonly itemId: string
  readonly newFigure: string | null
  readonly newClaim: Claim | null
  readonly reason: string
}

function figureOf(text: string | null): Result<string | null> {
  if (text === null) return accept(null)
  const figure = parseDecimal(text)
  return figure === null ? refuse('correction.figureNotNumber', { text }, 'newFigure') : accept(decimalText(figure))
}

/** Checks a correction against the seal that it touches and returns old and new values; silent items may get their late figure. */
export function checkCorrection(
  asked: CorrectionAsked,
  seal: Pick<SealPayload, 'counted' | 'silent' | 'pending'>,
  periodState: PeriodState,
): Result<Pick<Correction, 'oldFigure' | 'newFigure' | 'oldClaim' | 'newClaim' | 'reason'>> {
  if (periodState !== 'sealed') return refuse('correction.notSealed')
  if (asked.reason.trim() === '') return refuse('correction.reasonMissing', {}, 'reason')
  const counted = seal.counted.find((report) => report.itemId === asked.itemId)
  const absent = [...seal.silent, ...seal.pending].some((line) => line.itemId === asked.itemId)
  if (!counted && !absent) return refuse('correction.itemNotInSeal', {}, 'itemId')
  const figure = figureOf(asked.newFigure)
  if (!figure.ok) return figure
  const [oldFigure, oldClaim] = [counted?.figure ?? null, counted?.claim ?? null]
  if (figure.value === oldFigure && asked.newClaim === oldClaim) return refuse('correction.changesNothing')
  return accept({ oldFigure, newFigure: figure.value, oldClaim, newClaim: asked.newClaim, reason: asked.reason.trim() })
}

/** A correction counts from its approval by another person than its author. */
export function checkApproval(correction: Correction, approverId: string): Result<null> {
  if (correction.approvedAt !== null || correction.refusedAt !== null) return refuse('correction.alreadyDecided')
  return correction.madeBy === approverId ? refuse('correction.ownCorrection') : accept(null)
}

/** The value of a sealed report as it reads today: the latest approved correction, else the seal. */
export function correctedValue(
  sealed: Pick<SealedReport, 'itemId' | 'figure' | 'claim'>,
  corrections: readonly Correction[],
): { readonly figure: string | null; readonly claim: Claim | null; readonly correctionId: string | null } {
  const approved = corrections
    .filter((correction) => correction.itemId === sealed.itemId && correction.approvedAt !== null)
    .sort((a, b) => Date.parse(a.approvedAt ?? '') - Date.parse(b.approvedAt ?? ''))
  const last = approved.at(-1)
  if (!last) return { figure: sealed.figure, claim: sealed.claim, correctionId: null }
  return { figure: last.newFigure, claim: last.newClaim, correctionId: last.correctionId }
}
