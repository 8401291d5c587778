import { localDateAt } from '#core/kit'
import { ownReasons, rollUp } from '#core/insight'
import type { ProjectedEnd, Standing } from '#core/insight'
import type { AgendaFact, AgendaFacts, MissFact, SourceFact } from '#core/publishing'
import { type ItemStanding, loadSealedStandings, loadStandings, weighExceptions } from '#app/insight'
import type { LoadedStandings, SealedStandings } from '#app/insight'
import type { Context, Stores } from '#app/kit'
import { sealFact, sourceFact } from '#app/publishing'

/** What an agenda is taken from: the last seal of the plan, or accepted figures and the clock. */
export type AgendaBasis = AgendaFacts['basis']

/** Which plan, which campaign of it (0 = all), and on which basis. */
export interface AgendaAsked {
  readonly planId: string
  readonly campaignNo: number
  readonly basis: AgendaBasis
}

interface OnTable {
  readonly item: ItemStanding
  readonly standing: Standing
  readonly ledger: ItemStanding['ledger']
  /** Null where no seal vouches for the figure. */
  readonly source: SourceFact | null
}

/**
 * The exceptions of a plan by weight, with claims that do not fit, projected misses and who is silent, as this moment gives them. 'none':
 * no such plan; 'unsealed': a sealed basis is asked for, and nothing is sealed.
 */
export async function takeAgenda(
  context: Context,
  stores: Stores,
  { planId, campaignNo, basis }: AgendaAsked,
): Promise<AgendaFacts | 'none' | 'unsealed'> {
  const live = await loadStandings(context, stores, planId)
  if (live === null) return 'none'
  const seal = live.lastSeal
  if (basis === 'sealed' && seal === null) return 'unsealed'
  const sealed = seal && (await loadSealedStandings(context, stores, planId, seal.seq))
  const table = tableOf(live, sealed, basis).filter(
    ({ item }) => campaignNo === 0 || item.row.item.campaignNo === campaignNo,
  )
  return {
    basis,
    seal: sealed && sealFact(sealed, (instant) => localDateAt(instant, context.timeZone)),
    takenOn: context.today,
    planTitle: live.frame.title,
    whole: rollUp(table.map(({ standing }) => ({ standing, weight: '1' }))),
    lines: linesOf(live, table),
    misses: table.flatMap((row) => missOf(row)),
    silentUnits: silentUnits(table),
  }
}

/** Every item with its standing on the asked basis. A live figure is bound to the seal where the seal says the same. */
function tableOf({ items }: LoadedStandings, sealed: SealedStandings | null, basis: AgendaBasis): readonly OnTable[] {
  const official = new Map(sealed?.items.map((one) => [one.row.item.itemId, one]))
  return items.map((item): OnTable => {
    const known = official.get(item.row.item.itemId)
    const source = known && sealed ? sourceFact(known.source, sealed.seal) : null
    if (basis === 'sealed' && known) return { item, standing: known.standing, ledger: known.ledger, source }
    const same = known !== undefined && known.standing.actual === item.live.actual
    return { item, standing: item.live, ledger: item.ledger, source: same ? source : null }
  })
}

/** What is talked about, heaviest first. */
function linesOf({ frame }: LoadedStandings, table: readonly OnTable[]): readonly AgendaFact[] {
  const campaigns = new Map(frame.campaigns.map(({ no, name }) => [no, name]))
  const known = new Map(table.map((row) => [row.item.row.item.itemId, row]))
  const weighed = weighExceptions(table.map(({ item, standing, ledger }) => ({ row: item.row, standing, ledger })))
  return weighed.flatMap(({ itemId, grounds }) => {
    const row = known.get(itemId)
    const light = row?.standing.light
    if (!row || (light !== 'red' && light !== 'yellow')) return []
    const { item, standing, ledger, source } = row
    const { campaignNo, title } = item.row.item
    return [
      {
        ...{
          itemId,
          title,
          light,
          grounds,
          reasons: ownReasons(standing),
          source,
          actual: standing.actual,
          claim: ledger.claim,
        },
        campaignName: (campaignNo === null ? undefined : campaigns.get(campaignNo)) ?? '',
        unitId: item.row.reportingUnitId,
        unitName: item.row.reportingUnitName ?? '',
        unit: unitOf(item),
        gap: gapOf(grounds, standing, ledger.silentRun > 0 ? null : ledger.claim),
        projected: item.projected && !item.projected.meets ? projectedFact(item.projected) : null,
      },
    ]
  })
}

function gapOf(grounds: AgendaFact['grounds'], { why }: Standing, claim: AgendaFact['claim']): AgendaFact['gap'] {
  if (grounds.includes('overclaimed')) return 'over'
  const onlyClaimed = why
    .filter(({ light }) => light === 'yellow' || light === 'red')
    .every(({ rule }) => rule === 'claimedBehind' || rule === 'claimedBlocked')
  return (claim === 'behind' || claim === 'blocked') && onlyClaimed ? 'under' : null
}

const unitOf = ({ row }: ItemStanding): string => (row.item.kind === 'indicator' ? row.item.target.unit : '')

const projectedFact = ({ end, low, high }: ProjectedEnd) => ({ end, low, high })

const operators = { '>=': '≥', '<=': '≤', '>': '＞', '<': '＜', '=': '＝', '~': '≈' } as const

function missOf({ item, standing }: OnTable): readonly MissFact[] {
  const { projected, row } = item
  if (projected === null || projected.meets || row.item.kind !== 'indicator') return []
  const { op, value, unit } = row.item.target
  const named = { itemId: row.item.itemId, title: row.item.title, unitName: row.reportingUnitName ?? '' }
  const target = `${operators[op]}${value ?? ''}${unit}`
  return [{ ...named, light: standing.light, target, unit, ...projectedFact(projected) }]
}

/** Units with items due and unanswered, those with most first. */
function silentUnits(table: readonly OnTable[]): AgendaFacts['silentUnits'] {
  const counts = new Map<string, number>()
  for (const { item, ledger } of table) {
    const { reportingUnitName, item: asked } = item.row
    const byRelease = asked.kind === 'indicator' && asked.origin !== 'own'
    if (ledger.silentRun === 0 || reportingUnitName === null || byRelease) continue
    counts.set(reportingUnitName, (counts.get(reportingUnitName) ?? 0) + 1)
  }
  return [...counts].map(([unitName, items]) => ({ unitName, items })).sort((a, b) => b.items - a.items)
}
