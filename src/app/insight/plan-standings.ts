import { groupBy, invariant, localDateAt, periodById, workCalendarOf } from '#core/kit'
import type { LocalDate, WorkCalendar } from '#core/kit'
import { indicatorStanding, nodesWithImplied, targetSpan, taskStanding } from '#core/insight'
import type { Figure, IndicatorInput, NodeStanding, Standing } from '#core/insight'
import type { IndicatorItem, PlanItem } from '#core/plan'
import { isRecognised, recognisedFigure, targetWith } from '#core/reporting'
import type { SealPayload } from '#core/reporting'
import { comparedAt, knownTargets } from './known-targets.ts'
import type { KnownTargets, KnownVerification } from './known-targets.ts'
import { approvedCorrections, ledgersOf, liveEntries, officialEntries } from './ledger.ts'
import type { ItemLedger } from './ledger.ts'
import { itemsOn } from './items-on.ts'
import { isVerifiedBy, nodeStandings } from './node-standings.ts'
import { comesByRelease, releaseDuesOf, releaseSilence } from './release-silence.ts'
import type { ReleaseDues } from './release-silence.ts'
import { type Judgement, liveJudgement, noTrend } from './judgement.ts'
import { liveJudge, officialKey, remembered } from './standing-memory.ts'
import { lastDayOf } from './period-days.ts'
import type { AskRow, ItemRow, PlanFrame, SealHead, VerificationRow } from './ports.ts'

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

/** An item with its standing on both bases; its trend is of the live one. */
export interface ItemStanding extends Pick<Judgement, 'projected' | 'warnings'> {
  readonly row: ItemRow
  readonly live: Standing
  /** From the last seal; null before the first one. */
  readonly official: Standing | null
  readonly ledger: ItemLedger
  /** What the live light of an indicator was computed from. */
  readonly input: IndicatorInput | null
  readonly nodes: readonly NodeStanding[]
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
  readonly known: KnownTargets
  readonly judge: (itemId: string, input: IndicatorInput) => Judgement
}

const emptyLedger: ItemLedger = {
  figures: [],
  nodesDone: new Map(),
  nodesDoneIn: new Map(),
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
  const basis = liveBasis(sources, clock, facts)
  const rows = itemsOn(items, frame.schedules, basis)
  const live = deriveBasis(rows, facts, basis)
  const lastSeal = lastSealOf(frame.seals)
  const official =
    lastSeal &&
    (sources.isWhole
      ? remembered(officialKey(frame, lastSeal), () => deriveBySeal(sources, lastSeal, facts))
      : deriveBySeal(sources, lastSeal, facts))
  return {
    lastSeal,
    items: rows.map((row) => {
      const one = live.get(row.item.itemId)
      invariant(one, `item ${row.item.itemId} has no standing`)
      const sealed = official?.get(row.item.itemId)?.standing ?? null
      return { ...one, row, live: one.standing, official: sealed }
    }),
  }
}

/** The standings by the seals up to one of them: what was sealed, released and verified by then, and nothing later. */
export function deriveSealed(
  sources: PlanSources,
  seal: SealHead,
  { timeZone }: Pick<Clock, 'timeZone'>,
): ReadonlyMap<string, Derived> {
  return deriveBySeal(sources, seal, factsOf(sources, { timeZone }))
}

function deriveBySeal(sources: PlanSources, seal: SealHead, facts: Facts): ReadonlyMap<string, Derived> {
  const basis = officialBasis(sources, seal, facts)
  return deriveBasis(itemsOn(sources.items, sources.frame.schedules, basis), facts, basis)
}

/** The seal that was closed last. */
export function lastSealOf(seals: readonly SealHead[]): SealHead | null {
  return seals.reduce<SealHead | null>((last, seal) => (last === null || seal.seq > last.seq ? seal : last), null)
}

function liveBasis({ frame, items, asks }: PlanSources, { now, today }: Clock, facts: Facts): Basis {
  const corrections = approvedCorrections(frame.corrections, frame.seals)
  const rules = { corrections, accumulationOf: accumulations(items), dayOf: facts.dayOf }
  const ledgers = ledgersOf(liveEntries(asks, now), rules)
  const known = knownTargets(frame, now, null)
  const judge = liveJudge(frame, lastSealOf(frame.seals), liveJudgement)
  return { name: 'live', clock: today, until: now, ledgers, known, judge }
}

