import { periodById } from '#core/kit'
import type { LocalDate } from '#core/kit'
import type { Accumulation, PlanItem } from '#core/plan'
import { figurePeriodDue, lineOutcome, silentRun, unchangedFigure } from '#core/reporting'
import type { Claim, SealPayload } from '#core/reporting'
import type { AskRow, CorrectionRow, SealHead } from './ports.ts'

/** A figure that counts, with the period of the report that brought it. */
export interface LedgerFigure {
  /** The item's own period. */
  readonly figurePeriodId: string
  readonly reportPeriodId: string
  readonly value: string
  readonly noChange: boolean
}

/** What the reports say of one item on one basis (accepted, or sealed). */
export interface ItemLedger {
  readonly figures: readonly LedgerFigure[]
  /** Time nodes claimed done, with the day from which that counts. */
  readonly nodesDone: ReadonlyMap<string, LocalDate>
  /** Day of the first report in the latest unbroken run that claims the whole item done. */
  readonly doneOn: LocalDate | null
  readonly claim: Claim | null
  readonly silentRun: number
  /** Answered in time, not yet decided: the delay is the acceptor's. */
  readonly pending: boolean
  readonly hasBlockage: boolean
}

/** One period's answer as a ledger takes it up. */
export interface LedgerEntry {
  readonly itemId: string
  readonly periodId: string
  readonly figurePeriodId: string
  /** Moment from which silence counts. */
  readonly dueAt: string
  readonly outcome: 'counted' | 'pending' | 'silent' | 'notDue'
  readonly figure: string | null
  readonly noChange: boolean
  readonly claim: Claim | null
  readonly nodesDone: readonly string[]
  readonly hasBlockage: boolean
  /** Day on which the answer was given; null where a seal does not keep it. */
  readonly answeredOn: LocalDate | null
}

/** The entries of the live basis: accepted reports count, what is past due without an answer is silent. */
export function liveEntries(
  asks: readonly AskRow[],
  now: string,
  dayOf: (instant: string) => LocalDate,
): LedgerEntry[] {
  return asks.map((ask) => ({
    itemId: ask.itemId,
    periodId: ask.periodId,
    figurePeriodId: ask.figurePeriodId,
    dueAt: ask.dueAt,
    outcome: outcomeOf(ask, now),
    figure: ask.figure,
    noChange: ask.noChange,
    claim: ask.claim,
    nodesDone: ask.nodesDone,
    hasBlockage: ask.hasBlockage,
    answeredOn: ask.submittedAt === null ? null : dayOf(ask.submittedAt),
  }))
}

function outcomeOf(ask: AskRow, now: string): LedgerEntry['outcome'] {
  const line = { ...ask, unitId: '', state: ask.state ?? ('notDue' as const) }
  const outcome = lineOutcome(line, now)
  return outcome === 'silent' && ask.dueAt > now ? 'notDue' : outcome
}

/** What a seal does not keep of an answer. */
const unkept = { hasBlockage: false, answeredOn: null }

/** The entries of the official basis: exactly what the seals hold. `itemOf` finds an absent item's own period. */
export function officialEntries(
  payloads: readonly SealPayload[],
  itemOf: (itemId: string) => PlanItem | undefined,
): LedgerEntry[] {
  return payloads.flatMap(({ periodId, counted, pending, silent }) => {
    const period = periodById(periodId)
    const dueAt = `${period.last}T00:00:00.000Z`
    const absent = (itemId: string, outcome: 'pending' | 'silent'): LedgerEntry => {
      const item = itemOf(itemId)
      const figurePeriodId = (item && figurePeriodDue(item.frequency, period)?.id) ?? periodId
      const nothing = { figure: null, noChange: false, claim: null, nodesDone: [] }
      return { ...unkept, ...nothing, itemId, periodId, figurePeriodId, dueAt, outcome }
    }
    return [
      ...counted.map((report) => ({ ...unkept, ...report, periodId, dueAt, outcome: 'counted' as const })),
      ...pending.map(({ itemId }) => absent(itemId, 'pending')),
      ...silent.map(({ itemId }) => absent(itemId, 'silent')),
    ]
  })
}

/** Approved corrections by item and period; `until` leaves out those that came after the last seal. */
export function approvedCorrections(
  corrections: readonly CorrectionRow[],
  seals: readonly SealHead[],
  until: string | null = null,
): ReadonlyMap<string, CorrectionRow> {
  const periods = new Map(seals.map((seal) => [seal.seq, seal.periodId]))
  const counting = corrections.filter(
    ({ approvedAt }) => approvedAt !== null && (until === null || approvedAt <= until),
  )
  return new Map(
    counting.map((correction) => [keyOf(correction.itemId, periods.get(correction.sealSeq) ?? ''), correction]),
  )
}

