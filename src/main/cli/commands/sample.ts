import { parseArgs } from 'node:util'
import { ensureSample, makeScale } from '#main/sample'
import { openHouse } from '#main/server'
import { type Command, exitCode, UsageError } from '../command.ts'
import { settingsOf } from '../settings-of.ts'

/** `guatu sample`: the sample district. */
export const command: Command = {
  help: `Usage: guatu sample [--regions N]

Makes the sample district 青澜区 in the data folder (or DATABASE_URL), by the product's own use cases: its plan is imported, settled
and published, then seven months are reported, sealed and judged. Where it is there already, nothing is done.

  --regions N  for measuring at scale: adds regions r001, r002 … until there are N (at most 999), each a copy of the sample district
               with earlier years, about 18,000 reports; inserted in bulk. 122 regions hold 2.2 million reports and take about 3 GB.
               Cut short, it goes on where it stopped.
`,
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: { regions: { type: 'string' } }, strict: true })
    const regions = values.regions === undefined ? 1 : Number(values.regions)
    if (!Number.isInteger(regions) || regions < 1 || regions > 999)
      throw new UsageError({ zh: '--regions 是 1 到 999 的整数', en: '--regions is a number from 1 to 999' })
    const settings = settingsOf(terminal)
    if (!settings) return exitCode.usage
    const house = await openHouse(settings)
    try {
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
  },
}
