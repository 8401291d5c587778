import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Root of the clone. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** A data folder to measure in. */
export interface DataFolder {
  readonly path: string
  /** Removes the folder, unless it was given by the caller. */
  clean(): void
}

/** The folder that the caller names, which is left as it is afterwards, or a new one that is cleaned up. */
export function openDataFolder(given: string | undefined): DataFolder {
  const path = given ?? mkdtempSync(join(tmpdir(), 'guatu-bench-'))
  return { path, clean: () => given === undefined && rmSync(path, { recursive: true, force: true }) }
}

/** Fills the folder by `guatu sample --regions N`; answers the seconds it took. Its words go to standard error. */
export async function fillSample(folder: string, regions: number): Promise<number> {
  const begun = performance.now()
  const args = [join(root, 'bin', 'guatu.js'), 'sample', '--regions', String(regions)]
  const filling = spawn(process.execPath, args, { env: environmentOf(folder), stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = (await once(filling, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`guatu sample ended with ${code}`)
  return (performance.now() - begun) / 1000
}

/** The environment of a Guatu on this folder: loopback, any free port. */
export function environmentOf(folder: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, ...rest } = process.env
  return { ...rest, GUATU_DATA: folder, HOST: '127.0.0.1', PORT: '0' }
}
