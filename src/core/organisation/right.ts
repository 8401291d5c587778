import type { Action } from './actions.ts'
import type { Condition } from './conditions.ts'
import type { Role } from './types.ts'

/** One right as a sentence: a role may do an action when all its conditions hold. What no sentence allows is denied. */
export interface Right {
  readonly role: Role
  readonly action: Action
  readonly conditions: readonly Condition[]
}

/** A right being written; it is complete as soon as it names an action, and can be narrowed by conditions. */
export interface RightSentence extends Right {
  /** `may('signer').do('report.sign').when('ownUnit', 'notReporter')` */
  when(...conditions: readonly Condition[]): Right
}

/** Begins a right: `may('coordinator').do('period.open')`. */
export function may(role: Role): { do(action: Action): RightSentence } {
  return {
    do: (action) => ({
      role,
      action,
      conditions: [],
      when: (...conditions) => ({ role, action, conditions }),
    }),
  }
}

/** The same right for several roles. */
export function each(roles: readonly Role[], action: Action, ...conditions: readonly Condition[]): Right[] {
  return roles.map((role) =>
    may(role)
      .do(action)
      .when(...conditions),
  )
}

/** Whoever works on a plan, for a unit, a task force or the region: not those who keep the system, nor outside bodies, nor the public. */
export const insiders: readonly Role[] = [
  ...(['coordinator', 'inspector', 'leader', 'convener', 'panelMember', 'appealDecider'] as const),
  ...(['taskForceStaff', 'reporter', 'signer'] as const),
]

/** The words in which a room states its rights; handed in, so that rooms need nothing of this one at run time. */
export interface RightsGrammar {
  readonly may: typeof may
  readonly each: typeof each
  readonly insiders: typeof insiders
}

/** The rights that one room states about its own objects. */
export type RightsOfRoom = (grammar: RightsGrammar) => readonly Right[]
