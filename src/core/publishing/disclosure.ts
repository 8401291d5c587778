import { restrictedWords } from './disclosure.data.ts'
import type { RestrictionGround } from './disclosure.data.ts'
import type { DisclosureClass, FieldClass, FieldName, PackFields, PackItem } from './publication-types.ts'

/** The class of each field where no rule restricts it. Free words of units and posts stay inside by default. */
export const fieldClasses: Readonly<Record<FieldName, DisclosureClass>> = {
  title: 'public',
  sentence: 'public',
  target: 'public',
  unit: 'public',
  figure: 'public',
  light: 'public',
  why: 'public',
  nodes: 'public',
  corrections: 'public',
  correctionReasons: 'internal',
  paragraph: 'internal',
  blockage: 'internal',
  leaderInCharge: 'internal',
  responsiblePerson: 'restricted',
}

/** All fields in the order of the review. */
export const fieldNames = Object.keys(fieldClasses) as readonly FieldName[]

/** The first ground on which a text is restricted: 化解隐性债务3.2亿元 → debt. */
export function restrictionOf(words: string): RestrictionGround | null {
  const grounds = Object.keys(restrictedWords) as RestrictionGround[]
  return grounds.find((ground) => restrictedWords[ground].some((word) => words.includes(word))) ?? null
}

function classOf(name: FieldName, fields: PackFields, itemGround: RestrictionGround | null): FieldClass {
  const standard = fieldClasses[name]
  if (name === 'responsiblePerson') return { class: standard, ground: 'persons' }
  const value = fields[name]
  const ground = itemGround ?? (typeof value === 'string' ? restrictionOf(value) : null)
  return ground === null ? { class: standard, ground } : { class: 'restricted', ground }
}

/**
 * The class of every field that has something to say. What concerns persons, cases, debt, hazards or firms' secrets by the words of
 * its title or promise is restricted as a whole; a sentence also by the words of its other promises.
 */
export function classifyFields(item: Pick<PackItem, 'quote' | 'fields'>): PackItem['classes'] {
  const { fields, quote } = item
  const ground = restrictionOf(`${fields.title}\n${quote}`)
  const present = fieldNames.filter((name) => fields[name] !== null)
  return Object.fromEntries(present.map((name) => [name, classOf(name, fields, ground)]))
}
