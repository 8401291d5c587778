import { randomUUID } from 'node:crypto'
import { findRegion } from '#adapters/store'
import { openHouse, remindNow } from '#main/server'
import { noRegion, exitCode, type Terminal, UsageError } from '../command.ts'
import { settingsOf } from '../settings-of.ts'

/** Writes and sends what is due, once, and says what was done for each region. */
export async function remindOnce(regionId: string | undefined, terminal: Terminal): Promise<number> {
  const settings = settingsOf(terminal)
  if (!settings) return exitCode.usage
  const house = await openHouse(settings, { whenHeld: 'join' })
  try {
    if (regionId !== undefined && !(await findRegion(house.database.owner, regionId)))
      throw new UsageError(noRegion(regionId))
    const done = await remindNow(house, randomUUID(), regionId)
    for (const { regionId: id, notices, sent, failed } of done) {
      const words = {
        zh: `写消息 ${notices} 条，发出 ${sent} 条，未发出 ${failed} 条`,
        en: `${notices} written, ${sent} sent, ${failed} not sent`,
      }
      terminal.out(`${id}: ${words[terminal.language]}\n`)
    }
    return done.some(({ failed }) => failed > 0) ? exitCode.negative : exitCode.done
  } finally {
    await house.close()
  }
}
