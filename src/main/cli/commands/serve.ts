import { parseArgs } from 'node:util'
import { ensureSample } from '#main/sample'
import { startServer } from '#main/server'
import { type Command, exitCode } from '../command.ts'
import { settingsOf } from '../settings-of.ts'

/** `guatu serve`: runs until it is told to stop. */
export const command: Command = {
  help: `Usage: guatu serve [--sample]

Starts Guatu: its own PostgreSQL (or DATABASE_URL), the API and the pages.

  --sample  fill the sample district where the database is empty

Settings (environment):
  PORT          port to listen on, 8080; 0 takes a free one
  HOST          address to listen on, 127.0.0.1
  GUATU_DATA    data folder, .guatu in the current folder
  DATABASE_URL  another PostgreSQL (14 or newer) instead of the own one
  GUATU_METRICS_TOKEN  bearer token that opens /metrics from elsewhere than this machine

Stops cleanly on Ctrl-C and SIGTERM.
`,
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: { sample: { type: 'boolean' } }, strict: true })
    const settings = settingsOf(terminal)
    if (!settings) return exitCode.usage
    const server = await startServer(settings, {
      prepare: async (house) => {
        if (values.sample) await ensureSample(house, settings.dataFolder, (step) => terminal.err(`${step}\n`))
      },
    })
    terminal.out(`Guatu 挂图: ${server.url}\n`)
    for (const account of await server.house.sampleAccounts('')) {
      terminal.out(`  ${account.login.padEnd(16)} ${account.password}  ${account.displayName}\n`)
    }
    await new Promise<void>((resolve) => {
      process.once('SIGINT', () => resolve())
      process.once('SIGTERM', () => resolve())
    })
    await server.stop()
    return exitCode.done
  },
}
