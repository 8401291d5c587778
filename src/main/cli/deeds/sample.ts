import { ensureSample, makeScale } from '#main/sample'
import { openHouse } from '#main/server'
import { exitCode, type Terminal } from '../command.ts'
import { hasNoRoom } from '../has-no-room.ts'
import { settingsOf } from '../settings-of.ts'

/** Makes the sample district, and further regions until there are as many as asked for. */
export async function makeSample(regions: number, terminal: Terminal): Promise<number> {
  const settings = settingsOf(terminal)
  if (!settings) return exitCode.usage
  const house = await openHouse(settings)
  try {
    if (await hasNoRoom(house, terminal)) return exitCode.failed
    const progress = (step: string) => terminal.err(`${step}\n`)
    const made = await ensureSample(house, settings.dataFolder, progress)
    terminal.out(
      made
        ? 'The sample district is ready. 样例区已就绪。\n'
        : 'The sample district was there already. 样例区已存在。\n',
    )
    const further = await makeScale(house, regions, progress)
    if (further > 0) terminal.out(`${further} further regions. 另有 ${further} 个区。\n`)
  } finally {
    await house.close()
  }
  return exitCode.done
}
