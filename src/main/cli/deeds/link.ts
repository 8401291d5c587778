import { makeLinkOnMachine } from '#app/organisation'
import { foldLoginName } from '#core/organisation'
import { findRegion, listRegions } from '#adapters/store'
import { refusalWords } from '#adapters/http/contract/words'
import { openHouse } from '#main/server'
import { noRegion, exitCode, type Terminal, UsageError } from '../command.ts'
import { settingsOf } from '../settings-of.ts'

/** Makes the link and prints its path. */
export async function makeLink(
  { login, regionId }: { readonly login: string; readonly regionId: string | undefined },
  terminal: Terminal,
): Promise<number> {
  const settings = settingsOf(terminal)
  if (!settings) return exitCode.usage
  const house = await openHouse(settings, { whenHeld: 'join' })
  try {
    const { owner } = house.database
    if (regionId === undefined && (await listRegions(owner)).length > 1)
      throw new UsageError({
        zh: '请用 --region 编号 指明地区（guatu link --help）',
        en: 'name the region by --region ID (guatu link --help)',
      })
    const region = await findRegion(owner, regionId)
    if (!region) throw new UsageError(noRegion(regionId))
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
}
