/** Roles of a region, of a unit, of outsiders (domain.md, Roles). */
export type Role =
  | 'administrator'
  | 'securityOfficer'
  | 'auditor'
  | 'coordinator'
  | 'inspector'
  | 'leader'
  | 'convener'
  | 'panelMember'
  | 'appealDecider'
  | 'reporter'
  | 'signer'
  | 'taskForceStaff'
  | 'respondent'
  | 'publicReader'

/** A role that an account holds, with what it is bound to: unit roles a unit, task-force roles a plan and its campaign number. */
export interface RoleGrant {
  readonly role: Role
  readonly unitId?: string
  readonly taskForceNo?: number
  readonly planId?: string
  /** The account for which it is exercised while its holder is away; not given = one's own. */
  readonly standsInFor?: string
  /** Accounts that held it before, oldest first: what they began, the holder goes on with. */
  readonly heldBefore?: readonly string[]
}

/** Whoever asks to do something. */
export interface Actor {
  readonly accountId: string
  readonly regionId: string
  readonly roles: readonly RoleGrant[]
}
