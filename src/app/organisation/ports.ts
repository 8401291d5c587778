import type { RoleGrant } from '#core/organisation'

/** An account as lists show it. */
export interface AccountRow {
  readonly accountId: string
  readonly login: string
  readonly displayName: string
  readonly disabledAt: string | null
  readonly hasPassword: boolean
  readonly roles: readonly (RoleGrant & { readonly grantId: string; readonly unitName: string | null })[]
}

/** A unit as lists show it, sorted by pinyin. */
export interface UnitRow {
  readonly unitId: string
  readonly name: string
  readonly kind: string
  readonly aliases: readonly string[]
}

/** The region itself. `clockAt` is set where it has its own clock. */
export interface RegionRow {
  readonly regionId: string
  readonly name: string
  readonly kind: string
  readonly timeZone: string
  readonly clockAt: string | null
  readonly isSample: boolean
}

/** One row of the log, and its place in the chain once the chainer has linked it. */
export interface AuditRow {
  readonly auditId: string
  readonly at: string
  readonly actorName: string | null
  readonly action: string
  readonly objectKind: string
  readonly objectId: string
  readonly body: string
  readonly chainSeq: number | null
}

/** Accounts, sessions, links, units and the region's clock, inside one transaction of one region. */
export interface OrganisationStore {
  region(): Promise<RegionRow | null>
  addRegion(row: {
    name: string
    kind: string
    timeZone: string
    isSample: boolean
    clockAt: string | null
    at: string
  }): Promise<boolean>
  auditRows(filter: {
    before?: string | undefined
    action?: string | undefined
    object?: string | undefined
    limit: number
  }): Promise<readonly AuditRow[]>
  moveClock(to: string): Promise<void>
  units(): Promise<readonly UnitRow[]>
  accounts(): Promise<readonly AccountRow[]>
  account(accountId: string): Promise<AccountRow | null>
  accountByLogin(
    login: string,
  ): Promise<{ accountId: string; passwordHash: string | null; disabledAt: string | null } | null>
  addAccount(row: {
    accountId: string
    login: string
    displayName: string
    passwordHash: string | null
    at: string
  }): Promise<boolean>
  setPassword(accountId: string, passwordHash: string): Promise<void>
  disableAccount(accountId: string, at: string): Promise<boolean>
  grantRole(row: { grantId: string; accountId: string; grant: RoleGrant; at: string; by: string | null }): Promise<void>
  revokeRole(grantId: string, at: string, by: string): Promise<{ accountId: string } | null>
  addSession(row: {
    tokenHash: string
    accountId: string
    at: string
    expiresAt: string
    userAgent: string
  }): Promise<void>
  revokeSession(tokenHash: string, at: string): Promise<void>
  /** Ends all sessions of an account, or all but the one with the kept token. */
  revokeSessionsOf(accountId: string, at: string, keptTokenHash?: string): Promise<void>
  /** No link of the account works any more. */
  revokeLinksOf(accountId: string, at: string): Promise<void>
  addLink(row: {
    tokenHash: string
    accountId: string
    at: string
    by: string | null
    expiresAt: string
  }): Promise<void>
  /** Marks the link used and answers its account; null where it is unknown, used, expired or of a disabled account. One caller wins. */
  useLink(tokenHash: string, at: string): Promise<{ accountId: string } | null>
  addFailure(row: { failureId: string; login: string; address: string; at: string }): Promise<void>
  removeFailure(failureId: string): Promise<void>
  /** How often the name was refused, and how often anything from the address. */
  failuresSince(
    of: { login: string; address: string },
    since: string,
  ): Promise<{ readonly ofName: number; readonly fromAddress: number }>
}
