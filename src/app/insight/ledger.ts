import { groupBy, periodById } from '#core/kit'
import type { LocalDate } from '#core/kit'
import type { Accumulation, PlanItem } from '#core/plan'
import { figurePeriodDue, lineOutcome, unchangedFigure } from '#core/reporting'
import type { Claim, SealedReport, SealPayload } from '#core/reporting'
import { lastDayOf } from './period-days.ts'
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
  /** The period of the report that first claimed each of them. */
  readonly nodesDoneIn: ReadonlyMap<string, string>
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
  readonly outcome: 'counted' | 'pending' | 'silent' | 'notDue'
  readonly figure: string | null
  readonly noChange: boolean
  readonly claim: Claim | null
  readonly nodesDone: readonly string[]
  readonly hasBlockage: boolean
  /** When the answer was given; null where a seal does not keep it. */
  readonly answeredAt: string | null
}

/** The entries of the live basis: accepted reports count, what is past due without an answer is silent. */
export function liveEntries(asks: readonly AskRow[], now: string): LedgerEntry[] {
  return asks.map((ask) => ({
    itemId: ask.itemId,
    periodId: ask.periodId,
    figurePeriodId: ask.figurePeriodId,
    outcome: outcomeOf(ask, now),
    figure: ask.figure,
    noChange: ask.noChange,
    claim: ask.claim,
    nodesDone: ask.nodesDone,
    hasBlockage: ask.hasBlockage,
    answeredAt: ask.submittedAt,
  }))
}

function outcomeOf(ask: AskRow, now: string): LedgerEntry['outcome'] {
  const { itemId, figurePeriodId, late, channel, returnDueAt, disputedUntil } = ask
  const state = ask.state ?? 'notDue'
  const disputed = disputedUntil !== null && disputedUntil >= now
  const outcome = lineOutcome({ itemId, figurePeriodId, unitId: '', state, late, channel, returnDueAt, disputed }, now)
  return outcome === 'silent' && ask.dueAt > now ? 'notDue' : outcome
}

/** What a seal does not keep of an answer. */
const unkept = { hasBlockage: false, answeredAt: null }

/** The entries of the official basis: exactly what the seals hold. `itemOf` finds an absent item's own period. */
export function officialEntries(
  payloads: readonly SealPayload[],
  itemOf: (itemId: string) => PlanItem | undefined,
): LedgerEntry[] {
  return payloads.flatMap(({ periodId, counted, pending, silent }) => {
    const period = periodById(periodId)
    const absent = (itemId: string, outcome: 'pending' | 'silent'): LedgerEntry => {
      const item = itemOf(itemId)
      const figurePeriodId = (item && figurePeriodDue(item.frequency, period)?.id) ?? periodId
      const nothing = { figure: null, noChange: false, claim: null, nodesDone: [] }
      return { ...unkept, ...nothing, itemId, periodId, figurePeriodId, outcome }
    }
    return [
      ...counted.map((report) => sealedEntry(report, periodId)),
      ...pending.map(({ itemId }) => absent(itemId, 'pending')),
      ...silent.map(({ itemId }) => absent(itemId, 'silent')),
    ]
  })
}

/** Spelled out field by field: a region's year has thousands, and spreading each costs more than everything else here. */
function sealedEntry(report: SealedReport, periodId: string): LedgerEntry {
  return {
    itemId: report.itemId,
    periodId,
    figurePeriodId: report.figurePeriodId,
    outcome: 'counted',
    figure: report.figure,
    noChange: report.noChange,
    claim: report.claim,
    nodesDone: report.nodesDone,
    hasBlockage: false,
    answeredAt: null,
  }
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

/** What ledgers need to know beside their entries. */
export interface LedgerRules {
  readonly corrections: ReadonlyMap<string, CorrectionRow>
  readonly accumulationOf: (itemId: string) => Accumulation | null
  /** The region's day of an instant. */
  readonly dayOf: (instant: string) => LocalDate
}

/** Gathers entries into one ledger per item, in order of their periods, with approved corrections in place of what they correct. */
export function ledgersOf(entries: readonly LedgerEntry[], rules: LedgerRules): ReadonlyMap<string, ItemLedger> {
  const corrected =
    rules.corrections.size === 0
      ? entries
      : entries.map((entry) => withCorrection(entry, rules.corrections.get(keyOf(entry.itemId, entry.periodId))))
  const ledgers = new Map<string, ItemLedger>()
  for (const [itemId, list] of groupBy(corrected, (entry) => entry.itemId)) {
    const ordered = list.sort((a, b) => (lastDayOf(a.periodId) < lastDayOf(b.periodId) ? -1 : 1))
    ledgers.set(itemId, ledgerOf(ordered, rules.accumulationOf(itemId), rules.dayOf))
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
  dayOf: LedgerRules['dayOf'],
): ItemLedger {
  const counted = ordered.filter((entry) => entry.outcome === 'counted')
  const last = counted.at(-1)
  return {
    figures: figuresOf(counted, accumulation),
    nodesDone: nodesDoneOf(counted, (entry) => dayOfClaim(entry, dayOf)),
    nodesDoneIn: nodesDoneOf(counted, ({ periodId }) => periodId),
    doneOn: doneOnOf(counted, dayOf),
    claim: last?.claim ?? null,
    silentRun: silentRunOf(ordered),
    pending: ordered.some((entry) => entry.outcome === 'pending'),
    hasBlockage: last?.hasBlockage ?? false,
  }
}

/** How many of the latest asks in a row are silent; the outcomes are judged already, and what is not yet due says nothing. */
function silentRunOf(ordered: readonly LedgerEntry[]): number {
  let run = 0
  for (const { outcome } of ordered.toReversed()) {
    if (outcome === 'silent') run += 1
    else if (outcome !== 'notDue') break
  }
  return run
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

/** A claim counts from the day it was made, or from the last day of its period where it was made after that. */
function dayOfClaim({ periodId, answeredAt }: LedgerEntry, dayOf: LedgerRules['dayOf']): LocalDate {
  const last = lastDayOf(periodId)
  const answeredOn = answeredAt === null ? last : dayOf(answeredAt)
  return answeredOn < last ? answeredOn : last
}

/** What the first entry that names a node says of when. */
function nodesDoneOf(
  counted: readonly LedgerEntry[],
  whenOf: (entry: LedgerEntry) => string,
): ReadonlyMap<string, string> {
  const done = new Map<string, string>()
  for (const entry of counted) {
    for (const label of entry.nodesDone) if (!done.has(label)) done.set(label, whenOf(entry))
  }
  return done
}

function doneOnOf(counted: readonly LedgerEntry[], dayOf: LedgerRules['dayOf']): LocalDate | null {
  const first = counted[counted.findLastIndex((entry) => entry.claim !== 'done') + 1]
  return first === undefined ? null : dayOfClaim(first, dayOf)
}
