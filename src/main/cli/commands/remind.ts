import { parseArgs } from 'node:util'
import type { Command } from '../command.ts'

/** `guatu remind`: what the server does by itself, once. */
export const command: Command = {
  help: `Usage: guatu remind [--region ID]

Opens the periods whose first day has come, raises blockages that were left lying, writes the messages that are due now (reminder, urging,
warning, by each region's published rules) and sends what waits to leave by its channels, once. The server does the same by itself about
twice a minute; this is for a timer of the system's own, or to see that it works. Run again, or beside a running server, it does nothing
twice.

  --region ID  only this region

Prints a line per region: what was opened, raised, written, sent, not sent, or that nothing was due. Exit codes: 0 done, 1 something could not be sent, 2 wrong use.
`,
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: { region: { type: 'string' } }, strict: true })
    const { remindOnce } = await import('../deeds/remind.ts')
    return remindOnce(values.region, terminal)
  },
}
