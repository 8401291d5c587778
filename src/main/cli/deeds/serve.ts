import { ensureSample } from '#main/sample'
import { ensureRegion, type FounderLink, startServer } from '#main/server'
import { exitCode, type Terminal } from '../command.ts'
import { settingsOf } from '../settings-of.ts'

/** What the data folder begins with where it is empty. */
interface Wanted {
  readonly sample?: boolean
  readonly region: string
  readonly name: string
}

/** Serves until the process is told to stop. */
export async function serve(wanted: Wanted, terminal: Terminal): Promise<number> {
  const settings = settingsOf(terminal)
  if (!settings) return exitCode.usage
  let links: readonly FounderLink[] = []
  const server = await startServer(settings, {
    prepare: async (house) => {
      if (wanted.sample) await ensureSample(house, settings.dataFolder, (step) => terminal.err(`${step}\n`))
      else links = await ensureRegion(house, { regionId: wanted.region, name: wanted.name })
    },
  })
  terminal.out(`Guatu 挂图: ${server.url}\n`)
  for (const { login, path } of links) terminal.out(`  ${login.padEnd(16)} ${server.url}${path}\n`)
  for (const account of await server.house.sampleAccounts('')) {
    terminal.out(`  ${account.login.padEnd(16)} ${account.password}  ${account.displayName}\n`)
  }
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
  await server.stop()
  return exitCode.done
}
