import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PersonName } from '../support/reporting-plan.ts'
import { serveProduct } from '../support/served-product.ts'
import { shiftedClock, stopClockAt } from '../support/shifted-clock.ts'
import { type District, foundDistricts, lookInto } from '../torture/districts.ts'

const BEGIN = '2026-03-10T15:59:59Z'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guatu-clocks-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A product whose server stands in a zone and whose clock is set by the test; the region has no clock of its own. */
async function openClockmaker(zone: string) {
  const clock = join(folder, zone.replace('/', '-'))
  await stopClockAt(clock, BEGIN)
  const found: District[] = []
  const product = await serveProduct(
    [],
    async (dataFolder) => {
      found.push(...(await foundDistricts(dataFolder, 1, 'http://127.0.0.1:9/')))
      await lookInto(dataFolder, ({ database }) => sql`update region set clock_at = null`.execute(database.owner))
    },
    { TZ: zone, ...shiftedClock(clock) },
  )
  const [district] = found
  if (!district) throw new Error('there is no region')
  const ask = async (person: PersonName, path: string, body?: unknown) => {
    const answer = await fetch(new URL(path, product.url), {
      method: 'POST',
      headers: {
        ...{ cookie: district.cookies[person], origin: new URL(product.url).origin },
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return (await answer.json()) as Record<string, unknown>
  }
  return { product, district, ask, at: (instant: string) => stopClockAt(clock, instant) }
}

type Clockmaker = Awaited<ReturnType<typeof openClockmaker>>

const moved = (instant: string, seconds: number): string => new Date(Date.parse(instant) + seconds * 1000).toISOString()

/** Plays a dekad whose clock jumps: on to just after the due moment, back again, and far ahead; answers everything that was said. */
async function playDekad({ district, ask, at }: Clockmaker, periodId: string, opensAt: string) {
  const { cadenceId, items } = district
  const path = `/api/cadences/${cadenceId}/periods/${periodId}`
  const submit = async (person: PersonName, item: keyof District['items'], figure: string | null) => {
    const said = { figure, noChange: false, claim: 'onPace', paragraph: '', blockage: null, nodesDone: [] }
    const body = { reports: [{ cadenceId, periodId, itemId: items[item], revision: 0, said }] }
    const { outcomes, code } = await ask(person, '/api/reports/submit', body)
    return code ?? (outcomes as { done: { late: boolean } | null }[])[0]?.done?.late
  }
  await at(opensAt)
  const opened = await ask('coordinator', `${path}/open`)
  const dueAt = String(opened['dueAt'])
  await at(dueAt)
  const onTheDot = await submit('tradeReporter', 'visits', '1000')
  await at(moved(dueAt, 1))
  const after = await submit('tradeReporter', 'deals', '1')
  await at(moved(dueAt, -1))
  const before = await submit('buildReporter', 'park', null)
  const sign = (person: PersonName, ...names: readonly (keyof District['items'])[]) =>
    ask(person, '/api/reports/sign', {
      reports: names.map((name) => ({ cadenceId, periodId, itemId: items[name], revision: 1 })),
    })
  await sign('tradeSigner', 'visits', 'deals')
  await sign('buildSigner', 'park')
  const tooEarly = (await ask('coordinator', `${path}/close`))['code']
  await at(moved(dueAt, 86_400 * 2))
  const closed = await ask('coordinator', `${path}/close`)
  await at(moved(dueAt, 86_400))
  const { seq } = await ask('coordinator', `${path}/seal`)
  return { dueAt, late: { onTheDot, after, before }, tooEarly, closed, seq }
}

async function playIn(zone: string) {
  const maker = await openClockmaker(zone)
  try {
    const said = []
    // The last second of a dekad; of a year, whose last day lies in a 53rd week; of a leap day; and a dekad of the past once more.
    for (const [periodId, opensAt] of [
      ['2026-D07', BEGIN],
      ['2026-D36', '2026-12-31T15:59:59Z'],
      ['2028-D06', '2028-02-29T15:59:59Z'],
      ['2027-D01', '2027-01-10T15:59:59Z'],
    ] as const)
      said.push(await playDekad(maker, periodId, opensAt))
    return { said, verified: await maker.product.guatu('verify') }
  } finally {
    await maker.product.remove()
  }
}

it('is moved by jumps of its clock as little as by the zone in which the server stands', async () => {
  const [utc, newYork] = await Promise.all([playIn('UTC'), playIn('America/New_York')])
  expect(newYork.said).toEqual(utc.said)
  expect([utc.verified.code, newYork.verified.code]).toEqual([0, 0])
  expect(utc.said.map(({ dueAt }) => dueAt)).toEqual([
    ...['2026-03-11T10:00:00.000Z', '2027-01-04T10:00:00.000Z', '2028-03-01T10:00:00.000Z', '2027-01-11T10:00:00.000Z'],
  ])
  expect(utc.said.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
  for (const { late, tooEarly, closed } of utc.said) {
    expect(late).toEqual({ onTheDot: false, after: true, before: false })
    expect(tooEarly).toBe('period.notDue')
    // What came in time waits for its acceptor; what came a second late does not.
    expect(closed).toMatchObject({ counted: 0, pending: 2 })
  }
}, 300_000)
