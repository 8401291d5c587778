import { useMemo, useRef, useState } from 'react'
import type { Said, SheetLine } from '#adapters/http/contract/reporting'
import { type Draft, draftMemory, keyOf, sameSaid, savedSaid, saysSomething } from './drafts.ts'

/** Words of the reader whose line has left his page: its period closed, a colleague reported it, or his role was taken back. */
export interface LeftDraft extends Draft {
  readonly key: string
}

/** What is being typed on the page, line by line; kept in the browser until the server has taken it. */
export interface Drafts {
  /** What the form of a line shows. */
  said(line: SheetLine): Said
  /** Something is typed that the server has not taken. */
  isTouched(line: SheetLine): boolean
  /** There is something to submit: typed here, or kept as a draft from elsewhere. */
  isFilled(line: SheetLine): boolean
  /** A colleague changed the report since typing began. */
  isOvertaken(line: SheetLine): boolean
  change(line: SheetLine, part: Partial<Said>): void
  /** The words rest on this revision now. */
  rebase(line: SheetLine, revision: number): void
  drop(line: SheetLine): void
  /** What was typed for lines that are not among these any more. */
  leftBeside(lines: readonly SheetLine[]): readonly LeftDraft[]
  /** Takes away what was left of a line that is not there any more. */
  forget(left: LeftDraft): void
  /** Revision on which the words of a line rest. */
  basis(line: SheetLine): number
}

/** Drafts of the reader. */
export function useDrafts(accountId: string): Drafts {
  const memory = useMemo(() => draftMemory(accountId, storageOf()), [accountId])
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(() => memory.load())
  // Answers of the server arrive later than the key strokes that follow the question: they start from what is there now.
  const latest = useRef(drafts)
  const keep = (key: string, draft: Draft | null) => {
    memory.keep(key, draft)
    const after = new Map(latest.current)
    if (draft) after.set(key, draft)
    else after.delete(key)
    latest.current = after
    setDrafts(after)
  }
  const revisionOf = (line: SheetLine) => line.report?.revision ?? 0
  const said = (line: SheetLine) => latest.current.get(keyOf(line))?.said ?? savedSaid(line)
  const basis = (line: SheetLine) => latest.current.get(keyOf(line))?.basis ?? revisionOf(line)
  return {
    said,
    basis,
    isTouched: (line) => drafts.has(keyOf(line)),
    isFilled: (line) => drafts.has(keyOf(line)) || (line.report?.state === 'draft' && saysSomething(savedSaid(line))),
    isOvertaken: (line) => drafts.has(keyOf(line)) && revisionOf(line) > basis(line),
    change(line, part) {
      const next = { ...said(line), ...part }
      const draft = { said: next, basis: basis(line), title: line.item.title }
      keep(keyOf(line), sameSaid(next, savedSaid(line)) ? null : draft)
    },
    rebase(line, revision) {
      const draft = latest.current.get(keyOf(line))
      if (draft) keep(keyOf(line), { ...draft, basis: revision })
    },
    drop: (line) => keep(keyOf(line), null),
    leftBeside(lines) {
      const present = new Set(lines.map(keyOf))
      return [...drafts].flatMap(([key, draft]) => (present.has(key) ? [] : [{ key, ...draft }]))
    },
    forget: ({ key }) => keep(key, null),
  }
}

function storageOf(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
