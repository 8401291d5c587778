import { randomUUID } from 'node:crypto'
import type { Words } from '#core/kit'
import { findRegion } from '#adapters/store'
import { openHouse, type Reminded, remindNow } from '#main/server'
import { noRegion, exitCode, type Terminal, UsageError } from '../command.ts'
import { settingsOf } from '../settings-of.ts'

/** Does what the clock asks, once, and says for each region in words what was done. */
export async function remindOnce(regionId: string | undefined, terminal: Terminal): Promise<number> {
  const settings = settingsOf(terminal)
  if (!settings) return exitCode.usage
  const house = await openHouse(settings, { whenHeld: 'join' })
  try {
    if (regionId !== undefined && !(await findRegion(house.database.owner, regionId)))
      throw new UsageError(noRegion(regionId))
    const done = await remindNow(house, randomUUID(), regionId)
    for (const one of done) terminal.out(`${one.regionId}: ${doneWords(one)[terminal.language]}\n`)
    if (done.length === 0) terminal.out(`${noRegion(undefined)[terminal.language]}\n`)
    return done.some(({ failed }) => failed > 0) ? exitCode.negative : exitCode.done
  } finally {
    await house.close()
  }
}

/** What was done; that nothing was due where nothing was. */
function doneWords({ opened, raised, notices, sent, failed }: Reminded): Words {
  const parts = [
    { count: opened, zh: `开启 ${opened} 期`, en: `periods opened: ${opened}` },
    { count: raised, zh: `升级受阻事项 ${raised} 项`, en: `blockages raised: ${raised}` },
    { count: notices, zh: `写消息 ${notices} 条`, en: `messages written: ${notices}` },
    { count: sent, zh: `发出 ${sent} 条`, en: `sent: ${sent}` },
    { count: failed, zh: `未发出 ${failed} 条`, en: `not sent: ${failed}` },
  ].filter(({ count }) => count > 0)
  if (parts.length === 0) return { zh: '没有到期的事', en: 'nothing was due' }
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') }
}
