import type { Span } from '#core/kit'
import type { DraftEntry, DraftSentence } from './draft-types.ts'

/**
 * What became of a sentence: made an item · structure (heading, clause, task force, cadence, preamble) · a promise without a figure that
 * nobody made an item yet · set aside by a person as no task · left.
 */
export type SentenceStatus = 'item' | 'structure' | 'promise' | 'setAside' | 'left'

/** One status a sentence, in order, and how many of each. */
export interface Coverage {
  readonly statuses: readonly SentenceStatus[]
  readonly counts: Readonly<Record<SentenceStatus, number>>
}

/** The coverage meter of a draft as it stands now: edits, additions and removals count. */
export function coverageOf(sentences: readonly DraftSentence[], entries: readonly DraftEntry[]): Coverage {
  const counted = placesOf(entries.filter((entry) => entry.removedAs === null))
  const setAside = placesOf(entries.filter((entry) => entry.removedAs === 'notATask'))
  const statuses = sentences.map((sentence) => statusOf(sentence, counted, setAside))
  const counts = { item: 0, structure: 0, promise: 0, setAside: 0, left: 0 }
  for (const status of statuses) counts[status] += 1
  return { statuses, counts }
}

function placesOf(entries: readonly DraftEntry[]): Span[] {
  return entries.flatMap((entry) =>
    entry.kind === 'item' ? [...(entry.body.sentence ? [entry.body.sentence] : []), ...(entry.body.alsoAt ?? [])] : [],
  )
}

function statusOf(sentence: DraftSentence, counted: readonly Span[], setAside: readonly Span[]): SentenceStatus {
  if (touches(sentence.span, counted)) return 'item'
  if (touches(sentence.span, setAside)) return 'setAside'
  if (sentence.uses.some((use) => use === 'qualitative' || use === 'redLine')) return 'promise'
  const structure = ['heading', 'clause', 'taskForce', 'cadence', 'deadline', 'preamble', 'meta']
  return sentence.uses.some((use) => structure.includes(use)) ? 'structure' : 'left'
}

function touches(span: Span, places: readonly Span[]): boolean {
  return places.some((place) => place.start < span.end && span.start < place.end)
}
