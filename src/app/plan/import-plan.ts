import { type Result, accept, refuse } from '#core/kit'
import { amendmentOf, draftFromReading } from '#core/plan'
import {
  checkPlan,
  readPlan,
  type SourceDocument,
  type StatedColumns,
  withRowNotes,
  withStatedColumns,
} from '#core/reading'
import { type Context, requireRight } from '#app/kit'
import { earlierTexts } from './earlier-texts.ts'
import { rememberColumns, rememberedColumns } from './table-columns.ts'

/** Reads an issued file to text and blocks, or refuses it in words. */
export type ReadSourceFile = (bytes: Uint8Array, fileName: string) => Promise<Result<SourceDocument>>

/** The issued file; with `planId` its draft amends that plan; `columns` say how its tables are read, and are remembered. */
export interface ImportInput {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly planId?: string
  readonly columns?: readonly StatedColumns[]
}

/**
 * Makes a draft from an issued file: keeps the bytes, reads the plan, checks it, also against the plans in force, and lays entries
 * beside the text.
 */
export async function importPlan(
  context: Context,
  input: ImportInput,
  readFile: ReadSourceFile,
): Promise<Result<{ draftId: string }>> {
  const right = requireRight(context, 'plan.import', {})
  if (!right.ok) return right
  const file = await readFile(input.bytes, input.fileName)
  if (!file.ok) return file
  const stated = input.columns ?? (await context.read(({ drafts }) => rememberedColumns(context, drafts, file.value)))
  const document = withStatedColumns(file.value, stated)
  const reading = readPlan(document)
  const source = withRowNotes(document, reading.meta.year)
  const newId = (): string => context.newId()
  const earlier = await earlierTexts(context, input.planId ?? null, reading.meta.year)
  const draft = draftFromReading(reading, checkPlan(reading, earlier), {
    year: Number(context.today.slice(0, 4)),
    newId,
  })
  const { sha256, size } = await context.files.put(input.bytes)
  return context.transact(async (stores) => {
    const plan = input.planId === undefined ? null : await stores.plans.plan(input.planId)
    if (input.planId !== undefined && plan === null) return refuse('plan.notFound')
    const inForce = plan && (await stores.plans.content(plan.planId, plan.version))
    const { entries, reading: beside } = inForce ? amendmentOf(draft, inForce) : draft
    const [documentId, draftId] = [context.newId(), context.newId()]
    const stamp = { at: context.now, by: context.actor.accountId }
    const row = { documentId, fileName: input.fileName, fileSha256: sha256, fileSize: size }
    await stores.drafts.addDocument({ ...row, source, ...stamp })
    await rememberColumns(context, stores, input.columns ?? [])
    await stores.drafts.addDraft(
      { draftId, documentId, planId: plan?.planId ?? null, reading: beside, ...stamp },
      entries,
    )
    await stores.audit.record({
      action: 'plan.import',
      objectKind: 'draft',
      objectId: draftId,
      body: { fileName: input.fileName, sha256, size, amends: plan?.planId ?? null },
    })
    return accept({ draftId })
  })
}
