import type { PeriodView } from '#adapters/http/contract/reporting'

/** How the lines of a period count. */
export function countsOf({ lines }: PeriodView) {
  const of = (outcome: PeriodView['lines'][number]['outcome']) =>
    lines.filter((line) => line.outcome === outcome).length
  const late = lines.filter((line) => line.report?.late).length
  return { lines: lines.length, counted: of('counted'), pending: of('pending'), silent: of('silent'), late }
}
