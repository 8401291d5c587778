import { type Result, accept, refuse } from '#core/kit'
import { isInside, readingsOf, targetRegion } from '#core/insight'
import { conflictingMentions, type IndicatorItem, stockAndFlowPairs, stockFlowFinding } from '#core/plan'
import { factsOfTarget, funnelOf, isRecognised } from '#core/reporting'
import { type Context, requireRight, type Stores } from '#app/kit'
import { type ItemInForce, readsNames, recognitionObject, type RecognitionRow } from '#app/reporting'
import { loadStandings, type LoadedStandings } from './load-standings.ts'
import type { ItemStanding } from './plan-standings.ts'
import { namesOf, type NameOf, redLineOf, releasedOf } from './target-parts.ts'
import type { ComparisonView, FactView, StockFlowView, TargetDeeds, TargetView } from './target-view.ts'

/** What stands behind and beside the target of one indicator: rows, parts, facts, comparisons, the other half, mentions, releases. */
export async function readTarget(context: Context, input: { itemId: string }): Promise<Result<TargetView>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const found = await stores.reports.item(input.itemId)
    const loaded = found && (await loadStandings(context, stores, found.planId, input.itemId))
    const standing = loaded?.items.find(({ row }) => row.item.itemId === input.itemId)
    if (!found || !loaded || !standing) return refuse('object.notFound')
    if (found.item.kind !== 'indicator') return refuse('targetFact.notIndicator')
    return accept(await viewOf({ context, stores, found, loaded, standing, item: found.item }))
  })
}

/** What the parts of the view are made from. */
export interface TargetSources {
  readonly context: Context
  readonly stores: Stores
  readonly found: ItemInForce
  readonly loaded: LoadedStandings
  readonly standing: ItemStanding
  readonly item: IndicatorItem
}

async function viewOf(sources: TargetSources): Promise<TargetView> {
  const { context, stores, standing, item, found } = sources
  const { itemId, target } = item
  const stated = await stores.targets.facts([itemId])
  const nameOf = await namesOf(stores, [...stated.map(({ statedBy }) => statedBy)])
  const baseline = standing.input?.target.baseline ?? null
  const rows = isRecognised(item) ? await stores.targets.recognitions([itemId]) : null
  return {
    itemId,
    unit: target.unit,
    baseline,
    needsBaseline: standing.live.progress.note === 'noBaseline',
    recognised: rows && { funnel: funnelOf(rows), rows: rows.map((row) => rowView(context, row, found)) },
    rate: await rateOfItem(stores, itemId),
    facts: stated.map((fact) => factView(context, fact, nameOf)).reverse(),
    comparison: target.kind === 'relative' ? await comparisonOf(sources) : null,
    milestones: milestonesOf(sources),
    longTerm: factsOfTarget(stated).longTerm,
    ...(await amongOthers(sources)),
    released: await releasedOf(sources),
    redLine: target.kind === 'redLine' ? await redLineOf(sources) : null,
    may: deedsOf(context, found),
  }
}

function rowView(context: Context, row: RecognitionRow, found: ItemInForce) {
  const { rowId, disclosure, body, document, filedOn, admittedOn, recognisedOn, lookedAt, withdrawalReason } = row
  const isOpen = readsNames(context, row, found)
  return {
    ...{ rowId, disclosure, body, filedOn, admittedOn, recognisedOn, lookedAt, withdrawalReason },
    ...{ name: isOpen ? row.name : null, document: isOpen ? document : '', files: isOpen ? row.files : [] },
    revision: row.revision,
  }
}

async function rateOfItem(stores: Stores, itemId: string): Promise<TargetView['rate']> {
  const entries = await stores.reports.entries({ itemId, reportStates: ['accepted'] })
  const last = entries.findLast(({ report }) => report?.body.parts)
  const { figure, parts } = last?.report?.body ?? {}
  return last && figure && parts ? { periodId: last.figurePeriodId, figure, parts } : null
}

function factView(context: Context, stated: Parameters<typeof factsOfTarget>[0][number], nameOf: NameOf): FactView {
  const { factId, fact, document, statedAt, statedBy, approvedAt, refusedAt } = stated
  const waits = approvedAt === null && refusedAt === null
  const mayDecide = waits && requireRight(context, 'target.approve', { authorId: statedBy }).ok
  return { factId, fact, document, statedAt, statedBy: nameOf(statedBy), approvedAt, refusedAt, mayDecide }
}