function officialBasis({ frame, items, payloads }: PlanSources, seal: SealHead, facts: Facts): Basis {
  const { sealedAt, periodId } = seal
  const corrections = approvedCorrections(frame.corrections, frame.seals, sealedAt)
  const rules = { corrections, accumulationOf: accumulations(items), dayOf: facts.dayOf }
  const ledgers = ledgersOf(officialEntries(payloads, itemFinder(items)), rules)
  const beside = payloads.find(({ seq }) => seq === seal.seq)?.beside ?? null
  const known = knownTargets(frame, sealedAt, beside)
  const judge: Basis['judge'] = (_, input) => ({ standing: indicatorStanding(input), ...noTrend })
  return { name: 'official', clock: lastDayOf(periodId), until: sealedAt, ledgers, known, judge }
}

function itemFinder(items: readonly ItemRow[]) {
  const known = new Map(items.map(({ item }) => [item.itemId, item]))
  return (itemId: string) => known.get(itemId)
}

function accumulations(items: readonly ItemRow[]) {
  const known = new Map(items.map(({ item }) => [item.itemId, item.kind === 'indicator' ? item.accumulation : null]))
  return (itemId: string) => known.get(itemId) ?? null
}

interface Facts {
  readonly frame: PlanFrame
  readonly calendar: WorkCalendar
  readonly indicatorsOfTask: ReadonlyMap<string, readonly Pick<PlanItem, 'itemId' | 'title'>[]>
  readonly releaseDues: ReleaseDues
  readonly dayOf: (instant: string) => LocalDate
}

function factsOf({ frame, items }: PlanSources, { timeZone }: Pick<Clock, 'timeZone'>): Facts {
  const inTasks = items.flatMap(({ item }) =>
    item.kind === 'indicator' && item.taskId !== null ? [{ taskId: item.taskId, item }] : [],
  )
  const byTask = groupBy(inTasks, (pair) => pair.taskId)
  return {
    frame,
    calendar: workCalendarOf(frame.calendar),
    indicatorsOfTask: new Map([...byTask].map(([taskId, pairs]) => [taskId, pairs.map((pair) => pair.item)])),
    releaseDues: releaseDuesOf(frame, timeZone),
    dayOf: (instant) => localDateAt(instant, timeZone),
  }
}

/** One item on one basis, with what its light was computed from. */
export interface Derived extends Judgement {
  readonly input: IndicatorInput | null
  readonly nodes: readonly NodeStanding[]
  readonly ledger: ItemLedger
}

/** Indicators first, relative ones after those that they may be compared with: a task's light is the worst of its nodes and indicators. */
function deriveBasis(items: readonly ItemRow[], facts: Facts, basis: Basis): ReadonlyMap<string, Derived> {
  const derived = new Map<string, Derived>()
  const inputOf = (itemId: string) => derived.get(itemId)?.input ?? null
  const indicators = items.flatMap(({ item }) => (item.kind === 'indicator' ? [item] : []))
  for (const isRelative of [false, true]) {
    for (const item of indicators) {
      if ((item.target.kind === 'relative') === isRelative)
        derived.set(item.itemId, deriveIndicator(item, facts, basis, inputOf))
    }
  }
  for (const { item } of items) {
    if (item.kind !== 'indicator') derived.set(item.itemId, deriveTask(item, facts, basis, derived))
  }
  return derived
}

function deriveIndicator(
  item: IndicatorItem,
  facts: Facts,
  basis: Basis,
  inputOf: (itemId: string) => IndicatorInput | null,
): Derived {
  const { known } = basis
  const stated = known.facts(item.itemId)
  const judged = { ...item, target: targetWith(item.target, stated) }
  const ledger = ledgerWithReleases(item, facts, basis)
  const nodes = nodeStandings(item, ledger, basis.known.verifications(item.itemId), facts.dayOf)
  const comparedWith = comparedAt(stated.counterpart, known, inputOf)
  const input: IndicatorInput = {
    ...clockedOf(item, ledger, nodes, basis),
    target: judged.target,
    accumulation: item.accumulation,
    trajectory: item.trajectory,
    span: targetSpan(item.target, facts.frame.year),
    thresholds: facts.frame.thresholds,
    calendar: facts.calendar,
    figures: figuresOf(judged, ledger, facts, basis).map((figure) =>
      item.target.kind === 'relative'
        ? { ...figure, comparedWith: comparedWith(figure.periodId, figure.asOf) }
        : figure,
    ),
    redLineEvents: known.redLineDays(item.itemId),
    milestones: stated.milestones,
  }
  return { ...basis.judge(item.itemId, input), input, nodes, ledger }
}

