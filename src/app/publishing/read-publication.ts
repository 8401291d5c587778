import { type Result, accept, refuse } from '#core/kit'
import { contradictionsOf, type FieldDecision, reviewedFields, type ReviewedField } from '#core/publishing'
import { type Context, requireRight } from '#app/kit'
import type { PublicationDetail, PublicationRow } from './ports.ts'

/** Publications, and for each plan the last seal from which a pack can be made. */
export interface PublicationList {
  readonly publications: readonly PublicationRow[]
  readonly sources: readonly {
    readonly planId: string
    readonly planTitle: string
    readonly sealSeq: number
    readonly periodId: string
  }[]
}

/** A field in review with what was decided. */
export interface ReviewLine extends ReviewedField {
  readonly decision: FieldDecision | null
}

/** A pack in review. */
export interface PublicationPage {
  readonly publication: PublicationDetail
  readonly lines: readonly ReviewLine[]
  /** Items whose sentence says what another decision withholds. */
  readonly contradictions: readonly { readonly withheld: string; readonly released: string }[]
  readonly mayPublish: boolean
}

/** All publications, newest first. */
export async function listPublications(context: Context): Promise<Result<PublicationList>> {
  const right = requireRight(context, 'disclosure.review', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const sources: PublicationList['sources'][number][] = []
    for (const { planId, title } of await stores.insight.plans()) {
      const last = (await stores.insight.frame(planId))?.seals.at(-1)
      if (last) sources.push({ planId, planTitle: title, sealSeq: last.seq, periodId: last.periodId })
    }
    return accept({ publications: await stores.publishing.publications(), sources })
  })
}

/** One pack, field by field. */
export async function readPublication(
  context: Context,
  input: { readonly publicationId: string },
): Promise<Result<PublicationPage>> {
  const right = requireRight(context, 'disclosure.review', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const publication = await stores.publishing.publication(input.publicationId)
    if (!publication) return refuse('object.notFound')
    const { pack, decisions } = publication
    return accept({
      publication,
      lines: reviewedFields(pack).map((field) => ({ ...field, decision: decisions[field.key] ?? null })),
      contradictions: contradictionsOf(pack, decisions),
      mayPublish: requireRight(context, 'publication.publish', {}).ok,
    })
  })
}
