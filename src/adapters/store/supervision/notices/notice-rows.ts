import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { NoticeFilter, NoticeRow, NoticeStore, ReachedRow, RulesRow } from '#app/supervision'
import type { Tables } from '../../schema/tables.ts'

const level = z.enum(['reminder', 'urging', 'warning'])
const days = z.object({ reminder: z.number(), urging: z.number(), warning: z.number() })
const rulesSchema = z.object({
  levels: z.object({ sheet: days, order: days, problem: days }),
  hours: z.array(z.number()),
})

const mattersSchema = z.array(
  z.object({
    key: z.string(),
    kind: z.enum(['report', 'sign', 'mend', 'accept', 'acknowledge', 'reply', 'rectify', 'unblock', 'arbitrate']),
    level,
    isCopy: z.boolean(),
    unitName: z.string(),
    subject: z.string(),
    count: z.number(),
    dueAt: z.string(),
    place: z.object({
      kind: z.enum(['period', 'order', 'problem', 'item']),
      id: z.string(),
      periodId: z.string().nullable(),
    }),
    workdays: z.number(),
    rulesVersion: z.number(),
    next: z.object({ level, on: z.string() }).nullable(),
  }),
)

/** Most messages that a list sends. */
const MOST_ROWS = 200

type RuleMethods = Pick<
  NoticeStore,
  'rules' | 'addRules' | 'dutyHolders' | 'preferences' | 'savePreference' | 'reached' | 'addReached'
>

/** Rule sets, who is written to, and which levels have reached whom. */
export function rulePart(tx: Transaction<Tables>, regionId: string): RuleMethods {
  return {
    rules: () => readRules(tx, regionId),
    async addRules({ version, rules, at, by }) {
      const added = await sql`insert into escalation_rule (region_id, version, body, published_at, published_by)
        values (${regionId}, ${version}, ${JSON.stringify(rules)}, ${at}, ${by}) on conflict do nothing`.execute(tx)
      return added.numAffectedRows === 1n
    },
    async dutyHolders(today) {
      const answer = await sql<{
        accountId: string
        role: 'reporter' | 'signer' | 'taskForceStaff' | 'coordinator' | 'leader'
        unitId: string | null
        planId: string | null
        taskForceNo: number | null
      }>`select r.account_id as "accountId", r.role, r.unit_id as "unitId", r.plan_id as "planId", r.task_force_no as "taskForceNo"
        from account_role r join account a on a.region_id = r.region_id and a.account_id = r.account_id
        where r.region_id = ${regionId} and r.revoked_at is null and a.disabled_at is null
          and (r.from_on is null or r.from_on <= ${today}) and (r.until_on is null or r.until_on > ${today})
          and r.role in ('reporter', 'signer', 'taskForceStaff', 'coordinator', 'leader')`.execute(tx)
      return answer.rows
    },
    async preferences() {
      const rows = await tx.selectFrom('notice_preference').selectAll().where('region_id', '=', regionId).execute()
      return rows.map((row) => ({
        accountId: row.account_id,
        mailAddress: row.mail_address,
        hours: z.array(z.number()).nullable().parse(row.hours),
      }))
    },
    async savePreference({ accountId, mailAddress, hours, at }) {
      const own = { mail_address: mailAddress, hours: hours && JSON.stringify(hours), changed_at: at }
      await tx
        .insertInto('notice_preference')
        .values({ region_id: regionId, account_id: accountId, ...own })
        .onConflict((conflict) => conflict.columns(['region_id', 'account_id']).doUpdateSet(own))
        .execute()
    },
    reached: (keys) => readReached(tx, regionId, keys),
    async addReached(rows) {
      if (rows.length === 0) return
      await sql`insert into notice_reached (region_id, recipient_id, matter_key, level, reached_at)
        select ${regionId}, * from unnest(${rows.map((row) => row.recipientId)}::uuid[], ${rows.map((row) => row.matterKey)}::text[],
          ${rows.map((row) => row.level)}::text[], ${rows.map((row) => row.reachedAt)}::timestamptz[])
        on conflict do nothing`.execute(tx)
    },
  }
}

