import { type Result, accept, refuse } from '#core/kit'
import { type Context, requireRight } from '#app/kit'

/** The issued file of a version, byte for byte as it was loaded. */
export async function readIssuedFile(
  context: Context,
  input: { planId: string; version?: number | undefined },
): Promise<Result<{ fileName: string; bytes: Uint8Array }>> {
  const right = requireRight(context, 'plan.read', {})
  if (!right.ok) return right
  const document = await context.read(async ({ plans, drafts }) => {
    const wanted = input.version ?? (await plans.plan(input.planId))?.version
    const row = (await plans.versions(input.planId)).find((one) => one.version === wanted)
    return row ? drafts.document(row.documentId) : null
  })
  const bytes = document && (await context.files.get(document.fileSha256))
  return bytes ? accept({ fileName: document.fileName, bytes }) : refuse('object.notFound')
}
