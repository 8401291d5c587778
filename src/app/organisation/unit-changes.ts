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
export const recordUnitChange = (context: Context, stores: Stores, change: Change): Promise<void> =>
  recordUnitChanges(context, stores, [change])

/** The same for a write of many units, in two statements. */
export async function recordUnitChanges(context: Context, stores: Stores, changes: readonly Change[]): Promise<void> {
  const [at, by] = [context.now, context.actor.accountId]
  await stores.register.recordChanges(changes.map((change) => ({ ...change, changeId: context.newId(), at, by })))
  await stores.audit.recordAll(
    changes.map(({ unitId, kind, changed, reason }) => {
      const pairs = Object.entries(changed).map(([what, pair]) => [what, [...pair]] as const)
      const body = { reason, ...Object.fromEntries(pairs) }
      return { action: `unit.${kind}`, objectKind: 'unit', objectId: unitId, body }
    }),
  )
}
