import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile, chown } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StoreError } from '../store-error.ts'
import type { Binaries } from './binaries.ts'
import { giveToServerUser, type Places } from './places.ts'
import { spawnAs, type ServerUser } from './server-user.ts'

/** The server's own administrator; the product works as another user, who may less. */
export const ADMINISTRATOR = 'postgres'

/** Makes the cluster if there is none, and checks that an existing one fits program and user. Answers with the password. */
export async function readyCluster(places: Places, binaries: Binaries, user: ServerUser): Promise<string> {
  if (!existsSync(join(places.cluster, 'PG_VERSION'))) await initialise(places, binaries, user)
  const found = (await readFile(join(places.cluster, 'PG_VERSION'), 'utf8')).trim()
  if (found !== binaries.major) {
    throw new StoreError('store.otherServerVersion', { folder: places.cluster, found, expected: binaries.major })
  }
  await giveToServerUser(places.cluster, user)
  return (await readFile(places.password, 'utf8')).trim()
}

/** A cluster appears under its name only when it is complete, so that an interrupted start leaves nothing half made. */
async function initialise(places: Places, binaries: Binaries, user: ServerUser): Promise<void> {
  const password = randomBytes(24).toString('base64url')
  const unfinished = `${places.cluster}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  await giveToServerUser(unfinished, user)
  await writeFile(places.password, `${password}\n`, { mode: 0o600 })
  await withPasswordFile(password, user, (file) => runInitdb(unfinished, binaries, user, file))
  await rename(unfinished, places.cluster)
}

async function withPasswordFile(
  password: string,
  user: ServerUser,
  work: (file: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'guatu-init-'))
  const file = join(folder, 'password')
  try {
    await writeFile(file, password, { mode: 0o600 })
    if (user.kind === 'other') for (const path of [folder, file]) await chown(path, user.uid, user.gid)
    await work(file)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Without an encoding, an unset LANG gives SQL_ASCII; with ctype C, trigrams of Chinese are empty. */
function runInitdb(cluster: string, binaries: Binaries, user: ServerUser, passwordFile: string): Promise<void> {
  const locale = ['--encoding=UTF8', '--locale=C', '--lc-ctype=C.UTF-8']
  const access = [`--username=${ADMINISTRATOR}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const program = join(binaries.folder, 'bin', 'initdb')
  return new Promise((resolve, reject) => {
    const child = spawnAs(user, [program, '-D', cluster, ...locale, ...access, '--no-instructions'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      cwd: cluster,
    })
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
    child.once('error', (problem) =>
      reject(new StoreError('store.initFailed', { folder: cluster, reason: problem.message }, problem)),
    )
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new StoreError('store.initFailed', { folder: cluster, reason: said.trim() || `exit ${code}` })),
    )
  })
}
