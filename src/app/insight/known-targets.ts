import { groupBy } from '#core/kit'
import type { LocalDate } from '#core/kit'
import { readingsOf } from '#core/insight'
import type { IndicatorInput } from '#core/insight'
import { factsOfTarget } from '#core/reporting'
import type { SealedBeside, TargetFacts } from '#core/reporting'
import type { PlanFrame, RecognisedRow, ReleaseRow, VerificationRow } from './ports.ts'

/** A released figure as a standing reads it. */
export type KnownRelease = Pick<ReleaseRow, 'periodId' | 'value' | 'estimate'>
/** A check as a standing reads it. */
export type KnownVerification = Pick<VerificationRow, 'periodId' | 'basis' | 'verifiedAt'>

/** What is known beside reports on one basis: by the tables up to a moment, or by a seal that fixes it. */
export interface KnownTargets {
  releases(itemId: string): readonly KnownRelease[]
  verifications(itemId: string): readonly KnownVerification[]
  redLineDays(itemId: string): readonly LocalDate[]
  /** Recognised rows whose document the acceptor had looked at. */
  lookedAt(itemId: string): readonly RecognisedRow[]
  facts(itemId: string): TargetFacts
  /** The latest figure of a series of others for a period. */
  compared(seriesId: string, periodId: string): string | null
}

const none: readonly never[] = []
const noFacts: TargetFacts = { baseline: null, counterpart: null, milestones: none, longTerm: none }

/** What was known at a moment. A seal of the second form fixes releases, checks, events and recognised rows itself. */
export function knownTargets(frame: PlanFrame, until: string, beside: SealedBeside | null): KnownTargets {
  const by = <Row extends { readonly itemId: string }>(rows: readonly Row[]) => groupBy(rows, (row) => row.itemId)
  const releases = by<KnownRelease & { itemId: string }>(
    beside?.releases ?? frame.releases.filter((row) => row.importedAt <= until),
  )
  const verifications = by<KnownVerification & { itemId: string }>(
    beside?.verifications ?? frame.verifications.filter((row) => row.verifiedAt <= until),
  )
  const redLines = by<{ itemId: string; happenedOn: LocalDate }>(beside?.redLines ?? standingEvents(frame, until))
  const looked = by<RecognisedRow>(beside ? sealedRows(beside, until) : lookedRows(frame, until))
  const facts = by(frame.targetFacts)
  return {
    releases: (itemId) => releases.get(itemId) ?? none,
    verifications: (itemId) => verifications.get(itemId) ?? none,
    redLineDays: (itemId) => (redLines.get(itemId) ?? none).map(({ happenedOn }) => happenedOn),
    lookedAt: (itemId) => looked.get(itemId) ?? none,
    facts: (itemId) => (facts.has(itemId) ? factsOfTarget(facts.get(itemId) ?? none, until) : noFacts),
    compared: (seriesId, periodId) =>
      frame.compared.findLast(
        (row) => row.seriesId === seriesId && row.periodId === periodId && row.importedAt <= until,
      )?.value ?? null,
  }
}

const standingEvents = ({ redLines }: PlanFrame, until: string) =>
  redLines.filter((event) => event.recordedAt <= until && (event.revokedAt === null || event.revokedAt > until))

const lookedRows = ({ recognised }: PlanFrame, until: string) =>
  recognised.filter((row) => row.lookedAt !== null && row.lookedAt <= until)

const sealedRows = ({ recognitions }: SealedBeside, until: string): RecognisedRow[] =>
  recognitions.flatMap(({ itemId, rowId, recognisedOn, looked }) =>
    looked ? [{ itemId, rowId, recognisedOn, lookedAt: until }] : [],
  )

/** The other figure of a relative target at a date: of the linked indicator, accumulated, or of a series of others. */
export function comparedAt(
  counterpart: TargetFacts['counterpart'],
  known: KnownTargets,
  inputOf: (itemId: string) => IndicatorInput | null,
): (periodId: string, asOf: LocalDate) => string | null {
  if (counterpart === null) return () => null
  const { itemId, seriesId } = counterpart
  if (seriesId !== null) return (periodId) => known.compared(seriesId, periodId)
  const input = itemId === null ? null : inputOf(itemId)
  if (input === null) return () => null
  const readings = readingsOf(input.target, input.accumulation, input.figures)
  return (_periodId, asOf) => readings.find((reading) => reading.asOf === asOf)?.value.toFixed() ?? null
}
