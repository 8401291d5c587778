import { sql, type Transaction } from 'kysely'
import type { ReleaseRow, ReportStore, SeriesRow } from '#app/reporting'
import type { Tables } from '../schema/tables.ts'

type ReleaseMethods = Pick<ReportStore, 'series' | 'releases' | 'saveReleases'>
type CheckMethods = Pick<ReportStore, 'addVerification' | 'verifications' | 'addRedLineEvent' | 'redLineEvents'>

/** Figures from releases. */
export function releasePart(tx: Transaction<Tables>, regionId: string): ReleaseMethods {
  return {
    series: () => selectSeries(tx, regionId),
    releases: (itemId) => selectReleases(tx, regionId, itemId),
    async saveReleases(rows) {
      await tx
        .insertInto('release_figure')
        .values(
          rows.map((row) => ({
            region_id: regionId,
            item_id: row.itemId,
            period_id: row.periodId,
            value: row.value,
            estimate: row.estimate,
            body: row.body,
            document: row.document,
            released_on: row.releasedOn,
            imported_at: row.at,
            imported_by: row.by,
            score: row.score,
            rank: row.rank,
            rank_of: row.rankOf,
          })),
        )
        .onConflict((conflict) =>
          conflict.columns(['region_id', 'item_id', 'period_id']).doUpdateSet((row) => ({
            value: row.ref('excluded.value'),
            estimate: row.ref('excluded.estimate'),
            body: row.ref('excluded.body'),
            document: row.ref('excluded.document'),
            released_on: row.ref('excluded.released_on'),
            imported_at: row.ref('excluded.imported_at'),
            imported_by: row.ref('excluded.imported_by'),
            score: row.ref('excluded.score'),
            rank: row.ref('excluded.rank'),
            rank_of: row.ref('excluded.rank_of'),
          })),
        )
        .execute()
    },
  }
}

/** What people outside the reporting unit have checked, and events that break a red line. */
export function checkPart(tx: Transaction<Tables>, regionId: string): CheckMethods {
  return {
    async addVerification(row) {
      await sql`insert into verification (region_id, verification_id, item_id, period_id, basis, note, verified_at, verified_by)
        values (${regionId}, ${row.verificationId}, ${row.itemId}, ${row.periodId}, ${row.basis}, ${row.note},
          ${row.verifiedAt}, ${row.verifiedBy})`.execute(tx)
    },
    async verifications(itemId) {
      const rows = await tx
        .selectFrom('verification')
        .selectAll()
        .where('region_id', '=', regionId)
        .where('item_id', '=', itemId)
        .where('revoked_at', 'is', null)
        .orderBy('verified_at')
        .execute()
      return rows.map((row) => ({
        verificationId: row.verification_id,
        itemId: row.item_id,
        periodId: row.period_id,
        basis: row.basis as 'document' | 'inspector' | 'coordinator',
        note: row.note,
        verifiedAt: row.verified_at,
        verifiedBy: row.verified_by,
      }))
    },
    async addRedLineEvent(row) {
      await sql`insert into red_line_event (region_id, event_id, item_id, happened_on, note, recorded_at, recorded_by)
        values (${regionId}, ${row.eventId}, ${row.itemId}, ${row.happenedOn}, ${row.note}, ${row.recordedAt},
          ${row.recordedBy})`.execute(tx)
    },
    async redLineEvents(itemId) {
      const rows = await tx
        .selectFrom('red_line_event')
        .selectAll()
        .where('region_id', '=', regionId)
        .where('item_id', '=', itemId)
        .orderBy('happened_on')
        .execute()
      return rows.map((row) => ({
        eventId: row.event_id,
        itemId: row.item_id,
        happenedOn: row.happened_on,
        note: row.note,
        recordedAt: row.recorded_at,
        recordedBy: row.recorded_by,
      }))
    },
  }
}

async function selectReleases(
  tx: Transaction<Tables>,
  regionId: string,
  itemId: string,
): Promise<readonly ReleaseRow[]> {
  const rows = await tx
    .selectFrom('release_figure')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('item_id', '=', itemId)
    .orderBy('released_on')
    .orderBy('period_id')
    .execute()
  return rows.map((row) => ({
    itemId: row.item_id,
    periodId: row.period_id,
    value: row.value,
    estimate: row.estimate,
    body: row.body,
    document: row.document,
    releasedOn: row.released_on,
    importedAt: row.imported_at,
    score: row.score,
    rank: row.rank,
    rankOf: row.rank_of,
  }))
}

interface SeriesRecord extends Omit<SeriesRow, 'latest'>, Omit<ReleaseRow, 'itemId' | 'periodId'> {
  readonly periodId: string | null
}

async function selectSeries(tx: Transaction<Tables>, regionId: string): Promise<readonly SeriesRow[]> {
  const answer = await sql<SeriesRecord>`
    select i.item_id as "itemId", i.title, i.origin, i.body->'target'->>'unit' as "figureUnit", i.frequency,
      u.name as "reportingUnitName", f.period_id as "periodId", f.value, f.estimate, f.body, f.document,
      f.released_on as "releasedOn", f.imported_at as "importedAt", f.score, f.rank, f.rank_of as "rankOf"
    from plan_item i
    left join unit u on u.region_id = i.region_id and u.unit_id = i.reporting_unit_id
    left join lateral (select * from release_figure x where x.region_id = i.region_id and x.item_id = i.item_id
      order by x.released_on desc, x.period_id desc limit 1) f on true
    where i.region_id = ${regionId} and i.kind = 'indicator' and i.origin <> 'own' and i.removed_in_version is null
    order by i.origin desc, i.order_no`.execute(tx)
  return answer.rows.map(
    ({ itemId, title, origin, figureUnit, frequency, reportingUnitName, periodId, ...release }) => ({
      itemId,
      title,
      origin,
      figureUnit,
      frequency,
      reportingUnitName,
      latest: periodId === null ? null : { itemId, periodId, ...release },
    }),
  )
}
