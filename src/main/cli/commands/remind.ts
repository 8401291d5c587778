import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { findRegion } from '#adapters/store'
import { openHouse, remindNow } from '#main/server'
import { noRegion, type Command, exitCode, UsageError } from '../command.ts'
import { settingsOf } from '../settings-of.ts'

/** `guatu remind`: what the server does by itself, once. */
export const command: Command = {
  help: `Usage: guatu remind [--region ID]

Writes the messages that are due now (reminder, urging, warning, by each region's published rules) and sends what waits to leave by its
channels, once. The server does the same by itself about twice a minute; this is for a timer of the system's own, or to see that it works.
Run again, it writes nothing twice; where a server has the work of a region just now, that region is left to it.

  --region ID  only this region

Prints a line per region: messages written, sent, not sent. Exit codes: 0 done, 1 something could not be sent, 2 wrong use.
`,
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: { region: { type: 'string' } }, strict: true })
    const settings = settingsOf(terminal)
    if (!settings) return exitCode.usage
    const house = await openHouse(settings, { whenHeld: 'join' })
    try {
      if (values.region !== undefined && !(await findRegion(house.database.owner, values.region)))
        throw new UsageError(noRegion(values.region))
      const done = await remindNow(house, randomUUID(), values.region)
      for (const { regionId, notices, sent, failed } of done) {
        const words = {
          zh: `写消息 ${notices} 条，发出 ${sent} 条，未发出 ${failed} 条`,
          en: `${notices} written, ${sent} sent, ${failed} not sent`,
        }
        terminal.out(`${regionId}: ${words[terminal.language]}\n`)
      }
      return done.some(({ failed }) => failed > 0) ? exitCode.negative : exitCode.done
    } finally {
      await house.close()
    }
  },
}
