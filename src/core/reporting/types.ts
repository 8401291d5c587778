import type { LocalDate } from '#core/kit'
import type { Accumulation } from '#core/plan'
import type { RateParts } from './rate-parts.ts'

/** States of a report (domain.md, Reports). notDue is never stored: it is the absence of a line on a sheet. */
export type ReportState = 'notDue' | 'draft' | 'submitted' | 'signed' | 'accepted' | 'returned' | 'withdrawn'

/** 自报: what the unit itself says of an item. It never improves a light. */
export type Claim = 'onPace' | 'behind' | 'done' | 'blocked'

/** What holds an item up: the matter, whose help is needed, and by when. */
export interface Blockage {
  readonly what: string
  readonly needs: string
  readonly by: LocalDate | null
}

/** What a report says. Figures are decimal strings in the target's unit. */
export interface ReportBody {
  /** null for items without a figure, and with `noChange`. */
  readonly figure: string | null
  readonly noChange: boolean
  readonly claim: Claim | null
  readonly paragraph: string
  readonly blockage: Blockage | null
  /** Labels of the time nodes that this report claims done. */
  readonly nodesDone: readonly string[]
  /** SHA-256 of the attached files, in the order in which they were attached. */
  readonly evidence: readonly string[]
  /** Of a rate: what it is made of; absent for every other figure. */
  readonly parts?: RateParts | null
}

/** A figure that counts: `value` in the item's own accumulation, `figurePeriodId` the item's own period (2025-M03). */
export interface CountedFigure {
  readonly figurePeriodId: string
  readonly value: string
  readonly noChange: boolean
}

/** One line of a sheet: this unit answers for this item in this period, with the figure of `figurePeriodId`. */
export interface SheetLine {
  readonly itemId: string
  readonly unitId: string
  readonly figurePeriodId: string
}

/** The life of a period of a cadence. */
export type PeriodState = 'open' | 'closed' | 'sealed'

/** One counted report as it stands in a seal. */
export interface SealedReport {
  readonly itemId: string
  readonly unitId: string
  readonly reportId: string
  readonly figurePeriodId: string
  readonly accumulation: Accumulation | null
  /** What counts, decimal string; null for items without a figure. */
  readonly figure: string | null
  readonly noChange: boolean
  readonly claim: Claim | null
  readonly nodesDone: readonly string[]
  readonly late: boolean
  readonly evidence: readonly string[]
  /** Of a rate: numerator and denominator. */
  readonly parts?: { readonly numerator: string; readonly denominator: string }
  /** SHA-256 of the canonical JSON of the whole report body, so that a change of any byte of it is found. */
  readonly bodyHash: string
}

/** An item and its unit, in lists of the silent and the pending. */
export interface SealedAbsence {
  readonly itemId: string
  readonly unitId: string
}

/** A released figure as a seal keeps it. */
export interface SealedRelease {
  readonly itemId: string
  readonly periodId: string
  readonly value: string
  readonly estimate: boolean
  readonly body: string
  readonly document: string
  readonly releasedOn: LocalDate
}

/** A check as a seal keeps it: by whom outside the unit, of which figure. */
export interface SealedVerification {
  readonly itemId: string
  readonly periodId: string | null
  readonly basis: 'document' | 'inspector' | 'coordinator'
  readonly verifiedAt: string
}

/** One thing that another body had recognised, without its name; `looked` = the acceptor had looked at the document. */
export interface SealedRecognition {
  readonly itemId: string
  readonly rowId: string
  readonly recognisedOn: LocalDate
  readonly looked: boolean
}

/**
 * What a seal fixes beside reports, from its second form on: releases, checks, red-line events and recognised rows as they counted.
 * Seals of the first form have none of it, and verify as ever.
 */
export interface SealedBeside {
  readonly form: 2
  readonly releases: readonly SealedRelease[]
  readonly verifications: readonly SealedVerification[]
  readonly redLines: readonly { readonly itemId: string; readonly happenedOn: LocalDate }[]
  readonly recognitions: readonly SealedRecognition[]
}

/** What a seal fixes (domain.md: all counted values and who was silent). Lists are sorted by item, then unit. */
export interface SealPayload {
  readonly regionId: string
  readonly cadenceId: string
  readonly periodId: string
  /** Place in the region's chain, from 1. */
  readonly seq: number
  readonly closedAt: string
  readonly planVersions: readonly { readonly planId: string; readonly version: number; readonly contentHash: string }[]
  readonly counted: readonly SealedReport[]
  readonly pending: readonly SealedAbsence[]
  readonly silent: readonly SealedAbsence[]
  /** Absent in seals of the first form. */
  readonly beside?: SealedBeside
  readonly previousHash: string
}

/** A seal as stored: the exact bytes that were hashed, and their SHA-256 in lower-case hex. */
export interface Seal {
  readonly seq: number
  readonly payload: string
  readonly previousHash: string
  readonly hash: string
}

/** SHA-256 of UTF-8 text as lower-case hex; passed in, because core does no I/O and holds no crypto. */
export type Sha256 = (text: string) => string
