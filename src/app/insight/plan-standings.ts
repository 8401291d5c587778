import { groupBy, invariant, localDateAt, workCalendar } from '#core/kit'
import type { LocalDate, WorkCalendar } from '#core/kit'
import { indicatorStanding, nodesWithImplied, projectedEnd, targetSpan, taskStanding } from '#core/insight'
import type { Figure, IndicatorInput, NodeStanding, ProjectedEnd, Standing } from '#core/insight'
import type { IndicatorItem, PlanItem } from '#core/plan'
import type { SealPayload } from '#core/reporting'
import { approvedCorrections, ledgersOf, liveEntries, officialEntries } from './ledger.ts'
import type { ItemLedger } from './ledger.ts'
import { releaseDuesOf, releaseSilence } from './release-silence.ts'
import type { ReleaseDues } from './release-silence.ts'
import { officialKey, remembered } from './official-memory.ts'
import { lastDayOf } from './period-days.ts'
import type { AskRow, ItemRow, PlanFrame, ReleaseRow, SealHead, VerificationRow } from './ports.ts'

/** Everything of a plan from which standings are derived; nothing of it is stored beside its sources. */
export interface PlanSources {
  readonly frame: PlanFrame
  readonly items: readonly ItemRow[]
  readonly asks: readonly AskRow[]
  /** Payloads of `frame.seals`, in their order. */
  readonly payloads: readonly SealPayload[]
  /** All items of the plan: then its official standings may be answered from memory. */
  readonly isWhole?: boolean
}

/** An item with its standing on both bases. */
export interface ItemStanding {
  readonly row: ItemRow
  readonly live: Standing
  /** From the last seal; null before the first one. */
  readonly official: Standing | null
  readonly ledger: ItemLedger
  /** What the live light of an indicator was computed from. */
  readonly input: IndicatorInput | null
  readonly nodes: readonly NodeStanding[]
  readonly projected: ProjectedEnd | null
}

/** The standings of all items of a plan, in the plan's order. */
export interface PlanStandings {
  readonly items: readonly ItemStanding[]
  readonly lastSeal: SealHead | null
}

/** The moment from which the live light is seen. */
export interface Clock {
  readonly now: string
  readonly today: LocalDate
  readonly timeZone: string
}

interface Basis {
  readonly name: 'live' | 'official'
  readonly clock: LocalDate
  /** What was known at this moment counts. */
  readonly until: string
  readonly ledgers: ReadonlyMap<string, ItemLedger>
}

const emptyLedger: ItemLedger = {
  figures: [],
  nodesDone: new Map(),
  doneOn: null,
  claim: null,
  silentRun: 0,
  pending: false,
  hasBlockage: false,
}

/** Derives both lights of every item: live from accepted figures and the clock, official from the seals and nothing else. */
export function derivePlanStandings(sources: PlanSources, clock: Clock): PlanStandings {
  const { frame, items } = sources
  const facts = factsOf(sources, clock)
  const live = deriveBasis(items, facts, liveBasis(sources, clock, facts))
  const lastSeal = lastSealOf(frame.seals)
  const deriveOfficial = (seal: SealHead) => deriveBasis(items, facts, officialBasis(sources, seal, facts))
  const official =
    lastSeal &&
    (sources.isWhole
      ? remembered(officialKey(frame, lastSeal), () => deriveOfficial(lastSeal))
      : deriveOfficial(lastSeal))
  return {
    lastSeal,
    items: items.map((row) => {
      const one = live.get(row.item.itemId)
      invariant(one, `item ${row.item.itemId} has no standing`)
      const sealed = official?.get(row.item.itemId)?.standing ?? null
      const projected = one.input === null ? null : projectedEnd(one.input)
      return { ...one, row, live: one.standing, official: sealed, projected }
    }),
  }
}

/** The standings by the seals up to one of them: what was sealed, released and verified by then, and nothing later. */
export function deriveSealed(
  sources: PlanSources,
  seal: SealHead,
  { timeZone }: Pick<Clock, 'timeZone'>,
): ReadonlyMap<string, Derived> {
  const facts = factsOf(sources, { timeZone })
  return deriveBasis(sources.items, facts, officialBasis(sources, seal, facts))
}

/** The seal that was closed last. */
export function lastSealOf(seals: readonly SealHead[]): SealHead | null {
  return seals.reduce<SealHead | null>((last, seal) => (last === null || seal.seq > last.seq ? seal : last), null)
}

