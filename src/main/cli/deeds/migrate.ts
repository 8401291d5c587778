import { openHouse } from '#main/server'
import { exitCode, type Terminal } from '../command.ts'
import { settingsOf } from '../settings-of.ts'

/** Brings the schema up to date and says which migrations ran. */
export async function migrateSchema(terminal: Terminal): Promise<number> {
  const settings = settingsOf(terminal)
  if (!settings) return exitCode.usage
  const house = await openHouse(settings)
  const { migrated } = house.database
  await house.close()
  terminal.out(migrated.length === 0 ? 'up to date 已是最新\n' : `${migrated.join('\n')}\n`)
  return exitCode.done
}
