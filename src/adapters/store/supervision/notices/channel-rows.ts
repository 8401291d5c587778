import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { ChannelRow, ChannelStanding, DeliveryRow, NoticeStore } from '#app/supervision'
import type { Tables } from '../../schema/tables.ts'

const level = z.enum(['reminder', 'urging', 'warning'])
const channelSchema = z.object({
  channelId: z.string(),
  kind: z.enum(['mail', 'webhook', 'dingtalk', 'feishu', 'wecom']),
  name: z.string(),
  shown: z.string(),
  sealed: z.string(),
  allowPrivate: z.boolean(),
  fromLevel: level,
})
const deliverySchema = channelSchema.extend({
  deliveryId: z.string(),
  recipient: z.string(),
  attempts: z.number(),
  content: z.object({
    regionName: z.string(),
    moment: z.string(),
    level,
    lines: z.array(z.object({ unitName: z.string(), level, count: z.number() })),
  }),
})
const detailSchema = z.record(z.string(), z.union([z.string(), z.number()]))
const standingSchema = z.object({
  channelId: z.string(),
  sent: z.number(),
  waiting: z.number(),
  failed: z.number(),
  lastSentAt: z.string().nullable(),
  code: z.string().nullable(),
  detail: detailSchema.nullable(),
})

const channelColumns = sql`c.channel_id as "channelId", c.kind, c.name, c.shown, c.sealed, c.allow_private as "allowPrivate",
  c.from_level as "fromLevel"`

type ChannelMethods = Pick<NoticeStore, 'channels' | 'addChannel' | 'endChannel' | 'channelStandings' | 'takeTask'>

/** Channels, and who does a recurring piece of work. */
export function channelPart(tx: Transaction<Tables>, regionId: string): ChannelMethods {
  return {
    async channels() {
      const found = await sql`select ${channelColumns} from notice_channel c
        where c.region_id = ${regionId} and c.ended_at is null order by c.added_at, c.channel_id`.execute(tx)
      return z.array(channelSchema).parse(found.rows) satisfies readonly ChannelRow[]
    },
    async addChannel({ channelId, kind, name, shown, sealed, allowPrivate, fromLevel, at, by }) {
      await tx
        .insertInto('notice_channel')
        .values({
          ...{ region_id: regionId, channel_id: channelId, kind, name, shown, sealed, allow_private: allowPrivate },
          ...{ from_level: fromLevel, added_at: at, added_by: by },
        })
        .execute()
    },
    async endChannel(channelId, at) {
      const ended = await tx
        .updateTable('notice_channel')
        .set({ ended_at: at })
        .where('region_id', '=', regionId)
        .where('channel_id', '=', channelId)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      return ended.numUpdatedRows === 1n
    },
    channelStandings: () => readStandings(tx, regionId),
    async takeTask({ task, holder, serverNow, heldUntil }) {
      const taken = await sql`insert into task_lease as t (region_id, task, holder, held_until)
        values (${regionId}, ${task}, ${holder}, ${heldUntil})
        on conflict (region_id, task) do update set holder = excluded.holder, held_until = excluded.held_until
        where t.holder = excluded.holder or t.held_until < ${serverNow}::timestamptz`.execute(tx)
      return taken.numAffectedRows === 1n
    },
  }
}

type DeliveryMethods = Pick<NoticeStore, 'addDeliveries' | 'takeDeliveries' | 'settleDelivery' | 'retryFailed'>

