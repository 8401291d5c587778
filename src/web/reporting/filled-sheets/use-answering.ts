import { useState } from 'react'
import { reportingContract, type SheetLine } from '#adapters/http/contract/reporting'
import { ApiProblem, useAction } from '#web/kit'
import { keyOf } from '../drafts.ts'
import type { Drafts } from '../use-drafts.ts'
import type { Reporting } from '../use-reporting.ts'

/** Sends the answers of somebody who holds a link; whatever is refused stays on the page, and in the browser, as it was typed. */
export function useAnswering(
  drafts: Drafts,
  { regionId, token }: { readonly regionId: string; readonly token: string },
): Reporting {
  const answer = useAction(reportingContract.answerByLink)
  const [problems, setProblems] = useState<ReadonlyMap<string, Error>>(new Map())
  const note = (line: SheetLine, problem: Error | null) =>
    setProblems((before) => {
      const after = new Map(before)
      if (problem) after.set(keyOf(line), problem)
      else after.delete(keyOf(line))
      return after
    })
  const send = async (lines: readonly SheetLine[], isSaid: boolean): Promise<void> => {
    for (const line of lines) {
      const { cadenceId, periodId, itemId, report } = line
      const said = isSaid ? drafts.said(line) : null
      const shown = { cadenceId, periodId, itemId, revision: report?.revision ?? 0, said }
      try {
        const { outcomes } = await answer.mutateAsync({ params: { regionId }, body: { token, reports: [shown] } })
        const problem = outcomes[0]?.problem
        if (!problem) drafts.drop(line)
        const { code = '', title = '' } = problem ?? {}
        note(line, problem ? new ApiProblem({ type: `urn:guatu:${code}`, title, status: 422, code }) : null)
      } catch (problem) {
        note(line, problem instanceof Error ? problem : null)
      }
    }
  }
  return {
    isBusy: answer.isPending,
    problemOf: (line) => problems.get(keyOf(line)) ?? null,
    submit: (lines) => send(lines, true),
    noChange: (lines) => send(lines, false),
    // What is typed stays in the browser until it is sent: a link has no draft on the server.
    keep: () => undefined,
  }
}
