import { type RawBuilder, sql, type Transaction } from 'kysely'
import { genesisHash, type Sha256 } from '#core/reporting'
import { canonicalJson } from '#core/kit'
import type { Tables } from '../schema/tables.ts'
import type { CopiedColumn } from './copy-rows.ts'

/** Which seals are hung on whose chain, and how their text changes. */
export interface SealCopy {
  readonly from: string
  readonly to: string
  readonly only?: RawBuilder<unknown>
  /** The payload as the copy says it, apart from region, place and previous hash. */
  readonly text: (payload: string) => string
  readonly column: CopiedColumn
  readonly sha256: Sha256
}

/**
 * Hangs copies of seals at the end of a region's chain and notes each in the log, as sealing does, so that the copies are proven
 * like any other region. The text stays canonical: only values change, never the order of members.
 */
export async function copySeals(tx: Transaction<Tables>, copy: SealCopy): Promise<void> {
  const { from, to, only = sql`true`, column, sha256 } = copy
  const value = (name: string, type: string) => column({ name, type }) ?? sql.id(name)
  const found = await sql<{ cadence: string; period: string; payload: string; at: string; by: string }>`
    select ${value('cadence_id', 'uuid')} as cadence, ${value('period_id', 'text')} as period, payload,
      ${value('sealed_at', 'timestamp with time zone')} as at, sealed_by as by
    from seal where region_id = ${from} and ${only} order by seq`.execute(tx)
  let last = await lastOf(tx, to)
  const rows = found.rows.map((row) => {
    const seq = last.seq + 1
    const payload = hung(copy.text(row.payload), { regionId: to, seq, previousHash: last.hash })
    const seal = { ...row, seq, payload, previous: last.hash, hash: sha256(payload) }
    last = seal
    return seal
  })
  await sql`insert into seal (region_id, seq, cadence_id, period_id, payload, previous_hash, hash, sealed_at, sealed_by)
    select ${to}, x.seq, x.cadence, x.period, x.payload, x.previous, x.hash, x.at, x.by
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (seq integer, cadence uuid, period text, payload text,
      previous text, hash text, at timestamptz, by uuid)`.execute(tx)
  const noted = rows.map(({ cadence, period, seq, hash, at, by }) => ({
    ...{ seq: String(seq), at, by },
    body: canonicalJson({ cadenceId: cadence, periodId: period, hash }),
  }))
  await sql`insert into audit (region_id, audit_id, at, actor_id, action, object_kind, object_id, body)
    select ${to}, gen_random_uuid(), x.at, x.by, 'period.seal', 'seal', x.seq, x.body
    from jsonb_to_recordset(${JSON.stringify(noted)}::jsonb) as x (seq text, at timestamptz, by uuid, body text)`.execute(
    tx,
  )
}

async function lastOf(tx: Transaction<Tables>, regionId: string): Promise<{ seq: number; hash: string }> {
  const row = await tx
    .selectFrom('seal')
    .select(['seq', 'hash'])
    .where('region_id', '=', regionId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? { seq: 0, hash: genesisHash }
}

function hung(payload: string, place: { regionId: string; seq: number; previousHash: string }): string {
  return payload
    .replace(/"regionId":"[^"]*"/, `"regionId":"${place.regionId}"`)
    .replace(/"previousHash":"[^"]*"/, `"previousHash":"${place.previousHash}"`)
    .replace(/"seq":\d+/, `"seq":${place.seq}`)
}
