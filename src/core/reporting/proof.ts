import { canonicalJson, refuse } from '#core/kit'
import type { Refusal } from '#core/kit'
import type { Correction } from './correction.ts'
import { readSeal, reportBodyHash, sealedParts } from './seal.ts'
import type { ReportBody, ReportState, Seal, SealedReport, SealPayload, Sha256 } from './types.ts'

/** A report as it stands in its table, to be compared with the seal that holds it. */
export interface StoredReport {
  readonly reportId: string
  readonly itemId: string
  readonly unitId: string
  readonly figurePeriodId: string
  readonly state: Exclude<ReportState, 'notDue'>
  readonly late: boolean
  readonly body: ReportBody
}

/** A version of a plan: the hash that was stored with it, and the hash of its content as it reads now. */
export interface StoredPlanVersion {
  readonly planId: string
  readonly version: number
  readonly contentHash: string
  readonly contentHashNow: string
}

const finding = (code: string, detail: Readonly<Record<string, string | number>>): Refusal =>
  refuse(code, detail).refusal

/** What a seal keeps of a report besides what follows from its item and from earlier periods. */
function kept(report: SealedReport): string {
  const { itemId, unitId, reportId, figurePeriodId, noChange, claim, nodesDone, late, evidence, bodyHash } = report
  const figure = noChange ? null : report.figure
  const parts = report.parts && { ...report.parts }
  return canonicalJson({
    parts,
    ...{ itemId, unitId, reportId, figurePeriodId, noChange, claim, nodesDone, late, evidence, bodyHash, figure },
  })
}

function asSealed(report: StoredReport, sha256: Sha256): SealedReport {
  const { itemId, unitId, reportId, figurePeriodId, late, body } = report
  const { figure, noChange, claim, nodesDone, evidence } = body
  const said = { figure, noChange, claim, nodesDone, evidence, accumulation: null }
  const bodyHash = reportBodyHash(body, sha256)
  return { itemId, unitId, reportId, figurePeriodId, late, ...said, ...sealedParts(body), bodyHash }
}

/**
 * Compares a seal with the reports of its period as they stand in their table now: one that is missing, one that was changed by
 * hand, one that was accepted behind the seal's back.
 */
export function compareWithSeal(payload: SealPayload, reports: readonly StoredReport[], sha256: Sha256): Refusal[] {
  const stored = new Map(reports.map((report) => [report.reportId, report]))
  const { periodId } = payload
  const findings = payload.counted.flatMap((sealed) => {
    const { itemId } = sealed
    const report = stored.get(sealed.reportId)
    if (!report) return [finding('proof.reportMissing', { periodId, itemId })]
    const same = report.state === 'accepted' && kept(asSealed(report, sha256)) === kept(sealed)
    return same ? [] : [finding('proof.reportChanged', { periodId, itemId })]
  })
  const known = new Set(payload.counted.map((sealed) => sealed.reportId))
  const behind = reports.filter((report) => report.state === 'accepted' && !known.has(report.reportId))
  return [...findings, ...behind.map(({ itemId }) => finding('proof.reportNotInSeal', { periodId, itemId }))]
}

/** Compares the plan versions that a seal names with those that are stored. */
export function comparePlans(payload: SealPayload, versions: readonly StoredPlanVersion[]): Refusal[] {
  return payload.planVersions.flatMap(({ planId, version, contentHash }) => {
    const found = versions.find((known) => known.planId === planId && known.version === version)
    const same = found?.contentHash === contentHash && found.contentHashNow === contentHash
    return same ? [] : [finding('proof.planChanged', { planId, version })]
  })
}

/** What the log says of seals and corrections: gathered while the audit chain is recomputed. */
export interface LoggedActs {
  /** Hash of each seal by its place in the chain. */
  readonly seals: ReadonlyMap<string, string>
  /** Canonical JSON of what each correction said when it was made. */
  readonly made: ReadonlyMap<string, string>
  readonly approved: ReadonlySet<string>
}

/** Compares seals and corrections with what the log says was done: neither can be taken away or altered unseen. */
export function compareWithLog(
  seals: readonly Seal[],
  corrections: readonly Correction[],
  logged: LoggedActs,
): Refusal[] {
  const hashes = new Map(seals.map((seal) => [String(seal.seq), seal.hash]))
  const gone = [...logged.seals].filter(([seq, hash]) => hashes.get(seq) !== hash)
  const there = new Set(corrections.map((correction) => correction.correctionId))
  const removed = [...logged.made.keys()].filter((correctionId) => !there.has(correctionId))
  const changed = corrections.filter((correction) => {
    const isApproved = correction.approvedAt !== null
    const { correctionId } = correction
    return logged.made.get(correctionId) !== saidBy(correction) || logged.approved.has(correctionId) !== isApproved
  })
  return [
    ...gone.map(([seq]) => finding('proof.sealRemoved', { seq })),
    ...removed.map((correctionId) => finding('proof.correctionRemoved', { correctionId })),
    ...changed.map(({ correctionId, itemId }) => finding('proof.correctionChanged', { correctionId, itemId })),
  ]
}

/** What a correction says, as its log entry keeps it. */
export function saidBy(correction: Omit<Correction, 'approvedAt' | 'approvedBy' | 'refusedAt'>): string {
  const { sealSeq, itemId, oldFigure, newFigure, oldClaim, newClaim, reason } = correction
  return canonicalJson({ sealSeq, itemId, oldFigure, newFigure, oldClaim, newClaim, reason })
}

/** The payload of a seal, or null where its text can no longer be read. */
export function payloadOf(seal: Seal): SealPayload | null {
  try {
    return readSeal(seal)
  } catch {
    return null
  }
}
