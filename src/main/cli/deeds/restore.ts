import { join } from 'node:path'
import { openBlobs } from '#adapters/blobs'
import { openDatabase, restoreBackup } from '#adapters/store'
import { exitCode, type Terminal } from '../command.ts'
import { settingsOf } from '../settings-of.ts'

/** Brings the backup of this path up, and says what was in it. */
export async function restore(path: string, terminal: Terminal): Promise<number> {
  const settings = settingsOf(terminal)
  if (!settings) return exitCode.usage
  const { databaseUrl, dataFolder } = settings
  const database = await openDatabase({ databaseUrl, dataFolder, migrate: false })
  try {
    const files = await openBlobs(join(dataFolder, 'files'))
    const summary = await restoreBackup(database, files, path)
    terminal.out(`${JSON.stringify({ file: path, ...summary })}\n`)
  } finally {
    await database.close()
  }
  return exitCode.done
}
