import { execFileSync, spawnSync } from 'node:child_process'
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../open-database.ts'
import { bundleProcess, hold, type Holder, type Said } from './embedded-process.fixture.ts'
import { untilKnown } from './eventually.ts'
import { readPostmasterFile } from './postmaster-file.ts'
import { isAlive } from './process-identity.ts'

const NOBODY = { uid: 65_534, gid: 65_534 }
const isRoot = process.getuid?.() === 0

let folder: string
let script: string
/** A data folder as a clean stop leaves it, to start others from. */
let used: string
let holders: Holder[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guatu-embedded-'))
  await chmod(folder, 0o755)
  script = await bundleProcess(join(folder, 'process'))
  used = join(folder, 'used')
  const first = start({ dataFolder: used })
  await first.next()
  await first.stop()
})
afterEach(async () => {
  for (const holder of holders) await holder.stop()
  holders = []
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function start(options: Parameters<typeof hold>[1], around?: Parameters<typeof hold>[2]): Holder {
  const holder = hold(script, options, around)
  holders.push(holder)
  return holder
}

async function copyOfUsed(name: string): Promise<string> {
  const dataFolder = join(folder, name)
  await cp(used, dataFolder, { recursive: true, preserveTimestamps: true })
  return dataFolder
}

async function ready(holder: Holder): Promise<string> {
  const said = await holder.next()
  expect(said).toMatchObject({ ready: true })
  return said.url ?? ''
}

function postmasterOf(dataFolder: string): ReturnType<typeof readPostmasterFile> {
  return readPostmasterFile(join(dataFolder, 'postgres', 'cluster'))
}

/** Leaves a row that the next start must find, or reads it. */
async function note(url: string, text?: string): Promise<string[]> {
  const database = await openDatabase({ databaseUrl: url, dataFolder: '', migrate: false })
  try {
    await sql`create table if not exists note (text text)`.execute(database.owner)
    if (text !== undefined) await sql`insert into note values (${text})`.execute(database.owner)
    return (await sql<{ text: string }>`select text from note order by text`.execute(database.owner)).rows.map(
      (row) => row.text,
    )
  } finally {
    await database.close()
  }
}

async function gone(pid: number | undefined): Promise<boolean> {
  return (await untilKnown(() => (isAlive(pid ?? 0) ? undefined : true), { attempts: 1500, everyMs: 10 })) ?? false
}

/** Folder of programs without `setpriv`, for a system that has no parent-death signal. */
async function pathWithoutDeathSignal(): Promise<string> {
  const bin = join(folder, 'bin')
  await mkdir(bin, { recursive: true })
  const unshare = spawnSync('sh', ['-c', 'command -v unshare']).stdout.toString().trim()
  if (unshare !== '' && !existsSync(join(bin, 'unshare'))) await symlink(unshare, join(bin, 'unshare'))
  const truth = spawnSync('sh', ['-c', 'command -v /usr/bin/true /bin/true | head -1']).stdout.toString().trim()
  if (!existsSync(join(bin, 'true'))) await symlink(truth, join(bin, 'true'))
  return bin
}

describe('start and stop', () => {
  it('keeps what was written, and leaves nothing running and no lock', async () => {
    const dataFolder = await copyOfUsed('kept')
    const first = start({ dataFolder })
    expect(await note(await ready(first), 'one')).toEqual(['one'])
    const server = await postmasterOf(dataFolder)
    await first.stop()
    expect(isAlive(server?.pid ?? 0)).toBe(false)
    expect((await readdir(join(dataFolder, 'postgres'))).sort()).toEqual(['cluster', 'password', 'server.log'])
    expect(await note(await ready(start({ dataFolder })))).toEqual(['one'])
  })

  it('listens on a private socket only, beside the cluster', async () => {
    const dataFolder = await copyOfUsed('socket')
    await ready(start({ dataFolder }))
    const server = await postmasterOf(dataFolder)
    expect(server).toMatchObject({ address: '', socketFolder: join(dataFolder, 'postgres', 'run') })
    expect((await stat(server?.socketFolder ?? '')).mode & 0o777).toBe(0o700)
  })

  it('puts the socket into the temporary folder when the path is too long for one', async () => {
    const dataFolder = await copyOfUsed('long-'.repeat(20))
    expect(await note(await ready(start({ dataFolder })))).toEqual([])
    expect((await postmasterOf(dataFolder))?.socketFolder).toContain(tmpdir())
  })

  it('falls back to loopback with a password where no socket can stand', async () => {
    const dataFolder = await copyOfUsed('still-longer-'.repeat(8))
    const url = await ready(start({ dataFolder }, { env: { TMPDIR: dataFolder } }))
    expect(await postmasterOf(dataFolder)).toMatchObject({ address: '127.0.0.1', socketFolder: '' })
    expect(await note(url)).toEqual([])
    await expect(note(url.replace(/:[^:@]+@/u, ':wrong@'))).rejects.toThrow('password')
  })

  it('sorts bytewise and sees Chinese letters as letters, whatever the caller speaks', async () => {
    const url = await ready(
      start({ dataFolder: join(folder, 'locale') }, { env: { LANG: 'POSIX', LC_ALL: 'POSIX', PGPORT: '1' } }),
    )
    const database = await openDatabase({ databaseUrl: url, dataFolder: '', migrate: false })
    const found =
      await sql`select current_setting('server_encoding') as encoding, datcollate as collate, datctype as ctype,
      '挂图作战' ~ '^[[:alpha:]]+$' as letters from pg_database where datname = current_database()`.execute(
        database.owner,
      )
    await database.close()
    expect(found.rows).toEqual([{ encoding: 'UTF8', collate: 'C', ctype: 'C.UTF-8', letters: true }])
  })
})

describe('one folder, one server', () => {
  it('lets one of two simultaneous starts win and tells the other who holds the folder', async () => {
    const dataFolder = await copyOfUsed('two')
    const both = [start({ dataFolder }), start({ dataFolder })]
    const said = await Promise.all(both.map((holder) => holder.next()))
    const winner = both[said.findIndex((line) => line.ready)]
    expect(said.filter((line) => line.ready)).toHaveLength(1)
    expect(said.find((line) => line.refused)?.refused).toEqual({
      code: 'store.folderHeld',
      detail: { folder: dataFolder, pid: winner?.child.pid },
    })
  })

  it('has a single winner among many starts over a killed holder', async () => {
    const dataFolder = await copyOfUsed('many')
    const killed = start({ dataFolder })
    await ready(killed)
    await killed.kill()
    const said = await Promise.all([1, 2, 3, 4].map(() => start({ dataFolder }).next()))
    expect(said.map(outcome).sort()).toEqual(['ready', 'store.folderHeld', 'store.folderHeld', 'store.folderHeld'])
  })

  it('lets a guest use the server of the holder and leave it running', async () => {
    const dataFolder = await copyOfUsed('guest')
    const url = await ready(start({ dataFolder }))
    const guest = start({ dataFolder, whenHeld: 'join' })
    expect(await note(await ready(guest), 'by the guest')).toEqual(['by the guest'])
    await guest.stop()
    expect(await note(url)).toEqual(['by the guest'])
  })
})

function outcome(said: Said): string {
  return said.ready ? 'ready' : (said.refused?.code ?? said.failed ?? '?')
}

describe('after a crash', () => {
  it('ends the server with a killed Node, and starts again with all that was committed', async () => {
    const dataFolder = await copyOfUsed('killed')
    const first = start({ dataFolder })
    await note(await ready(first), 'committed')
    const server = await postmasterOf(dataFolder)
    await first.kill()
    expect(await note(await ready(start({ dataFolder })))).toEqual(['committed'])
    expect(isAlive(server?.pid ?? 0)).toBe(false)
  })

  it('ends an orphaned server properly where there is no parent-death signal', async () => {
    const dataFolder = await copyOfUsed('orphan')
    const first = start({ dataFolder }, { env: { PATH: await pathWithoutDeathSignal() } })
    await note(await ready(first), 'committed')
    const orphan = await postmasterOf(dataFolder)
    await first.kill()
    expect(isAlive(orphan?.pid ?? 0)).toBe(true)
    expect(await note(await ready(start({ dataFolder })))).toEqual(['committed'])
    expect(isAlive(orphan?.pid ?? 0)).toBe(false)
    expect(await readFile(join(dataFolder, 'postgres', 'server.log'), 'utf8')).toContain(
      'received fast shutdown request',
    )
  })

  it('starts a killed server again while Node goes on', async () => {
    const dataFolder = await copyOfUsed('postmaster-killed')
    const holder = start({ dataFolder })
    const url = await ready(holder)
    await note(url, 'committed')
    const before = await postmasterOf(dataFolder)
    process.kill(before?.pid ?? 0, 'SIGKILL')
    expect(
      await untilKnown(async () => (await holder.next()).trouble?.includes('started again') || undefined, {
        attempts: 20,
        everyMs: 0,
      }),
    ).toBe(true)
    const after = await untilKnown(
      async () => {
        const file = await postmasterOf(dataFolder)
        return file?.ready && file.pid !== before?.pid ? file : undefined
      },
      { attempts: 1500, everyMs: 10 },
    )
    expect(after?.pid).toBeGreaterThan(0)
    expect(await note(url)).toEqual(['committed'])
  })

  it('survives the power going off in the middle of both', async () => {
    const dataFolder = await copyOfUsed('power')
    const first = start({ dataFolder })
    await note(await ready(first), 'committed')
    const server = await postmasterOf(dataFolder)
    process.kill(server?.pid ?? 0, 'SIGKILL')
    await first.kill()
    expect(await gone(server?.pid)).toBe(true)
    expect(await note(await ready(start({ dataFolder })))).toEqual(['committed'])
  })

  it('is not misled by an old pid file whose number a stranger has now', async () => {
    const dataFolder = await copyOfUsed('stale')
    const cluster = join(dataFolder, 'postgres', 'cluster')
    await writeFile(
      join(cluster, 'postmaster.pid'),
      `${process.pid}\n${cluster}\n1\n5432\n\n\n  0         0\nready   \n`,
    )
    expect(await note(await ready(start({ dataFolder })))).toEqual([])
  })

  it('begins a half-made cluster anew', async () => {
    const dataFolder = join(folder, 'half')
    await mkdir(join(dataFolder, 'postgres', 'cluster.unfinished', 'base'), { recursive: true })
    expect(await note(await ready(start({ dataFolder })))).toEqual([])
  })
})

describe('refusals in words', () => {
  it('names the version of a folder that another PostgreSQL made', async () => {
    const dataFolder = await copyOfUsed('older')
    await writeFile(join(dataFolder, 'postgres', 'cluster', 'PG_VERSION'), '15\n')
    const { refused } = await start({ dataFolder }).next()
    expect(refused).toMatchObject({ code: 'store.otherServerVersion', detail: { found: '15', expected: '18' } })
  })

  it('passes on what the server said when it did not start', async () => {
    const dataFolder = await copyOfUsed('broken')
    await writeFile(join(dataFolder, 'postgres', 'cluster', 'postgresql.auto.conf'), 'no_such_setting = 1\n')
    const { refused } = await start({ dataFolder }).next()
    expect(refused).toMatchObject({ code: 'store.startFailed' })
    expect(String(refused?.detail.reason)).toContain('no_such_setting')
  })

  it('releases the folder after a refusal', async () => {
    const dataFolder = await copyOfUsed('released')
    const version = join(dataFolder, 'postgres', 'cluster', 'PG_VERSION')
    await writeFile(version, '15\n')
    expect(outcome(await start({ dataFolder }).next())).toBe('store.otherServerVersion')
    await writeFile(version, '18\n')
    expect(outcome(await start({ dataFolder }).next())).toBe('ready')
  })
})

describe.runIf(isRoot)('started as root', () => {
  it('runs inside a closed home, in a namespace where the system allows it, else elsewhere', async () => {
    const home = join(folder, 'closed')
    await mkdir(home, { mode: 0o700 })
    const url = await ready(start({ dataFolder: join(home, 'data'), stateFolder: join(folder, 'state') }))
    expect(await note(url)).toEqual([])
  })

  it('runs as another user where namespaces are forbidden', async () => {
    const dataFolder = join(folder, 'other-user')
    expect(await note(await ready(start({ dataFolder, serverUser: 'other' })))).toEqual([])
    const server = await postmasterOf(dataFolder)
    expect(userOf(server?.pid)).not.toBe('0')
  })

  it('moves the cluster out of a closed home for that user, with all that is in it', async () => {
    const home = join(folder, 'closed-other')
    await mkdir(home, { mode: 0o700 })
    const dataFolder = join(home, 'data')
    await cp(await copyOfUsed('moved'), dataFolder, { recursive: true })
    const stateFolder = join(folder, 'state')
    const before = start({ dataFolder, stateFolder })
    await note(await ready(before), 'before')
    await before.stop()
    const other = start({ dataFolder, stateFolder, serverUser: 'other' })
    expect(await note(await ready(other))).toEqual(['before'])
    await other.stop()
    const again = start({ dataFolder, stateFolder })
    expect(await note(await ready(again))).toEqual(['before'])
  })

  it('leaves the folder of an ordinary user to that user', async () => {
    const dataFolder = join(folder, 'ordinary')
    await mkdir(dataFolder)
    await chown(dataFolder, NOBODY.uid, NOBODY.gid)
    const ordinary = start({ dataFolder }, { as: NOBODY })
    await note(await ready(ordinary), 'by the ordinary user')
    expect(userOf((await postmasterOf(dataFolder))?.pid)).toBe(String(NOBODY.uid))
    await ordinary.stop()
    const byRoot = start({ dataFolder })
    await ready(byRoot)
    await byRoot.stop()
    expect(await note(await ready(start({ dataFolder }, { as: NOBODY })))).toEqual(['by the ordinary user'])
  })

  it('tells an ordinary user whose folder it is', async () => {
    const dataFolder = await copyOfUsed('of-root')
    await chown(join(dataFolder, 'postgres'), NOBODY.uid, NOBODY.gid)
    await chmod(dataFolder, 0o755)
    const { refused } = await start({ dataFolder }, { as: NOBODY }).next()
    expect(refused).toMatchObject({ code: 'store.folderOfOtherUser' })
  })
})

function userOf(pid: number | undefined): string {
  return execFileSync('ps', ['-o', 'uid=', '-p', String(pid)])
    .toString()
    .trim()
}
