import type { ReportKey, Said, SheetLine } from '#adapters/http/contract/reporting'

/** What somebody is typing: the words, and the revision of the report on which they rest. */
export interface Draft {
  readonly said: Said
  readonly basis: number
  /** What it is about, for whoever no longer finds the line itself. */
  readonly title?: string
}

/** Names a line in memory. */
export const keyOf = ({ cadenceId, periodId, itemId }: ReportKey): string => `${cadenceId} ${periodId} ${itemId}`

/** What the server holds of a line, as a form shows it. */
export function savedSaid({ report }: SheetLine): Said {
  if (!report) return { figure: null, noChange: false, claim: null, paragraph: '', blockage: null, nodesDone: [] }
  const { figure, claim, paragraph, blockage, nodesDone, parts } = report
  // What a rate's parts give is not typed beside them.
  return { figure: parts ? null : figure, noChange: false, claim, paragraph, blockage, nodesDone, parts: parts ?? null }
}

/** Whether anything is said at all. */
export function saysSomething({ figure, claim, paragraph, blockage, nodesDone, parts }: Said): boolean {
  return [figure, parts?.numerator, claim, paragraph.trim(), blockage, nodesDone[0]].some(Boolean)
}

/** Whether two say the same. */
export function sameSaid(a: Said, b: Said): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))
}

function inOrder({ figure, noChange, claim, paragraph, blockage, nodesDone, parts }: Said): unknown {
  const held = blockage && [blockage.what, blockage.needs, blockage.by]
  return [
    figure ?? '',
    noChange,
    claim,
    paragraph,
    held,
    [...nodesDone].sort(),
    parts ? Object.entries(parts).sort() : null,
  ]
}

/** "No change" needs something that has not changed. */
export function canRepeat({ item, last, report }: SheetLine): boolean {
  if (report?.state === 'returned') return false
  if (item.kind !== 'indicator') return last?.claim != null && last.claim !== 'done'
  return item.accumulation === 'perPeriod' || last?.value != null
}

/** Where drafts are kept in the browser, so that a lost connection or a closed page loses nothing. */
export interface DraftMemory {
  load(): ReadonlyMap<string, Draft>
  keep(key: string, draft: Draft | null): void
}

/** Drafts of one person in the browser's own storage; a browser without storage keeps them as long as the page is open. */
export function draftMemory(accountId: string, storage: Storage | null): DraftMemory {
  const prefix = `guatu.draft.${accountId}.`
  return {
    load() {
      const found = new Map<string, Draft>()
      for (const name of namesIn(storage)) {
        const draft = name.startsWith(prefix) ? draftOf(storage?.getItem(name) ?? null) : null
        if (draft) found.set(name.slice(prefix.length), draft)
      }
      return found
    },
    keep(key, draft) {
      try {
        if (draft) storage?.setItem(prefix + key, JSON.stringify(draft))
        else storage?.removeItem(prefix + key)
      } catch {
        // A full or forbidden storage: the page itself still holds the words.
      }
    },
  }
}

function namesIn(storage: Storage | null): readonly string[] {
  return Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '')
}

function draftOf(text: string | null): Draft | null {
  try {
    const found: unknown = JSON.parse(text ?? 'null')
    return typeof found === 'object' && found !== null && 'said' in found && 'basis' in found ? (found as Draft) : null
  } catch {
    return null
  }
}
