import type { Action } from './actions.ts'
import { conditions } from './conditions.ts'
import type { RightObject } from './conditions.ts'
import type { Right } from './right.ts'
import type { Actor, RoleGrant } from './types.ts'

/** The role by which an actor may do something to an object, his own before one of somebody else; null = he may not. */
export type Decide = (actor: Actor, action: Action, object: RightObject) => RoleGrant | null

/**
 * Builds the decision from the sentences of all rooms. Denied unless a sentence allows it to one of the actor's roles with every
 * condition held; nothing is allowed across regions.
 */
export function decideBy(rights: readonly Right[]): Decide {
  const byAction = new Map<Action, Right[]>()
  for (const right of rights) byAction.set(right.action, [...(byAction.get(right.action) ?? []), right])
  return (actor, action, object) => {
    if (actor.regionId !== object.regionId) return null
    const sentences = byAction.get(action) ?? []
    const allowing = actor.roles.filter((grant) =>
      sentences.some(
        (right) =>
          right.role === grant.role && right.conditions.every((name) => conditions[name].holds(actor, grant, object)),
      ),
    )
    return allowing.find((grant) => grant.standsInFor === undefined) ?? allowing[0] ?? null
  }
}
