import { type Result, accept, refuse } from '#core/kit'
import { checkRecognition, isRecognised, type RecognitionSaid } from '#core/reporting'
import { type Context, type RegionObject, requireRight, type Stores } from '#app/kit'
import type { ItemInForce } from './ports.ts'
import type { NameDisclosure, RecognitionRow, RecognitionWrite } from './target-ports.ts'

/** A row as the reporter types it. */
export interface RecognitionInput extends RecognitionSaid {
  readonly disclosure: NameDisclosure
}

/** What the rights of rows need to know: whoever entered a row never looks at its document himself. */
export function recognitionObject(found: ItemInForce, row: RecognitionRow | null): RegionObject {
  const { item, planId, reportingUnitId, officeUnitId } = found
  return {
    ...{ unitId: row?.unitId ?? reportingUnitId, planId, taskForceNo: item.campaignNo, officeUnitId },
    ...{ reportedBy: row?.changedBy ?? null, reportedFor: null, signedBy: null, signedFor: null },
  }
}

/** Adds a row to the funnel of an item whose figure another body decides. */
export function addRecognition(
  context: Context,
  input: RecognitionInput & { readonly itemId: string },
): Promise<Result<{ rowId: string }>> {
  return context.transact(async (stores) => {
    const { itemId, disclosure, ...said } = input
    const found = await stores.reports.item(itemId)
    if (!found) return refuse('object.notFound')
    const right = requireRight(context, 'report.write', recognitionObject(found, null))
    if (!right.ok) return right
    if (!isRecognised(found.item) || found.reportingUnitId === null) return refuse('recognition.notRecognised')
    const checked = checkRecognition(said, context.today)
    if (!checked.ok) return checked
    const rows = await stores.targets.recognitions([itemId])
    const { name } = checked.value
    if (rows.some((row) => row.name === name && row.withdrawalReason === null))
      return refuse('recognition.nameTwice', { name }, 'name')
    const row = newRow(context, { itemId, unitId: found.reportingUnitId, disclosure, ...checked.value })
    return keep(stores, row, 'recognition.add')
  })
}

/** Moves a row on, 申报 → 受理 → 认定, or puts it right, until the acceptor has looked at it. */
export function changeRecognition(
  context: Context,
  input: RecognitionInput & { readonly rowId: string; readonly revision: number },
): Promise<Result<{ rowId: string }>> {
  return context.transact(async (stores) => {
    const { rowId, revision, disclosure, ...said } = input
    const known = await rowInForce(stores, rowId)
    if (!known.ok) return known
    const { row, found } = known.value
    const right = requireRight(context, 'report.write', recognitionObject(found, row))
    if (!right.ok) return right
    if (row.lookedAt !== null) return refuse('recognition.lookedAt')
    if (row.revision !== revision) return refuse('object.changedMeanwhile')
    const checked = checkRecognition(said, context.today)
    if (!checked.ok) return checked
    return keep(stores, nextRow(context, row, { ...checked.value, disclosure }), 'recognition.change')
  })
}

/** The acceptor has looked at the recognising documents: from here on the rows stand. */
export function lookAtRecognitions(
  context: Context,
  input: { readonly rowIds: readonly string[] },
): Promise<Result<{ lookedAt: number }>> {
  return context.transact(async (stores) => {
    for (const rowId of input.rowIds) {
      const known = await rowInForce(stores, rowId)
      if (!known.ok) return known
      const { row, found } = known.value
      const right = requireRight(context, 'report.accept', recognitionObject(found, row))
      if (!right.ok) return right
      if (row.recognisedOn === null) return refuse('recognition.notYetRecognised')
      if (row.lookedAt !== null) continue
      const looked = { lookedAt: context.now, lookedBy: context.actor.accountId }
      // `changedBy` stays whoever entered the row: an acceptor never looks at what he typed himself.
      const kept = await keep(
        stores,
        { ...nextRow(context, row, looked), changedBy: row.changedBy },
        'recognition.look',
      )
      if (!kept.ok) return kept
    }
    return accept({ lookedAt: input.rowIds.length })
  })
}

/** Takes a row out: by the unit until the acceptor has looked at it, by the acceptor afterwards. It stays readable, with the reason. */
export function withdrawRecognition(
  context: Context,
  input: { readonly rowId: string; readonly reason: string },
): Promise<Result<{ rowId: string }>> {
  return context.transact(async (stores) => {
    const known = await rowInForce(stores, input.rowId)
    if (!known.ok) return known
    const { row, found } = known.value
    const action = row.lookedAt === null ? 'report.write' : 'report.accept'
    const right = requireRight(context, action, recognitionObject(found, row))
    if (!right.ok) return row.lookedAt === null ? right : refuse('recognition.lookedAt')
    if (input.reason.trim() === '') return refuse('recognition.reasonMissing', {}, 'reason')
    const withdrawn = {
      ...{ withdrawalReason: input.reason.trim(), withdrawnAt: context.now },
      withdrawnBy: context.actor.accountId,
    }
    return keep(stores, nextRow(context, row, withdrawn), 'recognition.withdraw')
  })
}

/** A standing row with its item. */
export async function rowInForce(
  stores: Stores,
  rowId: string,
): Promise<Result<{ readonly row: RecognitionRow; readonly found: ItemInForce }>> {
  const row = await stores.targets.recognition(rowId)
  const found = row && (await stores.reports.item(row.itemId))
  if (!row || !found) return refuse('object.notFound')
  return row.withdrawalReason === null ? accept({ row, found }) : refuse('recognition.withdrawn')
}

function newRow(
  context: Context,
  said: RecognitionInput & { readonly itemId: string; readonly unitId: string },
): RecognitionWrite {
  return {
    ...said,
    rowId: context.newId(),
    ...{ lookedAt: null, lookedBy: null, withdrawnAt: null, withdrawnBy: null, withdrawalReason: null },
    revision: 1,
    ...{ changedAt: context.now, changedBy: context.actor.accountId },
  }
}

function nextRow(context: Context, row: RecognitionRow, change: Partial<RecognitionWrite>): RecognitionWrite {
  const { files: _, ...now } = row
  const stamp = { revision: row.revision + 1, changedAt: context.now, changedBy: context.actor.accountId }
  return { ...now, withdrawnBy: null, ...stamp, ...change }
}

async function keep(stores: Stores, row: RecognitionWrite, action: string): Promise<Result<{ rowId: string }>> {
  if (!(await stores.targets.saveRecognition(row))) return refuse('object.changedMeanwhile')
  await stores.audit.record({ action, objectKind: 'recognition', objectId: row.rowId, body: { ...row } })
  return accept({ rowId: row.rowId })
}
