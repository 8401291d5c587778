import { type Result, accept, refuse } from '#core/kit'
import {
  ATTACHMENT_LIMIT_BYTES,
  type AuditEntry,
  type Context,
  requireRight,
  type Stores,
  type TypeByContent,
} from '#app/kit'
import type { AttachmentRow, ReportKey, SheetEntry } from './ports.ts'
import { allowedState, nextRevision, personOf, rightObjectOf } from './report-acts.ts'

/** A file, and the report's revision with it: whoever attached it goes on from there. */
type AttachedFile = AttachmentRow & { readonly revision: number }

/** Attaches a file to a report that is not submitted yet; the content is kept once, under its hash. */
export async function attachFile(
  context: Context,
  input: ReportKey & {
    readonly bytes: Uint8Array
    readonly fileName: string
    readonly typeByContent: TypeByContent
  },
): Promise<Result<AttachedFile>> {
  const { bytes, fileName, typeByContent } = input
  if (bytes.length > ATTACHMENT_LIMIT_BYTES) return refuse('request.tooLarge', { limit: '20 MB' }, 'file')
  const type = typeByContent(bytes, fileName)
  if (!type.ok) return type
  const may = await context.read((stores) => editableEntry(context, stores, input))
  if (!may.ok) return may
  const { sha256, size } = await context.files.put(bytes)
  return context.transact(async (stores) => {
    const entry = await editableEntry(context, stores, input)
    if (!entry.ok) return entry
    const { report } = entry.value
    const known = report?.files.find((file) => file.sha256 === sha256)
    if (report && known) return accept({ ...known, revision: report.revision })
    const file = { attachmentId: context.newId(), sha256, fileName, mediaType: type.value.mediaType, sizeBytes: size }
    const body = { attachmentId: file.attachmentId, sha256, fileName, size }
    const touched = await touch(context, stores, entry.value, { action: 'report.attach', body })
    if (!touched) return refuse('object.changedMeanwhile')
    const stamp = { ownerKind: 'report', ownerId: touched.reportId, at: context.now, by: personOf(context) }
    await stores.reports.addAttachment({ ...file, ...stamp })
    return accept({ ...file, revision: touched.revision })
  })
}

/** Takes a file off a report that is not submitted yet, and answers its revision. The content stays; the log names it. */
export function removeAttachment(
  context: Context,
  input: ReportKey & { readonly attachmentId: string },
): Promise<Result<{ readonly revision: number }>> {
  return context.transact(async (stores) => {
    const entry = await editableEntry(context, stores, input)
    if (!entry.ok) return entry
    const body = { attachmentId: input.attachmentId }
    const touched = await touch(context, stores, entry.value, { action: 'report.detach', body })
    if (!touched) return refuse('object.changedMeanwhile')
    const removed = await stores.reports.removeAttachment(input.attachmentId, touched.reportId, context.now)
    return removed ? accept({ revision: touched.revision }) : refuse('object.notFound')
  })
}

/** The content of a report's file, for those who may read the item. */
export async function readAttachment(
  context: Context,
  input: { readonly attachmentId: string },
): Promise<Result<{ bytes: Uint8Array; mediaType: string; fileName: string }>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  const file = await context.read((stores) => stores.reports.attachment(input.attachmentId))
  if (file?.ownerKind !== 'report') return refuse('object.notFound')
  const bytes = await context.files.get(file.sha256)
  return bytes ? accept({ bytes, mediaType: file.mediaType, fileName: file.fileName }) : refuse('object.notFound')
}

async function editableEntry(context: Context, stores: Stores, key: ReportKey): Promise<Result<SheetEntry>> {
  const [entry] = await stores.reports.entries({ keys: [key] })
  if (!entry) return refuse('object.notFound')
  const right = requireRight(context, 'report.write', rightObjectOf(entry))
  if (!right.ok) return right
  const state = allowedState(context, entry, 'save')
  return state.ok ? accept(entry) : state
}

/** Moves the report's revision on, so that whoever else has it open sees the change; makes the draft where there is none. */
async function touch(
  context: Context,
  stores: Stores,
  entry: SheetEntry,
  act: Pick<AuditEntry, 'action' | 'body'>,
): Promise<{ readonly reportId: string; readonly revision: number } | null> {
  const draft = nextRevision(context, entry, { state: 'draft' })
  const logged = { ...act, objectKind: 'report', objectId: draft.reportId }
  const [reportId] = await stores.reports.saveReports([{ ...draft, logged }], { periodStates: ['open'] })
  return reportId === undefined ? null : { reportId, revision: draft.revision }
}
