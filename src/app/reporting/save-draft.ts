import { type Result, accept, decimalText, parseDecimal, refuse } from '#core/kit'
import type { Context } from '#app/kit'
import type { ReportKey } from './ports.ts'
import { actOnReports, allowedState, checkRevision, nextRevision, only, type ReportOutcome } from './report-acts.ts'
import type { SaidBody } from './submit-report.ts'

/** Keeps what was typed without submitting it. Nothing is checked but that the figure is a number. */
export function saveDraft(
  context: Context,
  input: ReportKey & { readonly revision: number; readonly body: SaidBody },
): Promise<ReportOutcome['result']> {
  return only(
    actOnReports(context, [input], {
      action: 'save',
      periodStates: ['open'],
      decide(entry, asked) {
        const state = allowedState(context, entry, 'save')
        if (!state.ok) return state
        const fresh = checkRevision(entry, asked.revision)
        if (!fresh.ok) return fresh
        const figure = typedFigure(asked.body.figure)
        if (!figure.ok) return figure
        const evidence = entry.report?.body.evidence ?? []
        const body = { ...asked.body, figure: figure.value, evidence }
        return accept(nextRevision(context, entry, { state: state.value, body }))
      },
    }),
  )
}

function typedFigure(text: string | null): Result<string | null> {
  if (text === null || text.trim() === '') return accept(null)
  const figure = parseDecimal(text)
  return figure ? accept(decimalText(figure)) : refuse('report.figureNotNumber', { text }, 'figure')
}
