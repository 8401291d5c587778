import type { AccountLine } from '#core/plan'

/** Two items of two years' plans, decided to be the same matter or not. */
export interface ItemLinkRow {
  readonly earlierItemId: string
  readonly laterItemId: string
  readonly state: 'confirmed' | 'refused'
}

/** The final account of one campaign of a plan (0 = outside all campaigns) once it is closed. */
export interface ClosedAccountRow {
  readonly campaignNo: number
  readonly lines: readonly AccountLine[]
  readonly sealSeq: number
  readonly closedAt: string
  readonly closedByName: string
}

/** Why a line ended as it did; `revision` 0 = nothing said yet. */
export interface AccountReasonRow {
  readonly itemId: string
  readonly reason: string
  readonly revision: number
}

/** A visible change of a closed account. It counts once another person has approved it. */
export interface AccountCorrectionRow {
  readonly correctionId: string
  readonly planId: string
  readonly itemId: string
  readonly oldValue: string | null
  readonly newValue: string
  readonly reason: string
  readonly madeAt: string
  readonly madeBy: string
  readonly madeByName: string
  readonly approvedAt: string | null
  readonly refusedAt: string | null
}

/** Who wrote something, and when. */
interface Stamp {
  readonly at: string
  readonly by: string
}

/** What binds the plans of several years, inside one transaction of one region. */
export interface YearsStore {
  links(): Promise<readonly ItemLinkRow[]>
  saveLink(row: ItemLinkRow & Stamp): Promise<void>
  closedAccounts(planId: string): Promise<readonly ClosedAccountRow[]>
  /** False where that campaign is closed already: one of two at once wins. */
  closeAccount(
    row: { planId: string; campaignNo: number; lines: readonly AccountLine[]; sealSeq: number } & Stamp,
  ): Promise<boolean>
  reasons(planId: string): Promise<readonly AccountReasonRow[]>
  saveReason(row: { planId: string; itemId: string; reason: string; revision: number } & Stamp): Promise<boolean>
  accountCorrections(planId: string): Promise<readonly AccountCorrectionRow[]>
  accountCorrection(correctionId: string): Promise<AccountCorrectionRow | null>
  addAccountCorrection(
    row: Pick<AccountCorrectionRow, 'correctionId' | 'planId' | 'itemId' | 'oldValue' | 'newValue' | 'reason'> & Stamp,
  ): Promise<void>
  /** False where it is decided already. */
  decideAccountCorrection(row: { correctionId: string; approved: boolean } & Stamp): Promise<boolean>
  /** How many periods of a plan's cadences are not sealed yet. */
  unsealedPeriods(planId: string): Promise<number>
}