/** The outbox with its leases. */
export function deliveryPart(tx: Transaction<Tables>, regionId: string): DeliveryMethods {
  return {
    async addDeliveries(rows) {
      if (rows.length === 0) return new Set()
      const added = await sql<{ deliveryId: string }>`
        insert into notice_delivery (region_id, delivery_id, channel_id, recipient, moment, content, state, next_at)
        select ${regionId}, d.id, d.channel, d.recipient, d.moment, d.content, 'waiting', d.next_at
        from unnest(${rows.map((row) => row.deliveryId)}::uuid[], ${rows.map((row) => row.channelId)}::uuid[],
          ${rows.map((row) => row.recipient)}::text[], ${rows.map((row) => row.moment)}::timestamptz[],
          ${rows.map((row) => JSON.stringify(row.content))}::jsonb[], ${rows.map((row) => row.nextAt)}::timestamptz[])
          as d (id, channel, recipient, moment, content, next_at)
        on conflict do nothing returning delivery_id as "deliveryId"`.execute(tx)
      return new Set(added.rows.map(({ deliveryId }) => deliveryId))
    },
    takeDeliveries: (lease) => takeDeliveries(tx, regionId, lease),
    async settleDelivery({ deliveryId, holder, state, attempts, nextAt, trouble, sentAt }) {
      const detail = trouble?.detail === undefined ? null : JSON.stringify(trouble.detail)
      const settled = await tx
        .updateTable('notice_delivery')
        .set({
          ...{ state, attempts, next_at: nextAt, sent_at: sentAt, lease_by: null, lease_until: null },
          ...{ trouble_code: trouble?.code ?? null, trouble_detail: detail },
        })
        .where('region_id', '=', regionId)
        .where('delivery_id', '=', deliveryId)
        .where('state', '=', 'waiting')
        .where('lease_by', '=', holder)
        .executeTakeFirst()
      return settled.numUpdatedRows === 1n
    },
    async retryFailed(channelId, serverNow) {
      const retried = await tx
        .updateTable('notice_delivery')
        .set({ state: 'waiting', attempts: 0, next_at: serverNow })
        .where('region_id', '=', regionId)
        .where('channel_id', '=', channelId)
        .where('state', '=', 'failed')
        .executeTakeFirst()
      return Number(retried.numUpdatedRows)
    },
  }
}

/** Rows that somebody else is taking just now are passed by; those whose lease has run out are free again. */
async function takeDeliveries(
  tx: Transaction<Tables>,
  regionId: string,
  { holder, serverNow, heldUntil, most }: Parameters<NoticeStore['takeDeliveries']>[0],
): Promise<readonly DeliveryRow[]> {
  const taken = await sql`
    with chosen as (
      select d.region_id, d.delivery_id from notice_delivery d
      join notice_channel c on c.region_id = d.region_id and c.channel_id = d.channel_id and c.ended_at is null
      where d.region_id = ${regionId} and d.state = 'waiting' and d.next_at <= ${serverNow}::timestamptz
        and (d.lease_until is null or d.lease_until < ${serverNow}::timestamptz)
      order by d.next_at, d.delivery_id limit ${most} for update of d skip locked)
    update notice_delivery d set lease_by = ${holder}, lease_until = ${heldUntil}
    from chosen, notice_channel c
    where d.region_id = chosen.region_id and d.delivery_id = chosen.delivery_id and c.region_id = d.region_id
      and c.channel_id = d.channel_id
    returning d.delivery_id as "deliveryId", d.recipient, d.attempts, d.content, ${channelColumns}`.execute(tx)
  return z
    .array(deliverySchema)
    .parse(taken.rows)
    .map(({ deliveryId, recipient, attempts, content, ...channel }) => ({
      ...{ deliveryId, recipient, attempts, content, channel },
    }))
}

async function readStandings(tx: Transaction<Tables>, regionId: string): Promise<readonly ChannelStanding[]> {
  const found = await sql`
    select d.channel_id as "channelId", count(*) filter (where d.state = 'sent')::int as sent,
      count(*) filter (where d.state = 'waiting')::int as waiting, count(*) filter (where d.state = 'failed')::int as failed,
      max(d.sent_at) as "lastSentAt",
      (array_agg(d.trouble_code order by d.next_at desc) filter (where d.trouble_code is not null))[1] as code,
      (array_agg(d.trouble_detail order by d.next_at desc) filter (where d.trouble_code is not null))[1] as detail
    from notice_delivery d where d.region_id = ${regionId} group by d.channel_id`.execute(tx)
  return z
    .array(standingSchema)
    .parse(found.rows)
    .map(({ code, detail, ...row }) => ({
      ...row,
      trouble: code === null ? null : { code, ...(detail === null ? {} : { detail }) },
    }))
}
