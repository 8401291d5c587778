import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Result, accept, refuse } from '#core/kit'

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  GUATU_DATA: z.string().min(1).default('.guatu'),
  DATABASE_URL: z.url().optional(),
  GUATU_METRICS_TOKEN: z.string().min(16).optional(),
  GUATU_CHANNEL_KEY: z.base64().length(44).optional(),
  GUATU_WEB: z.string().optional(),
})

/** Everything that can be set, and by environment only. */
export interface Settings {
  readonly port: number
  readonly host: string
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly metricsToken: string | null
  readonly webFolder: string
  /** Key with which addresses of channels are sealed, base64 of 32 bytes; made in the data folder where it is not given. */
  readonly channelKey?: string | undefined
}

/** Reads the settings; a wrong one is named with what it should be. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Result<Settings> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return refuse('settings.invalid', { name: String(issue?.path[0] ?? ''), problem: issue?.message ?? '' })
  }
  const { PORT, HOST, GUATU_DATA, DATABASE_URL, GUATU_METRICS_TOKEN, GUATU_WEB, GUATU_CHANNEL_KEY } = parsed.data
  return accept({
    port: PORT,
    host: HOST,
    dataFolder: resolve(GUATU_DATA),
    databaseUrl: DATABASE_URL,
    channelKey: GUATU_CHANNEL_KEY,
    metricsToken: GUATU_METRICS_TOKEN ?? null,
    webFolder: GUATU_WEB ?? fileURLToPath(new URL('../../../dist/web', import.meta.url)),
  })
}
