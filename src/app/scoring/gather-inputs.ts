import { attainmentBasis } from '#core/insight'
import { addDays, instantAt, periodById } from '#core/kit'
import type { Period } from '#core/kit'
import type { SealPayload } from '#core/reporting'
import { nodeDay } from '#core/scoring'
import type { BeforeRecord, DutyRecord, NodeRecord, RecordRef, ScoreInput, TargetRecord } from '#core/scoring'
import { type FigureSource, loadSealedStandings, type SealedStanding, type SealedStandings } from '#app/insight'
import type { Context, Stores } from '#app/kit'
import { answersFor, type LeagueObject, leagueObjects } from './league-objects.ts'
import type { ConductRow, OrderDutyRow, PanelScoreRow, RunDetail } from './ports.ts'

/** What an evaluation of a quarter is asked of. */
export interface EvaluationAsk {
  readonly planId: string
  readonly quarter: Period
  /** Last seal of the quarter. */
  readonly sealSeq: number
}

/** Everything that the records say, before it is shared out among the judged. */
interface Records {
  readonly ask: EvaluationAsk
  readonly sealed: SealedStandings
  readonly inQuarter: readonly SealPayload[]
  readonly panel: readonly PanelScoreRow[]
  readonly conduct: readonly ConductRow[]
  readonly orders: readonly OrderDutyRow[]
  readonly before: RunDetail | null
}

/**
 * Gathers the inputs of an evaluation from seals, panel sheets, problems and orders. What came after the quarter's last seal is not
 * looked at, so that the same quarter gives the same inputs on any later day. Null: no such plan or seal.
 */
export async function gatherInputs(
  context: Pick<Context, 'timeZone'>,
  stores: Stores,
  ask: EvaluationAsk,
): Promise<readonly ScoreInput[] | null> {
  const { planId, quarter, sealSeq } = ask
  const sealed = await loadSealedStandings(context, stores, planId, sealSeq)
  if (!sealed) return null
  const within = {
    from: instantAt(quarter.first, 0, context.timeZone),
    to: instantAt(addDays(quarter.last, 1), 0, context.timeZone),
  }
  const records: Records = {
    ...{ ask, sealed },
    inQuarter: sealed.payloads.filter(({ periodId }) => periodById(periodId).last >= quarter.first),
    panel: await stores.scoring.panelScores(planId, quarter.id),
    conduct: await stores.scoring.conduct(planId, within),
    orders: await stores.scoring.orderDuties(planId, within, sealed.seal.sealedAt),
    before: await runBefore(stores, ask),
  }
  const reportingUnitIds = sealed.items.map(({ row }) => row.reportingUnitId)
  const objects = leagueObjects({ ...sealed.frame, reportingUnitIds }, await stores.organisation.units())
  return objects.map((object) => inputOf(object, records))
}

async function runBefore(stores: Stores, { planId, quarter }: EvaluationAsk): Promise<RunDetail | null> {
  const earlier = (await stores.scoring.runs(planId)).find(({ periodId }) => periodId < quarter.id)
  return earlier ? stores.scoring.run(earlier.runId) : null
}

function inputOf(object: LeagueObject, records: Records): ScoreInput {
  const { sealed, panel, conduct, ask } = records
  const own = sealed.items.filter(({ row }) => answersFor(object, row))
  const ownIds = new Set(own.map(({ row }) => row.item.itemId))
  const concerns = (row: { readonly unitId: string; readonly itemId: string | null }): boolean =>
    object.campaignNo === null ? row.unitId === object.unitId : row.itemId !== null && ownIds.has(row.itemId)
  return {
    objectId: object.objectId,
    league: object.league,
    targets: own.flatMap((standing) => targetRecord(standing, sealed)),
    duties: [...reportDuties(object, ownIds, records), ...orderDuties(records.orders.filter(concerns))],
    nodes: own.flatMap((standing) => nodeRecords(standing, ask.quarter, sealed.seal.seq)),
    panel: panel
      .filter(({ objectId }) => objectId === object.objectId)
      .map(({ metricId, memberId, score }) => ({
        ref: panelRef(object, metricId, memberId, ask),
        metricId,
        memberId,
        score,
      })),
    conduct: conduct.filter(concerns).map(({ kind, recordKind, id, sealSeq }) => ({
      ref: { kind: recordKind, id, periodId: ask.quarter.id, sealSeq },
      kind,
    })),
    ...{ adjustments: [], vetoes: [] },
    before: beforeRecord(object, records.before),
  }
}