type NoticeMethods = Pick<NoticeStore, 'addNotices' | 'notices' | 'unread' | 'markRead'>

/** The messages themselves. */
export function noticePart(tx: Transaction<Tables>, regionId: string): NoticeMethods {
  return {
    async addNotices(rows) {
      if (rows.length === 0) return new Set()
      const written = await sql<{ accountId: string }>`
        insert into notice (region_id, notice_id, account_id, moment, level, matters, written_at)
        select ${regionId}, * from unnest(${rows.map((row) => row.noticeId)}::uuid[], ${rows.map((row) => row.recipientId)}::uuid[],
          ${rows.map((row) => row.moment)}::timestamptz[], ${rows.map((row) => row.level)}::text[],
          ${rows.map((row) => JSON.stringify(row.matters))}::jsonb[], ${rows.map((row) => row.at)}::timestamptz[])
        on conflict do nothing returning account_id as "accountId"`.execute(tx)
      return new Set(written.rows.map(({ accountId }) => accountId))
    },
    notices: (accountId, filter) => readNotices(tx, regionId, accountId, filter),
    async unread(accountId) {
      const row = await tx
        .selectFrom('notice')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .where('region_id', '=', regionId)
        .where('account_id', '=', accountId)
        .where('read_at', 'is', null)
        .executeTakeFirst()
      return Number(row?.count ?? 0)
    },
    async markRead(accountId, noticeIds, at) {
      const marked = await tx
        .updateTable('notice')
        .set({ read_at: at })
        .where('region_id', '=', regionId)
        .where('account_id', '=', accountId)
        .where('read_at', 'is', null)
        .$if(noticeIds !== null, (query) =>
          query.where(sql<boolean>`notice_id = any(${[...(noticeIds ?? [])]}::uuid[])`),
        )
        .executeTakeFirst()
      return Number(marked.numUpdatedRows)
    },
  }
}

async function readRules(tx: Transaction<Tables>, regionId: string): Promise<readonly RulesRow[]> {
  const rows = await tx
    .selectFrom('escalation_rule as e')
    .leftJoin('account as a', (join) =>
      join.onRef('a.region_id', '=', 'e.region_id').onRef('a.account_id', '=', 'e.published_by'),
    )
    .selectAll('e')
    .select('a.display_name')
    .where('e.region_id', '=', regionId)
    .orderBy('e.version', 'desc')
    .execute()
  return rows.map((row) => ({
    ...rulesSchema.parse(row.body),
    version: row.version,
    publishedAt: row.published_at,
    publishedByName: row.display_name ?? '',
  }))
}

async function readReached(
  tx: Transaction<Tables>,
  regionId: string,
  keys: readonly string[],
): Promise<readonly ReachedRow[]> {
  if (keys.length === 0) return []
  const rows = await tx
    .selectFrom('notice_reached')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('matter_key', 'in', [...keys])
    .execute()
  return rows.map((row) => ({
    recipientId: row.recipient_id,
    matterKey: row.matter_key,
    level: level.parse(row.level),
    reachedAt: row.reached_at,
  }))
}

async function readNotices(
  tx: Transaction<Tables>,
  regionId: string,
  accountId: string,
  { unread, level: only }: NoticeFilter,
): Promise<readonly NoticeRow[]> {
  const rows = await tx
    .selectFrom('notice')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('account_id', '=', accountId)
    .$if(unread === true, (query) => query.where('read_at', 'is', null))
    .$if(only !== undefined, (query) => query.where('level', '=', only ?? ''))
    .orderBy('moment', 'desc')
    .limit(MOST_ROWS)
    .execute()
  return rows.map((row) => ({
    noticeId: row.notice_id,
    moment: row.moment,
    level: level.parse(row.level),
    matters: mattersSchema.parse(row.matters),
    readAt: row.read_at,
  }))
}
