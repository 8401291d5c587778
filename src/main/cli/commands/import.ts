import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { readSourceFile } from '#adapters/files'
import { refusalWords } from '#adapters/http/contract/words'
import { findRegion } from '#adapters/store'
import { listAccounts } from '#app/organisation'
import { importPlan, readDraft } from '#app/plan'
import type { Context } from '#app/kit'
import { type House, openHouse } from '#main/server'
import { type Command, exitCode, noRegion, UsageError } from '../command.ts'
import { settingsOf } from '../settings-of.ts'
import { statedColumns } from '../stated-columns.ts'

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
    const settings = settingsOf(terminal)
    if (!settings) return exitCode.usage
    const house = await openHouse(settings, { whenHeld: 'join' })
    try {
      const context = await contextOf(house, values.region, values.as)
      const file = { bytes: new Uint8Array(await readFile(path)), fileName: basename(path) }
      const imported = await importPlan(
        context,
        {
          ...file,
          ...(values.amend ? { planId: values.amend } : {}),
          ...(values.map === undefined ? {} : { columns: statedColumns(values.map) }),
        },
        readSourceFile,
      )
      const draft = imported.ok ? await readDraft(context, imported.value) : imported
      if (!draft.ok) {
        terminal.err(`guatu: ${path}: ${refusalWords(draft.refusal, terminal.language)}\n`)
        return exitCode.failed
      }
      const { draftId } = draft.value.draft
      terminal.out(`${JSON.stringify({ draftId, entries: draft.value.entries.length, page: `/drafts/${draftId}` })}\n`)
      return exitCode.done
    } finally {
      await house.close()
    }
  },
}

/** The context of an account, for whoever holds the machine and its data folder. */
async function contextOf(house: House, regionId: string | undefined, login: string): Promise<Context> {
  const region = await findRegion(house.database.owner, regionId)
  if (!region) throw new UsageError(noRegion(regionId))
  const keeper = { accountId: '', regionId: region.regionId, roles: [{ role: 'administrator' as const }] }
  const accounts = await listAccounts(house.contextFor(region, keeper))
  const account = accounts.ok ? accounts.value.find((one) => one.login === login && one.disabledAt === null) : undefined
  if (!account) throw new UsageError({ zh: `没有账号“${login}”`, en: `there is no account "${login}"` })
  return house.contextFor(region, { accountId: account.accountId, regionId: region.regionId, roles: account.roles })
}