function liveBasis({ frame, items, asks }: PlanSources, { now, today }: Clock, facts: Facts): Basis {
  const corrections = approvedCorrections(frame.corrections, frame.seals)
  const rules = { corrections, accumulationOf: accumulations(items), dayOf: facts.dayOf }
  return { name: 'live', clock: today, until: now, ledgers: ledgersOf(liveEntries(asks, now), rules) }
}

function officialBasis({ frame, items, payloads }: PlanSources, { sealedAt, periodId }: SealHead, facts: Facts): Basis {
  const corrections = approvedCorrections(frame.corrections, frame.seals, sealedAt)
  const rules = { corrections, accumulationOf: accumulations(items), dayOf: facts.dayOf }
  const ledgers = ledgersOf(officialEntries(payloads, itemFinder(items)), rules)
  return { name: 'official', clock: lastDayOf(periodId), until: sealedAt, ledgers }
}

function itemFinder(items: readonly ItemRow[]) {
  const known = new Map(items.map(({ item }) => [item.itemId, item]))
  return (itemId: string) => known.get(itemId)
}

function accumulations(items: readonly ItemRow[]) {
  const known = new Map(items.map(({ item }) => [item.itemId, item.kind === 'indicator' ? item.accumulation : null]))
  return (itemId: string) => known.get(itemId) ?? null
}

/** The calendar of every region without exceptions of its own. */
const nationalCalendar = workCalendar()

interface Facts {
  readonly frame: PlanFrame
  readonly calendar: WorkCalendar
  readonly releases: ReadonlyMap<string, readonly ReleaseRow[]>
  readonly verifications: ReadonlyMap<string, readonly VerificationRow[]>
  readonly indicatorsOfTask: ReadonlyMap<string, readonly string[]>
  readonly releaseDues: ReleaseDues
  readonly dayOf: (instant: string) => LocalDate
}

function factsOf({ frame, items }: PlanSources, { timeZone }: Pick<Clock, 'timeZone'>): Facts {
  const inTasks = items.flatMap(({ item }) =>
    item.kind === 'indicator' && item.taskId !== null ? [{ taskId: item.taskId, itemId: item.itemId }] : [],
  )
  const byTask = groupBy(inTasks, (pair) => pair.taskId)
  return {
    frame,
    calendar: frame.calendar.length === 0 ? nationalCalendar : workCalendar(undefined, frame.calendar),
    releases: groupBy(frame.releases, (release) => release.itemId),
    verifications: groupBy(frame.verifications, (verification) => verification.itemId),
    indicatorsOfTask: new Map([...byTask].map(([taskId, pairs]) => [taskId, pairs.map((pair) => pair.itemId)])),
    releaseDues: releaseDuesOf(frame.year, timeZone),
    dayOf: (instant) => localDateAt(instant, timeZone),
  }
}

/** One item on one basis, with what its light was computed from. */
export interface Derived {
  readonly standing: Standing
  readonly input: IndicatorInput | null
  readonly nodes: readonly NodeStanding[]
  readonly ledger: ItemLedger
}

/** Indicators first: a task's light is the worst of its nodes and indicators. */
function deriveBasis(items: readonly ItemRow[], facts: Facts, basis: Basis): ReadonlyMap<string, Derived> {
  const derived = new Map<string, Derived>()
  for (const { item } of items) {
    if (item.kind === 'indicator') derived.set(item.itemId, deriveIndicator(item, facts, basis))
  }
  for (const { item } of items) {
    if (item.kind !== 'indicator') derived.set(item.itemId, deriveTask(item, facts, basis, derived))
  }
  return derived
}

function knownVerifications(itemId: string, facts: Facts, basis: Basis): readonly VerificationRow[] {
  const all = facts.verifications.get(itemId) ?? []
  return all.filter((one) => one.verifiedAt <= basis.until)
}

function knownReleases(itemId: string, facts: Facts, basis: Basis): readonly ReleaseRow[] {
  const all = facts.releases.get(itemId) ?? []
  return all.filter((one) => one.importedAt <= basis.until)
}

