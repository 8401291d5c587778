import { type Result, accept } from '#core/kit'
import { type Arbiter, arbiterOf, blockageLevels, type BlockageLevel } from '#core/reporting'
import { type Context, requireRight, type Stores } from '#app/kit'
import { rightObjectOf } from '../report-acts.ts'
import { rightObjectOfBlockage } from './act-on-blockage.ts'
import { rightObjectOfDispute } from './dispute-duty.ts'
import { type HeardEntry, type HeardVoice, hearVoices } from './hear-voices.ts'
import type { BlockageRow, DisputeRow, JointLeadRow } from './ports.ts'

/** A report on which one of the reader's units is to be heard. */
export interface ToHear extends HeardEntry {
  /** The word that is awaited. */
  readonly own: HeardVoice
}

/** "Not ours" with who decides at this moment. */
export interface DisputeView extends DisputeRow {
  readonly arbiter: Arbiter
  /** The reader may decide it. */
  readonly mayDecide: boolean
  /** The reader may take it back. */
  readonly isOwn: boolean
}

/** A blockage with what the reader may do. */
export interface BlockageView extends BlockageRow {
  readonly levelName: BlockageLevel
  /** Past the clock of its level without an answer. */
  readonly overdue: boolean
  readonly mayAnswer: boolean
  /** It holds up an item of the reader's unit: he raises it and records its outcome. */
  readonly isOwn: boolean
}

/** What duties beside the reports ask of the reader. */
export interface DutyDesk {
  readonly toHear: readonly ToHear[]
  /** Items that several units lead: the reader says which of them reports and signs. */
  readonly toChoose: readonly JointLeadRow[]
  readonly toArbitrate: readonly DisputeView[]
  /** "Not ours" of his own units that wait for a decision. */
  readonly ownDisputes: readonly DisputeView[]
  readonly toAnswer: readonly BlockageView[]
  /** Open blockages of his own units. */
  readonly ownBlockages: readonly BlockageView[]
}

/** Reads what waits for the reader beside his sheets: countersign, confirm, arbitrate, unblock. */
export async function readDutyDesk(context: Context): Promise<Result<DutyDesk>> {
  return context.read(async (stores) => {
    const disputes = (await stores.duties.disputes({ onlyOpen: true })).map((row) => disputeView(context, row))
    const blockages = (await stores.duties.blockages({ onlyOpen: true })).map((row) => blockageView(context, row))
    return accept({
      toHear: await readToHear(context, stores),
      toChoose: await readToChoose(context, stores),
      toArbitrate: disputes.filter((dispute) => dispute.mayDecide),
      ownDisputes: disputes.filter((dispute) => dispute.isOwn && !dispute.mayDecide),
      toAnswer: blockages.filter((blockage) => blockage.mayAnswer && blockage.state === 'open'),
      ownBlockages: blockages.filter((blockage) => blockage.isOwn),
    })
  })
}

/** A dispute as its reader sees it. */
export function disputeView(context: Context, dispute: DisputeRow): DisputeView {
  const object = rightObjectOfDispute(context, dispute)
  const isOpen = dispute.state === 'open'
  return {
    ...dispute,
    arbiter: arbiterOf(dispute, dispute.officeUnitId, context.now),
    mayDecide: isOpen && requireRight(context, 'duty.arbitrate', object).ok,
    isOwn: isOpen && requireRight(context, 'duty.dispute', { unitId: dispute.unitId }).ok,
  }
}

/** A blockage as its reader sees it. */
export function blockageView(context: Context, blockage: BlockageRow): BlockageView {
  const isOpen = blockage.closedAt === null
  return {
    ...blockage,
    levelName: blockageLevels[blockage.level] ?? 'withLeader',
    overdue: blockage.state === 'open' && Date.parse(context.now) > Date.parse(blockage.levelDueAt),
    mayAnswer: isOpen && requireRight(context, 'blockage.answer', rightObjectOfBlockage(blockage)).ok,
    isOwn: isOpen && requireRight(context, 'blockage.raise', { unitId: blockage.unitId }).ok,
  }
}

/** Nobody but an office or the coordinator is asked. */
async function readToChoose(context: Context, { duties }: Stores): Promise<readonly JointLeadRow[]> {
  if (!context.actor.roles.some(({ role }) => role === 'taskForceStaff' || role === 'coordinator')) return []
  const open = await duties.jointLeads(context.today)
  return open.filter(
    ({ planId, campaignNo, officeUnitId, unitId }) =>
      requireRight(context, 'duty.choose', { planId, taskForceNo: campaignNo, officeUnitId, unitId }).ok,
  )
}

async function readToHear(context: Context, stores: Stores): Promise<readonly ToHear[]> {
  const units = new Set(
    context.actor.roles.flatMap(({ role, unitId }) =>
      (role === 'reporter' || role === 'signer') && unitId !== undefined ? [unitId] : [],
    ),
  )
  const keys = await stores.duties.reportsToHear([...units], context.today)
  if (keys.length === 0) return []
  const heard = await hearVoices(context, stores, await stores.reports.entries({ keys }))
  return heard.flatMap(({ entry, voices }) =>
    voices.filter((own) => isAwaited(context, entry, own)).map((own) => ({ entry, voices, own })),
  )
}

/** A supporting unit's silence has become consent when its days are over; a countersignature is still missing. */
function isAwaited(context: Context, entry: HeardEntry['entry'], { unitId, kind, state }: HeardVoice): boolean {
  if (state !== 'waiting' && !(kind === 'countersign' && state === 'silent')) return false
  const action = kind === 'countersign' ? 'report.countersign' : 'report.confirm'
  return requireRight(context, action, { ...rightObjectOf(entry), unitId }).ok
}
