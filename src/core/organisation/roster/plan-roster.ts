import { planGroups } from './plan-groups.ts'
import { planPeople } from './plan-people.ts'
import { planUnits } from './plan-units.ts'
import { rowsOf } from './read-roster-rows.ts'
import type { RosterSheet } from './roster-shape.data.ts'
import type { KnownRoster, RosterLine, RosterPlan, TextSheet } from './roster-types.ts'

/**
 * What a roster workbook would do to what the region knows: each row new, changed, unchanged or refused with column and remedy. Sheets
 * that the reader may not load are left out and counted. Nothing is done that the sheets do not say: who is not listed stays.
 */
export function planRoster(
  sheets: readonly TextSheet[],
  known: KnownRoster,
  mayLoad: (sheet: RosterSheet) => boolean,
): RosterPlan {
  const read = (sheet: RosterSheet) => rowsOf(sheets, sheet)
  const loaded = (sheet: RosterSheet) => (mayLoad(sheet) ? read(sheet).rows : [])
  const faults = (['units', 'groups', 'people'] as const).flatMap((sheet): RosterLine[] => {
    const { fault } = read(sheet)
    return fault !== null && mayLoad(sheet) ? [fault] : []
  })
  const units = planUnits(loaded('units'), known)
  const groups = planGroups(loaded('groups'), known, units.steps)
  const people = planPeople(loaded('people'), known)
  const leftOut = (['units', 'groups', 'people'] as const).flatMap((sheet) => {
    const rows = mayLoad(sheet) ? 0 : read(sheet).rows.length
    return rows === 0 ? [] : [{ sheet, rows }]
  })
  const lines = [...faults, ...units.lines, ...groups.lines, ...people.lines]
  return { lines, leftOut, units: units.steps, groups: groups.steps, people: people.steps }
}
