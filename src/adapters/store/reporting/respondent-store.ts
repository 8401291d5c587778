import { sql, type Transaction } from 'kysely'
import type { OutsideUnitRow, RespondentLinkRow, RespondentStore } from '#app/reporting'
import type { Tables } from '../schema/tables.ts'

/** Links of outside bodies in PostgreSQL. */
export function respondentStore(tx: Transaction<Tables>, regionId: string): RespondentStore {
  return {
    outsideUnits: (cadenceId, periodId) => selectOutsideUnits(tx, regionId, { cadenceId, periodId }),
    async addLink(row) {
      await tx
        .insertInto('respondent_link')
        .values({
          ...{ region_id: regionId, link_id: row.linkId, token_hash: row.tokenHash, cadence_id: row.cadenceId },
          ...{ period_id: row.periodId, unit_id: row.unitId, respondent: row.respondent },
          ...{ created_at: row.at, created_by: row.by, expires_at: row.expiresAt },
        })
        .execute()
    },
    async links({ period, tokenHash }) {
      const which =
        tokenHash === undefined
          ? sql`k.cadence_id = ${period?.cadenceId ?? null} and k.period_id = ${period?.periodId ?? null}`
          : sql`k.token_hash = ${tokenHash}`
      const answer = await sql<RespondentLinkRow>`
        select k.link_id as "linkId", k.cadence_id as "cadenceId", k.period_id as "periodId", k.unit_id as "unitId",
          u.name as "unitName", k.respondent, k.created_at as "createdAt", coalesce(a.display_name, '') as "createdByName",
          k.expires_at as "expiresAt", k.opened_at as "openedAt", k.revoked_at as "revokedAt"
        from respondent_link k join unit u on u.region_id = k.region_id and u.unit_id = k.unit_id
        left join account a on a.region_id = k.region_id and a.account_id = k.created_by
        where k.region_id = ${regionId} and ${which}
        order by k.created_at desc`.execute(tx)
      return answer.rows
    },
    async revokeLink(linkId, at, by) {
      const revoked = await tx
        .updateTable('respondent_link')
        .set({ revoked_at: at, revoked_by: by })
        .where('region_id', '=', regionId)
        .where('link_id', '=', linkId)
        .where('revoked_at', 'is', null)
        .executeTakeFirst()
      return revoked.numUpdatedRows === 1n
    },
    async noteOpened(linkId, at) {
      await tx
        .updateTable('respondent_link')
        .set({ opened_at: at })
        .where('region_id', '=', regionId)
        .where('link_id', '=', linkId)
        .where('opened_at', 'is', null)
        .execute()
    },
  }
}

async function selectOutsideUnits(
  tx: Transaction<Tables>,
  regionId: string,
  { cadenceId, periodId }: { readonly cadenceId: string; readonly periodId: string },
): Promise<readonly OutsideUnitRow[]> {
  const answer = await sql<OutsideUnitRow>`
        select l.unit_id as "unitId", u.name as "unitName", count(*)::int as lines,
          count(*) filter (where r.state in ('submitted', 'signed', 'accepted'))::int as answered
        from sheet_line l
        join unit u on u.region_id = l.region_id and u.unit_id = l.unit_id
        left join report r on r.region_id = l.region_id and r.cadence_id = l.cadence_id and r.period_id = l.period_id
          and r.item_id = l.item_id
        where l.region_id = ${regionId} and l.cadence_id = ${cadenceId} and l.period_id = ${periodId}
          and not exists (select from account_role g join account a on a.region_id = g.region_id and a.account_id = g.account_id
            where g.region_id = l.region_id and g.unit_id = l.unit_id and g.role = 'reporter' and g.revoked_at is null
              and a.disabled_at is null)
        group by l.unit_id, u.name, u.sort_key order by u.sort_key`.execute(tx)
  return answer.rows
}
