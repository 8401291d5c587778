/** What the address of the wall says: its filters, the item whose why is open, whether it fills the screen, and on a phone the campaigns that stand whole. */
export interface WallSearch {
  readonly plan?: string | undefined
  readonly campaign?: number | undefined
  readonly unit?: string | undefined
  readonly light?: 'red' | 'yellow' | 'green' | 'blue' | 'grey' | undefined
  readonly kind?: 'indicator' | 'task' | 'project' | 'policy' | undefined
  readonly q?: string | undefined
  readonly item?: string | undefined
  readonly board?: boolean | undefined
  readonly all?: string | undefined
}

/** Whether the wall is narrowed to a part of the plan. */
export const isNarrowed = ({ campaign, unit, light, kind, q }: WallSearch): boolean =>
  [campaign, unit, light, kind, q].some((value) => value !== undefined)

/** The filters as the API takes them. */
export function wallQuery({ plan, campaign, unit, light, kind, q }: WallSearch) {
  return { planId: plan, campaignNo: campaign, unitId: unit, light, kind, text: q }
}
