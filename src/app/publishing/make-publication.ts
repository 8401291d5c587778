import { type Result, accept, localDateAt, refuse } from '#core/kit'
import { classifyFields, type PackFields, type PackItem, type PublicationPack } from '#core/publishing'
import { type FigureSource, loadSealedStandings, type SealedStanding, type SealedStandings } from '#app/insight'
import { type Context, requireRight, type Stores } from '#app/kit'
import { sealFact } from './briefing-facts.ts'
import type { ReportWords } from './ports.ts'

/**
 * Makes a publication pack from a seal of a plan: everything that the seal says of every item, each field with its class. Nothing is
 * released by that; the review comes first.
 */
export async function makePublication(
  context: Context,
  input: { readonly planId: string; readonly sealSeq?: number | undefined },
): Promise<Result<{ publicationId: string }>> {
  const right = requireRight(context, 'disclosure.review', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const frame = await stores.insight.frame(input.planId)
    const sealSeq = input.sealSeq ?? frame?.seals.at(-1)?.seq
    const pack = sealSeq === undefined ? null : await packOf(context, stores, input.planId, sealSeq)
    if (!pack || sealSeq === undefined) return refuse('briefing.notSealed')
    const publicationId = context.newId()
    const by = context.actor.accountId
    await stores.publishing.addPublication({ publicationId, planId: input.planId, sealSeq, pack, at: context.now, by })
    const body = { planId: input.planId, sealSeq, items: pack.items.length }
    await stores.audit.record({ action: 'publication.make', objectKind: 'publication', objectId: publicationId, body })
    return accept({ publicationId })
  })
}

async function packOf(
  context: Context,
  stores: Stores,
  planId: string,
  sealSeq: number,
): Promise<PublicationPack | null> {
  const sealed = await loadSealedStandings(context, stores, planId, sealSeq)
  const plan = await stores.plans.plan(planId)
  const content = plan && (await stores.plans.content(planId, plan.version))
  if (!sealed || !content) return null
  const dayOf = (instant: string): string => localDateAt(instant, context.timeZone)
  const words = await lastWords(stores, sealed)
  const { title, year, issuer, docNumber } = content.meta
  const campaigns = content.campaigns.map(({ no, name }) => ({ no, name }))
  return {
    plan: { planId, title, year, issuer, docNumber, campaigns },
    seal: sealFact(sealed, dayOf),
    items: sealed.items.map((standing) => packItem(standing, sealed, words.get(standing.row.item.itemId), dayOf)),
  }
}

/** What the latest sealed report of each item says in words. */
async function lastWords(stores: Stores, { payloads }: SealedStandings): Promise<ReadonlyMap<string, ReportWords>> {
  const latest = new Map(payloads.flatMap(({ counted }) => counted.map(({ itemId, reportId }) => [itemId, reportId])))
  const words = new Map((await stores.publishing.reportWords([...latest.values()])).map((one) => [one.reportId, one]))
  return new Map(
    [...latest].flatMap(([itemId, reportId]) => {
      const said = words.get(reportId)
      return said === undefined ? [] : [[itemId, said] as const]
    }),
  )
}

type DayOf = (instant: string) => string

function packItem(
  standing: SealedStanding,
  sealed: SealedStandings,
  words: ReportWords | undefined,
  dayOf: DayOf,
): PackItem {
  const { row } = standing
  const { itemId, kind, campaignNo, quote } = row.item
  const base = { itemId, kind, campaignNo, quote }
  const fields: PackFields = {
    ...promised(standing),
    ...reached(standing),
    ...correctionFields(standing, sealed, dayOf),
    paragraph: orNull(words?.paragraph),
    blockage: orNull(words?.blockage),
    leaderInCharge: row.item.leaderInCharge,
    responsiblePerson: row.item.responsiblePerson,
  }
  return { ...base, fields, classes: classifyFields({ quote, fields }) }
}

const orNull = (text: string | null | undefined): string | null => (text === undefined || text === '' ? null : text)

function promised({
  row,
  nodes,
}: SealedStanding): Pick<PackFields, 'title' | 'sentence' | 'target' | 'unit' | 'nodes'> {
  const { item, reportingUnitName } = row
  const stated = nodes.filter(({ label }) => item.timeNodes.some((node) => node.label === label))
  return {
    title: item.title,
    sentence: orNull(item.quote),
    target: item.kind === 'indicator' ? targetOf(item.target) : null,
    unit: reportingUnitName,
    nodes: stated.length === 0 ? null : stated.map(({ label, due, doneOn }) => ({ label, due, doneOn })),
  }
}

function targetOf({
  op,
  value,
  valueHigh,
  unit,
  commitment,
  due,
}: NonNullable<PackFields['target']>): PackFields['target'] {
  return { op, value, valueHigh, unit, commitment, due }
}

/** An estimate is not published as a figure. */
function reached({ row, standing, source }: SealedStanding): Pick<PackFields, 'figure' | 'light' | 'why'> {
  const { item } = row
  const { actual, asOf, light, why } = standing
  const isEstimate = source?.kind === 'release' && source.estimate
  const known = actual !== null && asOf !== null && source !== null && item.kind === 'indicator' && !isEstimate
  return {
    figure: known ? { value: actual, unit: item.target.unit, asOf, ...figureSource(source) } : null,
    light,
    why: why.length === 0 || isEstimate ? null : why,
  }
}

function figureSource(
  source: FigureSource,
): Pick<NonNullable<PackFields['figure']>, 'periodId' | 'sealSeq' | 'release'> {
  const { figurePeriodId: periodId } = source
  if (source.kind !== 'release') return { periodId, sealSeq: source.sealSeq, release: null }
  const { body, document, releasedOn } = source
  return { periodId, sealSeq: null, release: { body, document, releasedOn } }
}

function correctionFields(
  { row }: SealedStanding,
  { frame }: SealedStandings,
  dayOf: DayOf,
): Pick<PackFields, 'corrections' | 'correctionReasons'> {
  const own = frame.corrections.filter(({ itemId }) => itemId === row.item.itemId)
  if (own.length === 0) return { corrections: null, correctionReasons: null }
  const unit = row.item.kind === 'indicator' ? row.item.target.unit : ''
  const corrections = own.map(({ sealSeq, oldFigure, newFigure, approvedAt }) => ({
    periodId: frame.seals.find(({ seq }) => seq === sealSeq)?.periodId ?? '',
    ...{ oldFigure, newFigure, unit, approvedOn: dayOf(approvedAt ?? '') },
  }))
  return { corrections, correctionReasons: own.map(({ reason }) => reason) }
}
