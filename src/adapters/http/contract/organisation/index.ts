import { z } from 'zod'
import { endpoint } from '#adapters/http/contract/kit'

export { registerContract } from './register.ts'
export { rosterContract } from './roster.ts'
export type { RosterView } from './roster.ts'
export { successionContract } from './succession.ts'
export type { DelegationView, HandoverView, InHandView } from './succession.ts'
export type { RegisterUnit, UnitPost, UnitView } from './register.ts'

const roleSchema = z.enum([
  'administrator',
  'securityOfficer',
  'auditor',
  'coordinator',
  'inspector',
  'leader',
  'convener',
  'panelMember',
  'appealDecider',
  'reporter',
  'signer',
  'taskForceStaff',
])

const grantSchema = z.object({
  role: roleSchema,
  unitId: z.uuid().optional(),
  planId: z.uuid().optional(),
  taskForceNo: z.number().int().min(0).max(999).optional(),
})

const meSchema = z.object({
  region: z.object({
    regionId: z.string(),
    name: z.string(),
    isSample: z.boolean(),
    timeZone: z.string(),
    now: z.string(),
    today: z.string(),
  }),
  account: z.object({ accountId: z.string(), login: z.string(), displayName: z.string() }).nullable(),
  roles: z.array(
    grantSchema.extend({
      ...{ role: z.string(), unitName: z.string().nullable() },
      ...{ until: z.string().nullable(), standsInForName: z.string().nullable() },
    }),
  ),
  hasPassword: z.boolean(),
  /** Links that somebody made for this account and that its holder has not been told of. */
  linkNotices: z.array(z.object({ at: z.string(), byName: z.string().nullable(), usedAt: z.string().nullable() })),
  /** Accounts to try the sample district with; given to loopback callers only. */
  sampleAccounts: z.array(z.object({ login: z.string(), displayName: z.string(), password: z.string() })),
})

/** Who the page is shown to. */
export type Me = z.infer<typeof meSchema>

/** What opens the account beside a password: a link, a link with the security officer's code, or the server only. */
const guardSchema = z.enum(['link', 'linkAndCode', 'machine'])

const accountSchema = z.object({
  accountId: z.string(),
  login: z.string(),
  displayName: z.string(),
  disabledAt: z.string().nullable(),
  hasPassword: z.boolean(),
  hasOpenLink: z.boolean(),
  guard: guardSchema,
  roles: z.array(
    grantSchema.extend({
      ...{ role: z.string(), grantId: z.string(), unitName: z.string().nullable() },
      ...{ from: z.string().nullable(), until: z.string().nullable(), standsInForName: z.string().nullable() },
    }),
  ),
})

const proposedGrantSchema = z.object({
  proposalId: z.string(),
  accountId: z.string(),
  login: z.string(),
  role: z.string(),
  unitName: z.string().nullable(),
  proposedAt: z.string(),
  proposedByName: z.string().nullable(),
})

const accountId = z.object({ accountId: z.uuid() })
const linkSchema = z.object({ linkToken: z.string() })
const done = z.object({ done: z.literal(true) })

