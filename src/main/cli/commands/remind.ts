import { parseArgs } from 'node:util'
import type { Command } from '../command.ts'

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
    const { remindOnce } = await import('../deeds/remind.ts')
    return remindOnce(values.region, terminal)
  },
}
