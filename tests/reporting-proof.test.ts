import { readdir, readFile, rm, writeFile, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openBlobs, type Blobs } from '#adapters/blobs'
import { sniffAttachment } from '#adapters/files'
import { sha256Text } from '#adapters/secrets'
import { backupRecords, linkAuditNow, StoreError, withRegionRecords, writeBackup } from '#adapters/store'
import * as reporting from '#app/reporting'
import { insertReportingPlan, type ReportingPlan } from './support/reporting-plan.ts'
import { openTestHouse, type TestHouse } from './support/test-house.ts'
import { must } from './support/must.ts'

const BEFORE = '2026-03-10T02:00:00.000Z'
const CLOSING = '2026-03-12T02:00:00.000Z'

let test: TestHouse
let folder: string
let files: Blobs
let plan: ReportingPlan
let round = 0
beforeAll(async () => {
  test = await openTestHouse()
})
afterAll(() => test.close())
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guatu-proof-'))
  files = await openBlobs(folder)
  round += 1
  plan = await sealedPeriod(`proof-${round}`)
  await linkAuditNow(test.database, sha256Text)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A sealed period with two accepted reports, one of them with a file, and an approved correction. */
async function sealedPeriod(regionId: string): Promise<ReportingPlan> {
  const made = await insertReportingPlan(test, regionId)
  const as = (...[person, now]: Parameters<ReportingPlan['as']>) => ({ ...made.as(person, now), files })
  const period = { cadenceId: made.cadenceId, periodId: '2026-D07' }
  const key = (item: keyof ReportingPlan['items']) => ({ ...period, itemId: made.items[item] })
  const said = { figure: null, noChange: false, claim: null, paragraph: '', blockage: null, nodesDone: [] }
  must(await reporting.openPeriod(as('coordinator', BEFORE), period))
  const bytes = new TextEncoder().encode('封顶验收记录')
  const file = { ...key('park'), bytes, fileName: '验收.txt', typeByContent: sniffAttachment }
  must(await reporting.attachFile(as('buildReporter', BEFORE), file))
  const done = { ...said, claim: 'done', nodesDone: ['主体封顶'], paragraph: '已于3月9日封顶。' } as const
  must(
    await reporting.submitReport(as('buildReporter', BEFORE), {
      ...key('park'),
      revision: 1,
      requestKey: null,
      body: done,
    }),
  )
  must(
    await reporting.submitReport(as('tradeReporter', BEFORE), {
      ...{ ...key('visits'), revision: 0, requestKey: null },
      body: { ...said, figure: '40.5' },
    }),
  )
  must(await reporting.signReports(as('buildSigner', BEFORE), [{ ...key('park'), revision: 2 }]))
  must(await reporting.signReports(as('tradeSigner', BEFORE), [{ ...key('visits'), revision: 1 }]))
  must(await reporting.acceptReports(as('coordinator', CLOSING), [{ ...key('park'), revision: 3 }]))
  must(await reporting.acceptReports(as('officeStaff', CLOSING), [{ ...key('visits'), revision: 2 }]))
  must(await reporting.closePeriod(as('coordinator', CLOSING), period))
  must(await reporting.sealPeriod(as('coordinator', CLOSING), period))
  const ask = { ...key('visits'), newFigure: '39', newClaim: null, reason: '重复计入' }
  const { correctionId } = must(await reporting.makeCorrection(as('coordinator', CLOSING), ask))
  must(await reporting.decideCorrection(as('deputyCoordinator', CLOSING), { correctionId, approve: true }))
  return made
}

function verify(expectHead?: string): Promise<reporting.RegionProof> {
  const options = { regionId: plan.regionId, sha256: sha256Text, checkFile: (sha256: string) => files.check(sha256) }
  return withRegionRecords(test.database, options, (records) =>
    reporting.verifyRegion(records, { sha256: sha256Text, expectHead }),
  )
}

/** The same from a backup file, without the database. */
async function verifyBackup(): Promise<reporting.RegionProof | undefined> {
  const path = join(folder, 'backup.tar')
  await writeBackup(test.database, files, { path, madeAt: CLOSING })
  const records = await backupRecords(path, sha256Text)
  const ours = records.find((one) => one.regionId === plan.regionId)
  return ours && reporting.verifyRegion(ours, { sha256: sha256Text })
}

const codes = (proof: reporting.RegionProof | undefined) => (proof?.findings ?? []).map((finding) => finding.code)

describe('what nobody has touched', () => {
  it('holds, from the database and from a backup alike', async () => {
    const proof = await verify()
    expect(proof).toMatchObject({ seals: 1, reports: 2, corrections: 1, files: 1, auditTail: 0, findings: [] })
    expect(proof.auditLinks).toBeGreaterThan(8)
    expect(await verifyBackup()).toEqual(proof)
    expect(codes(await verify(proof.sealHead ?? ''))).toEqual([])
    expect(codes(await verify('f'.repeat(64)))).toEqual(['proof.headNotInChain'])
  })

  it('says how many rows have no place in the chain yet, and links them once', async () => {
    must(
      await reporting.openPeriod(plan.as('coordinator', CLOSING), { cadenceId: plan.cadenceId, periodId: '2026-D08' }),
    )
    expect(await verify()).toMatchObject({ auditTail: 1, findings: [] })
    const linked = await Promise.all([1, 2, 3].map(() => linkAuditNow(test.database, sha256Text)))
    expect(linked.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await verify()).toMatchObject({ auditTail: 0, findings: [] })
  })
})

