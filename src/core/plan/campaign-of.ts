import type { Span } from '#core/kit'
import type { Fact, PlanReading } from '#core/reading'

/**
 * The campaign that a fact belongs to: by its annex (附件3/…), else by the innermost heading that carries a campaign's name. Facts of
 * the common parts belong to none.
 */
export function campaignFinder(reading: PlanReading): (fact: Pick<Fact, 'path' | 'span'>) => number | null {
  const byAnnex = new Map(
    reading.campaigns.flatMap((one) => (one.annex === null ? [] : [[one.annex, one.no] as const])),
  )
  const scopes = reading.campaigns.flatMap((campaign) =>
    reading.headings
      .filter((heading) => heading.title.includes(campaign.name) || campaign.name === heading.title)
      .map((heading) => ({ no: campaign.no, scope: heading.scope })),
  )
  return (fact) => {
    const annex = /^附件(\d+)/.exec(fact.path)?.[1]
    if (annex !== undefined) return byAnnex.get(Number(annex)) ?? null
    return innermost(scopes, fact.span)
  }
}

function innermost(scopes: readonly { readonly no: number; readonly scope: Span }[], place: Span): number | null {
  const around = scopes.filter(({ scope }) => scope.start <= place.start && place.end <= scope.end)
  around.sort((a, b) => a.scope.end - a.scope.start - (b.scope.end - b.scope.start))
  return around[0]?.no ?? null
}