async function comparisonOf({ stores, standing, item, loaded }: TargetSources): Promise<ComparisonView> {
  const { counterpart } = factsOfTarget(loaded.frame.targetFacts.filter((fact) => fact.itemId === item.itemId))
  const { input } = standing
  const readings = input === null ? [] : readingsOf(input.target, input.accumulation, input.figures)
  return {
    words: item.target.relativeTo,
    counterpart: counterpart && { itemId: counterpart.itemId, title: await titleOf(stores, counterpart) },
    dates: readings
      .map(({ asOf, periodId, value, comparedWith }) => ({ asOf, periodId, own: value.toFixed(), other: comparedWith }))
      .reverse(),
  }
}

async function titleOf(stores: Stores, { itemId, seriesId }: { itemId: string | null; seriesId: string | null }) {
  if (itemId !== null) return (await stores.insight.itemTitle(itemId)) ?? ''
  return (await stores.targets.comparisons()).find((series) => series.seriesId === seriesId)?.name ?? ''
}

function milestonesOf({ standing: { input } }: TargetSources): TargetView['milestones'] {
  if (input === null) return []
  const known = input.figures.filter((figure) => figure.asOf <= input.clock)
  const readings = readingsOf(input.target, input.accumulation, known)
  return (input.milestones ?? []).map(({ on, value }) => {
    const region = targetRegion({ ...input.target, value, valueHigh: null })
    const isKept = region !== null && readings.some((reading) => isInside(region, reading.value))
    return { on, value, state: isKept ? 'kept' : on < input.clock ? 'overdue' : 'ahead' }
  })
}

/** Other items that speak of the same: the other half of a total, and figures that contradict. */
async function amongOthers(sources: TargetSources): Promise<Pick<TargetView, 'stockFlow' | 'mentions' | 'conflicts'>> {
  const { stores, loaded, item } = sources
  const items = (await stores.insight.items(loaded.frame.planId)).map((row) => row.item)
  const [text] = await stores.insight.issuedTexts(loaded.frame.planId, loaded.frame.version)
  const mentions = (item.alsoAt ?? []).map(({ start, end }) => text?.text.slice(start, end).trim() ?? '')
  return {
    stockFlow: await stockFlowOf(sources, items),
    mentions: mentions.filter((sentence) => sentence !== '').map((sentence) => ({ path: item.path, sentence })),
    conflicts: conflictingMentions(item, items).map(({ itemId, title, path, target, quote }) => ({
      ...{ itemId, title, path, quote, value: target.value ?? '', unit: target.unit },
    })),
  }
}

async function stockFlowOf(
  { context, stores, loaded, standing, item }: TargetSources,
  items: Parameters<typeof stockAndFlowPairs>[0],
): Promise<StockFlowView | null> {
  const pair = stockAndFlowPairs(items).find(({ stock, flow }) => [stock.itemId, flow.itemId].includes(item.itemId))
  if (!pair) return null
  const isStock = pair.stock.itemId === item.itemId
  const other = isStock ? pair.flow : pair.stock
  const beside = await loadStandings(context, stores, loaded.frame.planId, other.itemId)
  const otherStanding = beside?.items.find(({ row }) => row.item.itemId === other.itemId)
  const [stock, flow] = isStock ? [standing, otherStanding] : [otherStanding, standing]
  const baseline = stock?.input?.target.baseline ?? null
  const sameDay = stock?.live.asOf === flow?.live.asOf
  const [had, added] = sameDay ? [stock?.live.actual ?? null, flow?.live.actual ?? null] : [null, null]
  const findings = [
    stockFlowFinding({ of: 'promise', baseline, stock: pair.stock.target.value, flow: pair.flow.target.value }),
    stockFlowFinding({ of: 'figure', baseline, stock: had, flow: added }),
  ].filter((finding) => finding !== null)
  return { itemId: other.itemId, title: other.title, isStock, baseline, findings }
}

function deedsOf(context: Context, found: ItemInForce): TargetDeeds {
  const unit = { unitId: found.reportingUnitId }
  const row = recognitionObject(found, null)
  const place = { ...unit, planId: found.planId, taskForceNo: found.item.campaignNo }
  return {
    writeRows: requireRight(context, 'report.write', row).ok,
    lookAtRows: requireRight(context, 'report.accept', row).ok,
    state: requireRight(context, 'target.state', unit).ok,
    estimate: requireRight(context, 'report.write', unit).ok,
    recordEvent: requireRight(context, 'item.verify', unit).ok,
    revokeEvent: requireRight(context, 'correction.make', place).ok,
  }
}
