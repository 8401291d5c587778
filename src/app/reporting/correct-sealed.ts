import { type Result, accept, refuse } from '#core/kit'
import { checkApproval, checkCorrection, type CorrectionAsked, readSeal } from '#core/reporting'
import { type Context, requireRight } from '#app/kit'
import type { CorrectionEntry } from './ports.ts'

/** Asks to correct a sealed value. The seal stays as it is; the correction stands beside it, old value and all. */
export async function makeCorrection(
  context: Context,
  input: CorrectionAsked & { readonly cadenceId: string; readonly periodId: string },
): Promise<Result<{ correctionId: string }>> {
  return context.transact(async (stores) => {
    const { cadenceId, periodId, itemId } = input
    const [entry] = await stores.reports.entries({ keys: [{ cadenceId, periodId, itemId }] })
    if (!entry) return refuse('correction.itemNotInSeal')
    const object = { unitId: entry.unitId, planId: entry.planId, taskForceNo: entry.item.campaignNo }
    const right = requireRight(context, 'correction.make', object)
    if (!right.ok) return right
    const seal = await stores.reports.seal(cadenceId, periodId)
    if (!seal) return refuse('correction.notSealed')
    const checked = checkCorrection(input, readSeal(seal), entry.periodState)
    if (!checked.ok) return checked
    const correctionId = context.newId()
    const madeBy = context.actor.accountId
    const values = { sealSeq: seal.seq, itemId, ...checked.value }
    await stores.reports.addCorrection({ correctionId, ...values, madeBy, madeAt: context.now })
    await stores.audit.record({
      action: 'correction.make',
      objectKind: 'correction',
      objectId: correctionId,
      body: values,
    })
    return accept({ correctionId })
  })
}

/** Approves or refuses a correction; whoever made it cannot, nor anybody of the unit. It counts from its approval. */
export async function decideCorrection(
  context: Context,
  input: { readonly correctionId: string; readonly approve: boolean },
): Promise<Result<true>> {
  return context.transact(async (stores) => {
    const { correctionId, approve } = input
    const [correction] = await stores.reports.corrections({ correctionId })
    if (!correction) return refuse('object.notFound')
    const by = context.actor.accountId
    const checked = checkApproval(correction, by)
    if (!checked.ok) return checked
    const right = requireRight(context, 'correction.approve', {
      authorId: correction.madeBy,
      unitId: correction.unitId,
    })
    if (!right.ok) return right
    const decision = { correctionId, approved: approve, at: context.now, by }
    if (!(await stores.reports.decideCorrection(decision))) return refuse('correction.alreadyDecided')
    const action = approve ? 'correction.approve' : 'correction.refuse'
    await stores.audit.record({ action, objectKind: 'correction', objectId: correctionId, body: {} })
    return accept(true)
  })
}

/** All corrections of the region, newest first, with those that wait for a decision. */
export async function listCorrections(context: Context): Promise<Result<readonly CorrectionEntry[]>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  return accept(await context.read((stores) => stores.reports.corrections({})))
}
