import { readingsOf } from '#core/insight'
import { invariant, periodById } from '#core/kit'
import type { Verification } from '#core/insight'
import type { Blockage, Claim, ReportState } from '#core/reporting'
import type { ItemStanding } from './plan-standings.ts'
import type { CorrectionRow, EvidenceRow, PersonName, PlanFrame, ReleaseRow, ReportRow, SealHead } from './ports.ts'

/** Who did something, and when. */
export interface Signature {
  readonly at: string
  readonly name: string
  readonly unitName: string | null
  /** For whom he stood in; null = he did it for himself. */
  readonly forName: string | null
}

/** One line of an item's history with everything that backs its figure: the answer to "where from?". */
export interface HistoryEntry {
  readonly key: string
  readonly figurePeriodId: string
  /** Period of the sheet; null for a release. */
  readonly reportPeriodId: string | null
  /** As reported or released. */
  readonly figure: string | null
  /** Accumulated value after this figure, where it counts. */
  readonly accumulated: string | null
  readonly verifiedBy: Verification | null
  readonly report: HistoryReport | null
  readonly release: Pick<ReleaseRow, 'body' | 'document' | 'releasedOn' | 'estimate'> | null
  readonly seal: Pick<SealHead, 'seq' | 'hash' | 'sealedAt'> | null
  readonly corrections: readonly CorrectionView[]
}

/** The report behind a line. */
export interface HistoryReport {
  readonly reportId: string
  readonly unitName: string
  readonly state: ReportState
  readonly noChange: boolean
  readonly claim: Claim | null
  readonly paragraph: string
  readonly blockage: Blockage | null
  readonly nodesDone: readonly string[]
  readonly late: boolean
  readonly channel: string | null
  readonly submitted: Signature | null
  readonly signed: Signature | null
  readonly decided: Signature | null
  readonly evidence: readonly Omit<EvidenceRow, 'ownerId'>[]
}

/** A change after the seal, with the old value kept. */
export interface CorrectionView {
  readonly oldFigure: string | null
  readonly newFigure: string | null
  readonly oldClaim: Claim | null
  readonly newClaim: Claim | null
  readonly reason: string
  readonly made: Signature
  readonly approved: Signature | null
}

/** What a history is put together from. */
export interface HistorySources {
  readonly standing: ItemStanding
  readonly frame: PlanFrame
  readonly reports: readonly ReportRow[]
  readonly evidence: readonly EvidenceRow[]
  readonly persons: readonly PersonName[]
}

/** Everybody whose name a history shows. */
export function personsInHistory(
  reports: readonly ReportRow[],
  corrections: readonly CorrectionRow[],
): readonly string[] {
  const ids = [
    ...reports.flatMap(({ submittedBy, signedBy, decidedBy }) => [submittedBy, signedBy, decidedBy]),
    ...reports.flatMap(({ submittedFor, signedFor, decidedFor }) => [submittedFor, signedFor, decidedFor]),
    ...corrections.flatMap(({ madeBy, approvedBy }) => [madeBy, approvedBy]),
  ]
  return [...new Set(ids.filter((id) => id !== null))]
}

/** All figures of an item, newest first: reports that left their drafts, releases, and late figures that came as corrections. */
export function historyOf(sources: HistorySources): readonly HistoryEntry[] {
  const { standing, frame, reports } = sources
  const facts: Facts = {
    frame,
    evidence: sources.evidence,
    sign: signerOf(sources.persons),
    counted: countedValues(standing),
    corrections: frame.corrections.filter((one) => one.itemId === standing.row.item.itemId),
  }
  const releases = frame.releases.filter((release) => release.itemId === standing.row.item.itemId)
  const shown = reports.filter(({ state }) => state !== 'draft' && state !== 'withdrawn' && state !== 'notDue')
  const entries = [
    ...shown.map((report) => reportEntry(report, facts)),
    ...releases.map((release) => releaseEntry(release, facts)),
  ]
  const told = new Set(entries.map(({ seal }) => seal?.seq))
  const alone = frame.seals.filter(({ seq }) => !told.has(seq) && facts.corrections.some((one) => one.sealSeq === seq))
  return [...entries, ...alone.map((seal) => correctionEntry(seal, facts))].sort(newestFirst)
}

function newestFirst(a: HistoryEntry, b: HistoryEntry): number {
  const [first, second] = [periodById(a.figurePeriodId).last, periodById(b.figurePeriodId).last]
  return first === second ? 0 : first < second ? 1 : -1
}

