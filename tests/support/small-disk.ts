import { spawnSync } from 'node:child_process'
import { open, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'

/** A disk of a few hundred megabytes in memory, that a test can fill. */
export interface SmallDisk {
  free(): Promise<number>
  /** Fills it until only so many bytes are left; all of it for 0. */
  fillUpTo(left: number): Promise<void>
  /** Takes away what filled it. */
  empty(): Promise<void>
  unmount(): void
}

const CHUNK = Buffer.alloc(1024 * 1024, 7)

/** Mounts one on a folder; answers in words why it may not, on machines where mounting is refused. */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk | { readonly refused: string } {
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'guatu-small-disk', folder])
  if (mounted.status !== 0)
    return { refused: mounted.error?.message ?? (mounted.stderr.toString().trim() || 'mount is not allowed') }
  const ballast = join(folder, 'ballast')
  const free = async (): Promise<number> => {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  }
  return {
    free,
    async fillUpTo(left) {
      const file = await open(ballast, 'a')
      try {
        for (let most = await free(); most > left; most = await free())
          await file.appendFile(CHUNK.subarray(0, Math.min(CHUNK.length, most - left)))
      } catch (problem) {
        if (!(problem instanceof Error && 'code' in problem && problem.code === 'ENOSPC')) throw problem
      } finally {
        await file.close()
      }
    },
    empty: () => rm(ballast, { force: true }),
    unmount: () => void spawnSync('umount', ['--lazy', folder]),
  }
}
