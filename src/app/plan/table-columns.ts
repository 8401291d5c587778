import { taskTables } from '#core/reading'
import type { SourceDocument, StatedColumns } from '#core/reading'
import type { Context, Stores } from '#app/kit'

/** What was stated before of the tables of a document, by their heads. */
export async function rememberedColumns(
  context: Context,
  drafts: Stores['drafts'],
  document: SourceDocument,
): Promise<StatedColumns[]> {
  const keys = [...new Set(taskTables(document, null).map(({ headKey }) => headKey))]
  if (keys.length === 0) return []
  const stated = await drafts.statedColumns(keys.map((key) => context.sha256(key)))
  return keys.flatMap((headKey) => {
    const uses = stated.get(context.sha256(headKey))
    return uses ? [{ headKey, uses }] : []
  })
}

/** Remembers stated columns for the next table with the same heads. */
export async function rememberColumns(
  context: Context,
  { drafts, audit }: Stores,
  columns: readonly StatedColumns[],
): Promise<void> {
  for (const { headKey, uses } of columns) {
    if (headKey === undefined) continue
    const headHash = context.sha256(headKey)
    await drafts.rememberColumns(headHash, uses, { at: context.now, by: context.actor.accountId })
    await audit.record({
      action: 'plan.stateColumns',
      objectKind: 'tableColumns',
      objectId: headHash,
      body: { heads: headKey, uses },
    })
  }
}
