import { createHash, randomBytes } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { copyFile, mkdtemp, open, readFile, rm, stat, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '#adapters/store/testing'
import type { Database } from '../open-database.ts'
import { checkBackup } from './check-backup.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup, type BackupSummary } from './write-backup.ts'

const MADE_AT = '2025-07-31T08:00:00.000Z'

/** Kept files in memory: the same promises as the folder, without a disk. */
function filesInMemory(contents: readonly Uint8Array[] = []) {
  const kept = new Map<string, Uint8Array>()
  const put = (content: Uint8Array): string => {
    const name = createHash('sha256').update(content).digest('hex')
    kept.set(name, content)
    return name
  }
  for (const content of contents) put(content)
  return {
    kept,
    async *list() {
      for (const sha256 of [...kept.keys()].sort()) yield { sha256, size: kept.get(sha256)?.length ?? 0 }
    },
    async *read(sha256: string): AsyncIterable<Uint8Array> {
      yield kept.get(sha256) ?? new Uint8Array()
    },
    async putStream(source: AsyncIterable<Uint8Array>) {
      const chunks: Uint8Array[] = []
      for await (const chunk of source) chunks.push(chunk)
      return { sha256: put(Buffer.concat(chunks)) }
    },
  }
}

/** Text that has to be escaped in COPY's form, one way or another. */
const AWKWARD = [
  '\\N',
  '\\',
  'tab\there',
  'line\nend',
  'carriage\rreturn',
  '\\.',
  '',
  '“挂图作战”：6.5%左右',
  '𠮷野家',
  '\u0001',
  "it's",
]

async function fill(database: Database, units: number): Promise<void> {
  await database.owner
    .insertInto('region')
    .values({
      region_id: 'yunhe',
      name: '云和区',
      kind: 'county',
      created_at: MADE_AT,
      settings: JSON.stringify({ a: AWKWARD }),
    })
    .execute()
  await sql`
    insert into unit (region_id, unit_id, name, kind, sort_key, initials, created_at)
    select 'yunhe', gen_random_uuid(), '第' || n || '单位', 'office', repeat('长', 200), 'd', ${MADE_AT}::timestamptz
    from generate_series(1, ${units}::int) n`.execute(database.owner)
  const unit = await database.owner.selectFrom('unit').select('unit_id').orderBy('unit_id').executeTakeFirstOrThrow()
  await database.owner
    .insertInto('unit_alias')
    .values(AWKWARD.map((alias) => ({ region_id: 'yunhe', alias: `${alias}#`, unit_id: unit.unit_id })))
    .execute()
}

let folder: string
let source: Database
let path: string
let written: BackupSummary
const files = filesInMemory([Buffer.from('附件一'), randomBytes(300_000), Buffer.from('')])

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guatu-backup-'))
  path = join(folder, 'backup.tar')
  source = await openTestDatabase()
  // Some 14 MB of text: several parts.
  await fill(source, 20_000)
  written = await writeBackup(source, files, { path, madeAt: MADE_AT })
})
afterAll(async () => {
  await source.close()
  await rm(folder, { recursive: true, force: true })
})

async function onEmptyDatabase<T>(work: (target: Database) => Promise<T>): Promise<T> {
  const target = await openTestDatabase({ empty: true })
  try {
    return await work(target)
  } finally {
    await target.close()
  }
}

async function rowsOf(database: Database): Promise<unknown> {
  const aliases = await sql`select * from unit_alias order by alias`.execute(database.owner)
  const region = await sql`select * from region`.execute(database.owner)
  const units = await sql`select count(*), md5(string_agg(u::text, '' order by unit_id)) from unit u`.execute(
    database.owner,
  )
  return [aliases.rows, region.rows, units.rows]
}

