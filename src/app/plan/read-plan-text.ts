import { type Result, type Span, accept, refuse } from '#core/kit'
import type { ItemKind, PlanHeading } from '#core/plan'
import type { SourceBlock } from '#core/reading'
import { type Context, requireRight } from '#app/kit'

/** An item at its places in the issued text. */
export interface TextAnchor {
  readonly itemId: string
  readonly kind: ItemKind
  readonly title: string
  readonly quote: string
  readonly spans: readonly Span[]
}

/** The issued text of a version with the places of its items. */
export interface PlanText {
  readonly title: string
  readonly version: number
  readonly fileName: string
  readonly text: string
  readonly blocks: readonly SourceBlock[]
  readonly headings: readonly PlanHeading[]
  readonly anchors: readonly TextAnchor[]
}

/** Reads the issued text of a version (the one in force unless one is named), every item tied to its sentence. */
export async function readPlanText(
  context: Context,
  input: { planId: string; version?: number | undefined },
): Promise<Result<PlanText>> {
  const right = requireRight(context, 'plan.read', {})
  if (!right.ok) return right
  return context.read(async ({ plans, drafts }): Promise<Result<PlanText>> => {
    const plan = await plans.plan(input.planId)
    const version = input.version ?? plan?.version ?? 0
    const row = (await plans.versions(input.planId)).find((one) => one.version === version)
    const content = row && (await plans.content(input.planId, version))
    const document = row && (await drafts.document(row.documentId))
    if (!content || !document) return refuse('plan.notFound')
    const anchors = content.items.map(({ itemId, kind, title, quote, sentence, alsoAt }) => ({
      ...{ itemId, kind, title, quote },
      spans: [...(sentence ? [sentence] : []), ...(alsoAt ?? [])],
    }))
    const { text, blocks } = document.source
    const { fileName } = document
    return accept({ title: content.meta.title, version, fileName, text, blocks, headings: content.headings, anchors })
  })
}
