import type { PeriodSummary, PeriodView } from '#adapters/http/contract/reporting'

/** How the lines of a period count. */
export function countsOf({ lines }: PeriodView) {
  const of = (outcome: PeriodView['lines'][number]['outcome']) =>
    lines.filter((line) => line.outcome === outcome).length
  const late = lines.filter((line) => line.report?.late).length
  return { lines: lines.length, counted: of('counted'), pending: of('pending'), silent: of('silent'), late }
}

/** Whether what comes in now counts as late: the due moment has passed and nobody has closed the period. */
export function isLate({ state, dueAt }: Pick<PeriodSummary, 'state' | 'dueAt'>, now: string): boolean {
  return state === 'open' && Date.parse(now) > Date.parse(dueAt)
}
