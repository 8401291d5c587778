import { z } from 'zod'

/** The parts of a rate as their column holds them. */
export const partsSchema = z
  .object({
    numerator: z.string(),
    denominator: z.string(),
    keptBy: z.string(),
    asOf: z.string(),
    document: z.string(),
    uncovered: z.array(z.string()),
  })
  .nullable()
