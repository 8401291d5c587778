import { type Json, type Result, accept, refuse } from '#core/kit'
import { type Context, type RegionObject, requireRight, type Stores } from '#app/kit'
import { rightObjectOf } from './define-list.ts'
import type { AdmissionAsked, AdmissionOf, AdmissionRow } from './ports.ts'

/** An admission with whether the reader may decide it. */
export interface ShownAdmission extends AdmissionRow {
  readonly mayDecide: boolean
}

/** Asks that something come on to a list, leave it or come back: it does once somebody else has approved it (C8). */
export async function askAdmission(
  context: Context,
  { lists, audit }: Stores,
  asking: Pick<AdmissionAsked, 'deed' | 'of' | 'reason'>,
): Promise<Result<{ readonly admissionId: string }>> {
  const reason = asking.reason.trim()
  if (reason === '') return refuse('list.reasonMissing', {}, 'reason')
  const [admissionId, stamp] = [context.newId(), { at: context.now, by: context.actor.accountId }]
  const { deed, of } = asking
  if (!(await lists.addAdmission({ admissionId, deed, of, reason, ...stamp }))) return refuse('list.admissionWaits')
  const body = { deed, of: plain(of), reason }
  await audit.record({ action: 'list.ask', objectKind: 'list', objectId: admissionId, body })
  return accept({ admissionId })
}

const plain = (of: AdmissionOf) => JSON.parse(JSON.stringify(of)) as Json

/** Approves or refuses what was asked; another person than the one who asked. It holds from that day on, and what was removed stays to be read. */
export function decideAdmission(
  context: Context,
  input: { readonly admissionId: string; readonly approve: boolean; readonly note: string },
): Promise<Result<true>> {
  return context.transact(async (stores) => {
    const asked = await stores.lists.admission(input.admissionId)
    if (!asked) return refuse('object.notFound')
    const by = context.actor.accountId
    if (asked.askedBy === by) return refuse('list.ownAdmission')
    const right = requireRight(context, 'list.admit', await objectOf(stores, asked))
    if (!right.ok) return right
    const [{ admissionId, approve: approved }, note] = [input, input.note.trim()]
    if (!approved && note === '') return refuse('list.noteMissing', {}, 'note')
    const decided = await stores.lists.decideAdmission({ admissionId, approved, note, at: context.now, by })
    if (!decided) return refuse('list.admissionDecided')
    const done = approved ? await carryOut(context, stores, asked) : accept(true as const)
    if (!done.ok) return done
    const action = approved ? 'list.admit' : 'list.refuse'
    const body = { deed: asked.deed, of: plain(asked.of), reason: asked.reason, note }
    await stores.audit.record({ action, objectKind: 'list', objectId: admissionId, body })
    return accept(true)
  })
}

/** What a right needs to know of an admission: who asked, and of a row whose list it is. */
async function objectOf({ lists }: Stores, { of, askedBy: authorId }: AdmissionRow): Promise<RegionObject> {
  const list = of.what === 'row' ? await lists.list(of.listId) : null
  return { ...(list ? rightObjectOf(list) : {}), authorId }
}

/** Does what was asked, in the name of whoever asked. */
async function carryOut(context: Context, stores: Stores, asked: AdmissionRow): Promise<Result<true>> {
  const { of } = asked
  return of.what === 'row' ? carryRow(context, stores, asked, of) : carryPlacement(context, stores, asked, of)
}

async function carryRow(
  context: Context,
  { lists }: Stores,
  { deed, reason, askedBy }: AdmissionRow,
  { listId, rowId, body }: AdmissionOf & { readonly what: 'row' },
): Promise<Result<true>> {
  const list = await lists.list(listId)
  if (!list || list.endedAt !== null) return refuse('list.ended')
  const stamp = { reason, at: context.now, by: askedBy, approvedBy: context.actor.accountId }
  if (deed === 'add' && body) {
    await lists.addEntry({ rowId: context.newId(), listId, body, ...stamp })
    return accept(true)
  }
  const row = rowId === null ? null : await lists.entry(rowId)
  if (!row || deed === 'add' || (deed === 'restore') !== (row.removedAt !== null))
    return refuse('object.changedMeanwhile')
  const { values, unitId, itemId, revision } = row
  const left = { rowId: row.rowId, revision, deed, body: { values, unitId, itemId } }
  return (await lists.changeEntry({ ...left, ...stamp })) ? accept(true) : refuse('object.changedMeanwhile')
}

async function carryPlacement(
  context: Context,
  { plans, parents }: Stores,
  { deed, reason, askedBy }: AdmissionRow,
  { itemId, list: kind }: AdmissionOf & { readonly what: 'placement' },
): Promise<Result<true>> {
  const stamp = { at: context.now, by: askedBy }
  if (deed === 'remove') {
    const ended = await parents.endPlacement({ itemId, kind, ...stamp })
    return ended ? accept(true) : refuse('object.changedMeanwhile')
  }
  const row = await plans.item(itemId)
  if (!row || row.removedInVersion !== null) return refuse('object.notFound')
  const placed = await parents.addPlacement({ placementId: context.newId(), itemId, kind, reason, ...stamp })
  return placed ? accept(true) : refuse('plan.listedAlready')
}

/** Of these admissions, whether the reader may decide each. */
export async function withMayDecide(
  context: Context,
  stores: Stores,
  admissions: readonly AdmissionRow[],
): Promise<readonly ShownAdmission[]> {
  const shown: ShownAdmission[] = []
  for (const one of admissions) {
    const isOpen = one.decision === null && one.askedBy !== context.actor.accountId
    const mayDecide = isOpen && requireRight(context, 'list.admit', await objectOf(stores, one)).ok
    shown.push({ ...one, mayDecide })
  }
  return shown
}

/** What waits for the reader's approval, oldest first. */
export async function listWaitingAdmissions(context: Context): Promise<Result<readonly ShownAdmission[]>> {
  const right = requireRight(context, 'list.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const shown = await withMayDecide(context, stores, await stores.lists.admissions({ waiting: true }))
    return accept(shown.filter(({ mayDecide }) => mayDecide))
  })
}
