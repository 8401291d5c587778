import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, cp, lstat, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { canReach, ownerUid, type Owner, type ServerUser } from './server-user.ts'

/** Where everything of the embedded server lies. */
export interface Places {
  /** `DATA/postgres`, this process's own: holder, password, log. */
  readonly home: string
  /** Folder that the server's user can reach; `home` itself unless that user is another one. */
  readonly serverHome: string
  /** PostgreSQL's data folder. */
  readonly cluster: string
  readonly log: string
  readonly password: string
}

/** Where a system keeps what its programs write: for a cluster that cannot stand in the data folder. */
const STATE_FOLDER = '/var/lib/guatu'

/**
 * Lays out the places in a data folder. Another user cannot enter a data folder inside root's home: the cluster then stands
 * under `/var/lib/guatu`, in a folder named after the data folder, and `DATA/postgres/elsewhere` says where.
 */
export async function layOut(dataFolder: string, user: ServerUser, stateFolder = STATE_FOLDER): Promise<Places> {
  const home = join(dataFolder, 'postgres')
  await mkdir(home, { recursive: true, mode: user.kind === 'other' ? 0o711 : 0o700 })
  const serverHome = await reachableHome(home, user, stateFolder)
  return {
    home,
    serverHome,
    cluster: join(serverHome, 'cluster'),
    log: join(home, 'server.log'),
    password: join(home, 'password'),
  }
}

async function reachableHome(home: string, user: ServerUser, stateFolder: string): Promise<string> {
  const noted = await notedElsewhere(home)
  if (noted !== undefined) return noted
  if (canReach(user, home)) return home
  const elsewhere = join(stateFolder, shortName(home))
  await mkdir(elsewhere, { recursive: true, mode: 0o711 })
  await moveCluster(join(home, 'cluster'), join(elsewhere, 'cluster'))
  await writeFile(join(home, 'elsewhere'), `${elsewhere}\n`)
  return elsewhere
}

async function notedElsewhere(home: string): Promise<string | undefined> {
  const note = (await readFile(join(home, 'elsewhere'), 'utf8').catch(() => '')).trim()
  return note === '' ? undefined : note
}

/** Who owns the cluster of this data folder, or the place for it; undefined if there is neither yet. */
export async function clusterOwner(dataFolder: string): Promise<Owner | undefined> {
  const home = join(dataFolder, 'postgres')
  const cluster = join((await notedElsewhere(home)) ?? home, 'cluster')
  return stat(cluster).catch(() => stat(home).catch(() => undefined))
}

/** A cluster made when the server still could reach it moves along. */
async function moveCluster(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return
  await rename(from, to).catch(async (problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EXDEV') throw problem
    await cp(from, to, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true })
    await rename(from, `${from}.moved`)
  })
}

/** Gives a folder and all in it to the server's user, when somebody else owns it; only root can. */
export async function giveToServerUser(folder: string, user: ServerUser): Promise<void> {
  const uid = ownerUid(user)
  if (uid === undefined || process.getuid?.() !== 0 || (await stat(folder)).uid === uid) return
  const gid = user.kind === 'other' ? user.gid : (process.getgid?.() ?? 0)
  for (const entry of await readdir(folder, { recursive: true })) await chown(join(folder, entry), uid, gid)
  // The folder itself last: an interrupted change is then begun again.
  await chown(folder, uid, gid)
}

/** The longest path of a Unix socket that every system takes, less the name that PostgreSQL adds. */
const LONGEST_SOCKET_FOLDER = 103 - '/.s.PGSQL.5432'.length

/**
 * A private, empty folder for the server's Unix socket: beside the cluster if that path is short enough and its file system
 * takes sockets, else in the system's temporary folder. Undefined where there is neither: use loopback.
 */
export async function socketFolder(places: Places, user: ServerUser): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined
  for (const folder of [join(places.serverHome, 'run'), join(tmpdir(), `guatu-${shortName(places.cluster)}`)]) {
    if (await makePrivate(folder, user)) return folder
  }
  return undefined
}

async function makePrivate(folder: string, user: ServerUser): Promise<boolean> {
  if (Buffer.byteLength(folder) > LONGEST_SOCKET_FOLDER) return false
  try {
    const owned = await lstat(folder).catch(() => undefined)
    if (owned && (!owned.isDirectory() || (owned.uid !== ownerUid(user) && owned.uid !== process.getuid?.())))
      return false
    // Nothing runs here any more: a socket or its lock left behind would only stand in the way.
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { mode: 0o700 })
    if (!(await takesSockets(folder))) return false
    if (user.kind === 'other') await chown(folder, user.uid, user.gid)
    return canReach(user, folder)
  } catch {
    return false
  }
}

function takesSockets(folder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(join(folder, 'probe'), () => probe.close(() => resolve(true)))
  })
}

function shortName(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12)
}
