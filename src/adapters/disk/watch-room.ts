import { statfs } from 'node:fs/promises'

/**
 * What stays free for the database itself: it writes its log ahead in pieces of 16 MB, and stops where one no longer fits. Also for an
 * upload that is under way, sessions, and the chain of the log.
 */
export const RESERVE_BYTES = 128 * 1024 * 1024

/**
 * Whether the disks of these folders have more room than the reserve. A folder whose disk cannot be asked is taken to have room: what
 * is then written fails in its own words. Those who ask at once share one answer.
 */
export function watchRoom(folders: readonly string[]): () => Promise<boolean> {
  let asking: Promise<boolean> | undefined
  return () => {
    asking ??= Promise.all(folders.map(hasRoom))
      .then((answers) => answers.every(Boolean))
      .finally(() => (asking = undefined))
    return asking
  }
}

async function hasRoom(folder: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize > RESERVE_BYTES
  } catch {
    return true
  }
}
