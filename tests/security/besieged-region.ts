import { randomUUID } from 'node:crypto'
import { sha256Text } from '#adapters/secrets'
import { sessionCookie } from '#adapters/http/kernel'
import type { RoleGrant } from '#core/organisation'
import { insertSmallPlan, type SmallPlan } from '../support/small-plan.ts'
import { openTestHouse, type TestHouse } from '../support/test-house.ts'

/** A request as an attacker may send it: any header, any body. */
export interface RawRequest {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: BodyInit
}

/** The small plan's region under attack: people of any roles, and requests that no page would send. */
export interface BesiegedRegion {
  readonly test: TestHouse
  readonly plan: SmallPlan
  /** Adds a person; no role is checked against the others. */
  person(name: string, ...roles: RoleGrant[]): Promise<string>
  /** The cookie of a session of an account. */
  cookieOf(accountId: string): Promise<string>
  raw(path: string, request?: RawRequest): Promise<Response>
  /** A JSON request of a signed-in person (null = a visitor), as our own pages send it. */
  send(accountId: string | null, method: string, path: string, body?: unknown): Promise<Response>
}

const AT = '2026-01-05T01:00:00.000Z'
export const ORIGIN = 'http://guatu.test'

/** Opens a house with one small plan; close `test` afterwards. */
export async function openBesiegedRegion(): Promise<BesiegedRegion> {
  const test = await openTestHouse()
  const plan = await insertSmallPlan(test)
  const { regionId: region_id } = plan.region
  const raw: BesiegedRegion['raw'] = (path, { method = 'GET', headers = {}, body } = {}) =>
    Promise.resolve(
      test.app.request(`${ORIGIN}${path}`, {
        ...{ method, headers: { host: 'guatu.test', ...headers } },
        ...(body === undefined ? {} : { body }),
      }),
    )
  const cookieOf = async (account_id: string): Promise<string> => {
    const token = randomUUID()
    const life = { created_at: AT, last_seen_at: AT, expires_at: '2026-12-31T00:00:00.000Z' }
    await test.database.owner
      .insertInto('session')
      .values({ region_id, token_hash: sha256Text(token), account_id, ...life })
      .execute()
    return `${sessionCookie}=${region_id}.${token}`
  }
  const cookies = new Map<string, string>()
  return {
    ...{ test, plan, raw, cookieOf },
    async person(name, ...roles) {
      const account_id = randomUUID()
      const account = { region_id, account_id, login: name, display_name: name, created_at: AT }
      await test.database.owner.insertInto('account').values(account).execute()
      const grants = roles.map(({ role, unitId, planId, taskForceNo }) => ({
        ...{ region_id, grant_id: randomUUID(), account_id, role, granted_at: AT },
        ...{ unit_id: unitId ?? null, plan_id: planId ?? null, task_force_no: taskForceNo ?? null },
      }))
      if (grants.length > 0) await test.database.owner.insertInto('account_role').values(grants).execute()
      return account_id
    },
    async send(accountId, method, path, body) {
      const headers: Record<string, string> = { origin: ORIGIN }
      if (accountId !== null) {
        const cookie = cookies.get(accountId) ?? (await cookieOf(accountId))
        cookies.set(accountId, cookie)
        headers['cookie'] = cookie
      }
      if (body instanceof FormData) return raw(path, { method, headers, body })
      if (body !== undefined) headers['content-type'] = 'application/json'
      return raw(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    },
  }
}

/** A form with one file, as a page sends it. */
export function formWith(fileName: string, content: BlobPart, fields: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData()
  form.set('file', new File([content], fileName))
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}
