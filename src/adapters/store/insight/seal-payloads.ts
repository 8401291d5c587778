import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { SealHead } from '#app/insight'
import { invariant } from '#core/kit'
import type { SealPayload } from '#core/reporting'
import { besideRows } from '../reporting/beside-rows.ts'
import type { Tables } from '../schema/tables.ts'

const absence = z.object({ itemId: z.string(), unitId: z.string() })
const besideSchema = besideRows(z.string()).extend({ form: z.literal(2) })

const payloadSchema = z.object({
  regionId: z.string(),
  cadenceId: z.string(),
  periodId: z.string(),
  seq: z.number(),
  closedAt: z.string(),
  planVersions: z.array(z.object({ planId: z.string(), version: z.number(), contentHash: z.string() })),
  counted: z.array(
    z.object({
      itemId: z.string(),
      unitId: z.string(),
      reportId: z.string(),
      figurePeriodId: z.string(),
      accumulation: z.enum(['yearToDate', 'perPeriod', 'snapshot']).nullable(),
      figure: z.string().nullable(),
      noChange: z.boolean(),
      claim: z.enum(['onPace', 'behind', 'done', 'blocked']).nullable(),
      nodesDone: z.array(z.string()),
      late: z.boolean(),
      evidence: z.array(z.string()),
      parts: z.object({ numerator: z.string(), denominator: z.string() }).exactOptional(),
      bodyHash: z.string(),
    }),
  ),
  pending: z.array(absence),
  silent: z.array(absence),
  beside: besideSchema.exactOptional(),
  previousHash: z.string(),
}) satisfies z.ZodType<SealPayload>

/** How many parsed seals are kept; one holds some hundred short rows. */
const KEPT_SEALS = 600

/** A seal never changes and is known by its hash, so that a parsed one may be kept as long as there is room. */
const kept = new Map<string, SealPayload>()

/** The payloads of seals, in the order of the heads; only those not yet seen are read from the database. */
export async function readSealPayloads(
  tx: Transaction<Tables>,
  regionId: string,
  heads: readonly SealHead[],
): Promise<readonly SealPayload[]> {
  const found = new Map<number, SealPayload>()
  for (const head of heads) {
    const payload = kept.get(keyOf(regionId, head.hash))
    if (payload !== undefined) found.set(head.seq, payload)
  }
  const missing = heads.filter((head) => !found.has(head.seq)).map((head) => head.seq)
  if (missing.length > 0) {
    const rows = await tx
      .selectFrom('seal')
      .select(['seq', 'payload'])
      .where('region_id', '=', regionId)
      .where('seq', 'in', missing)
      .execute()
    for (const row of rows) found.set(row.seq, payloadSchema.parse(JSON.parse(row.payload)))
  }
  return heads.map((head) => {
    const payload = found.get(head.seq)
    invariant(payload, `seal ${head.seq} of ${regionId} has no payload`)
    keep(keyOf(regionId, head.hash), payload)
    return payload
  })
}

const keyOf = (regionId: string, hash: string): string => `${regionId}:${hash}`

/** Puts a payload last; the one that was not asked for longest goes first. */
function keep(key: string, payload: SealPayload): void {
  kept.delete(key)
  const [oldest] = kept.keys()
  if (kept.size >= KEPT_SEALS && oldest !== undefined) kept.delete(oldest)
  kept.set(key, payload)
}
