import { z } from 'zod'

/** RFC 9457 problem details as this API sends them; `code` is the refusal's code, worded in both languages. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  at: z.string().optional(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/** A refusal on the wire. */
export type Problem = z.infer<typeof problemSchema>
