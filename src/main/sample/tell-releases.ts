import { groupBy } from '#core/kit'
import type { IndicatorItem } from '#core/plan'
import { importReleases } from '#app/reporting'
import type { Cast } from './cast.ts'
import { momentOf, type Stage, told } from './sample-region.ts'
import type { Story } from './story.ts'

/** One publication of the story: what the region takes in as one release. */
type Publication = Parameters<typeof importReleases>[1]

/** The publications of the story with the items that they speak of, in the order of their days. */
export function publicationsOf(story: Story, items: readonly IndicatorItem[]): readonly Publication[] {
  const publications = groupBy(
    story.releases.flatMap((series) =>
      series.values.map((value) => ({ ...value, subject: series.subject, kind: series.kind, body: series.body })),
    ),
    (value) => `${value.on}/${value.body}/${value.document}`,
  )
  return [...publications.values()]
    .sort((a, b) => ((a[0]?.on ?? '') < (b[0]?.on ?? '') ? -1 : 1))
    .flatMap((values) => {
      const [first] = values
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
      if (!first || figures.length === 0) return []
      return [{ body: first.body, document: first.document, releasedOn: first.on, figures }]
    })
}

/** Brings in statutory and official figures on the days on which they were published. */
export async function tellReleases(
  stage: Stage,
  cast: Cast,
  story: Story,
  items: readonly IndicatorItem[],
): Promise<void> {
  for (const release of publicationsOf(story, items)) {
    const context = stage(cast.coordinator, momentOf(release.releasedOn, '16:00'))
    told(await importReleases(context, release), `release ${release.document}`)
  }
}

function kindOf(periodId: string): string {
  if (periodId.includes('-M')) return 'month'
  return periodId.includes('-Q') ? 'quarter' : 'year'
}