const keyOf = (itemId: string, periodId: string): string => `${itemId} ${periodId}`

/** Gathers entries into one ledger per item, in order of their periods, with approved corrections in place of what they correct. */
export function ledgersOf(
  entries: readonly LedgerEntry[],
  corrections: ReadonlyMap<string, CorrectionRow>,
  accumulationOf: (itemId: string) => Accumulation | null,
): ReadonlyMap<string, ItemLedger> {
  const lastDays = new Map<string, LocalDate>()
  const lastDayOf = (periodId: string): LocalDate => {
    const known = lastDays.get(periodId) ?? periodById(periodId).last
    lastDays.set(periodId, known)
    return known
  }
  const byItem = new Map<string, LedgerEntry[]>()
  for (const entry of entries) {
    const corrected = withCorrection(entry, corrections.get(keyOf(entry.itemId, entry.periodId)))
    const list = byItem.get(entry.itemId)
    if (list) list.push(corrected)
    else byItem.set(entry.itemId, [corrected])
  }
  const ledgers = new Map<string, ItemLedger>()
  for (const [itemId, list] of byItem) {
    const ordered = list.sort((a, b) => (lastDayOf(a.periodId) < lastDayOf(b.periodId) ? -1 : 1))
    ledgers.set(itemId, ledgerOf(ordered, accumulationOf(itemId), lastDayOf))
  }
  return ledgers
}

function withCorrection(entry: LedgerEntry, correction: CorrectionRow | undefined): LedgerEntry {
  if (correction === undefined) return entry
  return { ...entry, outcome: 'counted', figure: correction.newFigure, noChange: false, claim: correction.newClaim }
}

function ledgerOf(
  ordered: readonly LedgerEntry[],
  accumulation: Accumulation | null,
  lastDayOf: (periodId: string) => LocalDate,
): ItemLedger {
  const counted = ordered.filter((entry) => entry.outcome === 'counted')
  const last = counted.at(-1)
  return {
    figures: figuresOf(counted, accumulation),
    nodesDone: nodesDoneOf(counted, lastDayOf),
    doneOn: doneOnOf(counted, lastDayOf),
    claim: last?.claim ?? null,
    silentRun: silentRunOf(ordered),
    pending: ordered.some((entry) => entry.outcome === 'pending'),
    hasBlockage: last?.hasBlockage ?? false,
  }
}

/** What is not yet due says nothing; everything else here is past due already. */
function silentRunOf(ordered: readonly LedgerEntry[]): number {
  const asks = ordered.filter((entry) => entry.outcome !== 'notDue')
  return silentRun(
    asks.map((entry) => ({ ...entry, answered: entry.outcome !== 'silent' })),
    AFTER_ALL,
  )
}

/** "No change" stands for the value before it, or for 0 where figures of periods are summed. One figure per own period. */
function figuresOf(counted: readonly LedgerEntry[], accumulation: Accumulation | null): readonly LedgerFigure[] {
  const figures = new Map<string, LedgerFigure>()
  let before: string | null = null
  for (const { figure, noChange, figurePeriodId, periodId } of counted) {
    if (accumulation === null) continue
    const value: string | null = noChange ? (unchangedFigure(accumulation, before) ?? figure) : figure
    if (value === null) continue
    figures.set(figurePeriodId, { figurePeriodId, reportPeriodId: periodId, value, noChange })
    before = value
  }
  return [...figures.values()]
}

/** Later than any due moment. */
const AFTER_ALL = '9999-12-31T00:00:00.000Z'

/** A claim counts from the day it was made, or from the last day of its period where it was made after that. */
function dayOfClaim(entry: LedgerEntry, lastDayOf: (periodId: string) => LocalDate): LocalDate {
  const last = lastDayOf(entry.periodId)
  return entry.answeredOn !== null && entry.answeredOn < last ? entry.answeredOn : last
}

function nodesDoneOf(
  counted: readonly LedgerEntry[],
  lastDayOf: (periodId: string) => LocalDate,
): ReadonlyMap<string, LocalDate> {
  const done = new Map<string, LocalDate>()
  for (const entry of counted) {
    for (const label of entry.nodesDone) if (!done.has(label)) done.set(label, dayOfClaim(entry, lastDayOf))
  }
  return done
}

function doneOnOf(counted: readonly LedgerEntry[], lastDayOf: (periodId: string) => LocalDate): LocalDate | null {
  const first = counted[counted.findLastIndex((entry) => entry.claim !== 'done') + 1]
  return first === undefined ? null : dayOfClaim(first, lastDayOf)
}
