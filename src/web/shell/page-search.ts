import { z } from 'zod'

/** A search parameter that is left out where the address says nonsense: a mistyped link still opens its page. */
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined)

/** What the address of the wall says: its filters, the item whose why is open, and whether it fills the screen. */
export const wallSearch = z.object({
  plan: optional(z.uuid()),
  campaign: optional(z.number().int()),
  unit: optional(z.uuid()),
  light: optional(z.enum(['red', 'yellow', 'green', 'blue', 'grey'])),
  kind: optional(z.enum(['indicator', 'task', 'project', 'policy'])),
  q: optional(z.string().max(100)),
  item: optional(z.string()),
  board: optional(z.boolean()),
})
