import { type Result, accept, refuse } from '#core/kit'
import {
  checkDecision,
  checkPublishable,
  decisionByRule,
  type Decisions,
  type DisclosureClass,
  type FieldDecision,
  releasedPlan,
  reviewedFields,
  undecidedFields,
} from '#core/publishing'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { PublicationDetail } from './ports.ts'

/** One decision as asked; `key` is `itemId/field`. */
export interface AskedDecision {
  readonly key: string
  readonly decision: FieldDecision['decision']
  readonly reason: string
}

/** Decides fields one by one. Where a decision departs from the rule it needs its reason. */
export function decideFields(
  context: Context,
  input: { readonly publicationId: string; readonly revision: number; readonly decisions: readonly AskedDecision[] },
): Promise<Result<{ revision: number }>> {
  return review(context, input, ({ pack }) => {
    const fields = new Map(reviewedFields(pack).map((field) => [field.key, field]))
    for (const asked of input.decisions) {
      const field = fields.get(asked.key)
      if (!field) return refuse('publication.fieldUnknown', {}, asked.key)
      const checked = checkDecision(field, asked)
      if (!checked.ok) return checked
    }
    return accept(input.decisions)
  })
}

/** Decides what is still open by rule: public is released, everything else withheld. `only` narrows it to one class. */
export function decideByRule(
  context: Context,
  input: { readonly publicationId: string; readonly revision: number; readonly only?: DisclosureClass | undefined },
): Promise<Result<{ revision: number }>> {
  return review(context, input, ({ pack, decisions }) => {
    const open = undecidedFields(pack, decisions).filter((field) => !input.only || field.class === input.only)
    return accept(open.map((field) => ({ key: field.key, decision: decisionByRule(field), reason: '' })))
  })
}

async function review(
  context: Context,
  { publicationId, revision }: { readonly publicationId: string; readonly revision: number },
  choose: (publication: PublicationDetail) => Result<readonly AskedDecision[]>,
): Promise<Result<{ revision: number }>> {
  const right = requireRight(context, 'disclosure.review', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const found = await inReview(stores, publicationId)
    const chosen = found.ok ? choose(found.value) : found
    if (!found.ok || !chosen.ok) return chosen as Result<{ revision: number }>
    const [by, at] = [context.actor.accountId, context.now]
    const entries = chosen.value.map(({ key, decision, reason }) => [key, { decision, reason: reason.trim(), by, at }])
    const made = Object.fromEntries(entries) as Decisions
    const row = { publicationId, revision, decisions: { ...found.value.decisions, ...made } }
    if (!(await stores.publishing.saveDecisions(row))) return refuse('object.changedMeanwhile')
    const counts = { released: chosen.value.filter(({ decision }) => decision === 'release').length }
    const body = { revision: revision + 1, decided: chosen.value.length, ...counts }
    await stores.audit.record({
      action: 'publication.review',
      objectKind: 'publication',
      objectId: publicationId,
      body,
    })
    return accept({ revision: revision + 1 })
  })
}

async function inReview(stores: Stores, publicationId: string): Promise<Result<PublicationDetail>> {
  const publication = await stores.publishing.publication(publicationId)
  if (!publication) return refuse('object.notFound')
  return publication.state === 'review' ? accept(publication) : refuse('publication.notInReview')
}

/** Publishes a reviewed pack: from it only what was released is copied to where the public reads. */
export async function publish(
  context: Context,
  input: { readonly publicationId: string; readonly revision: number },
): Promise<Result<{ items: number }>> {
  const right = requireRight(context, 'publication.publish', {})
  if (!right.ok) return right
  return context.transact(async (stores) => {
    const { publicationId, revision } = input
    const found = await inReview(stores, publicationId)
    if (!found.ok) return found
    const { pack, decisions } = found.value
    const ready = checkPublishable(pack, decisions)
    if (!ready.ok) return ready
    const released = releasedPlan(pack, decisions)
    const row = { publicationId, revision, released, at: context.now, by: context.actor.accountId }
    if (!(await stores.publishing.publish(row))) return refuse('object.changedMeanwhile')
    const body = { sealSeq: pack.seal.seq, items: released.items.length }
    await stores.audit.record({
      action: 'publication.publish',
      objectKind: 'publication',
      objectId: publicationId,
      body,
    })
    return accept({ items: released.items.length })
  })
}

/** Withdraws a publication: its content goes, its place stays with the reason, for everybody to see. */
export async function withdrawPublication(
  context: Context,
  input: { readonly publicationId: string; readonly reason: string },
): Promise<Result<true>> {
  const right = requireRight(context, 'publication.publish', {})
  if (!right.ok) return right
  const reason = input.reason.trim()
  if (reason === '') return refuse('publication.withdrawalReason', {}, 'reason')
  return context.transact(async (stores) => {
    const { publicationId } = input
    const row = { publicationId, reason, at: context.now, by: context.actor.accountId }
    if (!(await stores.publishing.publication(publicationId))) return refuse('object.notFound')
    if (!(await stores.publishing.withdraw(row))) return refuse('publication.notPublished')
    const body = { reason }
    await stores.audit.record({
      action: 'publication.withdraw',
      objectKind: 'publication',
      objectId: publicationId,
      body,
    })
    return accept(true)
  })
}
