import { type Result, accept, refuse } from '#core/kit'
import { acceptorOf, type ReportingBasis, reportingBasis, reportingChoices } from '#core/reporting'
import { type Context, requireRight, type Stores } from '#app/kit'
import { asSeenBy } from '../report-acts.ts'
import type { ItemInForce } from '../ports.ts'
import { type HeardVoice, hearVoices } from './hear-voices.ts'
import type { BlockageEventRow, DutyChangeRow, DutyUnitRow } from './ports.ts'
import { type BlockageView, blockageView, type DisputeView, disputeView } from './read-duty-desk.ts'

/** Who reports an item to whom by when, what other units say, what is disputed and what blocks it. */
export interface ItemDuties {
  readonly reporting: { readonly unitId: string; readonly unitName: string; readonly basis: ReportingBasis } | null
  readonly holders: readonly DutyUnitRow[]
  /** Units that could report instead, where the reader may choose. */
  readonly choices: readonly DutyUnitRow[]
  /** Who accepts: a unit's task-force office, or the coordinator (null). */
  readonly acceptorUnitName: string | null
  /** The next line that is still open for the item, if any. */
  readonly nextDue: { readonly periodId: string; readonly dueAt: string } | null
  readonly heard: readonly { readonly periodId: string; readonly voices: readonly HeardVoice[] }[]
  readonly changes: readonly DutyChangeRow[]
  readonly disputes: readonly DisputeView[]
  readonly blockages: readonly (BlockageView & { readonly events: readonly BlockageEventRow[] })[]
  /** The reader's unit reports it: he may say that it is not theirs, or what blocks it. */
  readonly mayDispute: boolean
  readonly mayRaise: boolean
}

/** Periods whose words are shown on the item's page. */
const HEARD_PERIODS = 6

/** Reads the duties on one item. */
export async function readItemDuties(
  context: Context,
  input: { readonly itemId: string },
): Promise<Result<ItemDuties>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const { itemId } = input
    const found = await stores.reports.item(itemId)
    if (!found) return refuse('object.notFound')
    const holders = await stores.duties.dutyUnits([itemId], context.today)
    const changes = await stores.duties.changes([itemId])
    const disputes = await stores.duties.disputes({ itemId })
    const unitId = found.reportingUnitId
    const isOpen = disputes.some((dispute) => dispute.state === 'open' && dispute.unitId === unitId)
    return accept({
      ...(await readLines(context, stores, itemId)),
      ...(await whoReports(stores, found, holders, changes)),
      holders,
      choices: mayChoose(context, found) ? choicesOf(found, holders, changes) : [],
      changes,
      disputes: disputes.map((dispute) => disputeView(context, dispute)),
      blockages: await readBlockages(context, stores, itemId),
      mayDispute: !isOpen && requireRight(context, 'duty.dispute', { unitId }).ok,
      mayRaise: requireRight(context, 'blockage.raise', { unitId }).ok,
    })
  })
}

async function whoReports(
  stores: Stores,
  { reportingUnitId, officeUnitId }: ItemInForce,
  holders: readonly DutyUnitRow[],
  [last]: readonly DutyChangeRow[],
): Promise<Pick<ItemDuties, 'reporting' | 'acceptorUnitName'>> {
  const names = new Map((await stores.organisation.units()).map((unit) => [unit.unitId, unit.name]))
  if (reportingUnitId === null) return { reporting: null, acceptorUnitName: null }
  const basis = reportingBasis(holders, reportingUnitId, last ?? null)
  const acceptor = acceptorOf(reportingUnitId, officeUnitId)
  return {
    reporting: { unitId: reportingUnitId, unitName: names.get(reportingUnitId) ?? '', basis },
    acceptorUnitName: acceptor.unitId === null ? null : (names.get(acceptor.unitId) ?? null),
  }
}

function mayChoose(context: Context, { item, planId, officeUnitId, reportingUnitId }: ItemInForce): boolean {
  const object = { planId, taskForceNo: item.campaignNo, officeUnitId, unitId: reportingUnitId }
  return requireRight(context, 'duty.choose', object).ok
}

/** The one that reports only because it is named first can be chosen too; once chosen it is no choice any more. */
function choicesOf(
  { reportingUnitId }: ItemInForce,
  holders: readonly DutyUnitRow[],
  [last]: readonly DutyChangeRow[],
): readonly DutyUnitRow[] {
  const settled = last?.toUnitId === reportingUnitId ? reportingUnitId : null
  const units = reportingChoices(holders)
  if (units.length < 2) return []
  const able = holders.filter((holder) => units.includes(holder.unitId) && holder.unitId !== settled)
  return able.filter((holder, at) => able.findIndex((other) => other.unitId === holder.unitId) === at)
}

async function readLines(
  context: Context,
  stores: Stores,
  itemId: string,
): Promise<Pick<ItemDuties, 'nextDue' | 'heard'>> {
  const entries = (await stores.reports.entries({ itemId })).map((entry) => asSeenBy(context, entry))
  const open = entries.find(({ periodState, report }) => periodState === 'open' && report?.state !== 'accepted')
  const heard = await hearVoices(context, stores, entries.slice(-HEARD_PERIODS))
  return {
    nextDue: open ? { periodId: open.periodId, dueAt: open.report?.returnDueAt ?? open.dueAt } : null,
    heard: heard
      .filter(({ voices }) => voices.length > 0)
      .map(({ entry, voices }) => ({ periodId: entry.periodId, voices }))
      .reverse(),
  }
}

async function readBlockages(context: Context, stores: Stores, itemId: string): Promise<ItemDuties['blockages']> {
  const rows = await stores.duties.blockages({ itemId })
  const events = await stores.duties.blockageEvents(rows.map((row) => row.blockageId))
  return rows.map((row) => ({
    ...blockageView(context, row),
    events: events.filter((event) => event.blockageId === row.blockageId),
  }))
}
