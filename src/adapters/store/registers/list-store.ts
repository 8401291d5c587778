import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { ListChange, ListEntry, ListRow, ListStore } from '#app/registers'
import type { ListField, RowBody, RowDeed } from '#core/registers'
import { takeTurn } from '../kit/take-turn.ts'
import type { Tables } from '../schema/tables.ts'
import { admissionPart } from './admission-part.ts'
import { storedBody } from './stored-body.ts'

const storedFields = z.array(
  z.object({
    key: z.string(),
    label: z.string(),
    kind: z.enum(['text', 'decimal', 'day', 'yesNo', 'choice']),
    unit: z.string(),
    choices: z.array(z.string()),
    required: z.boolean(),
    ended: z.boolean(),
  }),
) satisfies z.ZodType<ListField[]>

/** Lists that offices define, in PostgreSQL. */
export function listStore(tx: Transaction<Tables>, regionId: string): ListStore {
  return {
    ...listPart(tx, regionId),
    ...entryPart(tx, regionId),
    ...entryWrites(tx, regionId),
    ...admissionPart(tx, regionId),
  }
}

function listPart(
  tx: Transaction<Tables>,
  region_id: string,
): Pick<ListStore, 'lists' | 'list' | 'addList' | 'changeList'> {
  const read = async (listId?: string): Promise<readonly ListRow[]> => {
    const { rows } = await sql<Omit<ListRow, 'fields'> & { fields: unknown }>`
      select l.list_id as "listId", l.name, l.family, l.plan_id as "planId", l.campaign_no as "campaignNo", l.fields,
        l.revision, l.ended_at as "endedAt",
        (select count(*)::int from domain_list_row r
          where r.region_id = l.region_id and r.list_id = l.list_id and r.removed_at is null) as rows
      from domain_list l where l.region_id = ${region_id}
        ${listId === undefined ? sql`` : sql`and l.list_id = ${listId}`}
      order by l.ended_at nulls first, l.family, l.created_at, l.list_id`.execute(tx)
    return rows.map((row) => ({ ...row, fields: storedFields.parse(row.fields) }))
  }
  return {
    lists: () => read(),
    list: async (listId) => (await read(listId))[0] ?? null,
    async addList({ listId: list_id, name, family, planId: plan_id, campaignNo: campaign_no, fields, at, by }) {
      const row = { region_id, list_id, name, family, plan_id, campaign_no, revision: 1 }
      const added = await tx
        .insertInto('domain_list')
        .values({ ...row, fields: JSON.stringify(fields), created_at: at, created_by: by })
        .onConflict((conflict) => conflict.columns(['region_id', 'name']).doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    },
    async changeList({ listId, name, family, fields, revision, ended }) {
      const changed = await tx
        .updateTable('domain_list')
        .set({ name, family, fields: JSON.stringify(fields), revision: revision + 1, ended_at: ended })
        .where('region_id', '=', region_id)
        .where('list_id', '=', listId)
        .where('revision', '=', revision)
        .executeTakeFirst()
      return changed.numUpdatedRows === 1n
    },
  }
}

function entryPart(tx: Transaction<Tables>, region_id: string): Pick<ListStore, 'entries' | 'entry' | 'changes'> {
  const read = async (narrow: ReturnType<typeof sql>): Promise<readonly ListEntry[]> => {
    const { rows } = await sql<Omit<ListEntry, keyof RowBody> & { body: unknown }>`
      select r.row_id as "rowId", r.list_id as "listId", r.row_no as "rowNo", r.body, u.name as "unitName",
        i.title as "itemTitle", r.revision, r.changed_at as "changedAt", r.removed_at as "removedAt"
      from domain_list_row r
      left join unit u on u.region_id = r.region_id and u.unit_id = r.unit_id
      left join plan_item i on i.region_id = r.region_id and i.item_id = r.item_id
      where r.region_id = ${region_id} and ${narrow} order by r.row_no`.execute(tx)
    return rows.map(({ body, ...row }) => ({ ...row, ...storedBody.parse(body) }))
  }
  return {
    entries: (listId) => read(sql`r.list_id = ${listId}`),
    entry: async (rowId) => (await read(sql`r.row_id = ${rowId}`))[0] ?? null,
    async changes(listId) {
      const { rows } = await sql<Omit<ListChange, 'body'> & { body: unknown }>`
        select c.row_id as "rowId", c.revision, c.deed, c.body, c.reason, c.at, coalesce(a.display_name, '') as "byName",
          p.display_name as "approvedByName"
        from domain_list_change c
        join domain_list_row r on r.region_id = c.region_id and r.row_id = c.row_id
        left join account a on a.region_id = c.region_id and a.account_id = c.by
        left join account p on p.region_id = c.region_id and p.account_id = c.approved_by
        where c.region_id = ${region_id} and r.list_id = ${listId}
        order by c.at, c.row_id, c.revision`.execute(tx)
      return rows.map((row) => ({ ...row, body: storedBody.parse(row.body) }))
    },
  }
}

/** A row as its columns keep it: the body whole, and what is looked up by it. */
const kept = ({ values, unitId, itemId }: RowBody) => ({
  ...{ body: JSON.stringify({ values, unitId, itemId }), unit_id: unitId, item_id: itemId },
})

function entryWrites(tx: Transaction<Tables>, region_id: string): Pick<ListStore, 'addEntry' | 'changeEntry'> {
  const note = (
    row: {
      rowId: string
      deed: RowDeed
      body: RowBody
      reason: string
      at: string
      by: string
      approvedBy: string | null
    },
    revision: number,
  ) =>
    tx
      .insertInto('domain_list_change')
      .values({
        ...{ region_id, row_id: row.rowId, revision, deed: row.deed, body: JSON.stringify(row.body) },
        ...{ reason: row.reason, at: row.at, by: row.by, approved_by: row.approvedBy },
      })
      .execute()
  return {
    async addEntry(row) {
      await takeTurn(tx, region_id)
      const next = sql<number>`(select coalesce(max(row_no), 0) + 1 from domain_list_row
        where region_id = ${region_id} and list_id = ${row.listId})`
      const numbered = { region_id, row_id: row.rowId, list_id: row.listId, row_no: next }
      await tx
        .insertInto('domain_list_row')
        .values({ ...numbered, ...kept(row.body), revision: 1, changed_at: row.at })
        .execute()
      await note({ ...row, deed: 'add' }, 1)
    },
    async changeEntry(row) {
      const changed = await tx
        .updateTable('domain_list_row')
        .set({ ...kept(row.body), revision: row.revision + 1, changed_at: row.at })
        .set({ removed_at: row.deed === 'remove' ? row.at : null })
        .where('region_id', '=', region_id)
        .where('row_id', '=', row.rowId)
        .where('revision', '=', row.revision)
        .executeTakeFirst()
      if (changed.numUpdatedRows !== 1n) return false
      await note(row, row.revision + 1)
      return true
    },
  }
}
