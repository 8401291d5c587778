import { mkdir, mkdtemp, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Words } from '#core/kit'

/** A data folder cannot be made or written, in words for whoever stands at the console. */
export class DataFolderError extends Error {
  readonly words: Words

  constructor(folder: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(`The data folder ${folder} cannot be used (${reason}). Name another in GUATU_DATA.`, { cause })
    this.name = 'DataFolderError'
    this.words = { zh: `数据目录 ${folder} 不能使用（${reason}）。请用 GUATU_DATA 指定其他目录。`, en: this.message }
  }
}

/** Started as root, PostgreSQL runs as another user, who has to pass through to its own folder; nobody else gets further. */
const MODE = process.getuid?.() === 0 ? 0o711 : 0o700

/**
 * Makes the data folder with the folders above it, and tries whether something can be made in it. One folder at a time: where the
 * system makes none (below /proc), Node's recursive mkdir goes round for ever.
 */
export async function makeDataFolder(folder: string): Promise<void> {
  try {
    await makeUnder(folder)
    await rmdir(await mkdtemp(join(folder, '.try-')))
  } catch (problem) {
    throw new DataFolderError(folder, problem)
  }
}

async function makeUnder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined)
  if (found?.isDirectory()) return
  const above = dirname(folder)
  if (above !== folder && found === undefined) await makeUnder(above)
  await mkdir(folder, { mode: MODE }).catch(async (problem: unknown) => {
    // Two who start at once both make it: what counts is that it is there.
    if (!(await stat(folder).catch(() => undefined))?.isDirectory()) throw problem
  })
}
