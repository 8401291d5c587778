import { separatedRoles } from './roles.ts'
import type { Role, RoleGrant } from './types.ts'

/**
 * What opens an account beside its password: `link` = the administrator's link alone; `linkAndCode` = his link and the security
 * officer's code, two persons; `machine` = only a link made on the server itself.
 */
export type EntryGuard = 'link' | 'linkAndCode' | 'machine'

/** Roles bound to one unit, whose work somebody outside of it accepts. */
const UNIT_ROLES: readonly Role[] = ['reporter', 'signer', 'publicReader']

/**
 * How strictly the way into an account is guarded, by the roles that it holds. Who makes links would otherwise hold every role of
 * the region: so nobody comes in as one of the three separated persons by a page, and into a role wider than a unit by one person's
 * doing.
 */
export function entryGuard(held: readonly RoleGrant[]): EntryGuard {
  if (held.some(({ role }) => separatedRoles.includes(role))) return 'machine'
  return held.some(({ role }) => !UNIT_ROLES.includes(role)) ? 'linkAndCode' : 'link'
}

const STRICTNESS: readonly EntryGuard[] = ['link', 'linkAndCode', 'machine']

/** Whether a role tightens the way in: then whatever entry there was ends, because it was made under the weaker guard. */
export function tightensEntry(held: readonly RoleGrant[], grant: RoleGrant): boolean {
  return STRICTNESS.indexOf(entryGuard([...held, grant])) > STRICTNESS.indexOf(entryGuard(held))
}