function deriveIndicator(item: IndicatorItem, facts: Facts, basis: Basis): Derived {
  const ledger = ledgerWithReleases(item, facts, basis)
  const nodes = nodesOf(item, ledger, facts, basis)
  const input: IndicatorInput = {
    ...clockedOf(item, ledger, nodes, basis),
    target: item.target,
    accumulation: item.accumulation,
    trajectory: item.trajectory,
    span: targetSpan(item.target, facts.frame.year),
    thresholds: facts.frame.thresholds,
    calendar: facts.calendar,
    figures: figuresOf(item.itemId, ledger, facts, basis),
    redLineEvents: facts.frame.redLines
      .filter((event) => event.itemId === item.itemId && event.recordedAt <= basis.until)
      .map((event) => event.happenedOn),
  }
  return { standing: indicatorStanding(input), input, nodes, ledger }
}

/** A released series is asked of nobody's sheet: it is silent by its own calendar. */
function ledgerWithReleases(item: IndicatorItem, facts: Facts, basis: Basis): ItemLedger {
  const ledger = basis.ledgers.get(item.itemId) ?? emptyLedger
  if (item.origin === 'own') return ledger
  const released = new Set(knownReleases(item.itemId, facts, basis).map((release) => release.periodId))
  return { ...ledger, silentRun: releaseSilence(item, released, facts.releaseDues, basis.until) }
}

function deriveTask(item: PlanItem, facts: Facts, basis: Basis, derived: ReadonlyMap<string, Derived>): Derived {
  const ledger = basis.ledgers.get(item.itemId) ?? emptyLedger
  const indicators = (facts.indicatorsOfTask.get(item.itemId) ?? []).flatMap((id) => derived.get(id)?.standing ?? [])
  const verified = isVerifiedBy(ledger.doneOn, knownVerifications(item.itemId, facts, basis), facts)
  const nodes = nodesWithImplied(nodesOf(item, ledger, facts, basis), {
    hasIndicators: indicators.length > 0,
    lastDay: `${facts.frame.year}-12-31`,
    doneOn: ledger.doneOn,
    verified,
  })
  const standing = taskStanding({ ...clockedOf(item, ledger, nodes, basis), indicators })
  return { standing, input: null, nodes, ledger }
}

const clockedOf = (item: PlanItem, ledger: ItemLedger, nodes: readonly NodeStanding[], basis: Basis) => ({
  basis: basis.name,
  clock: basis.clock,
  frequency: item.frequency,
  nodes,
  claim: ledger.claim,
  silentRun: ledger.silentRun,
})

/** A completion is verified by a check of the item made on that day or later. */
function isVerifiedBy(doneOn: LocalDate | null, known: readonly VerificationRow[], facts: Facts): boolean {
  return doneOn !== null && known.some((one) => one.periodId === null && facts.dayOf(one.verifiedAt) >= doneOn)
}

function nodesOf(item: PlanItem, ledger: ItemLedger, facts: Facts, basis: Basis): NodeStanding[] {
  const known = knownVerifications(item.itemId, facts, basis)
  return item.timeNodes.map(({ label, due }) => {
    const doneOn = ledger.nodesDone.get(label) ?? null
    return { label, due, doneOn, verified: isVerifiedBy(doneOn, known, facts) }
  })
}

/** Figures of reports, and of releases, which win over a report of the same period. Estimates are not verified by being released. */
function figuresOf(itemId: string, ledger: ItemLedger, facts: Facts, basis: Basis): Figure[] {
  const figures = new Map<string, Figure>()
  for (const { figurePeriodId: periodId, value } of ledger.figures) {
    figures.set(periodId, { periodId, asOf: lastDayOf(periodId), value, verifiedBy: null })
  }
  for (const { periodId, value, estimate } of knownReleases(itemId, facts, basis)) {
    figures.set(periodId, { periodId, asOf: lastDayOf(periodId), value, verifiedBy: estimate ? null : 'release' })
  }
  const sorted = [...figures.values()].sort((a, b) => (a.asOf < b.asOf ? -1 : 1))
  return withVerifications(sorted, knownVerifications(itemId, facts, basis), facts)
}

/** A check without a period speaks of the figure that was the latest on its day. */
function withVerifications(sorted: readonly Figure[], known: readonly VerificationRow[], facts: Facts): Figure[] {
  const bases = new Map<string, VerificationRow['basis']>()
  for (const one of known) {
    const day = facts.dayOf(one.verifiedAt)
    const periodId = one.periodId ?? sorted.findLast((figure) => figure.asOf <= day)?.periodId
    if (periodId !== undefined) bases.set(periodId, one.basis)
  }
  return sorted.map((figure) => ({ ...figure, verifiedBy: figure.verifiedBy ?? bases.get(figure.periodId) ?? null }))
}
