import {
  exceptionsByWeight,
  isOverclaimed,
  isSeriousWarning,
  isUnderclaimed,
  rollUp,
  shareBesideLight,
} from '#core/insight'
import type { EarlyWarning, ExceptionGround, Light, ProjectedEnd, Reason, RollUp, Standing } from '#core/insight'
import type { LocalDate } from '#core/kit'
import type { Commitment, ItemKind, Operator } from '#core/plan'
import type { Claim } from '#core/reporting'
import type { ItemLedger } from './ledger.ts'
import type { LoadedStandings } from './load-standings.ts'
import type { ItemStanding } from './plan-standings.ts'
import type { ItemRow, PlanChoice, SealHead } from './ports.ts'
import { comesByRelease } from './release-silence.ts'

/** One item as the wall, the leader's page and the meeting show it. Decimals are strings. */
export interface WallItem {
  readonly itemId: string
  readonly kind: ItemKind
  readonly campaignNo: number | null
  readonly title: string
  readonly unitId: string | null
  readonly unitName: string | null
  readonly light: Light
  /** From the last seal; null before the first one. */
  readonly officialLight: Light | null
  readonly why: readonly Reason[]
  readonly claim: Claim | null
  /** What the unit says and what is computed do not agree. */
  readonly claimDiffers: 'over' | 'under' | null
  /** A report is on its way: in time, not yet accepted. */
  readonly pending: boolean
  readonly silentRun: number
  /** Its figure comes by release: what is missing is a release, and no unit's answer. */
  readonly isReleased: boolean
  readonly blocked: boolean
  readonly openProblems: number
  readonly target: WallTarget | null
  readonly actual: string | null
  readonly asked: string | null
  readonly lag: string | null
  readonly pace: string | null
  /** Share of the way, uncapped; for a cap the used share; null where a percent would say nothing (`shareBesideLight`). */
  readonly share: string | null
  readonly asOf: LocalDate | null
  readonly ageDays: number | null
  readonly projected: ProjectedEnd | null
  readonly warnings: readonly EarlyWarning[]
}

/** What is promised, as far as one line shows it. */
export interface WallTarget {
  readonly op: Operator
  readonly value: string | null
  readonly valueHigh: string | null
  readonly unit: string
  readonly commitment: Commitment
}

/** One campaign with its counts on both bases. `no` null = items outside all campaigns. */
export interface WallCampaign {
  readonly no: number | null
  readonly name: string
  readonly convener: string | null
  readonly live: RollUp
  readonly official: RollUp | null
}

/** An exception with what makes it one. */
export interface WallException {
  readonly itemId: string
  readonly weight: number
  readonly grounds: readonly ExceptionGround[]
}

/** The wall of one plan. */
export interface WallView {
  readonly plan: PlanChoice
  readonly plans: readonly PlanChoice[]
  readonly today: LocalDate
  readonly lastSeal: SealHead | null
  /** Roll-up of the whole plan, whatever the filters. */
  readonly whole: RollUp
  readonly campaigns: readonly WallCampaign[]
  /** Items that pass the filters, in the plan's order. */
  readonly items: readonly WallItem[]
  /** Exceptions among them, heaviest first. */
  readonly exceptions: readonly WallException[]
  /** Units that report items of this plan, pinyin order. */
  readonly units: readonly { readonly unitId: string; readonly name: string }[]
}

/** One item's standing as a line. */
export function wallItem(standing: ItemStanding, openProblems: number): WallItem {
  const { row, live, official, ledger, projected } = standing
  const { item } = row
  return {
    itemId: item.itemId,
    kind: item.kind,
    campaignNo: item.campaignNo,
    title: item.title,
    unitId: row.reportingUnitId,
    unitName: row.reportingUnitName,
    light: live.light,
    officialLight: official?.light ?? null,
    why: live.why,
    claim: ledger.claim,
    claimDiffers: claimDifference(standing),
    pending: ledger.pending,
    silentRun: ledger.silentRun,
    isReleased: comesByRelease(item),
    blocked: ledger.hasBlockage || row.hasOpenBlockage || ledger.claim === 'blocked',
    openProblems,
    target: item.kind === 'indicator' ? targetOf(item.target) : null,
    actual: live.actual,
    asked: live.asked,
    lag: live.lag,
    pace: live.pace,
    share: shareBesideLight(live),
    asOf: live.asOf,
    ageDays: live.ageDays,
    projected,
    warnings: standing.warnings,
  }
}

