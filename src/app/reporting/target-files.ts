import { type Result, accept, refuse } from '#core/kit'
import { ATTACHMENT_LIMIT_BYTES, type Context, requireRight, type Stores, type TypeByContent } from '#app/kit'
import type { AttachmentRow } from './ports.ts'
import { recognitionObject, rowInForce } from './recognitions.ts'

/** What a file of a target hangs on: a recognised row, or an event of a red line. */
export type TargetFileOwner = 'recognition' | 'redLine'

interface Upload {
  readonly owner: TargetFileOwner
  readonly ownerId: string
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly typeByContent: TypeByContent
}

/** Attaches the recognising body's document to a row, or evidence to an event; the content is kept once, under its hash. */
export async function attachTargetFile(context: Context, input: Upload): Promise<Result<AttachmentRow>> {
  const { owner, ownerId, bytes, fileName } = input
  if (bytes.length > ATTACHMENT_LIMIT_BYTES) return refuse('request.tooLarge', { limit: '20 MB' }, 'file')
  const type = input.typeByContent(bytes, fileName)
  if (!type.ok) return type
  const may = await context.read((stores) => mayAttach(context, stores, input))
  if (!may.ok) return may
  const { sha256, size } = await context.files.put(bytes)
  return context.transact(async (stores) => {
    const still = await mayAttach(context, stores, input)
    if (!still.ok) return still
    const known = still.value.find((file) => file.sha256 === sha256)
    if (known) return accept(known)
    const file = { attachmentId: context.newId(), sha256, fileName, mediaType: type.value.mediaType, sizeBytes: size }
    const stamp = { ownerKind: owner, ownerId, at: context.now, by: context.actor.accountId }
    await stores.reports.addAttachment({ ...file, ...stamp })
    const body = { attachmentId: file.attachmentId, sha256, fileName, size }
    await stores.audit.record({ action: `${owner}.attach`, objectKind: owner, objectId: ownerId, body })
    return accept(file)
  })
}

/** Whether the actor may attach to it, and what hangs on it already. */
async function mayAttach(
  context: Context,
  stores: Stores,
  { owner, ownerId }: Pick<Upload, 'owner' | 'ownerId'>,
): Promise<Result<readonly AttachmentRow[]>> {
  if (owner === 'recognition') {
    const known = await rowInForce(stores, ownerId)
    if (!known.ok) return known
    const { row, found } = known.value
    const right = requireRight(context, 'report.write', recognitionObject(found, row))
    if (!right.ok) return right
    return row.lookedAt === null ? accept(row.files) : refuse('recognition.lookedAt')
  }
  const event = await stores.targets.redLineEvent(ownerId)
  const found = event && (await stores.reports.item(event.itemId))
  if (!event || !found) return refuse('object.notFound')
  const right = requireRight(context, 'item.verify', { unitId: found.reportingUnitId })
  return right.ok ? accept(event.files) : right
}

/** The content of a file of a target, for those who may read the item; of a restricted row only for those who handle it. */
export async function readTargetFile(
  context: Context,
  input: { readonly attachmentId: string },
): Promise<Result<{ bytes: Uint8Array; mediaType: string; fileName: string }>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  const file = await context.read(async (stores) => {
    const found = await stores.reports.attachment(input.attachmentId)
    if (found?.ownerKind === 'redLine') return found
    const row = found?.ownerKind === 'recognition' ? await stores.targets.recognition(found.ownerId) : null
    const item = row && (await stores.reports.item(row.itemId))
    return found && row && item && readsNames(context, row, item) ? found : null
  })
  const bytes = file && (await context.files.get(file.sha256))
  return file && bytes
    ? accept({ bytes, mediaType: file.mediaType, fileName: file.fileName })
    : refuse('object.notFound')
}

/** Restricted names (firms' secrets, persons) are read by the unit, its task-force office, the coordinator and the inspector only. */
export function readsNames(
  { actor }: Pick<Context, 'actor'>,
  row: { readonly unitId: string; readonly disclosure: string },
  { item, planId }: { readonly item: { readonly campaignNo: number | null }; readonly planId: string },
): boolean {
  if (row.disclosure !== 'restricted') return true
  return actor.roles.some(
    (grant) =>
      grant.unitId === row.unitId ||
      grant.role === 'coordinator' ||
      grant.role === 'inspector' ||
      (grant.role === 'taskForceStaff' && grant.planId === planId && grant.taskForceNo === item.campaignNo),
  )
}
