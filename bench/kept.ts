import type { Database } from '#adapters/store'
import type { Report } from './kit/figures.ts'

/** Every acknowledged submission stands in the database once, with one entry in the log, and every photograph on its report once. */
export async function proveCounts(
  name: string,
  { keys, photos }: { readonly keys: readonly string[]; readonly photos: number },
  database: Database,
  report: Report,
): Promise<void> {
  const { rows } = await database.pool.query<{ reports: number; keys: number; logged: number; files: number }>(
    `with own as (select region_id, report_id, request_key from report where request_key = any($1) and state = 'submitted')
     select (select count(*)::int from own) as reports, (select count(distinct request_key)::int from own) as keys,
       (select count(*)::int from own o join audit a on a.region_id = o.region_id and a.object_kind = 'report'
         and a.object_id = o.report_id::text and a.action = 'report.submit') as logged,
       (select count(*)::int from own o join attachment f on f.region_id = o.region_id and f.owner_kind = 'report'
         and f.owner_id = o.report_id) as files`,
    [keys],
  )
  const found = rows[0] ?? { reports: 0, keys: 0, logged: 0, files: 0 }
  const whole = [found.reports, found.keys, found.logged].every((count) => count === keys.length)
  report({
    part: 'deadline',
    name: `kept of ${name}`,
    text: `kept of ${name}: acknowledged ${keys.length}, stored ${found.reports}, logged ${found.logged}; photographs ${photos}, kept ${found.files}`,
    ratio: whole && found.files === photos ? 1 : 0,
    atLeast: 1,
    figures: { acknowledged: keys.length, stored: found.reports, logged: found.logged, files: found.files },
  })
}
