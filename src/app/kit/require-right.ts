import { type Result, accept, refuse } from '#core/kit'
import { type Action, type RightObject, roleAllowing } from '#core/organisation'
import type { Context } from './context.ts'

/** What a right may need to know of an object, without its region: a use case never leaves the context's region. */
export type RegionObject = Omit<RightObject, 'regionId'>

/**
 * Refuses with `right.denied` unless a right sentence allows the actor to do this to that object of the context's region. Where only a
 * role of somebody else allows it, the log says for whom it is done.
 */
export function requireRight(context: Context, action: Action, object: RegionObject): Result<true> {
  const { actor, regionId } = context
  const role = roleAllowing(actor, action, { ...object, regionId })
  if (role === null) return refuse('right.denied', { action })
  context.actFor(role.standsInFor ?? null)
  return accept(true)
}

/** The account for which the actor would do this to the object; null = for himself, or not at all. */
export function standsInFor({ actor, regionId }: Context, action: Action, object: RegionObject): string | null {
  return roleAllowing(actor, action, { ...object, regionId })?.standsInFor ?? null
}