const panelRef = (
  { objectId }: LeagueObject,
  metricId: string,
  memberId: string,
  { quarter }: EvaluationAsk,
): RecordRef => ({
  ...{ kind: 'panelScore', id: `${metricId}/${objectId}/${memberId}` },
  ...{ periodId: quarter.id, sealSeq: null },
})

function targetRecord(
  { row, input, ledger, source }: SealedStanding,
  { seal }: SealedStandings,
): readonly TargetRecord[] {
  const { item } = row
  if (input === null || item.kind !== 'indicator') return []
  return [
    {
      ref: sourceRef(source, item.itemId, seal.seq),
      itemId: item.itemId,
      weight: '1',
      commitment: item.target.commitment,
      silent: ledger.silentRun > 0,
      basis: attainmentBasis(input),
    },
  ]
}

/** The record behind the latest figure; the item itself where none was ever given. */
function sourceRef(source: FigureSource | null, itemId: string, lastSeal: number): RecordRef {
  if (source === null) return { kind: 'item', id: itemId, periodId: null, sealSeq: lastSeal }
  switch (source.kind) {
    case 'report':
      return { kind: 'report', id: source.reportId, periodId: source.periodId, sealSeq: source.sealSeq }
    case 'correction':
      return { kind: 'correction', id: source.correctionId, periodId: source.periodId, sealSeq: source.sealSeq }
    case 'release':
      return {
        kind: 'release',
        id: `${itemId}/${source.figurePeriodId}`,
        periodId: source.figurePeriodId,
        sealSeq: null,
      }
  }
}

/** One duty for every line of the quarter's sheets. Pending = answered in time; the delay is the acceptor's. */
function reportDuties(
  object: LeagueObject,
  ownIds: ReadonlySet<string>,
  { inQuarter }: Records,
): readonly DutyRecord[] {
  const mine = ({ itemId, unitId }: { readonly itemId: string; readonly unitId: string }): boolean =>
    object.campaignNo === null ? unitId === object.unitId : ownIds.has(itemId)
  return inQuarter.flatMap(({ seq: sealSeq, periodId, counted, pending, silent }): DutyRecord[] => {
    const of = (itemId: string): RecordRef => ({ kind: 'item', id: itemId, periodId, sealSeq })
    return [
      ...counted.filter(mine).map(({ reportId, late }): DutyRecord => {
        const ref: RecordRef = { kind: 'report', id: reportId, periodId, sealSeq }
        return { ref, outcome: late ? 'late' : 'inTime' }
      }),
      ...pending.filter(mine).map(({ itemId }): DutyRecord => ({ ref: of(itemId), outcome: 'inTime' })),
      ...silent.filter(mine).map(({ itemId }): DutyRecord => ({ ref: of(itemId), outcome: 'silent' })),
    ]
  })
}

function orderDuties(orders: readonly OrderDutyRow[]): readonly DutyRecord[] {
  return orders.map(({ orderId, replyDueAt, repliedAt }) => ({
    ref: { kind: 'order', id: orderId, periodId: null, sealSeq: null },
    outcome: repliedAt === null ? 'silent' : repliedAt > replyDueAt ? 'late' : 'inTime',
  }))
}

/** Nodes due in the quarter, and those due before it that were still open when it began: nothing is judged twice. */
function nodeRecords({ row, nodes, ledger }: SealedStanding, quarter: Period, sealSeq: number): readonly NodeRecord[] {
  const stated = nodes.filter(({ label }) => row.item.timeNodes.some((node) => node.label === label))
  return stated
    .map((node) => ({ label: node.label, due: node.due, doneOn: nodeDay(node, ledger.nodesDoneIn.get(node.label)) }))
    .filter(
      ({ due, doneOn }) => due <= quarter.last && (due >= quarter.first || (doneOn ?? quarter.last) >= quarter.first),
    )
    .map(({ label, due, doneOn }) => ({
      ref: { kind: 'node', id: `${row.item.itemId}/${label}`, periodId: null, sealSeq },
      due,
      doneOn,
    }))
}

function beforeRecord({ objectId }: LeagueObject, before: RunDetail | null): BeforeRecord | null {
  const sheet = before?.result.sheets.find((one) => one.objectId === objectId)
  if (!before || !sheet) return null
  const ref: RecordRef = { kind: 'scoreRun', id: before.runId, periodId: before.periodId, sealSeq: null }
  return { ref, looksShare: sheet.looksShare, looksRank: sheet.looksRank }
}
