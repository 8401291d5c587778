import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openBlobs } from '#adapters/blobs'
import { writeBackup } from '#adapters/store'
import { openHouse } from '#main/server'
import { type Command, exitCode, UsageError } from '../command.ts'
import { settingsOf } from '../settings-of.ts'

/** `guatu backup`: everything in one file. */
export const command: Command = {
  help: `Usage: guatu backup FILE

Writes all regions' tables as they stand at one moment, all attached files and a manifest with hashes into one file. The server may go
on running meanwhile. The file does not depend on PostgreSQL's version; guatu restore brings it up anywhere, guatu verify proves it.
`,
  async run(args, terminal) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
    const [path] = positionals
    if (!path || positionals.length > 1)
      throw new UsageError({
        zh: '请写出一个要写入的文件（guatu backup --help）',
        en: 'name one file to write (guatu backup --help)',
      })
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
  },
}
