import { parseArgs } from 'node:util'
import { type Command, UsageError } from '../command.ts'

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
    const { backUp } = await import('../deeds/backup.ts')
    return backUp(path, terminal)
  },
}
