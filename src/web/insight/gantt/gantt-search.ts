import type { GanttScale } from '#core/insight'

/** What the address of the Gantt says. */
export interface GanttSearch {
  readonly plan?: string | undefined
  readonly campaign?: number | undefined
  readonly unit?: string | undefined
  readonly late?: boolean | undefined
  readonly scale?: GanttScale | undefined
  /** A day inside the stretch that is shown. */
  readonly at?: string | undefined
  readonly item?: string | undefined
  readonly paper?: 'a3' | 'a4' | undefined
}

/** The filters as the API takes them. */
export function ganttQuery({ plan, campaign, unit, late }: GanttSearch) {
  return { planId: plan, campaignNo: campaign, unitId: unit, late: late === true ? 'true' : undefined }
}
