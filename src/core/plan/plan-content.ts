import { invariant } from '#core/kit'
import type { DraftBody, DraftEntry, DraftKind, DraftReading } from './draft-types.ts'
import { defaultThresholds, type PlanContent, type PlanItem } from './types.ts'

type BodyOf<K extends DraftKind> = Extract<DraftBody, { kind: K }>['body']

/** The bodies of one kind that count. */
export function bodiesOf<K extends DraftKind>(entries: readonly DraftEntry[], kind: K): BodyOf<K>[] {
  return entries.flatMap((entry) => (entry.kind === kind && entry.removedAs === null ? [entry.body as BodyOf<K>] : []))
}

/** What a draft says once it is published. The draft must have no blockers. */
export function contentOf(entries: readonly DraftEntry[], reading: DraftReading): PlanContent {
  const [meta] = bodiesOf(entries, 'meta')
  const year = meta?.year
  invariant(meta && year, 'a draft without title or year is not published')
  return {
    meta: { ...meta, year },
    campaigns: bodiesOf(entries, 'campaign'),
    headings: reading.headings,
    units: bodiesOf(entries, 'unit'),
    taskForces: bodiesOf(entries, 'taskForce'),
    items: bodiesOf(entries, 'item').sort(byPlace),
    thresholds: bodiesOf(entries, 'thresholds')[0] ?? defaultThresholds,
  }
}

/** In the order of the text; items that a person added by hand come last. */
function byPlace(a: PlanItem, b: PlanItem): number {
  return (a.sentence?.start ?? Number.MAX_SAFE_INTEGER) - (b.sentence?.start ?? Number.MAX_SAFE_INTEGER)
}
