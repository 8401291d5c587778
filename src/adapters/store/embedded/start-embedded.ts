import { readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { StoreError } from '../store-error.ts'
import { completeLinks, copyBinaries, findBinaries, type Binaries } from './binaries.ts'
import { readyCluster } from './cluster.ts'
import { untilKnown } from './eventually.ts'
import { takeHold, type Hold } from './holder.ts'
import { clusterOwner, layOut, socketFolder, type Places } from './places.ts'
import { endOrphan } from './postmaster.ts'
import { runningPostmaster } from './postmaster-file.ts'
import type { Listening } from './server-settings.ts'
import { canReach, chooseServerUser, type Owner, type ServerUser } from './server-user.ts'
import { supervise } from './supervise.ts'

/** How to start the embedded server. */
export interface EmbeddedOptions {
  readonly dataFolder: string
  readonly whenHeld?: 'refuse' | 'join'
  readonly onTrouble?: (message: string, cause?: unknown) => void
  /** Narrows the choice of the server's user, to try one way. */
  readonly serverUser?: ServerUser['kind']
  /** Folder for a cluster whose server cannot reach the data folder; `/var/lib/guatu` if not said. */
  readonly stateFolder?: string
}

/** A running embedded server. */
export interface EmbeddedServer {
  readonly listening: Listening
  /** Password of the administrator and of the product's own user; known to this folder only. */
  readonly password: string
  /** Folder in which its cluster lies, perhaps on another disk than the data folder. */
  readonly folder: string
  /** Stops the server; a guest only leaves. */
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL from the npm package on the folder `DATA/postgres`, or joins the one that another process runs there.
 * Throws {@link StoreError} with words on what keeps it from running.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  try {
    return await startOrJoin(options)
  } catch (problem) {
    const isFull = problem instanceof Error && /ENOSPC|No space left on device/u.test(problem.message)
    throw isFull ? new StoreError('store.diskFull', { folder: options.dataFolder }, problem) : problem
  }
}

async function startOrJoin(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const owner = await clusterOwner(options.dataFolder)
  requireOwnership(options.dataFolder, owner)
  const user = chooseServerUser(owner, options.serverUser)
  const places = await layOut(options.dataFolder, user, options.stateFolder)
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

/** An ordinary user can run only what is his own; root can act as the owner. */
function requireOwnership(folder: string, owner: Owner | undefined): void {
  const uid = process.getuid?.()
  if (owner === undefined || uid === undefined || uid === 0 || uid === owner.uid) return
  throw new StoreError('store.folderOfOtherUser', { folder, owner: owner.uid, user: uid })
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
  const stop = await supervise(launch, options.onTrouble)
  return {
    listening,
    password,
    folder: places.serverHome,
    async stop() {
      await stop()
      if (folder !== undefined) await rm(folder, { recursive: true, force: true })
      await hold.release()
    },
  }
}

/** The installed programs where they can be completed and reached, else a copy beside the cluster. */
async function usableBinaries(user: ServerUser, places: Places): Promise<Binaries> {
  const installed = await findBinaries()
  const usable = (await completeLinks(installed.folder)) && canReach(user, join(installed.folder, 'bin', 'postgres'))
  return usable ? installed : copyBinaries(installed, places.serverHome)
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
    folder: places.serverHome,
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
