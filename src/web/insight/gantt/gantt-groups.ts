import type { GanttGroup } from '#core/insight'
import type { GanttView } from '#adapters/http/contract/insight'

/** A campaign as the drawing heads it; `name` null = outside all campaigns. */
export interface NamedGroup extends GanttGroup {
  readonly no: number | null
  readonly name: string | null
}

/** The rows by campaign, in the plan's order; what belongs to none stands last. */
export function groupsOf({ campaigns, rows }: GanttView): readonly NamedGroup[] {
  const known = new Set(campaigns.map(({ no }) => no))
  const inside = campaigns.map(({ no, name }) => ({ no, name, own: rows.filter((row) => row.campaignNo === no) }))
  const others = rows.filter(({ campaignNo }) => campaignNo === null || !known.has(campaignNo))
  return [...inside, { no: null, name: null, own: others }]
    .filter(({ own }) => own.length > 0)
    .map(({ no, name, own }) => ({
      ...{ no, name, groupId: String(no ?? 'outside') },
      rows: own.map(({ itemId, start, end, nodes }) => ({ rowId: itemId, start, end, nodes })),
    }))
}
