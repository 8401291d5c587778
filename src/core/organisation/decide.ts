import type { Action } from './actions.ts'
import { conditions } from './conditions.ts'
import type { RightObject } from './conditions.ts'
import type { Right } from './right.ts'
import type { Actor } from './types.ts'

/** Answers whether an actor may do something to an object. */
export type Decide = (actor: Actor, action: Action, object: RightObject) => boolean

/**
 * Builds the decision from the sentences of all rooms. Denied unless a sentence allows it to one of the actor's roles with every
 * condition held; nothing is allowed across regions.
 */
export function decideBy(rights: readonly Right[]): Decide {
  const byAction = new Map<Action, Right[]>()
  for (const right of rights) byAction.set(right.action, [...(byAction.get(right.action) ?? []), right])
  return (actor, action, object) => {
    if (actor.regionId !== object.regionId) return false
    const sentences = byAction.get(action) ?? []
    return actor.roles.some((grant) =>
      sentences.some(
        (right) =>
          right.role === grant.role && right.conditions.every((name) => conditions[name].holds(actor, grant, object)),
      ),
    )
  }
}
