import { type Result, accept, refuse } from '#core/kit'
import { type Context, requireRight } from '#app/kit'
import { asSeenBy } from './report-acts.ts'
import type { CorrectionEntry, ItemInForce, RedLineEventRow, ReleaseRow, SheetEntry, VerificationRow } from './ports.ts'

/** Everything that was ever said of an item: asked and answered, corrected, released, verified, broken. */
export interface ItemHistory {
  readonly item: ItemInForce
  /** Newest period last. */
  readonly entries: readonly SheetEntry[]
  readonly corrections: readonly CorrectionEntry[]
  readonly releases: readonly ReleaseRow[]
  readonly verifications: readonly VerificationRow[]
  readonly redLineEvents: readonly RedLineEventRow[]
}

/** Reads the history of one item. */
export async function readHistory(context: Context, input: { readonly itemId: string }): Promise<Result<ItemHistory>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  return context.read(async ({ reports }) => {
    const { itemId } = input
    const item = await reports.item(itemId)
    if (!item) return refuse('object.notFound')
    return accept({
      item,
      entries: (await reports.entries({ itemId })).map((entry) => asSeenBy(context, entry)),
      corrections: await reports.corrections({ itemId }),
      releases: await reports.releases(itemId),
      verifications: await reports.verifications(itemId),
      redLineEvents: await reports.redLineEvents(itemId),
    })
  })
}
