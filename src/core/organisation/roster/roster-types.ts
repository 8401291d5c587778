import type { LocalDate, Refusal, Words } from '#core/kit'
import type { UnitKind } from '#core/plan'
import type { NamedMember } from '../group-members.ts'
import type { Role, RoleGrant } from '../types.ts'
import type { RosterSheet } from './roster-shape.data.ts'

/** A sheet of a workbook as plain text. */
export interface TextSheet {
  readonly name: string
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[]
}

/** What the region knows when a roster comes in. */
export interface KnownRoster {
  readonly today: LocalDate
  readonly units: readonly {
    readonly unitId: string
    readonly name: string
    readonly kind: UnitKind
    readonly aliases: readonly string[]
    readonly endedAt: string | null
    readonly mergedInto: string | null
    readonly revision: number
  }[]
  readonly memberships: readonly NamedMember[]
  readonly accounts: readonly {
    readonly accountId: string
    readonly login: string
    readonly displayName: string
    readonly disabledAt: string | null
    /** Held, or proposed and waiting. */
    readonly roles: readonly RoleGrant[]
  }[]
}

/** Nothing changes that would have to be said. */
export const noWords: Words = { zh: '', en: '' }

/** What becomes of one row. `words` says what changes; `refusal` why it cannot, with the column. */
export interface RosterLine {
  readonly sheet: RosterSheet
  /** Number of the row in its sheet, as the workbook shows it. */
  readonly row: number
  readonly what: string
  readonly outcome: 'new' | 'changed' | 'unchanged' | 'refused'
  readonly words: Words
  readonly column: string | null
  readonly refusal: Refusal | null
}

/** A unit as it shall be. `unitId` null = a new one. */
export interface UnitStep {
  readonly unitId: string | null
  readonly revision: number
  readonly name: string
  readonly kind: UnitKind
  readonly aliases: readonly string[]
}

/** The members of a group from a day on, by name: some may only come with this roster. */
export interface GroupStep {
  readonly group: string
  readonly members: readonly string[]
  readonly from: LocalDate
}

/** An account with the roles that are proposed for it. `accountId` null = a new one. */
export interface PersonStep {
  readonly accountId: string | null
  readonly login: string
  readonly displayName: string
  readonly roles: readonly { readonly role: Role; readonly unitId?: string }[]
}

/** What a roster would do, row by row, and the steps that do it. */
export interface RosterPlan {
  readonly lines: readonly RosterLine[]
  /** Sheets with rows that somebody else loads. */
  readonly leftOut: readonly { readonly sheet: RosterSheet; readonly rows: number }[]
  readonly units: readonly UnitStep[]
  readonly groups: readonly GroupStep[]
  readonly people: readonly PersonStep[]
}
