import { type Result, accept, refuse } from '#core/kit'
import { type Action, type RightObject, isAllowed } from '#core/organisation'
import type { Context } from './context.ts'

/** What a right may need to know of an object, without its region: a use case never leaves the context's region. */
export type RegionObject = Omit<RightObject, 'regionId'>

/** Refuses with `right.denied` unless a right sentence allows the actor to do this to that object of the context's region. */
export function requireRight(context: Context, action: Action, object: RegionObject): Result<true> {
  const { actor, regionId } = context
  return isAllowed(actor, action, { ...object, regionId }) ? accept(true) : refuse('right.denied', { action })
}
