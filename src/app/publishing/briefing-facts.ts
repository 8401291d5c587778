import { localDateAt, nextPeriod, periodById } from '#core/kit'
import { dayName } from '#core/publishing'
import type {
  AbsenceFact,
  AheadFact,
  BehindFact,
  BriefingFacts,
  CampaignFact,
  CorrectionFact,
  LightFacts,
  OrderFact,
  ProblemFact,
  SealFact,
  SourceFact,
} from '#core/publishing'
import { ownReasons, rollUp } from '#core/insight'
import type { SealedAbsence, SealPayload } from '#core/reporting'
import {
  type FigureSource,
  loadSealedStandings,
  type SealedStanding,
  type SealedStandings,
  weighExceptions,
} from '#app/insight'
import type { Context, Stores } from '#app/kit'
import { reconciliationFacts } from './reconciliation-facts.ts'

/**
 * Computes a briefing's facts from one seal of a plan: standings, silence, corrections approved since the last issued briefing, and
 * problems and orders as they stood when the period was sealed. Null: no such plan or seal.
 */
export async function briefingFacts(
  context: Pick<Context, 'timeZone'>,
  stores: Stores,
  planId: string,
  sealSeq: number,
): Promise<BriefingFacts | null> {
  const sealed = await loadSealedStandings(context, stores, planId, sealSeq)
  const payload = sealed?.payloads.at(-1)
  if (!sealed || !payload) return null
  const units = new Map((await stores.insight.units()).map(({ unitId, name }) => [unitId, name]))
  const since = await lastBriefedAt(stores, sealed)
  const dayOf = (instant: string) => localDateAt(instant, context.timeZone)
  const { sealedAt } = sealed.seal
  const titles = new Map(sealed.items.map(({ row }) => [row.item.itemId, row.item.title]))
  const named: Named = { unitOf: (id) => units.get(id) ?? '', titleOf: (id) => titles.get(id) ?? '' }
  return {
    planTitle: sealed.frame.title,
    seal: sealFact(sealed, dayOf),
    counts: countsOf(payload),
    ...lightsOf(sealed),
    behind: behindOf(sealed),
    silent: absences(payload.silent, named),
    late: absences(
      payload.counted.filter(({ late }) => late),
      named,
    ),
    pending: absences(payload.pending, named),
    corrections: correctionsOf(sealed, since),
    problems: (await stores.publishing.problems(planId, since, sealedAt)).map((one) =>
      problemFact(one, dayOf(sealedAt)),
    ),
    orders: (await stores.publishing.orders(planId, since, sealedAt)).map((one) => orderFact(one, sealedAt, dayOf)),
    reconciliations: await reconciliationFacts(stores, planId, since, sealedAt),
    ahead: aheadOf(sealed),
  }
}

interface Named {
  readonly unitOf: (unitId: string) => string
  readonly titleOf: (itemId: string) => string
}

/** A seal as documents print it. */
export function sealFact({ seal }: Pick<SealedStandings, 'seal'>, dayOf: (instant: string) => string): SealFact {
  return { seq: seal.seq, hash: seal.hash, periodId: seal.periodId, sealedOn: dayOf(seal.sealedAt) }
}

/** Moment up to which the last issued briefing has told everything; null = nothing was told yet. */
async function lastBriefedAt(stores: Stores, { frame, seal }: SealedStandings): Promise<string | null> {
  const last = await stores.publishing.lastBriefedSeal(frame.planId, seal.seq)
  return frame.seals.find(({ seq }) => seq === last)?.sealedAt ?? null
}

function countsOf({ counted, pending, silent }: SealPayload): BriefingFacts['counts'] {
  const units = (lines: readonly { readonly unitId: string }[]): number =>
    new Set(lines.map(({ unitId }) => unitId)).size
  return {
    due: counted.length + pending.length + silent.length,
    counted: counted.length,
    late: counted.filter(({ late }) => late).length,
    pending: pending.length,
    silent: silent.length,
    units: units([...counted, ...pending, ...silent]),
    silentUnits: units(silent),
  }
}

function lightsOf({ frame, items }: SealedStandings): Pick<BriefingFacts, 'whole' | 'campaigns'> {
  const known = new Set(frame.campaigns.map(({ no }) => no))
  const groupOf = ({ row }: SealedStanding): number | null =>
    row.item.campaignNo !== null && known.has(row.item.campaignNo) ? row.item.campaignNo : null
  const groups: readonly { readonly no: number | null; readonly name: string }[] = [
    ...frame.campaigns,
    { no: null, name: '' },
  ]
  const campaigns = groups.map(({ no, name }): CampaignFact => {
    const own = items.filter((item) => groupOf(item) === no)
    return { name, ...lightFacts(own) }
  })
  return { whole: lightFacts(items), campaigns: campaigns.filter(({ name, count }) => name !== '' || count > 0) }
}

function lightFacts(items: readonly SealedStanding[]): LightFacts {
  const { count, lights, progress } = rollUp(items.map(({ standing }) => ({ standing, weight: '1' })))
  return { count, lights, progress }
}