interface Facts {
  readonly frame: PlanFrame
  readonly evidence: readonly EvidenceRow[]
  readonly sign: Sign
  readonly counted: ReadonlyMap<string, CountedValue>
  readonly corrections: readonly CorrectionRow[]
}

type Sign = (at: string | null, by: string | null, doneFor?: string | null) => Signature | null

function signerOf(persons: readonly PersonName[]): Sign {
  const names = new Map(persons.map((person) => [person.accountId, person]))
  return (at, by, doneFor = null) => {
    if (at === null) return null
    const person = by === null ? undefined : names.get(by)
    const forName = doneFor === null ? null : (names.get(doneFor)?.name ?? '')
    return { at, name: person?.name ?? '', unitName: person?.unitName ?? null, forName }
  }
}

interface CountedValue {
  readonly accumulated: string
  readonly verifiedBy: Verification | null
}

/** Accumulated values by the item's own period. */
function countedValues({ input }: ItemStanding): ReadonlyMap<string, CountedValue> {
  if (input === null) return new Map()
  const verified = new Map(input.figures.map((figure) => [figure.periodId, figure.verifiedBy]))
  const readings = readingsOf(input.target, input.accumulation, input.figures)
  return new Map(
    readings.map(({ periodId, value }) => [
      periodId,
      { accumulated: value.toFixed(), verifiedBy: verified.get(periodId) ?? null },
    ]),
  )
}

function reportEntry(report: ReportRow, facts: Facts): HistoryEntry {
  const { figurePeriodId, periodId } = report
  const value = report.state === 'accepted' ? facts.counted.get(figurePeriodId) : undefined
  const seal = facts.frame.seals.find((one) => one.cadenceId === report.cadenceId && one.periodId === periodId)
  return {
    key: report.reportId,
    figurePeriodId,
    reportPeriodId: periodId,
    figure: report.figure,
    accumulated: value?.accumulated ?? null,
    verifiedBy: value?.verifiedBy ?? null,
    report: historyReport(report, facts),
    release: null,
    ...sealPart(seal, facts),
  }
}

function historyReport(report: ReportRow, { evidence, sign }: Facts): HistoryReport {
  const { reportId, unitName, state, noChange, claim, paragraph, blockage, nodesDone, late, channel } = report
  const own = evidence.filter((file) => file.ownerId === reportId)
  return {
    ...{ reportId, unitName, state, noChange, claim, paragraph, blockage, nodesDone, late, channel },
    submitted: sign(report.submittedAt, report.submittedBy, report.submittedFor),
    signed: sign(report.signedAt, report.signedBy, report.signedFor),
    decided: sign(report.decidedAt, report.decidedBy, report.decidedFor),
    evidence: own.map(({ ownerId: _owner, ...file }) => file),
  }
}

function sealPart(seal: SealHead | undefined, facts: Facts): Pick<HistoryEntry, 'seal' | 'corrections'> {
  if (seal === undefined) return { seal: null, corrections: [] }
  const { seq, hash, sealedAt } = seal
  const own = facts.corrections.filter((correction) => correction.sealSeq === seq)
  return { seal: { seq, hash, sealedAt }, corrections: own.map((one) => correctionView(one, facts.sign)) }
}

function correctionView(correction: CorrectionRow, sign: Sign): CorrectionView {
  const { oldFigure, newFigure, oldClaim, newClaim, reason } = correction
  const made = sign(correction.madeAt, correction.madeBy)
  invariant(made, 'a correction is made at a moment')
  return {
    ...{ oldFigure, newFigure, oldClaim, newClaim, reason, made },
    approved: sign(correction.approvedAt, correction.approvedBy),
  }
}

function releaseEntry(release: ReleaseRow, { counted }: Facts): HistoryEntry {
  const { periodId, value, body, document, releasedOn, estimate } = release
  const known = counted.get(periodId)
  return {
    key: `release ${periodId}`,
    figurePeriodId: periodId,
    reportPeriodId: null,
    figure: value,
    accumulated: known?.accumulated ?? null,
    verifiedBy: known?.verifiedBy ?? null,
    report: null,
    release: { body, document, releasedOn, estimate },
    seal: null,
    corrections: [],
  }
}

/** A period in which nothing was counted until a correction brought the figure. */
function correctionEntry(seal: SealHead, facts: Facts): HistoryEntry {
  return {
    key: `correction ${seal.seq}`,
    figurePeriodId: seal.periodId,
    reportPeriodId: seal.periodId,
    figure: null,
    accumulated: null,
    verifiedBy: null,
    report: null,
    release: null,
    ...sealPart(seal, facts),
  }
}
