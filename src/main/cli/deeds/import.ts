import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readSourceFile } from '#adapters/files'
import { refusalWords } from '#adapters/http/contract/words'
import { findRegion } from '#adapters/store'
import { listAccounts } from '#app/organisation'
import { importPlan, readDraft } from '#app/plan'
import type { Context } from '#app/kit'
import { type House, openHouse } from '#main/server'
import { exitCode, noRegion, type Terminal, UsageError } from '../command.ts'
import { hasNoRoom } from '../has-no-room.ts'
import { settingsOf } from '../settings-of.ts'
import { statedColumns } from '../stated-columns.ts'

/** A file, in whose name it is laid, and what else was said of it. */
interface Wanted {
  readonly path: string
  readonly as: string
  readonly region?: string
  readonly amend?: string
  readonly map?: string
}

/** Lays the draft of an issued file, and prints its id. */
export async function importFile({ path, as, region, amend, map }: Wanted, terminal: Terminal): Promise<number> {
  const settings = settingsOf(terminal)
  if (!settings) return exitCode.usage
  const house = await openHouse(settings, { whenHeld: 'join' })
  try {
    if (await hasNoRoom(house, terminal)) return exitCode.failed
    const context = await contextOf(house, region, as)
    const file = { bytes: new Uint8Array(await readFile(path)), fileName: basename(path) }
    const imported = await importPlan(
      context,
      {
        ...file,
        ...(amend ? { planId: amend } : {}),
        ...(map === undefined ? {} : { columns: statedColumns(map) }),
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