export const organisationContract = {
  me: endpoint({
    method: 'get',
    path: '/api/me',
    summary: 'Who is signed in, and the region',
    access: 'public',
    output: meSchema,
  }),
  signIn: endpoint({
    method: 'post',
    path: '/api/session',
    evenWhenFull: true,
    summary: 'Sign in by account name and password',
    access: 'public',
    body: z.object({
      login: z.string().trim().min(1).max(100),
      password: z.string().min(1).max(200),
      region: z.string().max(63).optional(),
    }),
    output: done,
  }),
  openLink: endpoint({
    method: 'post',
    path: '/api/session/link',
    evenWhenFull: true,
    summary: 'Sign in by a one-time link',
    access: 'public',
    body: z.object({
      token: z.string().min(20).max(200),
      region: z.string().max(63),
      /** The security officer's half, where the account asks for one. */
      code: z.string().trim().max(20).optional(),
    }),
    output: done,
  }),
  signOut: endpoint({ method: 'delete', path: '/api/session', evenWhenFull: true, summary: 'Sign out', output: done }),
  moveClock: endpoint({
    method: 'post',
    path: '/api/region/clock',
    summary: "Move the sample region's own clock forward",
    body: z.object({ to: z.iso.datetime() }),
    output: z.object({ now: z.string() }),
  }),
  units: endpoint({
    method: 'get',
    path: '/api/units',
    summary: 'All units in pinyin order',
    output: z.object({
      units: z.array(
        z.object({ unitId: z.string(), name: z.string(), kind: z.string(), aliases: z.array(z.string()) }),
      ),
    }),
  }),
  accounts: endpoint({
    method: 'get',
    path: '/api/accounts',
    summary: 'All accounts with their roles',
    output: z.object({ accounts: z.array(accountSchema) }),
  }),
  addAccount: endpoint({
    method: 'post',
    path: '/api/accounts',
    summary: 'Open an account; answers its one-time link once',
    body: z.object({ login: z.string().trim().min(1).max(100), displayName: z.string().trim().min(1).max(100) }),
    output: accountId.extend(linkSchema.shape),
  }),
  makeLink: endpoint({
    method: 'post',
    path: '/api/accounts/{accountId}/link',
    summary: 'Make a new one-time link',
    params: accountId,
    output: linkSchema.extend({ needsCode: z.boolean() }),
  }),
  releaseLink: endpoint({
    method: 'post',
    path: '/api/accounts/{accountId}/release',
    summary: 'Give the code that a guarded account asks for beside its link; answers it once',
    params: accountId,
    output: z.object({ code: z.string() }),
  }),
  disableAccount: endpoint({
    method: 'post',
    path: '/api/accounts/{accountId}/disable',
    summary: 'Disable an account and end its sessions',
    params: accountId,
    output: done,
  }),
  grantRole: endpoint({
    method: 'post',
    path: '/api/accounts/{accountId}/roles',
    summary: 'Give a role',
    params: accountId,
    body: grantSchema,
    output: z.object({ grantId: z.string(), code: z.string().nullable() }),
  }),
  proposedGrants: endpoint({
    method: 'get',
    path: '/api/proposed-grants',
    summary: 'Roles proposed together with accounts, waiting for the security officer',
    output: z.object({ proposals: z.array(proposedGrantSchema) }),
  }),
  decideProposedGrants: endpoint({
    method: 'post',
    path: '/api/proposed-grants/decision',
    summary: 'Confirm or refuse proposed roles, all that are named or none',
    body: z.object({ proposalIds: z.array(z.uuid()).min(1).max(2000), confirm: z.boolean() }),
    output: z.object({ decided: z.number() }),
  }),
  setPassword: endpoint({
    method: 'post',
    path: '/api/me/password',
    summary: "Set one's own password; the present one is asked for unless one came in by a link",
    body: z.object({ password: z.string().max(200), oldPassword: z.string().max(200).optional() }),
    output: done,
  }),
  dismissLinkNotices: endpoint({
    method: 'post',
    path: '/api/me/link-notices/seen',
    summary: 'The holder has seen which links were made for his account',
    output: done,
  }),
  audit: endpoint({
    method: 'get',
    path: '/api/audit',
    summary: 'The log, newest first, a hundred rows at a time',
    query: z.object({
      before: z.uuid().optional(),
      action: z.string().max(60).optional(),
      object: z.string().max(100).optional(),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          auditId: z.string(),
          at: z.string(),
          actorName: z.string().nullable(),
          action: z.string(),
          objectKind: z.string(),
          objectId: z.string(),
          body: z.string(),
          chainSeq: z.number().nullable(),
        }),
      ),
    }),
  }),
  revokeRole: endpoint({
    method: 'delete',
    path: '/api/roles/{grantId}',
    summary: 'Take a role back',
    params: z.object({ grantId: z.uuid() }),
    output: done,
  }),
} as const
