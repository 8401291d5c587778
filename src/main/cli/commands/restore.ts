import { parseArgs } from 'node:util'
import { type Command, UsageError } from '../command.ts'

/** `guatu restore`: a backup in an empty place. */
export const command: Command = {
  help: `Usage: guatu restore FILE

Brings a backup up in an empty data folder (GUATU_DATA) or database (DATABASE_URL): checks every hash first, loads everything in one
transaction, compares every table's hash afterwards. A place that is not empty is refused and left as it is.
`,
  async run(args, terminal) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true })
    const [path] = positionals
    if (!path || positionals.length > 1)
      throw new UsageError({
        zh: '请写出要恢复的备份文件（guatu restore --help）',
        en: 'name the backup to restore (guatu restore --help)',
      })
    const { restore } = await import('../deeds/restore.ts')
    return restore(path, terminal)
  },
}
