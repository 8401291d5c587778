import type { LocalDate } from '#core/kit'
import type { DutyRole, ItemKind, PlanContent, PlanItem, UnitKind } from '#core/plan'
import type { ListedKind } from './parents-store.ts'

/** A plan as lists show it. */
export interface PlanSummary {
  readonly planId: string
  readonly title: string
  readonly framework: string | null
  readonly year: number
  readonly version: number
  readonly publishedAt: string
  readonly items: number
}

/** One published version, without its content. */
export interface VersionRow {
  readonly version: number
  readonly documentId: string
  readonly fileName: string
  readonly contentHash: string
  readonly publishedAt: string
  readonly publishedByName: string
  readonly reason: string
}

/** A unit of the region that a plan names. */
export interface PlanUnitRow {
  readonly unitId: string
  readonly name: string
  readonly kind: UnitKind
  readonly items: number
}

/** An item in force as it is stored when a version is published. */
export interface ItemWrite {
  readonly item: PlanItem
  readonly orderNo: number
  readonly reportingUnitId: string | null
  readonly duties: readonly { readonly unitId: string; readonly role: DutyRole }[]
}

/** A task force as it is stored when a version is published. */
export interface TaskForceWrite {
  readonly campaignNo: number
  readonly convener: string | null
  readonly deputies: readonly string[]
  readonly officeUnitId: string | null
  readonly memberUnitIds: readonly string[]
}

/** What a list of items is narrowed to; `kind` is the list, so that items placed in it too are there. A part left out does not narrow. `text` matches words and pinyin initials. */
export interface ItemFilter {
  readonly kind?: ItemKind
  readonly campaign?: number
  readonly unitId?: string
  readonly role?: DutyRole
  readonly text?: string
  readonly itemId?: string
}

/** An item as lists show it. */
export interface ItemRow {
  readonly item: PlanItem
  readonly planId: string
  readonly reportingUnitId: string | null
  readonly duties: readonly { readonly unitId: string; readonly unit: string; readonly role: DutyRole }[]
  /** Further lists in which it stands. */
  readonly alsoIn: readonly ListedKind[]
  readonly addedInVersion: number
  readonly removedInVersion: number | null
}

/** Plans in force inside one transaction of one region. */
export interface PlanStore {
  plans(): Promise<readonly PlanSummary[]>
  plan(planId: string): Promise<PlanSummary | null>
  versions(planId: string): Promise<readonly VersionRow[]>
  content(planId: string, version: number): Promise<PlanContent | null>
  /** Creates the plan or moves it on to a new version. */
  savePlan(row: {
    planId: string
    title: string
    framework: string | null
    year: number
    version: number
  }): Promise<void>
  /** `content` is canonical JSON, exactly the text that was hashed. */
  addVersion(row: {
    planId: string
    version: number
    documentId: string
    content: string
    contentHash: string
    reason: string
    at: string
    by: string
  }): Promise<void>
  /** Writes the items in force; those of the plan that are not among them are marked as removed in this version. */
  saveItems(planId: string, version: number, items: readonly ItemWrite[]): Promise<void>
  saveTaskForces(planId: string, forces: readonly TaskForceWrite[]): Promise<void>
  addUnits(units: readonly { unitId: string; name: string; kind: UnitKind }[], at: string): Promise<void>
  /** Aliases that are taken already stay with their unit. */
  addAliases(aliases: readonly { unitId: string; alias: string }[]): Promise<void>
  /** Sets the members of groups from a day on. */
  setGroupMembers(
    groups: readonly { groupUnitId: string; memberUnitIds: readonly string[] }[],
    from: LocalDate,
  ): Promise<void>
  planUnits(planId: string): Promise<readonly PlanUnitRow[]>
  items(planId: string, filter: ItemFilter): Promise<readonly ItemRow[]>
  item(itemId: string): Promise<ItemRow | null>
  /** Accounts bound to units by the roles of reporter and signer. */
  unitAccounts(
    today: LocalDate,
  ): Promise<
    readonly { accountId: string; login: string; unitId: string; role: 'reporter' | 'signer'; everSignedIn: boolean }[]
  >
}
