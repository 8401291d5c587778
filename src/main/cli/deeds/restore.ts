import { join } from 'node:path'
import { openBlobs } from '#adapters/blobs'
import { makeDataFolder, watchRoom } from '#adapters/disk'
import { openDatabase, restoreBackup } from '#adapters/store'
import { exitCode, type Terminal } from '../command.ts'
import { hasNoRoom } from '../has-no-room.ts'
import { settingsOf } from '../settings-of.ts'

/** Brings the backup of this path up, and says what was in it. */
export async function restore(path: string, terminal: Terminal): Promise<number> {
  const settings = settingsOf(terminal)
  if (!settings) return exitCode.usage
  const { databaseUrl, dataFolder } = settings
  await makeDataFolder(dataFolder)
  const database = await openDatabase({ databaseUrl, dataFolder, migrate: false })
  try {
    const folders = database.folder === undefined ? [dataFolder] : [dataFolder, database.folder]
    if (await hasNoRoom({ hasRoom: watchRoom(folders) }, terminal)) return exitCode.failed
    const files = await openBlobs(join(dataFolder, 'files'))
    const summary = await restoreBackup(database, files, path)
    terminal.out(`${JSON.stringify({ file: path, ...summary })}\n`)
  } finally {
    await database.close()
  }
  return exitCode.done
}
