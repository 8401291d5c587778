import type { LocalDate } from '#core/kit'
import type { ItemKind } from '#core/plan'

/** What names a standing plan from elsewhere. */
export interface StandingPlanSaid {
  readonly title: string
  /** 文号; empty = it has none. */
  readonly docNumber: string
  /** Who issued it. */
  readonly body: string
  readonly issuedOn: LocalDate | null
}

/** A standing plan with how many items in force carry it out. */
export interface StandingPlanRow extends StandingPlanSaid {
  readonly standingPlanId: string
  readonly revision: number
  readonly items: number
}

/** That an item carries out a part of a standing plan. */
export interface ParentLinkRow {
  readonly linkId: string
  readonly standingPlanId: string
  readonly itemId: string
  readonly itemTitle: string
  readonly planId: string
  readonly planTitle: string
  /** The item is still in force. */
  readonly inForce: boolean
  /** Place in the standing plan, as printed; empty = the whole. */
  readonly clause: string
  readonly linkedAt: string
  readonly linkedByName: string
}

/** A further list in which an item stands. */
export interface PlacementRow {
  readonly placementId: string
  readonly itemId: string
  readonly kind: ListedKind
  readonly reason: string
  readonly placedAt: string
  readonly placedByName: string
}

/** The lists of the first projection. */
export type ListedKind = Exclude<ItemKind, 'indicator'>

interface Stamp {
  readonly at: string
  readonly by: string
}

/** Where items belong besides their own plan and list, inside one transaction of one region. */
export interface ParentsStore {
  standingPlans(): Promise<readonly StandingPlanRow[]>
  /** False where that title and number stand in the register already. */
  addStandingPlan(row: StandingPlanSaid & { standingPlanId: string } & Stamp): Promise<boolean>
  /** False where somebody else changed it meanwhile, or another one bears the name. */
  changeStandingPlan(row: StandingPlanSaid & { standingPlanId: string; revision: number } & Stamp): Promise<boolean>
  links(filter: { readonly itemId?: string; readonly standingPlanId?: string }): Promise<readonly ParentLinkRow[]>
  /** False where the item is linked with it already. */
  addLink(row: { linkId: string; standingPlanId: string; itemId: string; clause: string } & Stamp): Promise<boolean>
  /** False where it has ended already. */
  endLink(row: { linkId: string } & Stamp): Promise<boolean>
  placements(itemIds: readonly string[]): Promise<readonly PlacementRow[]>
  /** False where the item stands there already. */
  addPlacement(row: { placementId: string; itemId: string; kind: ListedKind; reason: string } & Stamp): Promise<boolean>
  endPlacement(row: { itemId: string; kind: ListedKind } & Stamp): Promise<boolean>
}
