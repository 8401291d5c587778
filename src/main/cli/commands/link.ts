import { parseArgs } from 'node:util'
import { makeLinkOnMachine } from '#app/organisation'
import { foldLoginName } from '#core/organisation'
import { findRegion, listRegions } from '#adapters/store'
import { refusalWords } from '#adapters/http/contract/words'
import { openHouse } from '#main/server'
import { noRegion, type Command, exitCode, UsageError } from '../command.ts'
import { settingsOf } from '../settings-of.ts'

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
    const settings = settingsOf(terminal)
    if (!settings) return exitCode.usage
    const house = await openHouse(settings, { whenHeld: 'join' })
    try {
      const { owner } = house.database
      if (values.region === undefined && (await listRegions(owner)).length > 1)
        throw new UsageError({
          zh: '请用 --region 编号 指明地区（guatu link --help）',
          en: 'name the region by --region ID (guatu link --help)',
        })
      const region = await findRegion(owner, values.region)
      if (!region) throw new UsageError(noRegion(values.region))
      const context = house.contextFor(region, { accountId: '', regionId: region.regionId, roles: [] })
      const made = await makeLinkOnMachine(context, { login: foldLoginName(login), serverNow: house.serverNow() })
      if (!made.ok) {
        terminal.err(`${refusalWords(made.refusal, terminal.language)}\n`)
        return exitCode.negative
      }
      terminal.out(`/link/${region.regionId}#${made.value.linkToken}\n`)
      return exitCode.done
    } finally {
      await house.close()
    }
  },
}
