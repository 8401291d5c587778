import { z } from 'zod'

/**
 * What seals of the second form fix beside reports: releases, checks, events of red lines, recognised rows. `instant` reads a moment, which
 * the tables write in their own way and a seal holds as it is.
 */
export const besideRows = (instant: z.ZodType<string>) =>
  z.object({
    releases: z.array(
      z.object({
        itemId: z.string(),
        periodId: z.string(),
        value: z.string(),
        estimate: z.boolean(),
        body: z.string(),
        document: z.string(),
        releasedOn: z.string(),
      }),
    ),
    verifications: z.array(
      z.object({
        itemId: z.string(),
        periodId: z.string().nullable(),
        basis: z.enum(['document', 'inspector', 'coordinator']),
        verifiedAt: instant,
      }),
    ),
    redLines: z.array(z.object({ itemId: z.string(), happenedOn: z.string() })),
    recognitions: z.array(
      z.object({ itemId: z.string(), rowId: z.string(), recognisedOn: z.string(), looked: z.boolean() }),
    ),
  })
