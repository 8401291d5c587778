import type { LocalDate } from '#core/kit'

/** Something open that is in a person's hands by his roles. */
export interface InHand {
  readonly kind: 'toReport' | 'returned' | 'toSign' | 'order' | 'problem' | 'issuedOrder' | 'draft'
  readonly title: string
  readonly unitName: string | null
  /** A day, or null where it has none. */
  readonly due: LocalDate | null
}

/** How a handover or a delegation was decided; null = it waits for the security officer. */
export type Outcome = 'confirmed' | 'refused' | 'withdrawn'

/** A handover as it was drawn up and decided. */
export interface HandoverRow {
  readonly handoverId: string
  readonly fromAccountId: string
  readonly fromName: string
  readonly toAccountId: string
  readonly toName: string
  readonly onDate: LocalDate
  readonly grantIds: readonly string[]
  readonly postIds: readonly string[]
  /** What was open when it was drawn up. */
  readonly inHand: readonly InHand[]
  readonly note: string
  readonly madeAt: string
  readonly madeBy: string
  readonly madeByName: string
  readonly decidedAt: string | null
  readonly outcome: Outcome | null
  /** The roles that pass, in words of role and unit. */
  readonly roles: readonly NamedRole[]
  readonly postTitles: readonly string[]
}

/** A role with the unit that it is bound to. */
export interface NamedRole {
  readonly role: string
  readonly unitName: string | null
}

/** A delegation as it was given, decided and ended. */
export interface DelegationRow extends NamedRole {
  readonly delegationId: string
  readonly sourceGrantId: string
  readonly holderId: string
  readonly holderName: string
  readonly toAccountId: string
  readonly toName: string
  readonly from: LocalDate
  readonly last: LocalDate
  readonly reason: string
  readonly madeAt: string
  readonly madeByName: string
  readonly outcome: Outcome | null
  readonly grantId: string | null
  readonly endedAt: string | null
}

/** Handovers and delegations, inside one transaction of one region. */
export interface SuccessionStore {
  /** What is open by a person's roles in units, and what he began himself. */
  inHand(of: {
    accountId: string
    reportsFor: readonly string[]
    signsFor: readonly string[]
  }): Promise<readonly InHand[]>
  addHandover(row: {
    handoverId: string
    fromAccountId: string
    toAccountId: string
    onDate: LocalDate
    grantIds: readonly string[]
    postIds: readonly string[]
    inHand: readonly InHand[]
    note: string
    at: string
    by: string
  }): Promise<void>
  /** Newest first. */
  handovers(handoverId?: string): Promise<readonly HandoverRow[]>
  /** False where it was decided already. */
  decideHandover(row: { handoverId: string; outcome: Outcome; at: string; by: string }): Promise<boolean>
  /** The role counts until this day, if it is not to end sooner. */
  endGrant(grantId: string, until: LocalDate): Promise<void>
  addDelegation(row: {
    delegationId: string
    sourceGrantId: string
    toAccountId: string
    from: LocalDate
    last: LocalDate
    reason: string
    at: string
    by: string
  }): Promise<void>
  /** Newest first. */
  delegations(delegationId?: string): Promise<readonly DelegationRow[]>
  /** False where it was decided already. */
  decideDelegation(row: {
    delegationId: string
    outcome: Outcome
    grantId: string | null
    at: string
    by: string
  }): Promise<boolean>
  /** False where it has ended already. */
  endDelegation(delegationId: string, at: string, by: string): Promise<boolean>
}
