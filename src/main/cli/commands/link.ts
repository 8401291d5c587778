import { parseArgs } from 'node:util'
import { type Command, UsageError } from '../command.ts'

/** `guatu link`: the way back in where no page may open it. */
export const command: Command = {
  help: `Usage: guatu link [--region ID] ACCOUNT

Makes a one-time sign-in link for an account, on the server itself, also while it serves. The page of accounts makes none for the
administrator, the security officer and the auditor, because whoever made it could come in as them: when one of the three has lost the
way in, whoever runs the server makes a new link here. Links made before for the account end. It is written to the log, and the holder
is told of it at the next sign-in.

  --region ID  needed where the database holds several regions

Prints the path of the link; put it behind the address of the server. Exit codes: 0 done, 1 there is no such account, 2 wrong use.
`,
  async run(args, terminal) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { region: { type: 'string' } },
      allowPositionals: true,
    })
    const [login] = positionals
    if (login === undefined || positionals.length > 1)
      throw new UsageError({ zh: '请写出一个账号（guatu link --help）', en: 'name one account (guatu link --help)' })
    const { makeLink } = await import('../deeds/link.ts')
    return makeLink({ login, regionId: values.region }, terminal)
  },
}