describe('a backup', () => {
  it('brings everything up elsewhere, with the same hashes', async () => {
    await onEmptyDatabase(async (target) => {
      const restoredFiles = filesInMemory()
      const restored = await restoreBackup(target, restoredFiles, path)
      expect(restored).toEqual(written)
      expect(await rowsOf(target)).toEqual(await rowsOf(source))
      expect(restoredFiles.kept).toEqual(files.kept)
      const again = await writeBackup(target, restoredFiles, {
        path: join(folder, 'again.tar'),
        madeAt: '2028-01-01T00:00:00Z',
      })
      expect(again.contentHash).toBe(written.contentHash)
    })
  })

  it('counts what is in it', () => {
    expect(written).toMatchObject({ rows: 20_000 + AWKWARD.length + 1, files: 3, fileBytes: 300_009 })
  })

  it('has another hash when one value is another', async () => {
    const unchanged = source.owner.updateTable('region').set({ name: '云和区' })
    const changed = source.owner.updateTable('region').set({ name: '云和县' })
    await changed.execute()
    const other = await writeBackup(source, files, { path: join(folder, 'other.tar'), madeAt: MADE_AT })
    await unchanged.execute()
    const same = await writeBackup(source, files, { path: join(folder, 'same.tar'), madeAt: MADE_AT })
    expect(other.contentHash).not.toBe(written.contentHash)
    expect(same.contentHash).toBe(written.contentHash)
  })

  it('leaves foreign keys, policies and rights as the migrations made them', async () => {
    await onEmptyDatabase(async (target) => {
      await restoreBackup(target, filesInMemory(), path)
      const orphan = sql`insert into unit_alias values ('yunhe', 'x', gen_random_uuid())`.execute(target.owner)
      await expect(orphan).rejects.toThrow('foreign key')
      const seen = await target.withRegion('yunhe', (tx) => tx.selectFrom('region').select('name').execute())
      expect(seen).toEqual([{ name: '云和区' }])
    })
  })

  it('can be opened with tar and gzip alone', async () => {
    const listed = execFileSync('tar', ['-tf', path]).toString().trim().split('\n')
    expect(listed).toContain('README.txt')
    expect(listed.filter((name) => name.startsWith('tables/unit/')).length).toBeGreaterThan(2)
    expect(listed.filter((name) => name.startsWith('files/'))).toHaveLength(3)
    execFileSync('tar', ['-xf', path, '-C', folder, 'manifest.json', 'manifest.json.sha256'])
    expect(execFileSync('sha256sum', ['-c', 'manifest.json.sha256'], { cwd: folder }).toString()).toContain('OK')
  })

  it('shows one moment, while others go on writing', async () => {
    const database = await openTestDatabase()
    await fill(database, 2000)
    const enough = new AbortController()
    const writer = (async () => {
      // Each transaction adds a unit and its alias: a backup holds both or neither.
      for (let n = 0; !enough.signal.aborted; n += 1) {
        await database.withRegion('yunhe', (tx) =>
          sql`with added as (insert into unit values ('yunhe', gen_random_uuid(), ${`新${n}`}, 'office', '', '', ${MADE_AT})
            returning unit_id) select set_config('guatu.added', unit_id::text, true) from added`
            .execute(tx)
            .then(() =>
              sql`insert into unit_alias values ('yunhe', ${`别名${n}`}, current_setting('guatu.added')::uuid)`.execute(
                tx,
              ),
            ),
        )
      }
    })()
    const moment = join(folder, 'moment.tar')
    await writeBackup(database, filesInMemory(), { path: moment, madeAt: MADE_AT })
    enough.abort()
    await writer
    await database.close()
    await onEmptyDatabase(async (target) => {
      await restoreBackup(target, filesInMemory(), moment)
      const halves = await sql`
        select (select count(*) from unit where name like '新%') - (select count(*) from unit_alias where alias like '别名%') as difference`.execute(
        target.owner,
      )
      expect(halves.rows).toEqual([{ difference: 0 }])
    })
  })

  it('does not write over a file', async () => {
    const before = await readFile(path)
    await expect(writeBackup(source, files, { path, madeAt: MADE_AT })).rejects.toMatchObject({
      refusal: { code: 'store.backupExists' },
    })
    expect((await readFile(path)).equals(before)).toBe(true)
  })

  it('leaves no half of itself when a file cannot be read', async () => {
    const broken = { ...files, read: () => unreadable() }
    const half = join(folder, 'half.tar')
    await expect(writeBackup(source, broken, { path: half, madeAt: MADE_AT })).rejects.toThrow('disk')
    await expect(stat(half)).rejects.toThrow('ENOENT')
    await expect(stat(`${half}.unfinished`)).rejects.toThrow('ENOENT')
  })
})

