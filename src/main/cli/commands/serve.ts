import { parseArgs } from 'node:util'
import { refusalWords } from '#adapters/http/contract/words'
import { readSettings, startServer } from '#main/server'
import { type Command, exitCode } from '../command.ts'

/** `guatu serve`: runs until it is told to stop. */
export const command: Command = {
  help: `Usage: guatu serve

Starts Guatu: its own PostgreSQL (or DATABASE_URL), the API and the pages.

Settings (environment):
  PORT          port to listen on, 8080; 0 takes a free one
  HOST          address to listen on, 127.0.0.1
  GUATU_DATA    data folder, .guatu in the current folder
  DATABASE_URL  another PostgreSQL (14 or newer) instead of the own one
  GUATU_METRICS_TOKEN  bearer token that opens /metrics from elsewhere than this machine

Stops cleanly on Ctrl-C and SIGTERM.
`,
  async run(args, terminal) {
    parseArgs({ args: [...args], options: {}, strict: true })
    const settings = readSettings(process.env)
    if (!settings.ok) {
      terminal.err(`guatu: ${refusalWords(settings.refusal, terminal.language)}\n`)
      return exitCode.usage
    }
    const server = await startServer(settings.value)
    terminal.out(`Guatu 挂图: ${server.url}\n`)
    for (const account of await server.house.sampleAccounts('')) {
      terminal.out(`  ${account.login.padEnd(14)} ${account.password}  ${account.displayName}\n`)
    }
    await new Promise<void>((resolve) => {
      process.once('SIGINT', () => resolve())
      process.once('SIGTERM', () => resolve())
    })
    await server.stop()
    return exitCode.done
  },
}
