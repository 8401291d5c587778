import { type Result, accept, refuse } from '#core/kit'
import {
  isAllowed,
  isInForce,
  type KnownRoster,
  roleBook,
  rosterRoles,
  type RosterSheet,
  rosterSheets,
  separatedRoles,
  unitKindWords,
} from '#core/organisation'
import type { WorkbookView, WorksheetView } from '#core/publishing'
import type { Context } from '#app/kit'
import { knownRoster } from './import-roster.ts'

/** The register in the shape in which it is imported: filled, or as an empty template. Each reader gets the sheets that he loads. */
export async function exportRoster(context: Context, input: { empty: boolean }): Promise<Result<WorkbookView>> {
  const { actor, regionId } = context
  const [units, people] = [
    isAllowed(actor, 'unit.manage', { regionId }),
    isAllowed(actor, 'account.manage', { regionId }),
  ]
  if (!units && !people) return refuse('right.denied', { action: 'unit.manage' })
  const rows = input.empty ? null : await rowsOf(context)
  const sheets = [
    ...(units ? [sheetOf('units', rows?.units), sheetOf('groups', rows?.groups)] : []),
    ...(people ? [sheetOf('people', rows?.people)] : []),
  ]
  return accept({ author: '挂图 Guatu', date: context.today, sheets })
}

function sheetOf(which: RosterSheet, rows: readonly (readonly string[])[] = []): WorksheetView {
  const { name, note, columns } = rosterSheets[which]
  return { name, title: note, columns: columns.map(([header, width]) => ({ header, width, kind: 'text' })), rows }
}

async function rowsOf(context: Context): Promise<Readonly<Record<RosterSheet, readonly (readonly string[])[]>>> {
  const known = await context.read((stores) => knownRoster(context, stores))
  const living = known.units.filter(({ endedAt }) => endedAt === null)
  const nameOf = (unitId: string | undefined) => living.find((unit) => unit.unitId === unitId)?.name ?? ''
  const accounts = known.accounts.filter(({ disabledAt }) => disabledAt === null)
  return {
    units: living.map(({ name, kind, aliases }) => [name, unitKindWords[kind].zh, aliases.join('、')]),
    groups: known.memberships
      .filter((one) => isInForce(one, context.today))
      .map((one) => [nameOf(one.groupUnitId), one.memberName, latestOf(known.memberships, one.groupUnitId)]),
    people: accounts.flatMap(({ login, displayName, roles }) => {
      if (roles.some(({ role }) => separatedRoles.includes(role))) return []
      const listed = roles.filter(({ role, standsInFor }) => rosterRoles.includes(role) && standsInFor === undefined)
      if (listed.length === 0) return [[login, displayName, '', '']]
      return listed.map(({ role, unitId }) => [login, displayName, roleBook[role].words.zh, nameOf(unitId)])
    }),
  }
}

/** The day from which a group's members are what they are. */
function latestOf(memberships: KnownRoster['memberships'], groupUnitId: string): string {
  const own = memberships.filter((one) => one.groupUnitId === groupUnitId)
  return own.flatMap((one) => [one.from ?? '', one.until ?? '']).reduce((a, b) => (a > b ? a : b), '')
}
