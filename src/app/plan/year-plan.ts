import { type LocalDate, type Result, accept, isLocalDate, refuse } from '#core/kit'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { PlanSummary } from './plan-store.ts'
import type { MeasureRow, MeasureSaid, ReceiptRow, YearPlanItemRow } from './year-plan-store.ts'

/** One plan in a unit's own year: what it asks of the unit, and whether the unit has signed for it. */
export interface YearPlanPart {
  readonly plan: PlanSummary
  /** The last version that the unit has signed for; null = none. */
  readonly receipt: ReceiptRow | null
  readonly items: readonly (YearPlanItemRow & { readonly measures: readonly MeasureRow[] })[]
}

/** 本单位年度计划: everything that a unit has to do from all plans, with its own measures. */
export interface YearPlan {
  readonly unitId: string
  readonly unitName: string
  readonly parts: readonly YearPlanPart[]
  /** The reader may sign for the plans and write measures of this unit. */
  readonly isOwn: boolean
}

/** Reads a unit's own year (A7): one list over all plans in force. */
export async function readYearPlan(context: Context, input: { readonly unitId: string }): Promise<Result<YearPlan>> {
  const right = requireRight(context, 'plan.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const { unitId } = input
    const unit = (await stores.organisation.units()).find((one) => one.unitId === unitId)
    if (!unit) return refuse('object.notFound', {}, 'unitId')
    const items = await stores.yearPlans.itemsOf(unitId, context.today)
    const measures = await stores.yearPlans.measures({ unitId })
    const receipts = await stores.yearPlans.receipts({ unitId })
    const plans = (await stores.plans.plans()).filter(({ planId }) => items.some((row) => row.planId === planId))
    const parts = plans.map((plan) => ({
      plan,
      receipt: receipts.find(({ planId }) => planId === plan.planId) ?? null,
      items: items
        .filter(({ planId }) => planId === plan.planId)
        .map((row) => ({ ...row, measures: measures.filter(({ itemId }) => itemId === row.item.itemId) })),
    }))
    return accept({ unitId, unitName: unit.name, parts, isOwn: requireRight(context, 'plan.receive', { unitId }).ok })
  })
}

/** 签收: a unit signs for the version in force. Signed twice, it changes nothing. */
export function receivePlan(
  context: Context,
  input: { readonly planId: string; readonly version: number; readonly unitId: string },
): Promise<Result<true>> {
  return context.transact(async (stores) => {
    const { planId, version, unitId } = input
    const right = requireRight(context, 'plan.receive', { unitId })
    if (!right.ok) return right
    const plan = await stores.plans.plan(planId)
    if (!plan) return refuse('plan.notFound')
    if (plan.version !== version) return refuse('plan.receiptOutdated', { version: plan.version })
    const asked = (await stores.yearPlans.itemsOf(unitId, context.today)).some((row) => row.planId === planId)
    if (!asked) return refuse('plan.receiptNotAsked')
    const row = { planId, version, unitId, at: context.now, by: context.actor.accountId }
    if (!(await stores.yearPlans.addReceipt(row))) return accept(true)
    await stores.audit.record({
      action: 'plan.receive',
      objectKind: 'plan',
      objectId: planId,
      body: { version, unitId },
    })
    return accept(true)
  })
}

/** One unit of a plan with what it has signed for. */
export interface PlanReceipt {
  readonly unitId: string
  readonly unitName: string
  readonly items: number
  readonly receipt: ReceiptRow | null
  readonly isCurrent: boolean
}

/** Who has signed for a plan, and who has not: for whoever publishes it. */
export async function listReceipts(
  context: Context,
  input: { readonly planId: string },
): Promise<Result<{ version: number; units: readonly PlanReceipt[] }>> {
  const right = requireRight(context, 'plan.publish', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const plan = await stores.plans.plan(input.planId)
    if (!plan) return refuse('plan.notFound')
    const receipts = await stores.yearPlans.receipts({ planId: plan.planId })
    const units = (await stores.yearPlans.unitsOf(plan.planId, context.today)).map((unit) => {
      const receipt = receipts.find(({ unitId }) => unitId === unit.unitId) ?? null
      return { ...unit, receipt, isCurrent: receipt?.version === plan.version }
    })
    return accept({ version: plan.version, units })
  })
}

/** Adds a unit's own measure below an item on which it has a duty; the item itself stays as the plan says. */
export function addMeasure(
  context: Context,
  input: MeasureSaid & { readonly itemId: string; readonly unitId: string },
): Promise<Result<{ readonly measureId: string }>> {
  return context.transact(async (stores) => {
    const { itemId, unitId } = input
    const right = requireRight(context, 'measure.write', { unitId })
    if (!right.ok) return right
    const onDuty = (await stores.yearPlans.itemsOf(unitId, context.today)).some((row) => row.item.itemId === itemId)
    if (!onDuty) return refuse('measure.noDuty')
    const said = checkedMeasure(input, context.today)
    if (!said.ok) return said
    const measureId = context.newId()
    const stamp = { at: context.now, by: context.actor.accountId }
    await stores.yearPlans.addMeasure({ measureId, itemId, unitId, ...said.value, ...stamp })
    const body = { itemId, unitId, ...said.value }
    await stores.audit.record({ action: 'measure.add', objectKind: 'measure', objectId: measureId, body })
    return accept({ measureId })
  })
}

/** Changes a measure, or removes it (`said` null); the log keeps what it was. */
export function changeMeasure(
  context: Context,
  input: { readonly measureId: string; readonly revision: number; readonly said: MeasureSaid | null },
): Promise<Result<true>> {
  return context.transact(async (stores) => {
    const { measureId, revision } = input
    const measure = await measureOf(stores, measureId)
    if (!measure) return refuse('object.notFound')
    const right = requireRight(context, 'measure.write', { unitId: measure.unitId })
    if (!right.ok) return right
    const said = input.said === null ? accept(null) : checkedMeasure(input.said, context.today)
    if (!said.ok) return said
    const row = { measureId, revision, said: said.value, at: context.now, by: context.actor.accountId }
    if (!(await stores.yearPlans.changeMeasure(row))) return refuse('object.changedMeanwhile')
    const action = said.value === null ? 'measure.remove' : 'measure.change'
    const body = said.value === null ? { title: measure.title } : { ...said.value }
    await stores.audit.record({ action, objectKind: 'measure', objectId: measureId, body })
    return accept(true)
  })
}

async function measureOf(stores: Stores, measureId: string): Promise<MeasureRow | null> {
  return (await stores.yearPlans.measures({ measureId }))[0] ?? null
}

function checkedMeasure({ title, responsible, dueOn, doneOn }: MeasureSaid, today: LocalDate): Result<MeasureSaid> {
  if (title.trim() === '') return refuse('measure.titleMissing', {}, 'title')
  if (!isLocalDate(dueOn)) return refuse('measure.dateInvalid', {}, 'dueOn')
  if (doneOn !== null && (!isLocalDate(doneOn) || doneOn > today)) return refuse('measure.doneInFuture', {}, 'doneOn')
  return accept({ title: title.trim(), responsible: responsible.trim(), dueOn, doneOn })
}
