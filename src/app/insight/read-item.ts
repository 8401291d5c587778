import { type Result, accept, decimalText, refuse } from '#core/kit'
import type { LocalDate } from '#core/kit'
import { askedCurve, readingsOf, targetRegion } from '#core/insight'
import type { DatedValue, DateSpan, Light, NodeStanding, ProjectedEnd, Standing } from '#core/insight'
import type { DutyRole, PlanItem } from '#core/plan'
import { type Context, type Stores, requireRight } from '#app/kit'
import { historyOf, personsInHistory } from './item-history.ts'
import type { HistoryEntry, Signature } from './item-history.ts'
import { loadStandings } from './load-standings.ts'
import type { LoadedStandings } from './load-standings.ts'
import type { ItemStanding } from './plan-standings.ts'
import type { PlanChoice, PlanFrame, RedLineRow, SealHead } from './ports.ts'
import { sentenceInText } from './sentence-in-text.ts'
import type { SentenceInText } from './sentence-in-text.ts'
import { wallItem } from './wall-view.ts'
import type { WallItem } from './wall-view.ts'

/** Everything about one item: from the sentence that promised it to the figure that judges it. */
export interface ItemView {
  readonly plan: PlanChoice
  readonly today: LocalDate
  readonly item: PlanItem
  readonly line: WallItem
  readonly sentence: SentenceInText | null
  readonly people: ItemPeople
  readonly live: Standing
  readonly official: Standing | null
  readonly lastSeal: SealHead | null
  readonly nodes: readonly NodeStanding[]
  readonly chart: ItemChart | null
  readonly history: readonly HistoryEntry[]
  readonly verifications: readonly { readonly basis: string; readonly note: string; readonly by: Signature }[]
  readonly redLines: readonly RedLineRow[]
  /** The indicators that decide a task's light, or the task that an indicator measures. */
  readonly related: readonly { readonly itemId: string; readonly title: string; readonly light: Light | null }[]
}

/** Who answers: posts and units, never natural persons. */
export interface ItemPeople {
  readonly campaignName: string | null
  readonly convener: string | null
  readonly officeUnitName: string | null
  readonly leaderInCharge: string | null
  readonly responsiblePerson: string | null
  readonly reportingUnit: { readonly unitId: string; readonly name: string } | null
  readonly duties: readonly { readonly unit: string; readonly role: DutyRole }[]
}

/** What the history chart draws: accumulated figures, the line that was asked for, and where the trend leads. */
export interface ItemChart {
  readonly span: DateSpan
  readonly unit: string
  readonly figures: readonly DatedValue[]
  readonly asked: readonly DatedValue[]
  readonly target: string | null
  readonly projected: ProjectedEnd | null
}

/** One item from its sentence to its light. */
export async function readItem(context: Context, input: { itemId: string }): Promise<Result<ItemView>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const found = await stores.insight.planOfItem(input.itemId)
    const loaded = found && (await loadStandings(context, stores, found.planId, input.itemId))
    const standing = loaded?.items.find(({ row }) => row.item.itemId === input.itemId)
    if (!loaded || !standing) return refuse('object.notFound')
    return accept(await viewOf(context, stores, loaded, standing))
  })
}

async function viewOf(
  { today }: Context,
  stores: Stores,
  loaded: LoadedStandings,
  standing: ItemStanding,
): Promise<ItemView> {
  const { frame } = loaded
  const { item } = standing.row
  const sources = await historySources(stores, frame, item.itemId)
  const texts = await stores.insight.issuedTexts(frame.planId, frame.version)
  const openProblems = frame.openProblems.find(({ itemId }) => itemId === item.itemId)?.count ?? 0
  return {
    plan: { planId: frame.planId, title: frame.title, year: frame.year, version: frame.version },
    today,
    item,
    line: wallItem(standing, openProblems),
    sentence: sentenceInText(item, texts),
    people: peopleOf(frame, standing),
    live: standing.live,
    official: standing.official,
    lastSeal: loaded.lastSeal,
    nodes: standing.nodes,
    chart: chartOf(standing),
    history: historyOf({ standing, frame, ...sources }),
    verifications: sources.verifications,
    redLines: frame.redLines.filter((event) => event.itemId === item.itemId),
    related: await relatedItems(stores, loaded, item),
  }
}

async function historySources(stores: Stores, frame: PlanFrame, itemId: string) {
  const reports = await stores.insight.reportsOf(itemId)
  const evidence = await stores.insight.evidenceOf(itemId)
  const corrections = frame.corrections.filter((correction) => correction.itemId === itemId)
  const checks = frame.verifications.filter((verification) => verification.itemId === itemId)
  const ids = [...personsInHistory(reports, corrections), ...checks.map(({ verifiedBy }) => verifiedBy)]
  const persons = await stores.insight.persons(ids)
  const verifications = checks.map(({ basis, note, verifiedAt, verifiedBy }) => {
    const person = persons.find(({ accountId }) => accountId === verifiedBy)
    const by = { at: verifiedAt, name: person?.name ?? '', unitName: person?.unitName ?? null, forName: null }
    return { basis, note, by }
  })
  return { reports, evidence, persons, verifications }
}

function peopleOf(frame: PlanFrame, { row }: ItemStanding): ItemPeople {
  const { item, reportingUnitId: unitId, reportingUnitName: name } = row
  const force = frame.taskForces.find(({ campaignNo }) => campaignNo === item.campaignNo)
  return {
    campaignName: frame.campaigns.find(({ no }) => no === item.campaignNo)?.name ?? null,
    convener: force?.convener ?? null,
    officeUnitName: force?.officeUnitName ?? null,
    leaderInCharge: item.leaderInCharge,
    responsiblePerson: item.responsiblePerson,
    reportingUnit: unitId === null ? null : { unitId, name: name ?? '' },
    duties: item.duties,
  }
}

/** The chart of an indicator with an amount; words of a task are in its nodes. */
function chartOf({ input, projected }: ItemStanding): ItemChart | null {
  if (input === null || input.target.kind === 'qualitative' || input.target.kind === 'redLine') return null
  const readings = readingsOf(input.target, input.accumulation, input.figures)
  const region = targetRegion(input.target)
  return {
    span: input.span,
    unit: input.target.unit,
    figures: readings.map(({ asOf, value }) => ({ on: asOf, value: decimalText(value) })),
    asked: askedCurve(input),
    target: region && decimalText(region.stated),
    projected,
  }
}

async function relatedItems(stores: Stores, loaded: LoadedStandings, item: PlanItem): Promise<ItemView['related']> {
  if (item.kind === 'indicator') {
    if (item.taskId === null) return []
    const task = await stores.insight.itemTitle(item.taskId)
    return task === null ? [] : [{ itemId: item.taskId, title: task, light: null }]
  }
  const others = loaded.items.filter(({ row }) => row.item.itemId !== item.itemId)
  return others.map(({ row, live }) => ({ itemId: row.item.itemId, title: row.item.title, light: live.light }))
}
