import { parseArgs } from 'node:util'
import { ensureSample } from '#main/sample'
import { openHouse } from '#main/server'
import { type Command, exitCode } from '../command.ts'
import { settingsOf } from '../settings-of.ts'

/** `guatu sample`: the sample district. */
export const command: Command = {
  help: `Usage: guatu sample

Makes the sample district 青澜区 in the data folder (or DATABASE_URL), by the product's own use cases: its plan is imported, settled
and published, then seven months are reported, sealed and judged. Where it is there already, nothing is done.
`,
  async run(args, terminal) {
    parseArgs({ args: [...args], options: {}, strict: true })
    const settings = settingsOf(terminal)
    if (!settings) return exitCode.usage
    const house = await openHouse(settings)
    try {
      const made = await ensureSample(house, settings.dataFolder, (step) => terminal.err(`${step}\n`))
      terminal.out(
        made
          ? 'The sample district is ready. 样例区已就绪。\n'
          : 'The sample district was there already. 样例区已存在。\n',
      )
    } finally {
      await house.close()
    }
    return exitCode.done
  },
}
