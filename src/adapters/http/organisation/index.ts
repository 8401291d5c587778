import { deleteCookie, setCookie } from 'hono/cookie'
import type { Context as HonoContext } from 'hono'
import * as organisation from '#app/organisation'
import { type Result, accept, refuse } from '#core/kit'
import { entryGuard, type RoleGrant } from '#core/organisation'
import type { Context } from '#app/kit'
import { organisationContract as contract } from '#adapters/http/contract/organisation'
import {
  callerAddress,
  type GuatuHono,
  isLoopback,
  isSecure,
  register,
  type RequestExtras,
  sessionCookie,
} from '#adapters/http/kernel'
import { registerRoutes } from './register-routes.ts'
import { type RosterRouteOptions, rosterRoutes } from './roster-routes.ts'
import { successionRoutes } from './succession-routes.ts'

/** What these routes need beside the context: the server's own clock and the accounts of the sample district. */
export interface OrganisationRouteOptions extends RosterRouteOptions {
  readonly serverNow: () => string
  readonly sampleAccounts: (
    regionId: string,
  ) => Promise<readonly { login: string; displayName: string; password: string }[]>
}

/** Sign-in, who am I, units, accounts and roles. */
export function organisationRoutes(app: GuatuHono, options: OrganisationRouteOptions): void {
  sessionRoutes(app, options)
  accountRoutes(app, options)
  roleRoutes(app, options)
  logRoutes(app, options)
  registerRoutes(app)
  successionRoutes(app, options)
  rosterRoutes(app, options)
  register(app, contract.units, async (context) => {
    const units = await organisation.listUnits(context)
    return units.ok ? accept({ units: units.value.map((unit) => ({ ...unit, aliases: [...unit.aliases] })) }) : units
  })
  register(app, contract.moveClock, (context, { body }) => organisation.moveClock(context, body))
}

function sessionRoutes(app: GuatuHono, options: OrganisationRouteOptions): void {
  register(app, contract.me, async (context, _, { http }) => {
    const me = await organisation.readMe(context)
    if (!me.ok) return me
    const { region, account } = me.value
    const sampleAccounts = region.isSample && isLoopback(http) ? await options.sampleAccounts(region.regionId) : []
    const linkNotices = account ? await organisation.readLinkNotices(context, http.get('sessionTokenHash') ?? '') : []
    return accept({
      region: {
        regionId: region.regionId,
        name: region.name,
        isSample: region.isSample,
        timeZone: region.timeZone,
        now: context.now,
        today: context.today,
      },
      account: account && { accountId: account.accountId, login: account.login, displayName: account.displayName },
      roles: (account?.roles ?? []).map((role) => ({ ...role })),
      hasPassword: account?.hasPassword ?? false,
      linkNotices: [...linkNotices],
      sampleAccounts: [...sampleAccounts],
    })
  })
  register(app, contract.signIn, async (_, { body }, extras) => {
    const visitor = await extras.http.get('visitor')(body.region)
    if (!visitor) return refuse('region.notFound')
    return openSession(extras, await organisation.signIn(visitor, { ...body, ...origin(extras.http, options) }))
  })
  register(app, contract.openLink, async (_, { body }, extras) => {
    const visitor: Context | null = await extras.http.get('visitor')(body.region)
    if (!visitor) return refuse('region.notFound')
    return openSession(extras, await organisation.openLink(visitor, { ...body, ...origin(extras.http, options) }))
  })
  register(app, contract.signOut, async (context, _, { http }) => {
    const ended = await organisation.signOut(context, {
      tokenHash: http.get('sessionTokenHash') ?? '',
      serverNow: options.serverNow(),
    })
    if (!ended.ok) return ended
    deleteCookie(http, sessionCookie, { path: '/' })
    return accept({ done: true as const })
  })
}

function accountRoutes(app: GuatuHono, { serverNow }: OrganisationRouteOptions): void {
  register(app, contract.accounts, async (context) => {
    const accounts = await organisation.listAccounts(context)
    if (!accounts.ok) return accounts
    return accept({
      accounts: accounts.value.map((account) => ({
        ...account,
        roles: [...account.roles],
        guard: entryGuard(account.roles),
      })),
    })
  })
  register(app, contract.addAccount, (context, { body }) =>
    organisation.addAccount(context, { ...body, serverNow: serverNow() }),
  )
  register(app, contract.makeLink, (context, { params }) =>
    organisation.makeAccountLink(context, { ...params, serverNow: serverNow() }),
  )
  register(app, contract.disableAccount, async (context, { params }) =>
    done(await organisation.disableAccount(context, { ...params, serverNow: serverNow() })),
  )
  register(app, contract.releaseLink, (context, { params }) =>
    organisation.releaseLink(context, { ...params, serverNow: serverNow() }),
  )
}

function roleRoutes(app: GuatuHono, { serverNow }: OrganisationRouteOptions): void {
  register(app, contract.grantRole, (context, { params, body }) =>
    organisation.grantRole(context, { ...params, grant: body as RoleGrant, serverNow: serverNow() }),
  )
  register(app, contract.proposedGrants, async (context) => {
    const proposals = await organisation.listProposedGrants(context)
    if (!proposals.ok) return proposals
    return accept({
      proposals: proposals.value.map(({ grant, ...rest }) => ({ ...rest, role: grant.role })),
    })
  })
  register(app, contract.decideProposedGrants, (context, { body }) =>
    organisation.decideProposedGrants(context, { ...body, serverNow: serverNow() }),
  )
  register(app, contract.revokeRole, async (context, { params }) =>
    done(await organisation.revokeRole(context, params)),
  )
}

function logRoutes(app: GuatuHono, { serverNow }: OrganisationRouteOptions): void {
  register(app, contract.setPassword, async (context, { body }, { http }) => {
    const session = { tokenHash: http.get('sessionTokenHash') ?? '', serverNow: serverNow() }
    return done(await organisation.setPassword(context, { ...body, ...session }))
  })
  register(app, contract.dismissLinkNotices, async (context, _, { http }) => {
    const session = { tokenHash: http.get('sessionTokenHash') ?? '', serverNow: serverNow() }
    return done(await organisation.dismissLinkNotices(context, session))
  })
  register(app, contract.audit, async (context, { query }) => {
    const rows = await organisation.readAudit(context, query)
    return rows.ok ? accept({ rows: [...rows.value] }) : rows
  })
}

function done(result: Result<unknown>): Result<{ done: true }> {
  return result.ok ? accept({ done: true as const }) : result
}

function origin(
  http: HonoContext,
  options: OrganisationRouteOptions,
): { address: string; userAgent: string; serverNow: string } {
  return {
    address: callerAddress(http),
    userAgent: http.req.header('user-agent') ?? '',
    serverNow: options.serverNow(),
  }
}

function openSession({ http }: RequestExtras, session: Result<organisation.NewSession>): Result<{ done: true }> {
  if (!session.ok) return session
  setCookie(http, sessionCookie, session.value.cookie, {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure(http),
    expires: new Date(session.value.expiresAt),
  })
  return accept({ done: true as const })
}
