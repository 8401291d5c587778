import { withoutWhitespace } from '#core/kit'
import type { IndicatorItem } from '#core/plan'
import type { EntryRow } from '#app/plan'
import type { ExpectedIndicator } from './expected.ts'
import type { Story, StoryPath } from './story.ts'

/** A draft entry that holds an indicator. */
export interface IndicatorRow {
  readonly entryId: string
  readonly revision: number
  readonly item: IndicatorItem
}

/** The living indicators of a draft. */
export function indicatorRows(entries: readonly EntryRow[]): readonly IndicatorRow[] {
  return entries.flatMap(({ entry, revision }) =>
    entry.kind === 'item' && entry.removedAs === null && entry.body.kind === 'indicator'
      ? [{ entryId: entry.entryId, revision, item: entry.body }]
      : [],
  )
}

/** The draft's entries for one promise: at one of its places, with its words and its figure. */
export function rowsOfPromise(promise: ExpectedIndicator, rows: readonly IndicatorRow[]): readonly IndicatorRow[] {
  return rows.filter(({ item }) =>
    promise.mentions.some(
      (mention) =>
        mention.path === item.path &&
        sameFigure(promise.value, item.target.value) &&
        overlap(mention.quote, item.quote),
    ),
  )
}

function sameFigure(wanted: string | null, found: string | null): boolean {
  return wanted === found || (Number(wanted ?? 0) === 0 && Number(found ?? 0) === 0)
}

function overlap(a: string, b: string): boolean {
  const [one, other] = [withoutWhitespace(a), withoutWhitespace(b)]
  return one.includes(other) || other.includes(one)
}

/** How a promise went, where the story tells it: by subject, and by kind, day and value where one subject has several figures. */
export function pathOfPromise(promise: ExpectedIndicator, story: Story): StoryPath | undefined {
  return story.paths.find(
    (path) =>
      path.subject === promise.subject &&
      (path.kind === undefined || path.kind === promise.kind) &&
      (path.due === undefined || path.due === promise.due) &&
      (path.value === undefined || path.value === promise.value),
  )
}
