import { parseArgs } from 'node:util'
import type { Command } from '../command.ts'

/** `guatu migrate`: the schema, and nothing else. */
export const command: Command = {
  help: `Usage: guatu migrate

Brings the schema of the database (GUATU_DATA or DATABASE_URL) up to date and says which migrations ran.
The server does the same when it starts; this is for those who want it done beforehand.
`,
  async run(args, terminal) {
    parseArgs({ args: [...args], options: {}, strict: true })
    const { migrateSchema } = await import('../deeds/migrate.ts')
    return migrateSchema(terminal)
  },
}