const targetOf = ({ op, value, valueHigh, unit, commitment }: WallTarget): WallTarget => ({
  op,
  value,
  valueHigh,
  unit,
  commitment,
})

function claimDifference({ live, ledger }: ItemStanding): WallItem['claimDiffers'] {
  const claim = claimOfNow(ledger)
  if (isOverclaimed(live.light, claim)) return 'over'
  return isUnderclaimed(live, claim) ? 'under' : null
}

/** Whoever is silent now is not held to what was claimed periods ago. */
const claimOfNow = ({ claim, silentRun }: ItemLedger): Claim | null => (silentRun > 0 ? null : claim)

/** Exceptions among standings, heaviest first. */
export function exceptionsOf(standings: readonly ItemStanding[]): readonly WallException[] {
  return weighExceptions(
    standings.map(({ row, live, ledger, warnings }) => ({
      ...{ row, standing: live, warnings: warnings.filter(isSeriousWarning) },
      ledger: { ...ledger, hasBlockage: ledger.hasBlockage || row.hasOpenBlockage },
    })),
  )
}

/** Exceptions on any basis, heaviest first: the same weights on the wall and in a briefing. */
export function weighExceptions(
  standings: readonly {
    readonly row: ItemRow
    readonly standing: Standing
    readonly ledger: ItemLedger
    readonly warnings?: readonly EarlyWarning[]
  }[],
): readonly WallException[] {
  return exceptionsByWeight(
    standings.map(({ row, standing, ledger, warnings = [] }) => ({
      itemId: row.item.itemId,
      standing,
      warnings,
      claim: claimOfNow(ledger),
      silentRun: ledger.silentRun,
      isReleased: comesByRelease(row.item),
      commitment: row.item.kind === 'indicator' ? row.item.target.commitment : null,
      hasBlockage: ledger.hasBlockage,
    })),
  )
}

/** Every campaign of the plan with its counts; items outside all campaigns stand last. Each item weighs the same. */
export function campaignsOf({ frame, items }: LoadedStandings): readonly WallCampaign[] {
  const conveners = new Map(frame.taskForces.map((force) => [force.campaignNo, force.convener]))
  const named = frame.campaigns.map(({ no, name }) => ({ no, name, convener: conveners.get(no) ?? null }))
  const known = new Set<number | null>(frame.campaigns.map(({ no }) => no))
  const outside = { no: null, name: '', convener: null }
  return [...named, outside]
    .map((campaign) => {
      const own = items.filter(({ row }) => groupOf(row.item.campaignNo, known) === campaign.no)
      return { ...campaign, live: liveRollUp(own), official: officialRollUp(own) }
    })
    .filter((campaign) => campaign.no !== null || campaign.live.count > 0)
}

const groupOf = (campaignNo: number | null, known: ReadonlySet<number | null>): number | null =>
  known.has(campaignNo) ? campaignNo : null

/** Counts by live light, and capped progress. */
export function liveRollUp(items: readonly ItemStanding[]): RollUp {
  return rollUp(items.map(({ live }) => ({ standing: live, weight: '1' })))
}

/** The same by the last seal; null before the first one. */
export function officialRollUp(items: readonly ItemStanding[]): RollUp | null {
  const sealed = items.flatMap(({ official }) => (official === null ? [] : [{ standing: official, weight: '1' }]))
  return sealed.length === items.length && items.length > 0 ? rollUp(sealed) : null
}
