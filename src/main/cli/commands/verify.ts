import { parseArgs } from 'node:util'
import { formatOf } from '../usage.ts'
import { type Command, UsageError } from '../command.ts'

/** `guatu verify`: everything that must not have changed, recomputed. */
export const command: Command = {
  help: `Usage: guatu verify [--expect HEAD] [--region ID] [--format text|json] [FILE]

Recomputes what must not have changed: the chain of seals, every sealed report against its row, plans, corrections, attached files,
and the chain of the log. With FILE (made by guatu backup) it needs neither server nor database; without it, the database of the
settings is read, also while the server runs.

  --expect HEAD  a head of the chain of seals as printed in an issued document; it has to be in the chain
  --region ID    this region only
  --format json  for programs: one array with counts, heads and findings for each region

Exit codes: 0 everything holds, 1 something does not, 2 wrong use, 3 it could not be read.
`,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        expect: { type: 'string' },
        region: { type: 'string' },
        format: { type: 'string', default: 'text' },
      },
      allowPositionals: true,
    })
    const format = formatOf(['text', 'json'], values.format)
    if (positionals.length > 1)
      throw new UsageError({
        zh: '一次验证一个备份文件（guatu verify --help）',
        en: 'one backup file at a time (guatu verify --help)',
      })
    const [file] = positionals
    const { verify } = await import('../deeds/verify.ts')
    return verify({ file, format, expectHead: values.expect, regionId: values.region }, terminal)
  },
}
