import { type Result, accept, refuse } from '#core/kit'
import { type Action, type RightObject, isAllowed } from '#core/organisation'
import type { Context } from './context.ts'

/** Refuses with `right.denied` unless a right sentence allows the actor to do this to that object. */
export function requireRight(context: Context, action: Action, object: RightObject): Result<true> {
  return isAllowed(context.actor, action, object) ? accept(true) : refuse('right.denied', { action })
}
