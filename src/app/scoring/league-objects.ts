import type { UnitRow } from '#app/organisation'
import type { ItemRow } from '#app/insight'
import type { LeagueKind } from '#core/scoring'
import type { Stores } from '#app/kit'
import type { LeagueSources } from './ports.ts'

/** Who is judged: a task force by the items of its campaign, a unit by the items that it reports. */
export interface LeagueObject {
  /** `tf-3` or the unit's id. */
  readonly objectId: string
  readonly league: LeagueKind
  readonly name: string
  readonly campaignNo: number | null
  /** The judged unit, or the one where the task-force office sits; null = there is none. */
  readonly unitId: string | null
}

/** Units that stand in a league, by kind. The others are judged by their own superiors. */
const leagueOfKind: Readonly<Record<string, LeagueKind>> = { bureau: 'bureaus', office: 'bureaus' }

/** The objects of both leagues in the plan's order of campaigns and the pinyin order of units. */
export function leagueObjects(
  { campaigns, taskForces, reportingUnitIds }: Omit<LeagueSources, 'planTitle'>,
  units: readonly UnitRow[],
): readonly LeagueObject[] {
  const idByName = new Map(units.map(({ unitId, name }) => [name, unitId]))
  const forces = campaigns.map(({ no, name }): LeagueObject => {
    const office = taskForces.find(({ campaignNo }) => campaignNo === no)?.officeUnitName ?? ''
    return { objectId: `tf-${no}`, league: 'taskForces', name, campaignNo: no, unitId: idByName.get(office) ?? null }
  })
  const reporting = new Set(reportingUnitIds)
  const bodies = units.flatMap(({ unitId, name, kind }): LeagueObject[] => {
    const league = leagueOfKind[kind]
    if (league === undefined || !reporting.has(unitId)) return []
    return [{ objectId: unitId, league, name, campaignNo: null, unitId }]
  })
  return [...forces, ...bodies]
}

/** The objects of a plan; null = no such plan. */
export async function loadLeagueObjects(stores: Stores, planId: string): Promise<readonly LeagueObject[] | null> {
  const sources = await stores.scoring.leagueSources(planId)
  return sources && leagueObjects(sources, await stores.organisation.units())
}

/** Whether an item is a duty of the object. */
export function answersFor({ campaignNo, unitId }: LeagueObject, row: ItemRow): boolean {
  return campaignNo === null ? row.reportingUnitId === unitId : row.item.campaignNo === campaignNo
}
