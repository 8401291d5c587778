import { groupBy } from '#core/kit'
import type { IndicatorItem } from '#core/plan'
import { importReleases } from '#app/reporting'
import type { Cast } from './cast.ts'
import { momentOf, type Stage, told } from './sample-region.ts'
import type { Story } from './story.ts'

/** Brings in statutory and official figures on the days on which they were published. */
export async function tellReleases(
  stage: Stage,
  cast: Cast,
  story: Story,
  items: readonly IndicatorItem[],
): Promise<void> {
  const publications = groupBy(
    story.releases.flatMap((series) =>
      series.values.map((value) => ({ ...value, subject: series.subject, kind: series.kind, body: series.body })),
    ),
    (value) => `${value.on}/${value.body}/${value.document}`,
  )
  for (const values of [...publications.values()].sort((a, b) => ((a[0]?.on ?? '') < (b[0]?.on ?? '') ? -1 : 1))) {
    const [first] = values
    if (!first) continue
    const figures = values.flatMap(({ subject, kind, period, value }) =>
      items
        .filter(
          (item) =>
            item.title === subject &&
            (kind ?? item.target.kind) === item.target.kind &&
            item.origin !== 'own' &&
            kindOf(period) === item.frequency,
        )
        .map(({ itemId }) => ({ itemId, periodId: period, value, estimate: false })),
    )
    if (figures.length === 0) continue
    const release = { body: first.body, document: first.document, releasedOn: first.on, figures }
    told(
      await importReleases(stage(cast.coordinator, momentOf(first.on, '16:00')), release),
      `release ${first.document}`,
    )
  }
}

function kindOf(periodId: string): string {
  if (periodId.includes('-M')) return 'month'
  return periodId.includes('-Q') ? 'quarter' : 'year'
}
