import type { Words } from '#core/kit'
import { foldLoginName, newLoginName } from '../login-name.ts'
import { checkGrant, roleBook, separatedRoles } from '../roles.ts'
import type { Role, RoleGrant } from '../types.ts'
import { refusedLine, type RosterRow } from './read-roster-rows.ts'
import { rosterRoles } from './roster-shape.data.ts'
import type { KnownRoster, PersonStep, RosterLine } from './roster-types.ts'

/** An account while the sheet is read: as it stands, or as an earlier row opens it. */
interface Person {
  readonly accountId: string | null
  readonly login: string
  readonly displayName: string
  readonly held: RoleGrant[]
  readonly proposed: { readonly role: Role; readonly unitId?: string }[]
  /** The row that stated each role. */
  readonly rows: Map<string, number>
}

/** What the sheet of people would do: accounts that are opened, roles that are proposed. */
export function planPeople(
  rows: readonly RosterRow[],
  known: KnownRoster,
): { readonly lines: readonly RosterLine[]; readonly steps: readonly PersonStep[] } {
  const people = new Map<string, Person>()
  const units = new Map<string, string>()
  for (const unit of known.units.filter(({ endedAt }) => endedAt === null))
    for (const name of [unit.name, ...unit.aliases]) units.set(name, unit.unitId)
  const accounts = new Map(known.accounts.map((account) => [foldLoginName(account.login), account]))
  const lines = rows.map((row) => planPerson(row, { people, units, accounts }))
  const changed = [...people.values()].filter((one) => one.accountId === null || one.proposed.length > 0)
  const steps = changed.map(({ accountId, login, displayName, proposed }) => ({
    ...{ accountId, login, displayName, roles: proposed },
  }))
  return { lines, steps }
}

interface PeopleFacts {
  readonly people: Map<string, Person>
  readonly units: ReadonlyMap<string, string>
  readonly accounts: ReadonlyMap<string, KnownRoster['accounts'][number]>
}

function planPerson(row: RosterRow, { people, units, accounts }: PeopleFacts): RosterLine {
  const [login, displayName] = [row.cell('账号'), row.cell('称谓')]
  const at = { sheet: 'people', row: row.number, what: [login, row.cell('角色')].join(' ').trim() } as const
  if (login === '') return refusedLine(at, '账号', 'roster.missing', { column: '账号' })
  if (displayName === '') return refusedLine(at, '称谓', 'roster.missing', { column: '称谓' })
  const named = newLoginName(login)
  if (!named.ok) return refusedLine(at, '账号', named.refusal.code)
  const account = accounts.get(named.value)
  if (account && account.disabledAt !== null) return refusedLine(at, '账号', 'roster.accountDisabled', { login })
  const before = people.get(named.value)
  const called = before?.displayName ?? account?.displayName
  if (called !== undefined && called !== displayName)
    return refusedLine(at, '称谓', 'roster.nameDiffers', { login, known: called })
  const person = before ?? {
    ...{ accountId: account?.accountId ?? null, login: named.value, displayName, proposed: [], rows: new Map() },
    held: [...(account?.roles ?? [])],
  }
  const fault = proposeRole(row, person, units, at)
  if (fault !== null && 'outcome' in fault) return fault
  people.set(named.value, person)
  const isOpened = person.accountId === null && before === undefined
  const outcome = isOpened ? 'new' : fault === null ? 'unchanged' : 'changed'
  const parts: readonly Words[] = [
    ...(isOpened ? [{ zh: '开户', en: 'account opened' }] : []),
    ...(fault === null ? [] : [{ zh: '提请授权', en: 'role proposed' }]),
  ]
  const words = { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') }
  return { ...at, outcome, words, column: null, refusal: null }
}

/** Notes the role that a row asks for; null = none that is not held already. */
function proposeRole(
  row: RosterRow,
  person: Person,
  units: ReadonlyMap<string, string>,
  at: Pick<RosterLine, 'sheet' | 'row' | 'what'>,
): RosterLine | { readonly proposed: true } | null {
  const [word, unitName] = [row.cell('角色'), row.cell('单位')]
  if (word === '') return unitName === '' ? null : refusedLine(at, '角色', 'roster.missing', { column: '角色' })
  const role = (Object.keys(roleBook) as Role[]).find((one) => one === word || roleBook[one].words.zh === word)
  if (role === undefined) return refusedLine(at, '角色', 'roster.roleUnknown', { role: word })
  if (separatedRoles.includes(role)) return refusedLine(at, '角色', 'roster.roleSeparated', { role: word })
  if (!rosterRoles.includes(role)) return refusedLine(at, '角色', 'roster.roleElsewhere', { role: word })
  const unitId = units.get(unitName)
  if (unitName !== '' && unitId === undefined) return refusedLine(at, '单位', 'roster.unitUnknown', { name: unitName })
  if (roleBook[role].bound === 'unit' && unitId === undefined)
    return refusedLine(at, '单位', 'roster.missing', { column: '单位' })
  const grant = { role, ...(unitId === undefined ? {} : { unitId }) }
  const key = `${role} ${unitId ?? ''}`
  const earlier = person.rows.get(key)
  if (earlier !== undefined) return refusedLine(at, '角色', 'roster.twice', { row: earlier })
  person.rows.set(key, row.number)
  if (person.held.some((one) => one.role === role && one.unitId === unitId && one.standsInFor === undefined))
    return null
  const fits = checkGrant(person.held, grant)
  if (!fits.ok) return refusedLine(at, '角色', fits.refusal.code)
  person.held.push(grant)
  person.proposed.push(grant)
  return { proposed: true }
}
