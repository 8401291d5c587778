import { type Result, accept, refuse } from '#core/kit'
import { type Context, requireRight } from '#app/kit'
import type { ItemRow } from './plan-store.ts'

/** The sentence that promised an item, in its surroundings. Empty texts where a person added the item by hand. */
export interface ItemSource {
  readonly planId: string
  readonly planTitle: string
  readonly version: number
  readonly fileName: string
  readonly path: string
  /** Titles of the headings above it, outermost first. */
  readonly headings: readonly string[]
  readonly before: string
  readonly sentence: string
  readonly after: string
  readonly quote: string
}

const AROUND = 160

/** Answers "where from?" of an item: the sentence in the version that last held it. */
export async function readItemSource(context: Context, input: { itemId: string }): Promise<Result<ItemSource>> {
  const right = requireRight(context, 'plan.read', {})
  if (!right.ok) return right
  return context.read(async ({ plans, drafts }): Promise<Result<ItemSource>> => {
    const row = await plans.item(input.itemId)
    const plan = row && (await plans.plan(row.planId))
    if (!plan) return refuse('object.notFound')
    const version = row.removedInVersion === null ? plan.version : row.removedInVersion - 1
    const content = await plans.content(plan.planId, version)
    const issue = (await plans.versions(plan.planId)).find((one) => one.version === version)
    const document = issue && (await drafts.document(issue.documentId))
    if (!content || !document) return refuse('object.notFound')
    const above = content.headings.filter(({ path }) => row.item.path === path || row.item.path.startsWith(`${path}/`))
    return accept({
      ...{ planId: plan.planId, planTitle: content.meta.title, version, fileName: document.fileName },
      ...{ path: row.item.path, headings: above.map((heading) => heading.title), quote: row.item.quote },
      ...inText(document.source.text, row),
    })
  })
}

function inText(text: string, { item }: ItemRow): { before: string; sentence: string; after: string } {
  if (item.sentence === null) return { before: '', sentence: '', after: '' }
  const { start, end } = item.sentence
  return {
    before: text.slice(Math.max(0, start - AROUND), start),
    sentence: text.slice(start, end),
    after: text.slice(end, end + AROUND),
  }
}