async function* unreadable(): AsyncIterable<Uint8Array> {
  yield new Uint8Array(1)
  throw new Error('disk')
}

describe('a restore', () => {
  it('refuses a database that holds anything', async () => {
    await onEmptyDatabase(async (target) => {
      await restoreBackup(target, filesInMemory(), path)
      const twice = restoreBackup(target, filesInMemory(), path)
      await expect(twice).rejects.toMatchObject({
        refusal: { code: 'store.targetNotEmpty', detail: { found: 'region' } },
      })
    })
  })

  it('takes a database that is migrated but empty', async () => {
    const target = await openTestDatabase()
    expect((await restoreBackup(target, filesInMemory(), path)).contentHash).toBe(written.contentHash)
    await target.close()
  })

  it.each(['tables/unit/', 'tables/region/', 'files/', 'manifest.json', 'manifest.json.sha256'])(
    'refuses a backup with one changed byte in %s, and touches nothing',
    async (entry) => {
      const damaged = join(folder, 'damaged.tar')
      await copyFile(path, damaged)
      await flipByteIn(damaged, entry)
      await onEmptyDatabase(async (target) => {
        const untouched = filesInMemory()
        await expect(restoreBackup(target, untouched, damaged)).rejects.toMatchObject({
          refusal: { code: 'store.backupDamaged' },
        })
        expect(untouched.kept.size).toBe(0)
        const tables = await sql`select from pg_class where relnamespace = 'public'::regnamespace`.execute(target.owner)
        expect(tables.rows).toEqual([])
      })
    },
  )

  it.each([0, 0.1, 0.5, 0.9, 0.999])('refuses a backup cut off after %d of its length', async (share) => {
    const cut = join(folder, 'cut.tar')
    await copyFile(path, cut)
    await truncate(cut, Math.floor((await stat(path)).size * share))
    const code = share === 0 ? 'store.notABackup' : 'store.backupDamaged'
    await expect(checkBackup(cut)).rejects.toMatchObject({ refusal: { code } })
  })

  it('says when there is no such file', async () => {
    await expect(checkBackup(join(folder, 'nowhere.tar'))).rejects.toMatchObject({
      refusal: { code: 'store.noSuchBackup' },
    })
  })

  it.each([['no archive at all', Buffer.from('挂图'.repeat(1000))]])('refuses %s', async (_, content) => {
    const foreign = join(folder, 'foreign.tar')
    const file = await open(foreign, 'w')
    await file.writeFile(content)
    await file.close()
    await expect(checkBackup(foreign)).rejects.toMatchObject({ refusal: { code: 'store.notABackup' } })
  })
})

/** Turns one bit in the middle of the first entry whose name begins so, found as `tar` lays entries out. */
async function flipByteIn(archive: string, begins: string): Promise<void> {
  const bytes = await readFile(archive)
  let at = 0
  for (;;) {
    const name = bytes.toString('utf8', at, at + 100).replace(/\0.*$/su, '')
    const size = Number.parseInt(bytes.toString('ascii', at + 124, at + 135), 8)
    const wanted = begins.endsWith('/') ? name.startsWith(begins) && size > 0 : name === begins
    if (wanted) {
      const place = at + 512 + Math.floor(size / 2)
      const file = await open(archive, 'r+')
      await file.write(Buffer.of((bytes[place] ?? 0) ^ 1), 0, 1, place)
      return file.close()
    }
    at += 512 + Math.ceil(size / 512) * 512
    if (at >= bytes.length || name === '') throw new Error(`no entry ${begins}`)
  }
}
