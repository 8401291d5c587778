import type { Context, Stores } from '#app/kit'
import type { UnitChangeKind } from './register-ports.ts'

/** What changed in a unit, and why. */
export interface Change {
  readonly unitId: string
  readonly kind: UnitChangeKind
  readonly changed: Readonly<Record<string, readonly [before: string, after: string]>>
  readonly reason: string
}

/** Puts a unit's change into its history and into the log, in the transaction of the change. */
export async function recordUnitChange(context: Context, stores: Stores, change: Change): Promise<void> {
  const { unitId, kind, changed, reason } = change
  const stamp = { changeId: context.newId(), at: context.now, by: context.actor.accountId }
  await stores.register.recordChange({ ...change, ...stamp })
  const body = { reason, ...Object.fromEntries(Object.entries(changed).map(([what, pair]) => [what, [...pair]])) }
  await stores.audit.record({ action: `unit.${kind}`, objectKind: 'unit', objectId: unitId, body })
}