/** Heaviest first. */
function behindOf({ frame, items, seal }: SealedStandings): readonly BehindFact[] {
  const names = new Map(frame.campaigns.map(({ no, name }) => [no, name]))
  const known = new Map(items.map((item) => [item.row.item.itemId, item]))
  return weighExceptions(items).flatMap(({ itemId }) => {
    const item = known.get(itemId)
    const light = item?.standing.light
    return item && (light === 'red' || light === 'yellow') ? [behindFact(item, light, names, seal)] : []
  })
}

/** Open time nodes of the next period, and targets whose last day lies in it; by day, then in the plan's order. */
function aheadOf({ items, seal }: SealedStandings): readonly AheadFact[] {
  const next = nextPeriod(periodById(seal.periodId))
  const isNext = (day: string): boolean => next.first <= day && day <= next.last
  const ahead = items.flatMap(({ row, nodes, standing }): AheadFact[] => {
    const { item, reportingUnitName } = row
    const named = { title: item.title, unitName: reportingUnitName ?? '' }
    const open = nodes.filter(({ due, doneOn }) => doneOn === null && isNext(due))
    const isTarget = item.kind === 'indicator' && isNext(item.target.due) && standing.progress.met !== true
    return [
      ...open.map(({ label, due }) => ({ ...named, label, due })),
      ...(isTarget && item.kind === 'indicator' ? [{ ...named, label: '', due: item.target.due }] : []),
    ]
  })
  return ahead.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

function behindFact(
  { row, standing, source }: SealedStanding,
  light: 'red' | 'yellow',
  campaigns: ReadonlyMap<number, string>,
  seal: SealedStandings['seal'],
): BehindFact {
  const { item } = row
  return {
    itemId: item.itemId,
    title: item.title,
    campaignName: (item.campaignNo === null ? undefined : campaigns.get(item.campaignNo)) ?? '',
    unitName: row.reportingUnitName ?? '',
    light,
    actual: standing.actual,
    unit: item.kind === 'indicator' ? item.target.unit : '',
    reasons: ownReasons(standing),
    source: sourceFact(source, seal),
  }
}

/** Characters of an id that a footnote prints; ids sort by time, so that their ends differ. */
const ID_PRINTED = 12

/** The source of a figure in the terms of a footnote. */
export function sourceFact(source: FigureSource | null, seal: SealedStandings['seal']): SourceFact {
  if (source === null) return { kind: 'seal', sealSeq: seal.seq, periodId: seal.periodId, reference: '' }
  const { kind, figurePeriodId: periodId } = source
  switch (source.kind) {
    case 'report':
      return { kind, periodId, sealSeq: source.sealSeq, reference: source.reportId.slice(-ID_PRINTED) }
    case 'correction':
      return { kind, periodId, sealSeq: source.sealSeq, reference: source.correctionId.slice(-ID_PRINTED) }
    case 'release':
      return {
        kind,
        periodId,
        sealSeq: null,
        reference: `${source.body}${source.document}，${dayName(source.releasedOn)}`,
      }
  }
}

function absences(lines: readonly SealedAbsence[], { unitOf, titleOf }: Named): readonly AbsenceFact[] {
  const titles = new Map<string, string[]>()
  for (const { unitId, itemId } of lines) titles.set(unitId, [...(titles.get(unitId) ?? []), titleOf(itemId)])
  return [...titles].map(([unitId, own]) => ({ unitName: unitOf(unitId), titles: own }))
}

function correctionsOf({ frame, items }: SealedStandings, since: string | null): readonly CorrectionFact[] {
  const rows = new Map(items.map(({ row }) => [row.item.itemId, row]))
  const periods = new Map(frame.seals.map(({ seq, periodId }) => [seq, periodId]))
  return frame.corrections
    .filter(({ approvedAt }) => since === null || (approvedAt ?? '') > since)
    .map(({ correctionId, itemId, sealSeq, oldFigure, newFigure, reason }) => {
      const row = rows.get(itemId)
      const unit = row?.item.kind === 'indicator' ? row.item.target.unit : ''
      return {
        ...{ correctionId, itemId, sealSeq, oldFigure, newFigure, reason, unit },
        ...{ title: row?.item.title ?? '', unitName: row?.reportingUnitName ?? '' },
        periodId: periods.get(sealSeq) ?? frame.seals[0]?.periodId ?? '',
      }
    })
}

type AtMoment<Name extends 'problems' | 'orders'> = Awaited<ReturnType<Stores['publishing'][Name]>>[number]

function problemFact(one: AtMoment<'problems'>, day: string): ProblemFact {
  const withDoer = one.state === 'assigned' || one.state === 'rectifying'
  return { ...one, overdue: withDoer && one.dueOn !== null && day > one.dueOn }
}

function orderFact(
  { replyDueAt, ...one }: AtMoment<'orders'>,
  at: string,
  dayOf: (instant: string) => string,
): OrderFact {
  const waits = one.state === 'issued' || one.state === 'acknowledged'
  return { ...one, replyDueOn: dayOf(replyDueAt), overdue: waits && at > replyDueAt }
}
