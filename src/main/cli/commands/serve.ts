import { parseArgs } from 'node:util'
import { type Command, UsageError } from '../command.ts'

const OPTIONS = {
  sample: { type: 'boolean' },
  region: { type: 'string', default: 'main' },
  name: { type: 'string', default: '本地区' },
} as const

/** `guatu serve`: runs until it is told to stop. */
export const command: Command = {
  help: `Usage: guatu serve [--sample | --region ID --name NAME]

Starts Guatu: its own PostgreSQL (or DATABASE_URL), the API and the pages.

  --sample       fill the sample district where the database is empty
  --region ID    otherwise found this region where the database is empty, and print the one-time links of its three
                 first persons (administrator, security officer, auditor); main where it is left out
  --name NAME    its name, 本地区 where it is left out

Settings (environment):
  PORT          port to listen on, 8080; 0 takes a free one
  HOST          address to listen on, 127.0.0.1
  GUATU_DATA    data folder, .guatu in the current folder
  DATABASE_URL  another PostgreSQL (14 or newer) instead of the own one
  GUATU_CHANNEL_KEY  key that seals the addresses of channels, 32 bytes in base64; otherwise made in the data folder
  GUATU_METRICS_TOKEN  bearer token that opens /metrics from elsewhere than this machine

Stops cleanly on Ctrl-C and SIGTERM.
`,
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: true })
    if (!/^[a-z][a-z0-9-]{0,62}$/.test(values.region))
      throw new UsageError({
        zh: '--region 由小写字母、数字和连字符组成',
        en: '--region is small letters, digits and hyphens',
      })
    const { serve } = await import('../deeds/serve.ts')
    return serve(values, terminal)
  },
}
