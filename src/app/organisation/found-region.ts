import { type Result, accept, refuse } from '#core/kit'
import type { Role } from '#core/organisation'
import type { Context, Stores } from '#app/kit'
import { makeLink } from './account-link.ts'

const FOUNDERS: readonly { readonly role: Role; readonly login: string; readonly displayName: string }[] = [
  { role: 'administrator', login: 'admin', displayName: '系统管理员' },
  { role: 'securityOfficer', login: 'security', displayName: '安全管理员' },
  { role: 'auditor', login: 'auditor', displayName: '审计员' },
]

/** What is said of a region when it is founded. `clockAt` gives a sample region its own clock. */
export interface NewRegion {
  readonly name: string
  readonly kind: 'province' | 'city' | 'county' | 'township' | 'zone'
  readonly timeZone: string
  readonly isSample: boolean
  readonly clockAt: string | null
  readonly serverNow: string
}

/**
 * Founds the context's region with its three separated persons, each with a one-time link that is answered here once. Called
 * by whoever runs the server, before anybody could have a right.
 */
export function foundRegion(
  context: Context,
  input: NewRegion,
): Promise<Result<readonly { role: Role; login: string; accountId: string; linkToken: string }[]>> {
  return context.transact(async (stores) => {
    if (!(await stores.organisation.addRegion({ ...input, at: input.serverNow }))) return refuse('region.alreadyExists')
    const founders = []
    for (const founder of FOUNDERS) founders.push(await addFounder(context, stores, founder, input.serverNow))
    const body = { name: input.name, isSample: input.isSample }
    await stores.audit.record({ action: 'region.found', objectKind: 'region', objectId: context.regionId, body })
    return accept(founders)
  })
}

async function addFounder(context: Context, stores: Stores, founder: (typeof FOUNDERS)[number], serverNow: string) {
  const accountId = context.newId()
  const { login, displayName, role } = founder
  await stores.organisation.addAccount({ accountId, login, displayName, passwordHash: null, at: serverNow })
  await stores.organisation.grantRole({ grantId: context.newId(), accountId, grant: { role }, at: serverNow, by: null })
  const linkToken = await makeLink(context, stores, accountId, serverNow)
  return { role, login, accountId, linkToken }
}