/** A released series is asked of nobody's sheet: it is silent by its own calendar. */
function ledgerWithReleases(item: IndicatorItem, facts: Facts, basis: Basis): ItemLedger {
  const ledger = basis.ledgers.get(item.itemId) ?? emptyLedger
  if (!comesByRelease(item)) return ledger
  const released = new Set(basis.known.releases(item.itemId).map((release) => release.periodId))
  return { ...ledger, silentRun: releaseSilence(item, released, facts.releaseDues, basis.until) }
}

function deriveTask(item: PlanItem, facts: Facts, basis: Basis, derived: ReadonlyMap<string, Derived>): Derived {
  const ledger = basis.ledgers.get(item.itemId) ?? emptyLedger
  const indicators = (facts.indicatorsOfTask.get(item.itemId) ?? []).flatMap(({ itemId, title }) => {
    const standing = derived.get(itemId)?.standing
    return standing ? [{ ...standing, title }] : []
  })
  const verified = isVerifiedBy(ledger.doneOn, basis.known.verifications(item.itemId), facts.dayOf)
  const nodes = nodesWithImplied(nodeStandings(item, ledger, basis.known.verifications(item.itemId), facts.dayOf), {
    hasIndicators: indicators.length > 0,
    lastDay: `${facts.frame.year}-12-31`,
    doneOn: ledger.doneOn,
    verified,
  })
  const standing = taskStanding({ ...clockedOf(item, ledger, nodes, basis), indicators })
  return { standing, ...noTrend, input: null, nodes, ledger }
}

const clockedOf = (item: PlanItem, ledger: ItemLedger, nodes: readonly NodeStanding[], basis: Basis) => ({
  basis: basis.name,
  clock: basis.clock,
  frequency: item.frequency,
  nodes,
  claim: ledger.claim,
  silentRun: ledger.silentRun,
  isReleased: comesByRelease(item),
})

/** Figures of reports, and of releases, which win over a report of the same period. Estimates are not verified by being released. */
function figuresOf(item: IndicatorItem, ledger: ItemLedger, facts: Facts, { known }: Basis): Figure[] {
  const figures = new Map<string, Figure>()
  for (const { figurePeriodId: periodId, value } of ledger.figures) {
    const verifiedBy = isRecognised(item) && standsOnDocuments(item, periodId, value, known) ? 'document' : null
    figures.set(periodId, { periodId, asOf: lastDayOf(periodId), value, verifiedBy })
  }
  for (const { periodId, value, estimate } of known.releases(item.itemId)) {
    figures.set(periodId, { periodId, asOf: lastDayOf(periodId), value, verifiedBy: estimate ? null : 'release' })
  }
  const sorted = [...figures.values()].sort((a, b) => (a.asOf < b.asOf ? -1 : 1))
  return withVerifications(sorted, known.verifications(item.itemId), facts)
}

/** The recognising body's documents vouch for a figure when the acceptor has looked at all that it stands on. */
function standsOnDocuments(item: IndicatorItem, periodId: string, value: string, known: KnownTargets): boolean {
  const rows = known.lookedAt(item.itemId).map((row) => ({
    ...{ filedOn: row.recognisedOn, admittedOn: row.recognisedOn, recognisedOn: row.recognisedOn },
    ...{ document: '', lookedAt: row.lookedAt, withdrawalReason: null },
  }))
  const shown = recognisedFigure(item, rows, periodById(periodId))
  return rows.length > 0 && shown.ok && shown.value === value
}

/** A check without a period speaks of the figure that was the latest on its day. */
function withVerifications(sorted: readonly Figure[], known: readonly KnownVerification[], facts: Facts): Figure[] {
  const bases = new Map<string, VerificationRow['basis']>()
  for (const one of known) {
    const day = facts.dayOf(one.verifiedAt)
    const periodId = one.periodId ?? sorted.findLast((figure) => figure.asOf <= day)?.periodId
    if (periodId !== undefined) bases.set(periodId, one.basis)
  }
  return sorted.map((figure) => ({ ...figure, verifiedBy: figure.verifiedBy ?? bases.get(figure.periodId) ?? null }))
}
