import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile, rename, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreError } from '../store-error.ts'
import type { Binaries } from './binaries.ts'
import { eventually, untilKnown } from './eventually.ts'
import type { Places } from './places.ts'
import { isAlive } from './process-identity.ts'
import { readPostmasterFile, runningPostmaster } from './postmaster-file.ts'
import { serverSettings, type Listening } from './server-settings.ts'
import { endsWithParent, spawnAs, type ServerUser } from './server-user.ts'

/** All that is needed to start the server, once or again. */
export interface Launch {
  readonly places: Places
  readonly binaries: Binaries
  readonly user: ServerUser
  readonly listening: Listening
}

/** Starts the server and waits until it takes connections; waits, too, for what a killed one has left running. */
export async function launchPostmaster(launch: Launch): Promise<ChildProcess> {
  return eventually(() => launchOnce(launch), isLeftover, { attempts: 40, everyMs: 250 })
}

async function launchOnce({ places, binaries, user, listening }: Launch): Promise<ChildProcess> {
  const begins = await logSize(places.log)
  const program = join(binaries.folder, 'bin', 'postgres')
  const log = await openLog(places)
  const child = spawnAs(user, [...endsWithParent(), program, '-D', places.cluster, ...serverSettings(listening)], {
    stdio: ['ignore', log.fd, log.fd],
    cwd: places.cluster,
    env: serverEnvironment(),
    // A session of its own: Ctrl-C at the console is for Node, which then stops the server in its turn.
    detached: true,
  })
  try {
    await ready(child, places, begins)
    return child
  } finally {
    await log.close()
  }
}

/** Up to two minutes: after a crash the server first replays what it had logged. */
async function ready(child: ChildProcess, places: Places, logBegins: number): Promise<void> {
  let failure: string | undefined
  child.once('error', (problem) => (failure = problem.message))
  const state = await untilKnown(
    async () => {
      if (failure !== undefined || hasEnded(child)) return 'failed'
      const file = await readPostmasterFile(places.cluster)
      return file?.ready && file.pid === child.pid ? 'ready' : undefined
    },
    { attempts: 12_000, everyMs: 10 },
  )
  if (state === 'ready') return
  await endPostmaster(child.pid)
  const reason = failure ?? complaint(await logSince(places.log, logBegins)) ?? 'it did not become ready'
  throw new StoreError('store.startFailed', { reason, log: places.log })
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

/** Processes of a killed server still hold its memory or its lock; they end by themselves within moments. */
function isLeftover(problem: unknown): boolean {
  return (
    problem instanceof StoreError &&
    /pre-existing shared memory block|lock file ".*" already exists/u.test(problem.message)
  )
}

/** None of the variables by which a caller's shell would bend the server (PGDATA, PGPORT, LANG …). */
function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/u.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}

async function logSize(log: string): Promise<number> {
  const size = (await stat(log).catch(() => undefined))?.size ?? 0
  if (size < 1_000_000) return size
  await rename(log, `${log}.1`)
  return 0
}

async function logSince(log: string, begins: number): Promise<string> {
  return (await readFile(log)).subarray(begins).toString('utf8')
}

/** The log stays the data folder's owner's, even when root has once run the program there. */
async function openLog({ home, log }: Places): Promise<FileHandle> {
  const file = await open(log, 'a', 0o600)
  const { uid, gid } = await stat(home)
  if (process.getuid?.() === 0 && uid !== 0) await file.chown(uid, gid)
  return file
}

/** What the server complained of: its last lines without time and process number. */
function complaint(said: string): string | undefined {
  const lines = said.split('\n').map((line) => line.replace(/^.*? UTC \[\d+\] /u, '').trim())
  return (
    lines
      .filter((line) => line !== '')
      .slice(-4)
      .join(' ') || undefined
  )
}

/** Stops a server left without its Node: adopted only to be ended properly, so that the next one is ours alone. */
export async function endOrphan(cluster: string): Promise<void> {
  const orphan = await runningPostmaster(cluster).catch(() => undefined)
  if (orphan) await endPostmaster(orphan.pid)
}

/** A quick clean shutdown; if it takes more than half a minute, an immediate one, which the next start recovers from. */
export async function endPostmaster(pid: number | undefined): Promise<void> {
  if (pid === undefined) return
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    signalTo(pid, signal)
    const gone = await untilKnown(() => (isAlive(pid) ? undefined : true), { attempts: 3000, everyMs: 10 })
    if (gone) return
  }
  throw new Error(`the database server ${pid} does not end`)
}

/** Sends a signal to a process that may be gone already. */
export function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (problem) {
    if (!(problem instanceof Error && 'code' in problem && problem.code === 'ESRCH')) throw problem
  }
}

/** Resolves when the server's process has ended, with words on how. */
export async function ended(child: ChildProcess): Promise<string> {
  if (!hasEnded(child)) await once(child, 'exit')
  return child.signalCode ?? `exit ${child.exitCode}`
}
