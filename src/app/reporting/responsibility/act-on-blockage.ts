import { type LocalDate, type Result, accept, refuse } from '#core/kit'
import {
  type BlockageAction,
  blockageLevels,
  checkBlocked,
  dutyWorkdays,
  levelFrom,
  nextBlockage,
  unitNamedIn,
} from '#core/reporting'
import { type Context, type RegionObject, requireRight, type Stores } from '#app/kit'
import type { BlockageRow } from './ports.ts'
import { workdayDue } from './workday-due.ts'

/** A blockage as it is raised. `needsUnitId` null = the unit that the words name, if they name one. */
export interface BlockageAsked {
  readonly itemId: string
  readonly unitId: string
  readonly what: string
  readonly needs: string
  readonly needsUnitId: string | null
  readonly by: LocalDate | null
}

/** Raises a blockage on an item's page; one that comes with a report raises itself when the report leaves its unit. */
export function raiseBlockage(
  context: Context,
  input: BlockageAsked,
): Promise<Result<{ readonly blockageId: string; readonly level: number }>> {
  return context.transact(async (stores) => {
    const found = await stores.reports.item(input.itemId)
    if (!found) return refuse('object.notFound')
    const right = requireRight(context, 'blockage.raise', { unitId: input.unitId })
    if (!right.ok) return right
    const checked = checkBlocked(input)
    if (!checked.ok) return checked
    const raised = await openBlockage(context, stores, {
      ...input,
      officeUnitId: found.officeUnitId,
      reportId: null,
      raisedBy: context.actor.accountId,
    })
    return raised ? accept(raised) : refuse('blockage.alreadyOpen')
  })
}

/** Writes a new blockage at the first level that somebody fills; null where the unit has an open one on the item. */
export async function openBlockage(
  context: Context,
  stores: Stores,
  asked: BlockageAsked & {
    readonly officeUnitId: string | null
    readonly reportId: string | null
    readonly raisedBy: string | null
  },
): Promise<{ readonly blockageId: string; readonly level: number } | null> {
  const { itemId, unitId, reportId, raisedBy, by, officeUnitId } = asked
  const needsUnitId = asked.needsUnitId ?? unitNamedIn(asked.needs, await stores.organisation.units())
  const level = levelFrom(0, { unitId, needsUnitId, officeUnitId }) ?? blockageLevels.length - 1
  const levelDueAt = (await workdayDue(context, stores))(context.now, dutyWorkdays.blockage)
  const blockageId = context.newId()
  const said = { itemId, unitId, reportId, what: asked.what.trim(), needs: asked.needs.trim(), needsUnitId, by, level }
  const row = { blockageId, ...said, levelDueAt, at: context.now, raisedBy }
  if (!(await stores.duties.addBlockage(row))) return null
  await stores.audit.record({ action: 'blockage.raise', objectKind: 'blockage', objectId: blockageId, body: said })
  return { blockageId, level }
}

/** What the rights on a blockage need to know when its level answers: the level is its state, the unit the one that is needed. */
export function rightObjectOfBlockage(blockage: BlockageRow): RegionObject {
  const { planId, campaignNo: taskForceNo, officeUnitId, needsUnitId: unitId, level } = blockage
  return { planId, taskForceNo, officeUnitId, unitId, state: blockageLevels[level] ?? 'withLeader' }
}

/** What is done to a blockage, seen at a revision. */
export interface BlockageStep {
  readonly blockageId: string
  readonly revision: number
  readonly action: BlockageAction
  readonly note: string
}

/** How a blockage stands after a step. */
export interface BlockageOutcome {
  readonly state: string
  readonly level: number
  readonly revision: number
}

/**
 * Answers a blockage (by the level that it is with), raises it one level, or closes it with its outcome (by the unit that it holds
 * up). Each level has a clock of its own.
 */
export function actOnBlockage(context: Context, step: BlockageStep): Promise<Result<BlockageOutcome>> {
  return context.transact((stores) => stepBlockage(context, stores, step))
}

/** The same inside the transaction of somebody else: a meeting that decides on it. */
export async function stepBlockage(
  context: Context,
  stores: Stores,
  input: BlockageStep,
): Promise<Result<BlockageOutcome>> {
  const [blockage] = await stores.duties.blockages({ id: input.blockageId })
  if (!blockage) return refuse('object.notFound')
  const right =
    input.action === 'answer'
      ? requireRight(context, 'blockage.answer', rightObjectOfBlockage(blockage))
      : requireRight(context, 'blockage.raise', { unitId: blockage.unitId })
  if (!right.ok) return right
  const next = nextBlockage(blockage, input, context.now)
  if (!next.ok) return next
  if (input.revision !== blockage.revision) return refuse('object.changedMeanwhile')
  const note = input.note.trim()
  const { state, level } = next.value
  const isRaised = level !== blockage.level
  const dueAfter = isRaised ? await workdayDue(context, stores) : null
  const levelDueAt = dueAfter ? dueAfter(context.now, dutyWorkdays.blockage) : blockage.levelDueAt
  const outcome = state === 'resolved' || state === 'withdrawn' ? note : null
  const { blockageId, revision, action } = input
  const stamp = { at: context.now, by: context.actor.accountId }
  const row = { blockageId, revision, state, level, levelDueAt, outcome, action, note, ...stamp }
  if (!(await stores.duties.moveBlockage(row))) return refuse('object.changedMeanwhile')
  await stores.audit.record({
    action: `blockage.${action}`,
    objectKind: 'blockage',
    objectId: blockageId,
    body: { state, level, note },
  })
  return accept({ state, level, revision: revision + 1 })
}
