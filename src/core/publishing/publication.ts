import { accept, refuse, withoutWhitespace } from '#core/kit'
import type { Result } from '#core/kit'
import { fieldNames } from './disclosure.ts'
import type { RestrictionGround } from './disclosure.data.ts'
import type {
  Decisions,
  DisclosureClass,
  FieldDecision,
  FieldName,
  PackItem,
  PublicationPack,
  PublicItem,
  PublicPlan,
} from './publication-types.ts'

/** One field of a pack as the review lists it. */
export interface ReviewedField {
  readonly key: string
  readonly itemId: string
  readonly field: FieldName
  readonly class: DisclosureClass
  readonly ground: RestrictionGround | null
}

/** Name of a field's decision. */
export const decisionKey = (itemId: string, field: FieldName): string => `${itemId}/${field}`

/** Every field that has something to say, in the plan's order. */
export function reviewedFields(pack: PublicationPack): readonly ReviewedField[] {
  return pack.items.flatMap((item) =>
    fieldNames.flatMap((field) => {
      const known = item.classes[field]
      return known === undefined ? [] : [{ key: decisionKey(item.itemId, field), itemId: item.itemId, field, ...known }]
    }),
  )
}

/** A decision that departs from the rule needs its reason: to release what is not public, to withhold what is. */
export function checkDecision(
  field: Pick<ReviewedField, 'class' | 'key'>,
  asked: Pick<FieldDecision, 'decision' | 'reason'>,
): Result<null> {
  const departs = (field.class === 'public') !== (asked.decision === 'release')
  return departs && asked.reason.trim() === '' ? refuse('publication.reasonMissing', {}, field.key) : accept(null)
}

/** What the rules ask for: public is released, everything else withheld. */
export function decisionByRule(field: Pick<ReviewedField, 'class'>): FieldDecision['decision'] {
  return field.class === 'public' ? 'release' : 'withhold'
}

/** Fields on which nobody has decided. */
export function undecidedFields(pack: PublicationPack, decisions: Decisions): readonly ReviewedField[] {
  return reviewedFields(pack).filter(({ key }) => decisions[key] === undefined)
}

const isReleased = (decisions: Decisions, itemId: string, field: FieldName): boolean =>
  decisions[decisionKey(itemId, field)]?.decision === 'release'

/**
 * Items of whose promise something is withheld although a released sentence says it: one sentence may hold several promises, and it
 * always holds its own figure. Nothing is published before that is settled.
 */
export function contradictionsOf(
  pack: PublicationPack,
  decisions: Decisions,
): readonly { withheld: string; released: string }[] {
  const released = pack.items.flatMap(({ itemId, fields }) =>
    fields.sentence !== null && isReleased(decisions, itemId, 'title') && isReleased(decisions, itemId, 'sentence')
      ? [{ itemId, words: withoutWhitespace(fields.sentence) }]
      : [],
  )
  return pack.items.flatMap((item) => {
    const words = withoutWhitespace(item.quote)
    if (words === '' || isShownWhole(item, decisions)) return []
    const other = released.find((one) => one.words.includes(words))
    return other === undefined ? [] : [{ withheld: item.itemId, released: other.itemId }]
  })
}

/** What a sentence of the plan says of an item. */
const saidBySentence: readonly FieldName[] = ['title', 'sentence', 'target']

const isShownWhole = ({ itemId, fields }: PackItem, decisions: Decisions): boolean =>
  saidBySentence.every((field) => fields[field] === null || isReleased(decisions, itemId, field))

/** Whether a pack may be published as decided. */
export function checkPublishable(pack: PublicationPack, decisions: Decisions): Result<null> {
  const open = undecidedFields(pack, decisions)
  if (open[0]) return refuse('publication.undecided', { count: open.length }, open[0].key)
  const [conflict] = contradictionsOf(pack, decisions)
  if (!conflict) return accept(null)
  const title = pack.items.find(({ itemId }) => itemId === conflict.released)?.fields.title ?? ''
  return refuse('publication.sentenceContradicts', { title }, decisionKey(conflict.released, 'sentence'))
}

/** The reasons of a light name target and figure: they go out only where both do. */
const needs: Readonly<Partial<Record<FieldName, readonly FieldName[]>>> = {
  why: ['target', 'figure', 'light', 'nodes'],
  correctionReasons: ['corrections'],
  corrections: ['figure'],
}

function releasedItem({ itemId, kind, campaignNo, fields }: PackItem, decisions: Decisions): PublicItem | null {
  if (!isReleased(decisions, itemId, 'title')) return null
  const goesOut = (field: FieldName): boolean =>
    isReleased(decisions, itemId, field) &&
    (needs[field] ?? []).every((other) => fields[other] === null || isReleased(decisions, itemId, other))
  const out = fieldNames.filter((field) => fields[field] !== null && goesOut(field))
  const shown = Object.fromEntries(out.map((field) => [field, fields[field]]))
  return { itemId, kind, campaignNo, ...shown, title: fields.title }
}

/** The only thing that leaves: what was released, field by field. A withheld title takes its whole item along. */
export function releasedPlan({ plan, seal, items }: PublicationPack, decisions: Decisions): PublicPlan {
  const released = items.flatMap((item) => releasedItem(item, decisions) ?? [])
  return { plan, seal, items: released }
}
