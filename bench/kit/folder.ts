import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Root of the clone. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Where data folders lie, one for each number of regions. */
export interface DataFolders {
  /** A data folder with the sample in so many regions; made once, out of the next smaller one that is there. */
  ofRegions(regions: number): Promise<string>
  /** An empty one, removed with the others at the end even where the caller keeps his. */
  empty(): string
  /** Removes what was made, unless the place was given by the caller. */
  clean(): void
}

/** Data folders in a place that the caller names and that stays, or in a temporary one. */
export function openDataFolders(given: string | undefined): DataFolders {
  const temporary = mkdtempSync(join(tmpdir(), 'guatu-bench-'))
  const place = given ?? temporary
  mkdirSync(place, { recursive: true })
  const ready = new Set<number>()
  return {
    async ofRegions(regions) {
      const path = join(place, String(regions))
      if (ready.has(regions)) return path
      const smaller = readdirSync(place)
        .map(Number)
        .filter((size) => size > 0 && size < regions)
      const from = Math.max(...smaller)
      if (!existsSync(path) && from > 0) cpSync(join(place, String(from)), path, { recursive: true })
      await fillSample(path, regions)
      ready.add(regions)
      return path
    },
    empty: () => mkdtempSync(join(temporary, 'empty-')),
    clean: () => rmSync(temporary, { recursive: true, force: true }),
  }
}

/** Fills the folder by `guatu sample --regions N`. Its words go to standard error. */
async function fillSample(folder: string, regions: number): Promise<void> {
  const args = [join(root, 'bin', 'guatu.js'), 'sample', '--regions', String(regions)]
  const filling = spawn(process.execPath, args, { env: environmentOf(folder), stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = (await once(filling, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`guatu sample ended with ${code}`)
}

/** The environment of a Guatu on this folder: loopback, any free port. */
export function environmentOf(folder: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, ...rest } = process.env
  return { ...rest, GUATU_DATA: folder, HOST: '127.0.0.1', PORT: '0' }
}
