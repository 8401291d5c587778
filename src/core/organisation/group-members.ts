import type { LocalDate } from '#core/kit'
import { type DaysInForce, isInForce } from './days-in-force.ts'

/** A unit's membership of a named group (各镇街) over time. */
export interface Membership extends DaysInForce {
  readonly groupUnitId: string
  readonly memberUnitId: string
}

/** A membership with the member's name. */
export interface NamedMember extends Membership {
  readonly memberName: string
}

/** The units that a group means on a day, in the order given: a plan's duty of 各镇街 is a duty of these. */
export function membersOn<M extends Membership>(
  memberships: readonly M[],
  groupUnitId: string,
  on: LocalDate,
): readonly M[] {
  return memberships.filter((one) => one.groupUnitId === groupUnitId && isInForce(one, on))
}
