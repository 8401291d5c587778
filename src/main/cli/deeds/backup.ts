import { join } from 'node:path'
import { openBlobs } from '#adapters/blobs'
import { writeBackup } from '#adapters/store'
import { openHouse } from '#main/server'
import { exitCode, type Terminal } from '../command.ts'
import { settingsOf } from '../settings-of.ts'

/** Writes the backup into the file of this path, and says what is in it. */
export async function backUp(path: string, terminal: Terminal): Promise<number> {
  const settings = settingsOf(terminal)
  if (!settings) return exitCode.usage
  const house = await openHouse(settings, { whenHeld: 'join' })
  try {
    const files = await openBlobs(join(settings.dataFolder, 'files'))
    const summary = await writeBackup(house.database, files, { path, madeAt: house.serverNow() })
    terminal.out(`${JSON.stringify({ file: path, ...summary })}\n`)
  } finally {
    await house.close()
  }
  return exitCode.done
}
