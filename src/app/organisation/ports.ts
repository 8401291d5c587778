import type { LocalDate } from '#core/kit'
import type { RoleGrant } from '#core/organisation'

/** An account as lists show it. */
export interface AccountRow {
  readonly accountId: string
  readonly login: string
  readonly displayName: string
  readonly disabledAt: string | null
  readonly hasPassword: boolean
  /** A link that was not opened yet is about. */
  readonly hasOpenLink: boolean
  /** Those in force and those that are still to begin. */
  readonly roles: readonly HeldRole[]
}

/** A role as lists show it. */
export interface HeldRole extends RoleGrant {
  readonly grantId: string
  readonly unitName: string | null
  /** The first day on which it counts; null = from its granting on. */
  readonly from: LocalDate | null
  /** The first day on which it counts no more; null = until it is taken back. */
  readonly until: LocalDate | null
  /** Whose role it is, where it is exercised for somebody else. */
  readonly standsInForName: string | null
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

/** A one-time link that can still be opened. */
export interface LinkRow {
  readonly tokenHash: string
  readonly accountId: string
  /** Who made it; null = made on the server itself. */
  readonly madeBy: string | null
  /** Null = no code was given yet. */
  readonly codeHash: string | null
}

/** A link that was made for somebody's account, as he is told of it. */
export interface LinkNotice {
  readonly at: string
  /** Null = made on the server itself. */
  readonly byName: string | null
  readonly usedAt: string | null
}

/** A role that waits for the security officer. */
export interface ProposedGrant {
  readonly proposalId: string
  readonly accountId: string
  readonly login: string
  readonly grant: RoleGrant
  /** Null = a role that is bound to no unit. */
  readonly unitName: string | null
  readonly proposedAt: string
  readonly proposedByName: string | null
}

/** What opens an account by password. */
export interface EntryRow {
  readonly login: string
  readonly passwordHash: string | null
  readonly disabledAt: string | null
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
  /** With the roles that are in force on this day or later. */
  accounts(today: LocalDate): Promise<readonly AccountRow[]>
  account(accountId: string, today: LocalDate): Promise<AccountRow | null>
  accountByLogin(login: string): Promise<(EntryRow & { readonly accountId: string }) | null>
  entry(accountId: string): Promise<EntryRow | null>
  /** The same, and whoever changes the account's roles or way in at the same moment waits until the transaction ends. */
  lockAccount(accountId: string): Promise<EntryRow | null>
  addAccount(row: {
    accountId: string
    login: string
    displayName: string
    passwordHash: string | null
    at: string
  }): Promise<boolean>
  /** Null = the account has none any more. */
  setPassword(accountId: string, passwordHash: string | null): Promise<void>
  disableAccount(accountId: string, at: string): Promise<boolean>
  grantRole(row: {
    grantId: string
    accountId: string
    grant: RoleGrant
    at: string
    by: string | null
    from?: LocalDate
    until?: LocalDate
    /** The role of somebody else that it exercises for him; ends with it at the latest. */
    sourceGrantId?: string
  }): Promise<void>
  revokeRole(grantId: string, at: string, by: string): Promise<{ accountId: string } | null>
  addSession(row: {
    tokenHash: string
    accountId: string
    at: string
    expiresAt: string
    userAgent: string
    openedByLink: string | null
  }): Promise<void>
  /** A session that has not been ended. */
  session(tokenHash: string): Promise<{ readonly openedByLink: string | null } | null>
  revokeSession(tokenHash: string, at: string): Promise<void>
  /** Ends all sessions of an account, or all but the one with the kept token. */
  revokeSessionsOf(accountId: string, at: string, keptTokenHash?: string): Promise<void>
  /** No link of the account works any more. */
  revokeLinksOf(accountId: string, at: string): Promise<void>
  /** A link for an account that nobody has been in yet is no news to its holder. */
  addLink(row: {
    tokenHash: string
    accountId: string
    at: string
    by: string | null
    expiresAt: string
  }): Promise<void>
  /** A link that can still be opened: known, unused, not expired, of an account in use. */
  link(tokenHash: string, at: string): Promise<LinkRow | null>
  /** Hashes of the account's links that can still be opened, made on the server or not. */
  openLinks(accountId: string, at: string): Promise<readonly string[]>
  setCode(row: { tokenHash: string; codeHash: string; by: string; at: string }): Promise<void>
  /** Counts a wrong code; the link ends with the last one that is allowed. */
  noteWrongCode(tokenHash: string, most: number, at: string): Promise<void>
  /** Links made after the account was first entered and not shown yet, but for the one that opened this session. */
  linkNotices(accountId: string, sessionTokenHash: string): Promise<readonly LinkNotice[]>
  dismissLinkNotices(accountId: string, sessionTokenHash: string, at: string): Promise<void>
  proposeGrant(row: { proposalId: string; accountId: string; grant: RoleGrant; at: string; by: string }): Promise<void>
  /** Those that wait, of accounts in use, by unit. */
  proposedGrants(): Promise<readonly ProposedGrant[]>
  /** False where it was decided already. `grantId` null = refused. */
  decideProposal(row: { proposalId: string; grantId: string | null; at: string; by: string }): Promise<boolean>
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
