import type { Frequency, ItemKind } from '#core/plan'

/** An item that a cadence asks for, as far as it can be asked elsewhere too. */
export interface AskedThing {
  readonly itemId: string
  readonly kind: ItemKind
  readonly title: string
  /** Where its plan has it: 附件1/二/（一）/1. */
  readonly path: string
  /** Its words there. */
  readonly quote: string
  /** What is counted, as the target names it; the title of an item without a figure. */
  readonly subject: string
  /** Unit of measure; null = no figure. */
  readonly figureUnit: string | null
  readonly frequency: Frequency
  /** Who answers; null = nobody yet. */
  readonly unitId: string | null
  readonly planTitle: string
  readonly planYear: number
  readonly cadenceId: string | null
  readonly cadenceName: string
}

/** Two asks for the same thing. */
export interface Twin {
  readonly asked: AskedThing
  readonly other: AskedThing
  /** sameItem = by two cadences; sameSubject = two items speak of the same figure. */
  readonly because: 'sameItem' | 'sameSubject'
}

/** Where an item stands: its plan, the nearest heading there, and its words. */
export type ItemPlace = Pick<AskedThing, 'planTitle' | 'path' | 'quote'>

/** The places of two items as they are told apart: by plan where these are two, by heading, and by their words where one heading has both. */
export function placesApart(one: ItemPlace, other: ItemPlace): { readonly place: string; readonly otherPlace: string } {
  const isOnePlan = one.planTitle === other.planTitle
  const isOneHeading = isOnePlan && one.path === other.path
  const said = ({ planTitle, path, quote }: ItemPlace): string =>
    [isOnePlan ? '' : planTitle, path, isOneHeading ? quote : ''].filter((part) => part !== '').join(' ')
  return { place: said(one), otherPlace: said(other) }
}

/** Spaces, quotes, brackets and dots do not make another subject: “新签约 项目” = 新签约项目. */
const bare = (subject: string): string => subject.replace(/[\s“”"'‘’《》〈〉()（）·、，,。]/g, '').toLowerCase()

/** What makes two asks one: subject and unit of measure in the same year, of the same unit. Without a figure the words alone decide. */
const markOf = ({ subject, figureUnit, planYear, unitId }: AskedThing): string =>
  JSON.stringify([bare(subject), figureUnit ?? '', planYear, unitId])

/**
 * The asks among `asked` that are made elsewhere as well (domain.md, Burden): of the same item by another cadence, or of another item with
 * the same subject, unit of measure, year and answering unit. Each pair once; what nobody answers is asked of nobody.
 */
export function twinAsks(asked: readonly AskedThing[], others: readonly AskedThing[]): Twin[] {
  const byItem = new Map(others.map((other) => [other.itemId, other]))
  const bySubject = new Map<string, AskedThing[]>()
  for (const other of [...others, ...asked]) {
    const mark = markOf(other)
    bySubject.set(mark, [...(bySubject.get(mark) ?? []), other])
  }
  const seen = new Set<string>()
  const twins: Twin[] = []
  for (const one of asked) {
    if (one.unitId === null) continue
    const same = byItem.get(one.itemId)
    if (same) twins.push({ asked: one, other: same, because: 'sameItem' })
    for (const other of bySubject.get(markOf(one)) ?? []) {
      const pair = [one.itemId, other.itemId].sort().join(' ')
      if (other.itemId === one.itemId || seen.has(pair)) continue
      seen.add(pair)
      twins.push({ asked: one, other, because: 'sameSubject' })
    }
  }
  return twins
}
