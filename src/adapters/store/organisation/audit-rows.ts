import type { Transaction } from 'kysely'
import type { OrganisationStore } from '#app/organisation'
import type { Tables } from '../schema/tables.ts'

/** The log with the names of those who wrote and each row's place in the chain, newest first. */
export function auditRows(tx: Transaction<Tables>, regionId: string): OrganisationStore['auditRows'] {
  return async ({ before, action, object, limit }) => {
    let rows = tx
      .selectFrom('audit')
      .leftJoin('audit_link', (join) =>
        join.onRef('audit_link.region_id', '=', 'audit.region_id').onRef('audit_link.audit_id', '=', 'audit.audit_id'),
      )
      .leftJoin('account', (join) =>
        join.onRef('account.region_id', '=', 'audit.region_id').onRef('account.account_id', '=', 'audit.actor_id'),
      )
      .selectAll('audit')
      .select(['audit_link.seq', 'account.display_name'])
      .where('audit.region_id', '=', regionId)
      .orderBy('audit.audit_id', 'desc')
      .limit(limit)
    if (before !== undefined) rows = rows.where('audit.audit_id', '<', before)
    if (action !== undefined) rows = rows.where('audit.action', 'like', `${action.replace(/[%_\\]/g, '')}%`)
    if (object !== undefined) rows = rows.where('audit.object_id', '=', object)
    return (await rows.execute()).map((row) => ({
      auditId: row.audit_id,
      at: row.at,
      actorName: row.display_name,
      action: row.action,
      objectKind: row.object_kind,
      objectId: row.object_id,
      body: row.body,
      chainSeq: row.seq,
    }))
  }
}
