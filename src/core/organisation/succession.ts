import { addDays, accept, daysBetween, type LocalDate, refuse, type Result } from '#core/kit'
import { separatedRoles } from './roles.ts'
import type { RoleGrant } from './types.ts'

/** Longest time for which a role is exercised for somebody else, in days; for longer it is handed over. */
export const LONGEST_DELEGATION_DAYS = 92

/** What passes from one person to another on a day. */
export interface Handover {
  readonly fromAccountId: string
  readonly toAccountId: string
  /** The first day of the successor; the rights of the predecessor end with the day before. */
  readonly onDate: LocalDate
  readonly grants: readonly RoleGrant[]
  /** How many posts go along. */
  readonly posts: number
}

/** Checks a handover: two persons, something that passes, not in the past, and nothing that is not one's own to pass on. */
export function checkHandover(handover: Handover, today: LocalDate): Result<true> {
  const { fromAccountId, toAccountId, onDate, grants, posts } = handover
  if (fromAccountId === toAccountId) return refuse('handover.toSelf', {}, 'toAccountId')
  if (grants.length + posts === 0) return refuse('handover.nothing')
  if (onDate < today) return refuse('handover.past', { today }, 'onDate')
  return passable(grants)
}

/** A role that is exercised for its holder from one day to another, both included. */
export interface Delegation {
  readonly holderId: string
  readonly toAccountId: string
  readonly grant: RoleGrant
  readonly from: LocalDate
  readonly last: LocalDate
}

/** Checks a delegation: two persons, days that are still to come and not too many, a role that is one's own to lend. */
export function checkDelegation(
  { holderId, toAccountId, grant, from, last }: Delegation,
  today: LocalDate,
): Result<true> {
  if (holderId === toAccountId) return refuse('handover.toSelf', {}, 'toAccountId')
  if (last < from || last < today) return refuse('delegation.datesWrong', {}, 'last')
  if (daysBetween(from, last) >= LONGEST_DELEGATION_DAYS)
    return refuse('delegation.tooLong', { days: LONGEST_DELEGATION_DAYS }, 'last')
  return passable([grant])
}

/** The role as its stand-in holds it. */
export function lentGrant({ grant, holderId, last, from }: Delegation): {
  readonly grant: RoleGrant
  readonly from: LocalDate
  readonly until: LocalDate
} {
  return { grant: { ...grant, standsInFor: holderId }, from, until: addDays(last, 1) }
}

/** The role as the successor holds it: he goes on with what all before him began. */
export function passedGrant(grant: RoleGrant, fromAccountId: string): RoleGrant {
  return { ...grant, heldBefore: [...(grant.heldBefore ?? []), fromAccountId] }
}

function passable(grants: readonly RoleGrant[]): Result<true> {
  if (grants.some(({ role }) => separatedRoles.includes(role))) return refuse('handover.separated')
  if (grants.some(({ standsInFor }) => standsInFor !== undefined)) return refuse('handover.borrowed')
  return accept(true)
}
