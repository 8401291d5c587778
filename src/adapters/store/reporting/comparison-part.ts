import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { ComparisonRow, TargetStore } from '#app/reporting'
import type { Tables } from '../schema/tables.ts'

type Methods = Pick<
  TargetStore,
  'comparisons' | 'addComparison' | 'addComparisonFigures' | 'regionSeries' | 'saveRegionSeries'
>

const instant = z.string().transform((text) => new Date(text).toISOString())

const figuresSchema = z.array(
  z.object({
    periodId: z.string(),
    value: z.string(),
    document: z.string(),
    releasedOn: z.string(),
    importedAt: instant,
  }),
)

/** An entry of the list of official series as its column holds it; null = struck. */
export const seriesSchema = z
  .object({
    names: z.array(z.string()),
    except: z.array(z.string()).exactOptional(),
    origin: z.enum(['statutory', 'official']),
    frequency: z.enum(['week', 'dekad', 'month', 'quarter', 'halfYear', 'year']),
    monthsAfter: z.number(),
    day: z.number(),
    januaryWithFebruary: z.boolean(),
  })
  .nullable()

/** Figures of others that targets are compared with, and the region's own entries in the list of official series. */
export function comparisonPart(tx: Transaction<Tables>, regionId: string): Methods {
  return {
    comparisons: () => selectComparisons(tx, regionId),
    async addComparison({ seriesId, name, unit, body, at, by }) {
      const added = await sql`
        insert into comparison_series (region_id, series_id, name, unit, body, created_at, created_by)
        values (${regionId}, ${seriesId}, ${name}, ${unit}, ${body}, ${at}, ${by}) on conflict do nothing`.execute(tx)
      return added.numAffectedRows === 1n
    },
    async addComparisonFigures(rows) {
      for (const row of rows) {
        await sql`insert into comparison_figure (region_id, figure_id, series_id, period_id, value, document, released_on,
            imported_at, imported_by)
          values (${regionId}, ${row.figureId}, ${row.seriesId}, ${row.periodId}, ${row.value}, ${row.document},
            ${row.releasedOn}, ${row.at}, ${row.by})`.execute(tx)
      }
    },
    async regionSeries() {
      const rows = await tx
        .selectFrom('official_series')
        .selectAll()
        .where('region_id', '=', regionId)
        .orderBy('name')
        .execute()
      return rows.map((row) => ({ name: row.name, body: seriesSchema.parse(row.body), changedAt: row.changed_at }))
    },
    async saveRegionSeries({ name, body, at, by }) {
      const json = body === null ? null : JSON.stringify(body)
      await sql`insert into official_series (region_id, name, body, changed_at, changed_by)
        values (${regionId}, ${name}, ${json}, ${at}, ${by})
        on conflict (region_id, name) do update set body = excluded.body, changed_at = excluded.changed_at,
          changed_by = excluded.changed_by`.execute(tx)
    },
  }
}

async function selectComparisons(tx: Transaction<Tables>, regionId: string): Promise<readonly ComparisonRow[]> {
  const answer = await sql<Omit<ComparisonRow, 'figures'> & { readonly figures: unknown }>`
    select s.series_id as "seriesId", s.name, s.unit, s.body,
      coalesce((select json_agg(json_build_object('periodId', f.period_id, 'value', f.value::text, 'document', f.document,
          'releasedOn', f.released_on, 'importedAt', f.imported_at) order by f.period_id)
        from (select distinct on (x.period_id) x.* from comparison_figure x
          where x.region_id = s.region_id and x.series_id = s.series_id
          order by x.period_id, x.imported_at desc, x.figure_id desc) f), '[]') as figures
    from comparison_series s where s.region_id = ${regionId} order by s.created_at, s.series_id`.execute(tx)
  return answer.rows.map((row) => ({ ...row, figures: figuresSchema.parse(row.figures) }))
}
