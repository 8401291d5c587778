import { parseArgs } from 'node:util'
import { type Command, UsageError } from '../command.ts'

/** `guatu import`: an issued file becomes a draft. */
export const command: Command = {
  help: `Usage: guatu import FILE --as ACCOUNT [--region REGION] [--amend PLAN] [--map COLUMNS]

Reads an issued plan and lays its draft beside the text, as the page "load a plan" does, in the name of an account that may.

  --as ACCOUNT     account name of a coordinator
  --region REGION  region id; the first one where it is left out
  --amend PLAN     id of the plan that this file amends
  --map COLUMNS    what the columns of a table of tasks hold, as title=B,lead=D,due=F (guatu extract --help names them)

Prints the draft's id and counts as JSON. Publish it on its page.
`,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        as: { type: 'string' },
        region: { type: 'string' },
        amend: { type: 'string' },
        map: { type: 'string' },
      },
      allowPositionals: true,
    })
    const [path] = positionals
    if (!path || positionals.length > 1 || !values.as)
      throw new UsageError({
        zh: '请写出一个文件和 --as 账号（guatu import --help）',
        en: 'name one file and --as ACCOUNT (guatu import --help)',
      })
    const { importFile } = await import('../deeds/import.ts')
    return importFile({ ...values, path, as: values.as }, terminal)
  },
}
