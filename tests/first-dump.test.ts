import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Blobs, openBlobs } from '#adapters/blobs'
import { sha256Text } from '#adapters/secrets'
import { type Database, linkAuditNow, openDatabase, restoreBackup, withRegionRecords } from '#adapters/store'
import { openTestDatabase } from '#adapters/store/testing'
import type { Context } from '#app/kit'
import { openPeriod, readPeriod, submitReport, verifyRegion } from '#app/reporting'
import type { RoleGrant } from '#core/organisation'
import { contextsOn } from '../src/main/server/contexts.ts'
import { must } from './support/must.ts'

/** A small region as the program of the first schema backed it up (scripts/make-first-dump.mjs). */
const dump = fileURLToPath(new URL('fixtures/first-dump.tar', import.meta.url))
const NOW = '2026-03-18T02:00:00.000Z'

let database: Database
let folder: string
let files: Blobs
beforeAll(async () => {
  database = await openTestDatabase({ empty: true })
  folder = await mkdtemp(join(tmpdir(), 'guatu-first-'))
  files = await openBlobs(folder)
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

async function onlyRegion(): Promise<string> {
  const regions = await database.owner.selectFrom('region').select('region_id').execute()
  expect(regions).toHaveLength(1)
  return regions[0]?.region_id ?? ''
}

async function proof() {
  const options = {
    regionId: await onlyRegion(),
    sha256: sha256Text,
    checkFile: (sha256: string) => files.check(sha256),
  }
  return withRegionRecords(database, options, (records) => verifyRegion(records, { sha256: sha256Text }))
}

/** A context of somebody in the dump, as his roles there say. */
async function as(login: string): Promise<Context> {
  const regionId = await onlyRegion()
  const { account_id: accountId } = await database.owner
    .selectFrom('account')
    .select('account_id')
    .where('login', '=', login)
    .executeTakeFirstOrThrow()
  const held = await database.owner.selectFrom('account_role').selectAll().where('account_id', '=', accountId).execute()
  const roles = held.map((row): RoleGrant => ({
    role: row.role as RoleGrant['role'],
    ...(row.unit_id === null ? {} : { unitId: row.unit_id }),
  }))
  const region = { regionId, timeZone: 'Asia/Shanghai', clockAt: NOW }
  return contextsOn(database, files, () => NOW)(region, { accountId, regionId, roles })
}

describe('a backup of the first schema', () => {
  it('is loaded as it was and brought to the present schema, and nothing is left to migrate', async () => {
    const loaded = await restoreBackup(database, files, dump)
    // The hash covers the names of the two migrations that there were.
    expect(loaded).toMatchObject({
      tables: 42,
      rows: 74,
      files: 1,
      contentHash: expect.stringMatching(/^385512d7ddf7/),
    })
    const again = await openDatabase({ databaseUrl: database.url, dataFolder: '' })
    expect(again.migrated).toEqual([])
    await again.close()
  })

  it('proves what it proved when it was written', async () => {
    expect(await proof()).toMatchObject({ seals: 1, reports: 2, corrections: 1, files: 1, auditTail: 0, findings: [] })
  })

  it('goes on: the next period is opened, a report submitted, and all of it still proven', async () => {
    const coordinator = await as('coordinator')
    const [cadence] = await database.owner.selectFrom('cadence').select('cadence_id').execute()
    const period = { cadenceId: cadence?.cadence_id ?? '', periodId: '2026-D08' }
    must(await openPeriod(coordinator, period))
    const { lines } = must(await readPeriod(coordinator, period))
    const reporter = await as('tradeReporter')
    const line = lines.find(
      ({ entry }) => entry.item.kind === 'indicator' && reporter.actor.roles[0]?.unitId === entry.unitId,
    )
    const { itemId } = line?.entry ?? { itemId: '' }
    const body = { figure: '41', noChange: false, claim: null, paragraph: '', blockage: null, nodesDone: [] }
    const sent = must(await submitReport(reporter, { ...period, itemId, revision: 0, requestKey: null, body }))
    expect(sent).toMatchObject({ state: 'submitted', revision: 1 })
    const before = (await proof()).auditLinks
    expect(await linkAuditNow(database, sha256Text)).toBe(2)
    expect(await proof()).toMatchObject({ auditLinks: before + 2, auditTail: 0, findings: [] })
  })
})
