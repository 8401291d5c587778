import { z } from 'zod'
import type { PlanItem } from '#core/plan'

/** A published item as the plan room stored it; its shape was checked when the plan was published. */
const planItemSchema = z.custom<PlanItem>(
  (value) => typeof value === 'object' && value !== null && 'itemId' in value && 'timeNodes' in value,
)

/** The item of a `plan_item.body` column. */
export function planItemOf(body: unknown): PlanItem {
  return planItemSchema.parse(body)
}
