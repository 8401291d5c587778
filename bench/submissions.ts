import { randomUUID } from 'node:crypto'
import { Client, signInSample } from './kit/client.ts'

/** One submission as a reporter's page sends it: his cookie, the key of the request, the body. */
export interface Submission {
  readonly cookie: string
  readonly key: string
  readonly body: string
  /** Where there is a photograph: the report that it is attached to first. */
  readonly photo: { readonly cadenceId: string; readonly periodId: string; readonly itemId: string } | null
}

/** One report in so many comes with a photograph. */
const PHOTO_EACH = 4

interface PeriodLine {
  readonly itemId: string
  readonly unitId: string
  readonly item: {
    readonly kind: string
    readonly figureBy: 'stated' | 'parts' | 'rows'
    readonly target: { readonly unit: string } | null
  }
  readonly last: { readonly value: string | null } | null
}

interface CadenceList {
  readonly cadences: readonly {
    readonly cadence: { readonly cadenceId: string; readonly planId: string; readonly planYear: number }
    readonly periods: readonly { readonly periodId: string }[]
  }[]
}

interface AccountList {
  readonly accounts: readonly {
    readonly accountId: string
    readonly disabledAt: string | null
    readonly roles: readonly { readonly role: string; readonly unitId?: string }[]
  }[]
}

/** A paragraph of the usual length. */
const PARAGRAPH =
  '本旬按计划推进，已完成现场踏勘和资料核对，牵头单位每周会商一次，未发现影响年度目标的新情况，下旬继续按节点实施。'

/**
 * Opens periods in a region until there are so many lines to report, signs their units' reporters in by one-time links, and answers
 * one submission for each line. Everything goes through the API, as people do it.
 */
export async function openLines(
  url: string,
  folder: string,
  region: string,
  count: number,
): Promise<readonly Submission[]> {
  const office = await signInSample(url, folder, 'xietiao', region)
  const administrator = await signInSample(url, folder, 'admin', region)
  const { accounts } = await administrator.ask<AccountList>('GET', '/api/accounts')
  const cookies = new Map<string, string>()
  const submissions: Submission[] = []
  for await (const { cadenceId, periodId, lines } of openedPeriods(office)) {
    for (const line of lines) {
      const account = accounts.find(
        ({ disabledAt, roles }) =>
          disabledAt === null &&
          roles.some((grant) => grant.role === 'reporter' && grant.unitId === line.unitId) &&
          roles.every(({ role }) => role === 'reporter' || role === 'signer'),
      )
      if (!account) continue
      const cookie =
        cookies.get(line.unitId) ?? (await reporterCookie(url, { administrator, region, accountId: account.accountId }))
      cookies.set(line.unitId, cookie)
      const photo = submissions.length % PHOTO_EACH === 0 ? { cadenceId, periodId, itemId: line.itemId } : null
      submissions.push({ cookie, key: randomUUID(), photo, body: bodyOf({ cadenceId, periodId }, line, photo ? 1 : 0) })
      if (submissions.length === count) return shuffled(submissions)
    }
  }
  throw new Error('no period to open')
}

/** The periods after those that are there, the ones with the most lines first; then those of the years after. */
async function* openedPeriods(office: Client) {
  const { cadences } = await office.ask<CadenceList>('GET', '/api/cadences')
  const [newest] = [...cadences].sort((a, b) => b.cadence.planYear - a.cadence.planYear)
  if (!newest) throw new Error('the region has no cadence')
  const { cadenceId, planYear } = newest.cadence
  const last =
    newest.periods
      .map((period) => period.periodId)
      .sort()
      .at(-1) ?? ''
  for (let year = planYear; ; year += 1) {
    for (let dekad = 36; dekad > 0; dekad -= 3) {
      const periodId = `${year}-D${String(dekad).padStart(2, '0')}`
      if (periodId <= last) continue
      const address = `/api/cadences/${cadenceId}/periods/${periodId}`
      await office.ask('POST', `${address}/open`)
      const { lines } = await office.ask<{ lines: readonly PeriodLine[] }>('GET', address)
      yield { cadenceId, periodId, lines }
    }
  }
}

async function reporterCookie(
  url: string,
  { administrator, region, accountId }: { administrator: Client; region: string; accountId: string },
): Promise<string> {
  const { linkToken } = await administrator.ask<{ linkToken: string }>('POST', `/api/accounts/${accountId}/link`)
  return (await new Client(url).signIn('/api/session/link', { token: linkToken, region })).cookie
}

function bodyOf(
  period: { cadenceId: string; periodId: string },
  { itemId, item, last }: PeriodLine,
  revision: number,
): string {
  const figure = item.kind === 'indicator' ? (last?.value ?? '1') : null
  const said = {
    ...{ figure: item.figureBy === 'stated' ? figure : null, noChange: false, claim: 'onPace', paragraph: PARAGRAPH },
    ...{
      blockage: null,
      nodesDone: [],
      parts: item.figureBy === 'parts' ? partsOf(figure ?? '1', item.target?.unit) : null,
    },
  }
  return JSON.stringify({ reports: [{ ...period, itemId, revision, said }] })
}

/** The parts of a rate out of a hundred or a thousand, and whom it leaves out. */
function partsOf(rate: string, unit: string | undefined) {
  const whole = unit === '‰' ? 1000 : 100
  const uncovered = Number(rate) <= whole - 1 ? ['其余'] : []
  return {
    ...{ numerator: rate, denominator: String(whole), keptBy: '台账单位', asOf: '2026-01-01', document: '台账' },
    uncovered,
  }
}

/** Units in a mixed order, as they come: clients next to each other must not all be of one unit. The same order every time. */
function shuffled<T>(things: readonly T[]): readonly T[] {
  const step = 97
  const order = things.map((thing, index) => ({ thing, at: (index * step) % things.length }))
  return order.sort((a, b) => a.at - b.at).map(({ thing }) => thing)
}
