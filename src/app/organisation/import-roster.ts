import { type Json, type Result, accept, canonicalJson, refuse } from '#core/kit'
import {
  isAllowed,
  type KnownRoster,
  planRoster,
  type RosterPlan,
  rosterSheets,
  type TextSheet,
} from '#core/organisation'
import type { Context, Stores } from '#app/kit'
import { changeUnit } from './edit-unit.ts'
import { changeMembers } from './set-members.ts'
import { type Change, recordUnitChanges } from './unit-changes.ts'

/** Reads a workbook to plain text cells, or refuses with a `reader.*` code; wired in main. */
export type ReadRoster = (bytes: Uint8Array) => Promise<Result<readonly TextSheet[]>>

/** What a roster would do, and the mark by which what is confirmed is known to be what was shown. */
export interface RosterCheck extends RosterPlan {
  readonly fingerprint: string
}

/** Shows what a roster would do, row by row, and does nothing. */
export async function checkRoster(
  context: Context,
  bytes: Uint8Array,
  readRoster: ReadRoster,
): Promise<Result<RosterCheck>> {
  const sheets = await rosterSheetsOf(context, bytes, readRoster)
  if (!sheets.ok) return sheets
  const plan = await context.read((stores) => planned(context, stores, sheets.value))
  return accept({ ...plan, fingerprint: fingerprintOf(context, plan) })
}

/** How much an import has done. */
export interface RosterDone {
  readonly units: number
  readonly groups: number
  readonly accounts: number
  readonly roles: number
}

/**
 * Does what was shown, all of it or nothing: where a row cannot be loaded, or the register has changed since it was shown, nothing is
 * written. Accounts are opened and roles proposed; they count from the security officer's confirmation. Once more, it changes nothing.
 */
export async function importRoster(
  context: Context,
  input: { readonly bytes: Uint8Array; readonly fingerprint: string },
  readRoster: ReadRoster,
): Promise<Result<RosterDone>> {
  const sheets = await rosterSheetsOf(context, input.bytes, readRoster)
  if (!sheets.ok) return sheets
  return context.transact(async (stores) => {
    const plan = await planned(context, stores, sheets.value)
    const refused = plan.lines.filter(({ outcome }) => outcome === 'refused').length
    if (refused > 0) return refuse('roster.refusedRows', { count: refused })
    if (fingerprintOf(context, plan) !== input.fingerprint) return refuse('roster.changedSince')
    const placed = await placeUnits(context, stores, plan)
    if (!placed.ok) return placed
    const roles = await openPeople(context, stores, plan)
    if (!roles.ok) return roles
    const opened = plan.people.filter(({ accountId }) => accountId === null).length
    const done = { units: plan.units.length, groups: plan.groups.length, accounts: opened, roles: roles.value }
    const entry = { action: 'roster.import', objectKind: 'region', objectId: context.regionId, body: { ...done } }
    await stores.audit.record(entry)
    return accept(done)
  })
}

const mayUnits = ({ actor, regionId }: Context): boolean => isAllowed(actor, 'unit.manage', { regionId })
const mayPeople = ({ actor, regionId }: Context): boolean => isAllowed(actor, 'account.manage', { regionId })

async function rosterSheetsOf(
  context: Context,
  bytes: Uint8Array,
  readRoster: ReadRoster,
): Promise<Result<readonly TextSheet[]>> {
  if (!mayUnits(context) && !mayPeople(context)) return refuse('right.denied', { action: 'unit.manage' })
  const sheets = await readRoster(bytes)
  if (!sheets.ok) return sheets
  const names = Object.values(rosterSheets).map(({ name }): string => name)
  return sheets.value.some(({ name }) => names.includes(name.trim())) ? sheets : refuse('roster.noSheet')
}

async function planned(context: Context, stores: Stores, sheets: readonly TextSheet[]): Promise<RosterPlan> {
  const known = await knownRoster(context, stores)
  return planRoster(sheets, known, (sheet) => (sheet === 'people' ? mayPeople(context) : mayUnits(context)))
}

/** What the region knows: units, memberships, accounts with roles that are held or wait to be. */
export async function knownRoster({ today }: Context, stores: Stores): Promise<KnownRoster> {
  const proposals = await stores.organisation.proposedGrants()
  const accounts = (await stores.organisation.accounts(today)).map((account) => ({
    ...account,
    roles: [
      ...account.roles,
      ...proposals.filter(({ accountId }) => accountId === account.accountId).map(({ grant }) => grant),
    ],
  }))
  const [units, memberships] = [await stores.register.registeredUnits(), await stores.register.memberships()]
  return { today, units, memberships, accounts }
}

function fingerprintOf(context: Context, { units, groups, people }: RosterPlan): string {
  return context.sha256(canonicalJson({ units, groups, people } as unknown as Json))
}

const REASON = '名册导入'
/** Rows that one statement writes. */
const AT_ONCE = 1000

async function placeUnits(context: Context, stores: Stores, plan: RosterPlan): Promise<Result<true>> {
  await addNewUnits(context, stores, plan)
  for (const step of plan.units) {
    const { unitId } = step
    if (unitId === null) continue
    const placed = await changeUnit(context, stores, { ...step, unitId, reason: REASON, kindOfChange: 'import' })
    if (!placed.ok) return placed
  }
  const ids = new Map((await stores.register.registeredUnits()).map(({ name, unitId }) => [name, unitId]))
  for (const { group, members, from } of plan.groups) {
    const memberUnitIds = members.map((name) => ids.get(name) ?? '')
    const groupUnitId = ids.get(group) ?? ''
    const change = { groupUnitId, memberUnitIds, from, reason: REASON, kind: 'import' } as const
    const placed = await changeMembers(context, stores, change)
    if (!placed.ok) return placed
  }
  return accept(true)
}

/** All new units in few statements; that their names are free the plan has shown, and a key of the table holds. */
async function addNewUnits(context: Context, stores: Stores, { units }: RosterPlan): Promise<void> {
  const added = units.filter(({ unitId }) => unitId === null).map((unit) => ({ ...unit, unitId: context.newId() }))
  for (let at = 0; at < added.length; at += AT_ONCE) {
    const some = added.slice(at, at + AT_ONCE)
    await stores.plans.addUnits(some, context.now)
    await stores.plans.addAliases(some.flatMap(({ unitId, aliases }) => aliases.map((alias) => ({ unitId, alias }))))
    const changes = some.map(({ unitId, name, aliases }): Change => {
      const changed = { name: ['', name], aliases: ['', aliases.join('、')] } as const
      return { unitId, kind: 'import', changed, reason: REASON }
    })
    await recordUnitChanges(context, stores, changes)
  }
}

/** Opens accounts without a password and proposes roles; answers how many were proposed. */
async function openPeople(context: Context, stores: Stores, { people }: RosterPlan): Promise<Result<number>> {
  const [at, by] = [context.now, context.actor.accountId]
  for (const { accountId: known, login, displayName, roles } of people) {
    const accountId = known ?? context.newId()
    if (known === null) {
      const row = { accountId, login, displayName, passwordHash: null, at }
      if (!(await stores.organisation.addAccount(row))) return refuse('account.alreadyExists', { login })
      await stores.audit.record({ action: 'account.add', objectKind: 'account', objectId: accountId, body: { login } })
    }
    for (const grant of roles)
      await stores.organisation.proposeGrant({ proposalId: context.newId(), accountId, grant, at, by })
  }
  return accept(people.reduce((sum, { roles }) => sum + roles.length, 0))
}
