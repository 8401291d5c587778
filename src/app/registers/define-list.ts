import { type Result, accept, refuse } from '#core/kit'
import { type FieldAsked, fieldsOf } from '#core/registers'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { ListRow } from './ports.ts'

/** What a right needs to know of a list: whose it is. */
export const rightObjectOf = ({ planId, campaignNo }: Pick<ListRow, 'planId' | 'campaignNo'>) =>
  planId === null ? {} : { planId, taskForceNo: campaignNo }

/** Defines a kind of list by its fields, without code (E3): for the region, or for one task force. */
export function defineList(
  context: Context,
  input: {
    readonly name: string
    readonly family: string
    readonly planId: string | null
    readonly campaignNo: number | null
    readonly fields: readonly FieldAsked[]
  },
): Promise<Result<{ readonly listId: string }>> {
  return context.transact(async (stores) => {
    const right = requireRight(context, 'list.define', rightObjectOf(input))
    if (!right.ok) return right
    const name = input.name.trim()
    if (name === '') return refuse('list.nameMissing', {}, 'name')
    if (!(await isForce(stores, input))) return refuse('list.forceUnknown', {}, 'campaignNo')
    const fields = fieldsOf(input.fields)
    if (!fields.ok) return fields
    const { planId, campaignNo } = input
    const row = { listId: context.newId(), name, family: input.family.trim(), planId, campaignNo, fields: fields.value }
    const stamp = { at: context.now, by: context.actor.accountId }
    if (!(await stores.lists.addList({ ...row, ...stamp }))) return refuse('list.nameTaken', { name }, 'name')
    const body = { name, planId, campaignNo, fields: fields.value.map(({ label, kind }) => ({ label, kind })) }
    await stores.audit.record({ action: 'list.define', objectKind: 'list', objectId: row.listId, body })
    return accept({ listId: row.listId })
  })
}

async function isForce(
  { plans }: Stores,
  { planId, campaignNo }: { readonly planId: string | null; readonly campaignNo: number | null },
): Promise<boolean> {
  if (planId === null) return campaignNo === null
  const plan = await plans.plan(planId)
  const content = plan && (await plans.content(planId, plan.version))
  return content !== null && (campaignNo === 0 || content.campaigns.some(({ no }) => no === campaignNo))
}

/** Changes a list's name and fields upon a revision, or ends it; what was written stays. */
export function changeList(
  context: Context,
  input: {
    readonly listId: string
    readonly revision: number
    readonly name: string
    readonly family: string
    readonly fields: readonly FieldAsked[]
    readonly end: boolean
  },
): Promise<Result<true>> {
  return context.transact(async (stores) => {
    const { listId, revision } = input
    const list = await stores.lists.list(listId)
    if (!list) return refuse('object.notFound')
    const right = requireRight(context, 'list.define', rightObjectOf(list))
    if (!right.ok) return right
    if (list.endedAt !== null) return refuse('list.ended')
    const [name, family] = [input.name.trim(), input.family.trim()]
    if (name === '') return refuse('list.nameMissing', {}, 'name')
    if ((await stores.lists.lists()).some((one) => one.name === name && one.listId !== listId))
      return refuse('list.nameTaken', { name }, 'name')
    const fields = fieldsOf(input.fields, list.fields)
    if (!fields.ok) return fields
    const ended = input.end ? context.now : null
    const changed = await stores.lists.changeList({ listId, revision, name, family, fields: fields.value, ended })
    if (!changed) return refuse('object.changedMeanwhile')
    const body = {
      name,
      fields: fields.value.map(({ key, label, ended: over }) => ({ key, label, over })),
      end: input.end,
    }
    await stores.audit.record({ action: 'list.change', objectKind: 'list', objectId: listId, body })
    return accept(true)
  })
}
