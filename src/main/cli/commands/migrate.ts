import { parseArgs } from 'node:util'
import { openHouse } from '#main/server'
import { type Command, exitCode } from '../command.ts'
import { settingsOf } from '../settings-of.ts'

/** `guatu migrate`: the schema, and nothing else. */
export const command: Command = {
  help: `Usage: guatu migrate

Brings the schema of the database (GUATU_DATA or DATABASE_URL) up to date and says which migrations ran.
The server does the same when it starts; this is for those who want it done beforehand.
`,
  async run(args, terminal) {
    parseArgs({ args: [...args], options: {}, strict: true })
    const settings = settingsOf(terminal)
    if (!settings) return exitCode.usage
    const house = await openHouse(settings)
    const { migrated } = house.database
    await house.close()
    terminal.out(migrated.length === 0 ? 'up to date 已是最新\n' : `${migrated.join('\n')}\n`)
    return exitCode.done
  },
}
