import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const schema = z.object({
  indicators: z.array(
    z.object({
      campaign: z.number().nullable(),
      subject: z.string(),
      kind: z.enum([
        'level',
        'increment',
        'growth',
        'decline',
        'rank',
        'relative',
        'redLine',
        'qualitative',
        'coverage',
      ]),
      op: z.enum(['>=', '<=', '>', '<', '=', '~']),
      value: z.string().nullable(),
      valueHigh: z.string().nullable().optional(),
      unit: z.string(),
      commitment: z.enum(['strive', 'firm']),
      measure: z.enum(['flow', 'stock', 'reduce', 'hold', 'cap', 'once']),
      origin: z.enum(['statutory', 'official', 'own']),
      due: z.string().optional(),
      baseline: z.string().optional(),
      relativeTo: z.string().optional(),
      mentions: z.array(z.object({ path: z.string(), quote: z.string() })),
    }),
  ),
})

/** One promise as a careful person reads it from the sample plan. */
export type ExpectedIndicator = z.infer<typeof schema>['indicators'][number]

/** What the sample office confirms about the plan's indicators (samples/qinglan-2026/expected.json). */
export async function readExpectedIndicators(): Promise<readonly ExpectedIndicator[]> {
  const file = new URL('../../../samples/qinglan-2026/expected.json', import.meta.url)
  return schema.parse(JSON.parse(await readFile(fileURLToPath(file), 'utf8'))).indicators
}