/** One change by hand each, and what verification has to say about it. */
const tamperings: readonly (readonly [string, string, readonly string[]])[] = [
  ['a figure of a sealed report', `update report set figure = 40.6 where figure is not null`, ['proof.reportChanged']],
  [
    'one character of its paragraph',
    `update report set paragraph = replace(paragraph, '9', '8')`,
    ['proof.reportChanged'],
  ],
  ['its lateness', `update report set late = true where figure is not null`, ['proof.reportChanged']],
  ['its state', `update report set state = 'signed' where figure is not null`, ['proof.reportChanged']],
  ['a sealed report taken away', `delete from report where figure is not null`, ['proof.reportMissing']],
  [
    'a report slipped in',
    `insert into report select region_id, cadence_id, period_id, (select item_id from sheet_line l where l.region_id = r.region_id
      and not exists (select from report x where x.region_id = l.region_id and x.item_id = l.item_id)), gen_random_uuid(), unit_id,
      figure_period_id, state, revision, 7, no_change, claim, paragraph, null, node_labels_done, null, late, null, submitted_at,
      submitted_by, signed_at, signed_by, decided_at, decided_by, null, null, changed_at, changed_by from report r
      where figure is not null`,
    ['proof.reportNotInSeal'],
  ],
  ['a file taken off a sealed report', `update attachment set removed_at = now()`, ['proof.reportChanged']],
  [
    'one byte of a seal',
    `update seal set payload = replace(payload, '40.5', '41.5')`,
    ['proof.sealChain', 'proof.reportChanged'],
  ],
  ['the hash of a seal', `update seal set hash = repeat('0', 64)`, ['proof.sealChain', 'proof.sealRemoved']],
  ['a seal taken away', `delete from correction; delete from seal`, ['proof.sealRemoved', 'proof.correctionRemoved']],
  ['a correction', `update correction set new_figure = 38`, ['proof.correctionChanged']],
  ['an approval', `update correction set approved_at = null`, ['proof.correctionChanged']],
  [
    'one character of a log row',
    `update audit set body = replace(body, '40.5', '41.5') where action = 'report.submit'`,
    ['proof.auditChain'],
  ],
  [
    'the moment of a log row',
    `update audit set at = at + interval '1 microsecond' where action = 'period.seal'`,
    ['proof.auditChain'],
  ],
  [
    'the actor of a log row',
    `update audit set actor_id = gen_random_uuid() where action = 'period.close'`,
    ['proof.auditChain'],
  ],
  ['a log row taken away', `delete from audit where action = 'period.close'`, ['proof.auditRowMissing']],
  [
    'a log row taken away with its place',
    // The first of several rows of one region, so never the last of its chain, and none that a seal or correction is held against.
    `create temporary table gone on commit drop as select distinct on (link.region_id) link.audit_id from audit_link link
       join audit using (audit_id) where audit.action like 'report.%' order by link.region_id, link.seq;
     delete from audit_link where audit_id in (select audit_id from gone);
     delete from audit where audit_id in (select audit_id from gone)`,
    ['proof.auditChain'],
  ],
  [
    'a log row pushed past the chain',
    `insert into audit select region_id, gen_random_uuid(), at, actor_id, action, object_kind,
    object_id, body, true from audit where action = 'period.open'`,
    ['proof.auditUnlinked'],
  ],
  ['the plan', `update plan_version set content = '{"items":[]}'`, ['proof.planChanged']],
]

describe('what somebody with the owner’s password has changed by hand', () => {
  it.each(tamperings)('finds %s', async (_, statements, expected) => {
    await test.database.owner.transaction().execute(async (tx) => {
      for (const statement of statements.split(';')) await sql.raw(statement).execute(tx)
    })
    expect(codes(await verify())).toEqual(expected)
    expect(codes(await verifyBackup())).toEqual(expected)
  })

  it('finds one byte of an attachment, and its absence', async () => {
    const path = await onlyFile(folder)
    const bytes = await readFile(path)
    bytes[0] = (bytes[0] ?? 0) ^ 1
    await writeFile(path, bytes)
    expect(codes(await verify())).toEqual(['proof.fileChanged'])
    await rm(path)
    expect(codes(await verify())).toEqual(['proof.fileMissing'])
    expect(codes(await verifyBackup())).toEqual(['proof.fileMissing'])
  })

  it('refuses a backup of which one byte was changed', async () => {
    const path = join(folder, 'backup.tar')
    await writeBackup(test.database, files, { path, madeAt: CLOSING })
    const bytes = await readFile(path)
    const middle = Math.floor(bytes.length / 2)
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    await writeFile(path, bytes)
    await expect(backupRecords(path, sha256Text)).rejects.toThrow(StoreError)
  })
})

async function onlyFile(root: string): Promise<string> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const found = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  expect(found).toHaveLength(1)
  return found[0] ?? ''
}
