import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { PublicationDetail, PublicationRow, PublicRow, PublishingStore } from '#app/publishing'
import type { Decisions, PublicationPack, PublicPlan } from '#core/publishing'
import type { Tables } from '../schema/tables.ts'
import { takeTurn } from '../kit/take-turn.ts'

type Tx = Transaction<Tables>

const stateSchema = z.enum(['review', 'published', 'withdrawn'])
const decisionsSchema: z.ZodType<Decisions> = z.record(
  z.string(),
  z.object({ decision: z.enum(['release', 'withhold']), reason: z.string(), by: z.string(), at: z.string() }),
)
const hasItems = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'plan' in value && 'items' in value && Array.isArray(value.items)
const packSchema = z.custom<PublicationPack>(hasItems)
const releasedSchema = z.custom<PublicPlan>(hasItems)

function selectPublications(tx: Tx, regionId: string) {
  return tx
    .selectFrom('publication as p')
    .innerJoin('seal as s', (join) => join.onRef('s.region_id', '=', 'p.region_id').onRef('s.seq', '=', 'p.seal_seq'))
    .leftJoin('account as a', (join) =>
      join.onRef('a.region_id', '=', 'p.region_id').onRef('a.account_id', '=', 'p.created_by'),
    )
    .leftJoin('account as b', (join) =>
      join.onRef('b.region_id', '=', 'p.region_id').onRef('b.account_id', '=', 'p.published_by'),
    )
    .select(['p.publication_id', 'p.plan_id', 'p.seal_seq', 'p.state', 'p.revision', 'p.created_at', 'p.published_at'])
    .select(['p.withdrawn_at', 'p.withdrawal_reason', 's.period_id'])
    .select(['a.display_name as created_name', 'b.display_name as published_name'])
    .where('p.region_id', '=', regionId)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectPublications>['execute']>>[number]

const publicationRow = (row: Row): PublicationRow => ({
  publicationId: row.publication_id,
  planId: row.plan_id,
  sealSeq: row.seal_seq,
  periodId: row.period_id,
  state: stateSchema.parse(row.state),
  createdAt: row.created_at,
  createdByName: row.created_name ?? '',
  publishedAt: row.published_at,
  publishedByName: row.published_name,
  withdrawnAt: row.withdrawn_at,
  withdrawalReason: row.withdrawal_reason,
})

/** Publications, newest first. */
export async function readPublications(tx: Tx, regionId: string): Promise<readonly PublicationRow[]> {
  return (
    await selectPublications(tx, regionId).orderBy('p.created_at', 'desc').orderBy('p.publication_id', 'desc').execute()
  ).map(publicationRow)
}

/** One publication with its pack and decisions; for reviewers only. */
export async function readPublicationDetail(
  tx: Tx,
  regionId: string,
  publicationId: string,
): Promise<PublicationDetail | null> {
  const row = await selectPublications(tx, regionId)
    .select(['p.pack', 'p.decisions'])
    .where('p.publication_id', '=', publicationId)
    .executeTakeFirst()
  if (!row) return null
  const { revision } = row
  return {
    ...publicationRow(row),
    revision,
    pack: packSchema.parse(row.pack),
    decisions: decisionsSchema.parse(row.decisions),
  }
}

/** The writes of publications. */
export function publicationWrites(
  tx: Tx,
  region_id: string,
): Pick<PublishingStore, 'addPublication' | 'saveDecisions' | 'publish' | 'withdraw'> {
  const reviewed = (publicationId: string, revision: number) =>
    tx
      .updateTable('publication')
      .set({ revision: revision + 1 })
      .where('region_id', '=', region_id)
      .where('publication_id', '=', publicationId)
      .where('revision', '=', revision)
      .where('state', '=', 'review')
  return {
    async addPublication({ publicationId: publication_id, planId: plan_id, sealSeq: seal_seq, pack, at, by }) {
      const row = { region_id, publication_id, plan_id, seal_seq, state: 'review', revision: 1 }
      const made = { pack: JSON.stringify(pack), created_at: at, created_by: by }
      await tx
        .insertInto('publication')
        .values({ ...row, ...made })
        .execute()
    },
    async saveDecisions({ publicationId, revision, decisions }) {
      const saved = await reviewed(publicationId, revision)
        .set({ decisions: JSON.stringify(decisions) })
        .executeTakeFirst()
      return saved.numUpdatedRows === 1n
    },
    async publish({ publicationId, revision, released, at, by }) {
      await takeTurn(tx, region_id)
      const last = await tx
        .selectFrom('publication')
        .select(({ fn }) => fn.max('published_no').as('no'))
        .where('region_id', '=', region_id)
        .executeTakeFirst()
      const published_no = (last?.no ?? 0) + 1
      const published = await reviewed(publicationId, revision)
        .set({ state: 'published', released: JSON.stringify(released), published_no, published_at: at })
        .set({ published_by: by })
        .executeTakeFirst()
      return published.numUpdatedRows === 1n
    },
    async withdraw({ publicationId, reason, at, by }) {
      const withdrawn = await tx
        .updateTable('publication')
        .set({ state: 'withdrawn', released: null, withdrawn_at: at, withdrawn_by: by, withdrawal_reason: reason })
        .where('region_id', '=', region_id)
        .where('publication_id', '=', publicationId)
        .where('state', '=', 'published')
        .executeTakeFirst()
      return withdrawn.numUpdatedRows === 1n
    },
  }
}

/** The latest publication of each plan, or of one: nothing but the released copy and the fact of a withdrawal is selected. */
export async function readPublicRows(tx: Tx, regionId: string, planId?: string): Promise<readonly PublicRow[]> {
  let query = tx
    .selectFrom('publication as p')
    .innerJoin('plan as n', (join) =>
      join.onRef('n.region_id', '=', 'p.region_id').onRef('n.plan_id', '=', 'p.plan_id'),
    )
    .distinctOn(['n.year', 'p.plan_id'])
    .select(['p.plan_id', 'p.state', 'p.released', 'p.published_at', 'p.withdrawn_at', 'p.withdrawal_reason'])
    .where('p.region_id', '=', regionId)
    .where('p.state', 'in', ['published', 'withdrawn'])
    .orderBy('n.year', 'desc')
    .orderBy('p.plan_id')
    .orderBy('p.published_no', 'desc')
  if (planId !== undefined) query = query.where('p.plan_id', '=', planId)
  return (await query.execute()).map((row) => ({
    planId: row.plan_id,
    state: row.state === 'published' ? 'published' : 'withdrawn',
    released: row.state === 'published' ? releasedSchema.parse(row.released) : null,
    publishedAt: row.published_at ?? '',
    withdrawnAt: row.withdrawn_at,
    withdrawalReason: row.withdrawal_reason,
  }))
}
