import type { ReportState, SheetLine } from './types.ts'

/** A line of a sheet with what came in for it. */
export interface AnsweredLine extends SheetLine {
  readonly state: ReportState
  readonly late: boolean
  readonly channel: 'link' | 'sheet' | null
  /** Due moment of a returned report; null = not returned. */
  readonly returnDueAt: string | null
  /** Answered by "not ours", which waits for its arbiter or was right. */
  readonly disputed?: boolean
}

/** What became of a line at a moment. */
export type LineOutcome = 'counted' | 'pending' | 'silent'

/**
 * What a line counts as when the period is closed (domain.md, At close): accepted counts; in time and out of the unit but not yet
 * accepted is pending, the acceptor's delay; so is a returned one whose own due moment has not come, and an item of which the unit
 * said in time that it is not its own; the rest is silent. A report that nobody in the unit has signed has not left the unit; an
 * outside body's answer has no signer.
 */
export function lineOutcome(line: AnsweredLine, now: string): LineOutcome {
  if (line.state === 'accepted') return 'counted'
  const returnedInTime = line.returnDueAt !== null && Date.parse(line.returnDueAt) >= Date.parse(now)
  if (line.state === 'returned') return returnedInTime ? 'pending' : 'silent'
  const left = line.state === 'signed' || (line.state === 'submitted' && line.channel !== null)
  return (left && !line.late) || line.disputed === true ? 'pending' : 'silent'
}

/** The lines of a period by what they count as. */
export interface SettledPeriod<Line> {
  readonly counted: readonly Line[]
  readonly pending: readonly Line[]
  readonly silent: readonly Line[]
}

/** Settles all lines of a period at the moment of closing. */
export function settlePeriod<Line extends AnsweredLine>(lines: readonly Line[], now: string): SettledPeriod<Line> {
  const of = (outcome: LineOutcome): Line[] => lines.filter((line) => lineOutcome(line, now) === outcome)
  return { counted: of('counted'), pending: of('pending'), silent: of('silent') }
}

/** One ask for a figure of an item, by sheet or by release calendar. */
export interface Ask {
  readonly figurePeriodId: string
  readonly dueAt: string
  /** A figure is accepted, or on its way with the acceptor (pending). */
  readonly answered: boolean
}

/**
 * How many of an item's latest asks, all past due, have no answer: 0 = not silent, 1 = silent past due (yellow), 2 and more = one
 * further period (red). Asks that are not yet due say nothing.
 */
export function silentRun(asks: readonly Ask[], now: string): number {
  const past = asks
    .filter((ask) => Date.parse(ask.dueAt) < Date.parse(now))
    .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
  const lastAnswered = past.map((ask) => ask.answered).lastIndexOf(true)
  return past.length - 1 - lastAnswered
}
