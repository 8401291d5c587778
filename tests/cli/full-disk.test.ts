import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { RESERVE_BYTES } from '#adapters/disk'
import type { PersonName } from '../support/reporting-plan.ts'
import { runGuatu } from '../support/run-guatu.ts'
import { type ServedProduct, serveProduct } from '../support/served-product.ts'
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.ts'
import { type District, foundDistricts } from '../torture/districts.ts'

vi.setConfig({ testTimeout: 300_000 })
const DISK_MEGABYTES = 448
const PERIOD = '2026-D01'

let folder: string
let disk: SmallDisk | undefined
let refused = ''
let product: ServedProduct
let district: District
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guatu-disk-'))
  const mounted = mountSmallDisk(folder, DISK_MEGABYTES)
  if ('refused' in mounted) {
    refused = mounted.refused
    return
  }
  disk = mounted
  vi.stubEnv('TMPDIR', folder)
  try {
    product = await serveProduct([], async (dataFolder) => {
      const [found] = await foundDistricts(dataFolder, 1, 'http://127.0.0.1:9/')
      if (found) district = found
    })
  } finally {
    // The worker goes on with other files, whose folders are not on this disk.
    vi.unstubAllEnvs()
  }
  await ask('coordinator', 'POST', `${period()}/open`)
})
afterAll(async () => {
  await disk?.empty()
  await product?.remove()
  disk?.unmount()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(({ skip }) => {
  if (disk === undefined) skip(`there is no small disk to fill here: ${refused}`)
})

function small(): SmallDisk {
  if (disk === undefined) throw new Error('there is no small disk')
  return disk
}

const period = (): string => `/api/cadences/${district.cadenceId}/periods/${PERIOD}`

async function ask(
  person: PersonName | null,
  method: string,
  path: string,
  { body, key, language = 'zh' }: { readonly body?: unknown; readonly key?: string; readonly language?: string } = {},
) {
  const isForm = body instanceof FormData
  const answer = await fetch(new URL(path, product.url), {
    method,
    headers: {
      ...{ origin: new URL(product.url).origin, 'accept-language': language },
      ...(person === null ? {} : { cookie: district.cookies[person] }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  })
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> }
}

const saying = (item: keyof District['items'], figure: string, revision = 0) => ({
  ...{ cadenceId: district.cadenceId, periodId: PERIOD, itemId: district.items[item], revision },
  said: { figure, noChange: false, claim: 'onPace', paragraph: '', blockage: null, nodesDone: [] },
})

function submit(item: keyof District['items'], figure: string, key: string, language?: string) {
  const body = { reports: [saying(item, figure)] }
  return ask('tradeReporter', 'POST', '/api/reports/submit', { body, key, ...(language ? { language } : {}) })
}

async function stored(item: keyof District['items']) {
  const { status, json } = await ask('coordinator', 'GET', period())
  expect(status).toBe(200)
  const lines = json['lines'] as { itemId: string; report: { figure: string; revision: number } | null }[]
  return lines.find(({ itemId }) => itemId === district.items[item])?.report ?? null
}

it('below the reserve refuses writes in words of both languages and goes on reading; with room again it takes them', async () => {
  expect((await submit('visits', '3', randomUUID())).status).toBe(200)
  await small().fillUpTo(RESERVE_BYTES - 8 * 1024 * 1024)
  const key = randomUUID()
  expect(await submit('deals', '1', key)).toMatchObject({
    status: 507,
    json: { code: 'server.diskFull', title: expect.stringMatching(/磁盘将满.*清理磁盘/) },
  })
  expect(await submit('deals', '1', key, 'en')).toMatchObject({
    json: { title: expect.stringMatching(/nearly full.*free space/) },
  })
  const form = new FormData()
  for (const [name, value] of Object.entries(saying('deals', '1'))) form.set(name, String(value))
  form.set('file', new File(['台账'], '台账.txt'))
  expect((await ask('tradeReporter', 'POST', '/api/reports/files', { body: form })).status).toBe(507)
  expect(await stored('visits')).toMatchObject({ figure: '3' })
  expect(await stored('deals')).toBeNull()
  expect(await ask(null, 'GET', '/healthz')).toMatchObject({ status: 200, json: { status: 'diskFull' } })
  const stranger = { login: 'nobody', password: 'wrong' }
  expect((await ask(null, 'POST', '/api/session', { body: stranger })).status, 'the door stays open').toBe(401)
  await small().empty()
  expect((await submit('deals', '1', key)).status).toBe(200)
  expect(await stored('deals')).toMatchObject({ figure: '1', revision: 1 })
})

it('loses nothing that it acknowledged while somebody else fills the disk to its last byte, and recovers', async () => {
  let revision = 0
  const told = { isFull: false }
  const writing = (async () => {
    while (!told.isFull) {
      const body = saying('park', '', revision)
      const { status } = await ask('buildReporter', 'PUT', '/api/reports/draft', {
        body: { ...body, said: { ...body.said, figure: null, paragraph: '会商。'.repeat(500) } },
      })
      if (status === 200) revision += 1
      else expect([507, 503]).toContain(status)
    }
  })()
  await small().fillUpTo(0)
  expect(await small().free()).toBe(0)
  expect((await ask('buildReporter', 'PUT', '/api/reports/draft', { body: saying('park', '') })).status).toBe(507)
  told.isFull = true
  await writing
  expect(revision).toBeGreaterThan(0)
  await small().empty()
  const recovered = async () => {
    const body = saying('park', '', revision)
    return (
      await ask('buildReporter', 'PUT', '/api/reports/draft', {
        body: { ...body, said: { ...body.said, figure: null } },
      })
    ).status
  }
  await vi.waitFor(async () => expect(await recovered()).toBe(200), { timeout: 60_000, interval: 250 })
  await product.stop()
  await product.start()
  expect(await stored('visits')).toMatchObject({ figure: '3' })
  const mine = await ask('buildReporter', 'GET', '/api/reporting/work')
  const lines = mine.json['toReport'] as { itemId: string; report: { revision: number } | null }[]
  expect(lines.find(({ itemId }) => itemId === district.items.park)?.report?.revision).toBe(revision + 1)
  expect((await product.guatu('verify')).code).toBe(0)
})

it('says in words why it does not start on a full disk, and starts when there is room', async () => {
  await product.stop()
  await small().fillUpTo(0)
  await expect(product.start()).rejects.toThrow(/磁盘/)
  await small().empty()
  await product.start()
  expect(await stored('visits')).toMatchObject({ figure: '3' })
})

it('commands that write much are refused in words below the reserve, and write nothing', async () => {
  await product.stop()
  const backup = join(folder, 'backup.guatu')
  expect((await product.guatu('backup', backup)).code).toBe(0)
  await small().fillUpTo(RESERVE_BYTES - 8 * 1024 * 1024)
  const elsewhere = { environment: { GUATU_DATA: join(folder, 'restored') } }
  const refusedOnes = [
    await product.guatu('sample'),
    await product.guatu('import', 'package.json', '--as', 'coordinator'),
    await runGuatu(['restore', backup], elsewhere),
  ]
  for (const { code, err } of refusedOnes) {
    expect(err).toMatch(/磁盘将满/)
    expect(code).toBe(3)
  }
  await small().empty()
  expect((await runGuatu(['restore', backup], elsewhere)).code, 'nothing stands in the way of a second try').toBe(0)
})
