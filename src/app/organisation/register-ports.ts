import type { LocalDate } from '#core/kit'
import type { Membership, Role } from '#core/organisation'
import type { DutyRole, UnitKind } from '#core/plan'

/** A unit as the register lists it, ended ones included. */
export interface RegisteredUnit {
  readonly unitId: string
  readonly name: string
  readonly kind: UnitKind
  /** Initials of the name's pinyin: 区发改局 → qfgj. */
  readonly initials: string
  readonly aliases: readonly string[]
  readonly endedAt: string | null
  readonly mergedInto: string | null
  readonly revision: number
}

/** Who holds which role in a unit. Days as in the account's roles. */
export interface UnitPerson {
  readonly unitId: string
  readonly accountId: string
  readonly displayName: string
  readonly role: Role
  readonly from: LocalDate | null
  readonly until: LocalDate | null
  /** For whom the role is exercised; null = it is his own. */
  readonly standsInFor: string | null
  readonly standsInForName: string | null
}

/** A post of a unit and who held it when, newest first. */
export interface PostRow {
  readonly postId: string
  readonly unitId: string
  readonly unitName: string
  readonly title: string
  readonly endedOn: LocalDate | null
  readonly holders: readonly PostHolder[]
}

/** A person in a post. `until` = the first day on which he holds it no more. */
export interface PostHolder {
  readonly accountId: string
  readonly displayName: string
  readonly from: LocalDate
  readonly until: LocalDate | null
}

/** What a unit answers for by the plans in force, by itself or as member of a group. */
export interface UnitDuty {
  readonly itemId: string
  readonly title: string
  readonly planTitle: string
  readonly role: DutyRole
  /** The group that the plan names; null = the unit itself. */
  readonly throughGroup: string | null
}

/** A membership with the names of both sides. */
export interface NamedMembership extends Membership {
  readonly groupName: string
  readonly memberName: string
}

/** One change of a unit with its reason. `changed`: what → before and after, in words. */
export interface UnitChangeRow {
  readonly changeId: string
  readonly unitId: string
  readonly kind: UnitChangeKind
  readonly changed: Readonly<Record<string, readonly [before: string, after: string]>>
  readonly reason: string
  readonly at: string
  readonly byName: string
}

/** What can become of a unit. */
export type UnitChangeKind = 'add' | 'edit' | 'end' | 'reopen' | 'merge' | 'members' | 'post' | 'import'

/** The parts of an item behind which a post can stand. */
export type ItemPart = 'leaderInCharge' | 'responsiblePerson' | 'contact'

/** A post behind an item, from when to when. */
export interface ItemPostRow {
  readonly itemId: string
  readonly part: ItemPart
  readonly postId: string
  readonly from: LocalDate
  readonly until: LocalDate | null
}

/** Units, their groups, posts and what changed in them, inside one transaction of one region. */
export interface RegisterStore {
  /** Waits until nobody else names a unit; held until the end of the transaction. */
  takeTurn(): Promise<void>
  /** All units in pinyin order. */
  registeredUnits(): Promise<readonly RegisteredUnit[]>
  /** Roles of reporters and signers in units that count on the day or later, of accounts in use; of one unit or of all. */
  unitPeople(today: LocalDate, unitId?: string): Promise<readonly UnitPerson[]>
  /** How many items in force each unit is named for. */
  dutyCounts(): Promise<ReadonlyMap<string, number>>
  dutiesOf(unitId: string, today: LocalDate): Promise<readonly UnitDuty[]>
  /** Of all groups, past ones included. */
  memberships(): Promise<readonly NamedMembership[]>
  /** Newest first. */
  changesOf(unitId: string): Promise<readonly UnitChangeRow[]>
  /** False where the name is taken. */
  addUnit(row: { unitId: string; name: string; kind: UnitKind; at: string }): Promise<boolean>
  /** False where somebody changed the unit meanwhile. `endedAt`, `mergedInto`: null = in use, not merged. */
  saveUnit(row: {
    unitId: string
    name: string
    kind: UnitKind
    endedAt: string | null
    mergedInto: string | null
    revision: number
  }): Promise<boolean>
  addAliases(unitId: string, aliases: readonly string[]): Promise<void>
  removeAliases(unitId: string, aliases: readonly string[]): Promise<void>
  /** Sets a group's members from a day on. */
  setMembers(groupUnitId: string, memberUnitIds: readonly string[], from: LocalDate): Promise<void>
  /** Moves what is asked from the next period on: duties, reporting, offices, task forces, memberships, posts. */
  moveDuties(fromUnitId: string, toUnitId: string, on: LocalDate): Promise<void>
  recordChanges(rows: readonly (Omit<UnitChangeRow, 'byName'> & { by: string })[]): Promise<void>

  posts(filter: { readonly unitId?: string; readonly postIds?: readonly string[] }): Promise<readonly PostRow[]>
  /** False where the unit has a post of that title. */
  addPost(row: { postId: string; unitId: string; title: string }): Promise<boolean>
  endPost(postId: string, on: LocalDate): Promise<void>
  /** Ends the present holder's time; `accountId` null = the post is vacant from the day on. */
  setHolder(postId: string, accountId: string | null, from: LocalDate): Promise<void>
  itemPosts(itemId: string): Promise<readonly ItemPostRow[]>
  setItemPost(row: { itemId: string; part: ItemPart; postId: string | null; from: LocalDate }): Promise<void>
}
