import { parseArgs } from 'node:util'
import { type Command, UsageError } from '../command.ts'

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
    const { makeSample } = await import('../deeds/sample.ts')
    return makeSample(regions, terminal)
  },
}
