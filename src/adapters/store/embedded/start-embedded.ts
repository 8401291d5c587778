import type { ChildProcess } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { StoreError } from '../store-error.ts'
import { completeLinks, copyBinaries, findBinaries, type Binaries } from './binaries.ts'
import { readyCluster } from './cluster.ts'
import { untilKnown } from './eventually.ts'
import { takeHold, type Hold } from './holder.ts'
import { layOut, socketFolder, type Places } from './places.ts'
import { ended, endOrphan, endPostmaster, launchPostmaster, signalTo, type Launch } from './postmaster.ts'
import { runningPostmaster } from './postmaster-file.ts'
import type { Listening } from './server-settings.ts'
import { canReach, chooseServerUser, type ServerUser } from './server-user.ts'

/** How to start the embedded server. */
export interface EmbeddedOptions {
  readonly dataFolder: string
  readonly whenHeld?: 'refuse' | 'join'
  readonly onTrouble?: (message: string, cause?: unknown) => void
  /** Narrows the choice of the server's user, to try one way. */
  readonly serverUser?: ServerUser['kind']
}

/** A running embedded server. */
export interface EmbeddedServer {
  readonly listening: Listening
  /** Password of the administrator and of the product's own user; known to this folder only. */
  readonly password: string
  /** Stops the server; a guest only leaves. */
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL from the npm package on the folder `DATA/postgres`, or joins the one that another process runs there.
 * Throws {@link StoreError} with words on what keeps it from running.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const user = chooseServerUser(options.serverUser)
  const places = await layOut(options.dataFolder, user)
  const hold = await takeHold(places.home)
  if ('heldBy' in hold) {
    if (options.whenHeld === 'join') return joinRunning(places)
    throw new StoreError('store.folderHeld', { folder: options.dataFolder, pid: hold.heldBy })
  }
  try {
    return await startHeld(options, user, places, hold)
  } catch (problem) {
    await hold.release()
    throw problem
  }
}

async function startHeld(
  options: EmbeddedOptions,
  user: ServerUser,
  places: Places,
  hold: Hold,
): Promise<EmbeddedServer> {
  await endOrphan(places.cluster)
  const binaries = await usableBinaries(user, places)
  const password = await readyCluster(places, binaries, user)
  const folder = await socketFolder(places, user)
  const listening = folder === undefined ? { loopbackPort: await freePort() } : { socketFolder: folder }
  const launch = { places, binaries, user, listening }
  return supervise(launch, await launchPostmaster(launch), password, hold, options.onTrouble)
}

/** The installed programs where they can be completed and reached, else a copy beside the cluster. */
async function usableBinaries(user: ServerUser, places: Places): Promise<Binaries> {
  const installed = await findBinaries()
  const usable = (await completeLinks(installed.folder)) && canReach(user, installed.folder)
  return usable ? installed : copyBinaries(installed, places.serverHome)
}

/** Keeps the server running until it is stopped: one that ends by itself is started again. */
function supervise(
  launch: Launch,
  first: ChildProcess,
  password: string,
  hold: Hold,
  onTrouble: EmbeddedOptions['onTrouble'],
): EmbeddedServer {
  let server = first
  let stopping = false
  // The last moment, when nothing can be awaited: the server at least hears of it.
  const atExit = (): void => signalTo(server.pid ?? 0, 'SIGINT')
  process.once('exit', atExit)
  const watching = watch()

  async function watch(): Promise<void> {
    for (;;) {
      const how = await ended(server)
      if (stopping) return
      onTrouble?.(`the database server ended unexpectedly (${how}) and is started again`)
      server = await launchPostmaster(launch)
    }
  }

  return {
    listening: launch.listening,
    password,
    async stop() {
      if (stopping) return
      stopping = true
      process.off('exit', atExit)
      await endPostmaster(server.pid)
      await watching
      if ('socketFolder' in launch.listening) await rm(launch.listening.socketFolder, { recursive: true, force: true })
      await hold.release()
    },
  }
}

async function joinRunning(places: Places): Promise<EmbeddedServer> {
  const running = await untilKnown(
    async () => {
      const file = await runningPostmaster(places.cluster)
      return file?.ready ? file : undefined
    },
    { attempts: 1000, everyMs: 20 },
  )
  if (!running)
    throw new StoreError('store.startFailed', {
      reason: 'the process that holds the folder runs no server',
      log: places.log,
    })
  const { socketFolder, port } = running
  return {
    listening: socketFolder === '' ? { loopbackPort: port } : { socketFolder },
    password: (await readFile(places.password, 'utf8')).trim(),
    stop: async () => undefined,
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      )
    })
  })
}
