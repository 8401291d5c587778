import { type Result, accept, isLocalDate, refuse } from '#core/kit'
import { type Context, requireRight } from '#app/kit'
import type { ParentLinkRow, StandingPlanRow, StandingPlanSaid } from './parents-store.ts'

/** The register of standing plans from elsewhere, each with the items that carry it out (A11). */
export async function listStandingPlans(
  context: Context,
): Promise<Result<{ plans: readonly StandingPlanRow[]; links: readonly ParentLinkRow[]; mayKeep: boolean }>> {
  const right = requireRight(context, 'plan.read', {})
  if (!right.ok) return right
  return context.read(async ({ parents }) =>
    accept({
      plans: await parents.standingPlans(),
      links: await parents.links({}),
      mayKeep: requireRight(context, 'plan.edit', {}).ok,
    }),
  )
}

/** The standing plans that an item carries out. */
export async function readParents(
  context: Context,
  input: { readonly itemId: string },
): Promise<Result<{ links: readonly (ParentLinkRow & { plan: StandingPlanRow })[]; mayKeep: boolean }>> {
  const right = requireRight(context, 'plan.read', {})
  if (!right.ok) return right
  return context.read(async ({ parents, plans }) => {
    if (!(await plans.item(input.itemId))) return refuse('object.notFound')
    const known = new Map((await parents.standingPlans()).map((plan) => [plan.standingPlanId, plan]))
    const links = (await parents.links(input)).flatMap((link) => {
      const plan = known.get(link.standingPlanId)
      return plan ? [{ ...link, plan }] : []
    })
    return accept({ links, mayKeep: requireRight(context, 'plan.edit', {}).ok })
  })
}

/** Registers a standing plan by title, number, body and day. */
export function addStandingPlan(
  context: Context,
  input: StandingPlanSaid,
): Promise<Result<{ readonly standingPlanId: string }>> {
  return context.transact(async ({ parents, audit }) => {
    const right = requireRight(context, 'plan.edit', {})
    if (!right.ok) return right
    const said = checked(input)
    if (!said.ok) return said
    const standingPlanId = context.newId()
    const row = { ...said.value, standingPlanId, at: context.now, by: context.actor.accountId }
    if (!(await parents.addStandingPlan(row))) return refuse('standingPlan.known', { title: said.value.title }, 'title')
    const body = { ...said.value }
    await audit.record({ action: 'standingPlan.add', objectKind: 'standingPlan', objectId: standingPlanId, body })
    return accept({ standingPlanId })
  })
}

/** Puts a mistake in the register right; the log keeps what stood there. */
export function changeStandingPlan(
  context: Context,
  input: StandingPlanSaid & { readonly standingPlanId: string; readonly revision: number },
): Promise<Result<true>> {
  return context.transact(async ({ parents, audit }) => {
    const right = requireRight(context, 'plan.edit', {})
    if (!right.ok) return right
    const { standingPlanId, revision } = input
    const said = checked(input)
    if (!said.ok) return said
    const before = (await parents.standingPlans()).find((one) => one.standingPlanId === standingPlanId)
    if (!before) return refuse('object.notFound')
    const row = { ...said.value, standingPlanId, revision, at: context.now, by: context.actor.accountId }
    if (!(await parents.changeStandingPlan(row))) return refuse('object.changedMeanwhile')
    const { title, docNumber, body: issuer, issuedOn } = before
    const body = { before: { title, docNumber, body: issuer, issuedOn }, after: { ...said.value } }
    await audit.record({ action: 'standingPlan.change', objectKind: 'standingPlan', objectId: standingPlanId, body })
    return accept(true)
  })
}

function checked({ title, docNumber, body, issuedOn }: StandingPlanSaid): Result<StandingPlanSaid> {
  if (title.trim() === '') return refuse('standingPlan.titleMissing', {}, 'title')
  if (body.trim() === '') return refuse('standingPlan.bodyMissing', {}, 'body')
  if (issuedOn !== null && !isLocalDate(issuedOn)) return refuse('standingPlan.dayInvalid', {}, 'issuedOn')
  return accept({ title: title.trim(), docNumber: docNumber.trim(), body: body.trim(), issuedOn })
}

/** Says that an item carries out a part of a standing plan. */
export function linkParent(
  context: Context,
  input: { readonly itemId: string; readonly standingPlanId: string; readonly clause: string },
): Promise<Result<{ readonly linkId: string }>> {
  return context.transact(async ({ parents, plans, audit }) => {
    const right = requireRight(context, 'plan.edit', {})
    if (!right.ok) return right
    const { itemId, standingPlanId } = input
    const isKnown = (await parents.standingPlans()).some((one) => one.standingPlanId === standingPlanId)
    if (!isKnown || !(await plans.item(itemId))) return refuse('object.notFound')
    const row = { linkId: context.newId(), itemId, standingPlanId, clause: input.clause.trim() }
    const stamp = { at: context.now, by: context.actor.accountId }
    if (!(await parents.addLink({ ...row, ...stamp }))) return refuse('standingPlan.linked')
    await audit.record({ action: 'standingPlan.tie', objectKind: 'item', objectId: itemId, body: row })
    return accept({ linkId: row.linkId })
  })
}

/** Ends such a link; that it was there stays in the register's past. */
export function unlinkParent(context: Context, input: { readonly linkId: string }): Promise<Result<true>> {
  return context.transact(async ({ parents, audit }) => {
    const right = requireRight(context, 'plan.edit', {})
    if (!right.ok) return right
    const { linkId } = input
    if (!(await parents.endLink({ linkId, at: context.now, by: context.actor.accountId })))
      return refuse('object.notFound')
    await audit.record({ action: 'standingPlan.untie', objectKind: 'standingPlan', objectId: linkId, body: {} })
    return accept(true)
  })
}
