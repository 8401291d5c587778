import type { PublicItem, PublicPlan } from '#adapters/http/contract/publishing'

/** What the address of a public plan says. */
export interface PublicSearch {
  readonly q?: string | undefined
  readonly light?: 'red' | 'yellow' | 'green' | 'blue' | 'grey' | undefined
}

/** Campaigns with the items that pass; those without any are left out. */
export function campaignsShown(
  { plan, items }: PublicPlan,
  { q, light }: PublicSearch,
  other: string,
): readonly { readonly name: string; readonly items: readonly PublicItem[] }[] {
  const words = q?.trim() ?? ''
  const shown = items.filter(
    (item) =>
      (light === undefined || item.light === light) &&
      (words === '' || [item.title, item.sentence, item.unit].some((text) => text?.includes(words))),
  )
  const known = new Set(plan.campaigns.map(({ no }) => no))
  const groups = plan.campaigns.map(({ no, name }) => ({ name, items: shown.filter((item) => item.campaignNo === no) }))
  const outside = shown.filter(({ campaignNo }) => campaignNo === null || !known.has(campaignNo))
  return [...groups, { name: other, items: outside }].filter((group) => group.items.length > 0)
}
