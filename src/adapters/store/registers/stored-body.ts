import { z } from 'zod'
import type { RowBody } from '#core/registers'

/** What a row holds, as a column of JSON keeps it. */
export const storedBody = z.object({
  values: z.record(z.string(), z.string()),
  unitId: z.string().nullable(),
  itemId: z.string().nullable(),
}) satisfies z.ZodType<RowBody>
