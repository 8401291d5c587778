import { type Result, accept, refuse } from '#core/kit'
import { ATTACHMENT_LIMIT_BYTES, type Context, requireRight, type Stores, type TypeByContent } from '#app/kit'
import { actingPerson, problemObject } from './acting-person.ts'
import type { FileRow, ProblemRow } from './ports.ts'

/** Attaches a file to a problem that is being put right: the evidence of a claim. The same content stands once. */
export async function attachProblemFile(
  context: Context,
  input: {
    readonly problemId: string
    readonly bytes: Uint8Array
    readonly fileName: string
    readonly typeByContent: TypeByContent
  },
): Promise<Result<FileRow>> {
  const { problemId, bytes, fileName } = input
  if (bytes.length > ATTACHMENT_LIMIT_BYTES) return refuse('request.tooLarge', { limit: '20 MB' }, 'file')
  const type = input.typeByContent(bytes, fileName)
  if (!type.ok) return type
  const may = await context.read((stores) => openProblem(context, stores, problemId))
  if (!may.ok) return may
  const { sha256, size } = await context.files.put(bytes)
  return context.transact(async (stores) => {
    const problem = await openProblem(context, stores, problemId)
    if (!problem.ok) return problem
    const known = (await stores.supervision.problemFiles(problemId)).find((file) => file.sha256 === sha256)
    if (known) return accept(known)
    const file = { attachmentId: context.newId(), sha256, fileName, mediaType: type.value.mediaType, sizeBytes: size }
    const stamp = { ownerKind: 'problem', ownerId: problemId, at: context.now, by: context.actor.accountId }
    await stores.reports.addAttachment({ ...file, ...stamp })
    const body = { attachmentId: file.attachmentId, sha256, fileName, size }
    await stores.audit.record({ action: 'problem.attach', objectKind: 'problem', objectId: problemId, body })
    return accept(file)
  })
}

/** Only the doer shows evidence, and only while it is his turn. */
async function openProblem(context: Context, stores: Stores, problemId: string): Promise<Result<ProblemRow>> {
  const problem = await stores.supervision.problem(problemId)
  if (problem === null) return refuse('object.notFound')
  const right = requireRight(context, 'problem.claim', problemObject(problem))
  if (!right.ok) return right
  if (problem.unitId === null || !actingPerson(context).unitIds.includes(problem.unitId))
    return refuse('problem.notTheDoer')
  const turn = problem.state === 'assigned' || problem.state === 'rectifying'
  return turn ? accept(problem) : refuse('problem.wrongState', { state: problem.state, action: 'attach' })
}

/** The content of a problem's file, for those who may read the problem. */
export async function readProblemFile(
  context: Context,
  input: { readonly attachmentId: string },
): Promise<Result<{ bytes: Uint8Array; mediaType: string; fileName: string }>> {
  const found = await context.read(async (stores) => {
    const file = await stores.reports.attachment(input.attachmentId)
    const problem = file?.ownerKind === 'problem' ? await stores.supervision.problem(file.ownerId) : null
    return file && problem ? { file, problem } : null
  })
  if (found === null) return refuse('object.notFound')
  const right = requireRight(context, 'problem.read', problemObject(found.problem))
  if (!right.ok) return right
  const bytes = await context.files.get(found.file.sha256)
  const { mediaType, fileName } = found.file
  return bytes ? accept({ bytes, mediaType, fileName }) : refuse('object.notFound')
}
