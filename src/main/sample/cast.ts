import {
  addAccount,
  decideProposedGrants,
  dismissLinkNotices,
  foundRegion,
  grantRole,
  listAccounts,
  listProposedGrants,
  setPassword,
} from '#app/organisation'
import { openUnitAccounts, type PlanPage } from '#app/plan'
import { invariant } from '#core/kit'
import type { RoleGrant } from '#core/organisation'
import type { House, SampleAccount } from '#main/server'
import { momentOf, type SamplePerson, sampleRegion, type Stage, told } from './sample-region.ts'

/** The three persons with whom a region begins. */
export interface Founders {
  readonly administrator: SamplePerson
  readonly securityOfficer: SamplePerson
  readonly auditor: SamplePerson
}

/** Founds the region; its clock stands at the beginning of the story. */
export async function foundSample(house: House, stage: Stage, start: string): Promise<Founders> {
  const nobody = { accountId: '', login: '', displayName: '', roles: [] }
  const { name, timeZone } = sampleRegion
  const region = {
    name,
    kind: 'county',
    timeZone,
    isSample: true,
    clockAt: start,
    serverNow: house.serverNow(),
  } as const
  const founders = told(await foundRegion(stage(nobody, start), region), 'found the region')
  const idOf = (role: 'administrator' | 'securityOfficer' | 'auditor'): string => {
    const founder = founders.find((one) => one.role === role)
    invariant(founder, `no ${role}`)
    return founder.accountId
  }
  const administrator = { ...nobody, accountId: idOf('administrator'), roles: [{ role: 'administrator' }] } as const
  const accounts = told(await listAccounts(stage(administrator, start)), 'list the founders')
  const person = (role: 'administrator' | 'securityOfficer' | 'auditor'): SamplePerson => {
    const account = accounts.find((one) => one.accountId === idOf(role))
    invariant(account, `no account of the ${role}`)
    return { accountId: account.accountId, login: account.login, displayName: account.displayName, roles: [{ role }] }
  }
  return {
    administrator: person('administrator'),
    securityOfficer: person('securityOfficer'),
    auditor: person('auditor'),
  }
}

/** Opens an account and gives it its role, as the administrator and the security officer do it. */
export async function castPerson(
  house: House,
  stage: Stage,
  founders: Founders,
  as: { readonly login: string; readonly displayName: string; readonly grant: RoleGrant },
): Promise<SamplePerson> {
  const at = momentOf('2026-01-20')
  const account = { login: as.login, displayName: as.displayName, serverNow: house.serverNow() }
  const { accountId } = told(await addAccount(stage(founders.administrator, at), account), `open ${as.login}`)
  const granting = { accountId, grant: as.grant, serverNow: house.serverNow() }
  told(await grantRole(stage(founders.securityOfficer, at), granting), `grant ${as.login}`)
  return { accountId, login: as.login, displayName: as.displayName, roles: [as.grant] }
}

/** Everybody of the sample district once the plan is out. */
export interface Cast extends Founders {
  readonly coordinator: SamplePerson
  readonly secondCoordinator: SamplePerson
  readonly inspector: SamplePerson
  readonly leader: SamplePerson
  readonly panel: readonly SamplePerson[]
  /** Task-force offices by campaign number. */
  readonly staff: ReadonlyMap<number, SamplePerson>
  /** Reporters and signers by unit id; a handover or a stand-in puts another in the place. */
  readonly reporters: Map<string, SamplePerson>
  readonly signers: Map<string, SamplePerson>
  readonly unitIds: ReadonlyMap<string, string>
}

/** Opens the accounts that follow from the published plan: units, task-force offices, panel. */
export async function castPlan(
  house: House,
  stage: Stage,
  known: Omit<Cast, 'panel' | 'staff' | 'reporters' | 'signers' | 'unitIds'>,
  page: PlanPage,
): Promise<Cast> {
  const { planId } = page.plan
  const administrator = stage(known.administrator, momentOf('2026-01-21'))
  told(await openUnitAccounts(administrator, { planId, serverNow: house.serverNow() }), 'open the units’ accounts')
  const securityOfficer = stage(known.securityOfficer, momentOf('2026-01-21'))
  const proposed = told(await listProposedGrants(securityOfficer), 'list the proposed roles')
  const proposalIds = proposed.map((proposal) => proposal.proposalId)
  const ruling = { proposalIds, confirm: true, serverNow: house.serverNow() }
  told(await decideProposedGrants(securityOfficer, ruling), 'confirm the proposed roles')
  const staff = new Map<number, SamplePerson>()
  for (const { no, name } of page.campaigns) {
    const grant = { role: 'taskForceStaff', planId, taskForceNo: no } as const
    staff.set(no, await castPerson(house, stage, known, { login: `zb${no}`, displayName: `${name}专班办公室`, grant }))
  }
  const panel = []
  for (const [index, displayName] of ['评委甲', '评委乙', '评委丙'].entries()) {
    const grant = { role: 'panelMember', planId } as const
    panel.push(await castPerson(house, stage, known, { login: `pw${index + 1}`, displayName, grant }))
  }
  const accounts = told(await listAccounts(administrator), 'list the accounts')
  const holders = (role: string) =>
    new Map<string, SamplePerson>(
      accounts.flatMap((account) =>
        account.roles.flatMap((grant) =>
          grant.role === role && grant.unitId ? [[grant.unitId, account] as const] : [],
        ),
      ),
    )
  const unitIds = new Map(page.units.map((unit) => [unit.name, unit.unitId]))
  return { ...known, panel, staff, reporters: holders('reporter'), signers: holders('signer'), unitIds }
}

/** Gives the accounts that visitors may try a password each, random for this data folder. */
export async function givePasswords(stage: Stage, people: readonly SamplePerson[]): Promise<readonly SampleAccount[]> {
  const accounts: SampleAccount[] = []
  for (const person of people) {
    const context = stage(person, momentOf('2026-01-21'))
    const password = context.secrets
      .newToken()
      .replace(/[^A-Za-z0-9]/g, '')
      .slice(0, 14)
    const own = { tokenHash: '', serverNow: context.now }
    told(await setPassword(context, { password, ...own }), `password of ${person.login}`)
    told(await dismissLinkNotices(context, own), `links of ${person.login}`)
    accounts.push({ login: person.login, displayName: person.displayName, password })
  }
  return accounts
}
