import { useRef, useState } from 'react'
import { type Outcome, reportingContract, type SheetLine } from '#adapters/http/contract/reporting'
import { ApiProblem, useAction } from '#web/kit'
import { useFormTime } from './asks/use-form-time.ts'
import { keyOf, sameSaid, savedSaid } from './drafts.ts'
import type { Drafts } from './use-drafts.ts'

/** What a reporter does with lines: submit, say "no change", keep for later; with the problem of each line in words. */
export interface Reporting {
  readonly isBusy: boolean
  problemOf(line: SheetLine): Error | null
  submit(lines: readonly SheetLine[]): Promise<void>
  noChange(lines: readonly SheetLine[]): Promise<void>
  /** Keeps a draft on the server, so that a colleague or another device finds it. */
  keep(line: SheetLine): void
}

/** Sends reports; whatever is refused stays on the page as it was typed. */
export function useReporting(drafts: Drafts): Reporting {
  const submit = useAction(reportingContract.submit)
  const noChange = useAction(reportingContract.submitNoChange)
  const saveDraft = useAction(reportingContract.saveDraft)
  const problems = useProblems()
  const keys = useRequestKeys()
  const keeping = useRef<Promise<unknown>>(Promise.resolve())
  const revisions = useRef(new Map<string, number>())
  const sending = useRef(new Set<string>())
  const noteTime = useFormTime()
  const shownOf = (line: SheetLine) => {
    const { cadenceId, periodId, itemId } = line
    const own = revisions.current.get(keyOf(line)) ?? 0
    return { cadenceId, periodId, itemId, revision: Math.max(drafts.basis(line), own) }
  }
  const noteRevision = (line: SheetLine, revision: number | undefined) => {
    if (revision === undefined) return null
    revisions.current.set(keyOf(line), revision)
    return drafts.rebase(line, revision)
  }
  const carry = async (lines: readonly SheetLine[], send: () => Promise<{ outcomes: readonly Outcome[] }>) => {
    await keeping.current
    // A row that leaves the page because it was taken loses the focus first: that is no reason to keep its draft.
    for (const line of lines) sending.current.add(keyOf(line))
    try {
      const { outcomes } = await send()
      const found = new Map(outcomes.map((outcome) => [keyOf(outcome), outcome.problem]))
      for (const line of lines) if (!found.get(keyOf(line))) drafts.drop(line)
      noteTime(lines.filter((line) => !found.get(keyOf(line))))
      problems.note(lines, (line) => problemIn(found.get(keyOf(line)) ?? null))
    } catch (problem) {
      problems.note(lines, () => (problem instanceof Error ? problem : null))
    } finally {
      for (const line of lines) sending.current.delete(keyOf(line))
    }
  }
  return {
    isBusy: submit.isPending || noChange.isPending,
    problemOf: problems.of,
    submit: (lines) =>
      carry(lines, () => {
        const reports = lines.map((line) => ({ ...shownOf(line), said: cleaned(drafts.said(line)) }))
        return submit.mutateAsync({ body: { reports }, retryKey: keys(JSON.stringify(reports)) })
      }),
    noChange: (lines) =>
      carry(lines, () => {
        const reports = lines.map(shownOf)
        return noChange.mutateAsync({ body: { reports }, retryKey: keys(JSON.stringify(reports)) })
      }),
    keep(line) {
      const said = cleaned(drafts.said(line))
      const isNew = drafts.isTouched(line) && !drafts.isOvertaken(line) && !sameSaid(said, savedSaid(line))
      if (!isNew || sending.current.has(keyOf(line))) return
      keeping.current = keeping.current
        .then(() => saveDraft.mutateAsync({ body: { ...shownOf(line), said } }))
        .then(({ outcomes }) => noteRevision(line, outcomes[0]?.done?.revision))
        // What the server does not take yet (half a number, no connection) is still kept in the browser.
        .catch(() => undefined)
    },
  }
}

/** What the server had against a line, until it is sent again. */
function useProblems() {
  const [problems, setProblems] = useState<ReadonlyMap<string, Error>>(new Map())
  return {
    of: (line: SheetLine): Error | null => problems.get(keyOf(line)) ?? null,
    note(lines: readonly SheetLine[], problemOf: (line: SheetLine) => Error | null): void {
      setProblems((before) => {
        const after = new Map(before)
        for (const line of lines) {
          const problem = problemOf(line)
          if (problem) after.set(keyOf(line), problem)
          else after.delete(keyOf(line))
        }
        return after
      })
    },
  }
}

type SaidOfDraft = ReturnType<Drafts['said']>

/** An empty field says nothing; an empty blockage is none. */
function cleaned(said: SaidOfDraft): SaidOfDraft {
  const { figure, blockage } = said
  const isEmpty = blockage !== null && blockage.what.trim() === '' && blockage.needs.trim() === ''
  return { ...said, figure: figure?.trim() ? figure.trim() : null, blockage: isEmpty ? null : blockage }
}

function problemIn(problem: Outcome['problem']): Error | null {
  if (!problem) return null
  const { code, title } = problem
  return new ApiProblem({ type: `urn:guatu:${code}`, title, status: 422, code })
}

/** The same words sent again carry the same key, so that a retry after a lost answer writes nothing twice. */
function useRequestKeys(): (content: string) => string {
  const last = useRef({ content: '', key: '' })
  return (content) => {
    if (last.current.content !== content) last.current = { content, key: randomKey() }
    return last.current.key
  }
}

/** 128 random bits; also on pages that are served without TLS inside an office. */
function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
