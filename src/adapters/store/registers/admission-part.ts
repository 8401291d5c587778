import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { AdmissionOf, AdmissionRow, ListStore } from '#app/registers'
import type { Tables } from '../schema/tables.ts'
import { storedBody } from './stored-body.ts'

interface Columns extends Pick<
  AdmissionRow,
  'admissionId' | 'deed' | 'reason' | 'rowNo' | 'title' | 'askedAt' | 'askedBy'
> {
  readonly askedByName: string
  readonly listId: string | null
  readonly rowId: string | null
  readonly body: unknown
  readonly itemId: string | null
  readonly kind: (AdmissionOf & { what: 'placement' })['list'] | null
  readonly decidedAt: string | null
  readonly decidedByName: string | null
  readonly approved: boolean | null
  readonly note: string | null
}

/** What is to come on to a list or to leave it, in PostgreSQL. */
export function admissionPart(
  tx: Transaction<Tables>,
  region_id: string,
): Pick<ListStore, 'admissions' | 'admission' | 'addAdmission' | 'decideAdmission'> {
  const read = async (narrow: RawBuilder<unknown>): Promise<readonly AdmissionRow[]> => {
    const { rows } = await sql<Columns>`
      select a.admission_id as "admissionId", a.deed, a.list_id as "listId", a.row_id as "rowId", a.body, a.item_id as "itemId", a.kind,
        a.reason, r.row_no as "rowNo", coalesce(l.name, i.title, '') as title, a.asked_at as "askedAt", a.asked_by as "askedBy",
        coalesce(s.display_name, '') as "askedByName", a.decided_at as "decidedAt", d.display_name as "decidedByName", a.approved, a.note
      from admission a
      left join domain_list l on l.region_id = a.region_id and l.list_id = a.list_id
      left join domain_list_row r on r.region_id = a.region_id and r.row_id = a.row_id
      left join plan_item i on i.region_id = a.region_id and i.item_id = a.item_id
      left join account s on s.region_id = a.region_id and s.account_id = a.asked_by
      left join account d on d.region_id = a.region_id and d.account_id = a.decided_by
      where a.region_id = ${region_id} and ${narrow} order by a.asked_at, a.admission_id`.execute(tx)
    return rows.map(rowOf)
  }
  return {
    admissions: (filter) => {
      if ('listId' in filter) return read(sql`a.list_id = ${filter.listId}`)
      return read('itemId' in filter ? sql`a.item_id = ${filter.itemId}` : sql`a.decided_at is null`)
    },
    admission: async (admissionId) => (await read(sql`a.admission_id = ${admissionId}`))[0] ?? null,
    async addAdmission({ admissionId: admission_id, deed, of, reason, at: asked_at, by: asked_by }) {
      const row = { region_id, admission_id, deed, reason, asked_at, asked_by }
      const added = await tx
        .insertInto('admission')
        .values({ ...row, ...columnsOf(of) })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    },
    async decideAdmission({ admissionId, approved, note, at, by }) {
      const decided = await tx
        .updateTable('admission')
        .set({ approved, note, decided_at: at, decided_by: by })
        .where('region_id', '=', region_id)
        .where('admission_id', '=', admissionId)
        .where('decided_at', 'is', null)
        .executeTakeFirst()
      return decided.numUpdatedRows === 1n
    },
  }
}

function columnsOf(of: AdmissionOf) {
  if (of.what === 'placement') return { item_id: of.itemId, kind: of.list }
  return { list_id: of.listId, row_id: of.rowId, body: of.body && JSON.stringify(of.body) }
}

function rowOf(columns: Columns): AdmissionRow {
  const { listId, rowId, body, itemId, kind, decidedAt: at, decidedByName, approved, note, ...row } = columns
  return {
    ...row,
    of:
      itemId !== null && kind !== null
        ? { what: 'placement', itemId, list: kind }
        : { what: 'row', listId: listId ?? '', rowId, body: body === null ? null : storedBody.parse(body) },
    decision: at === null || approved === null ? null : { at, byName: decidedByName ?? '', approved, note: note ?? '' },
  }
}
