import { dec, decimalText, groupBy } from '#core/kit'
import type { PeriodState, ReportState } from '../types.ts'

/**
 * Lines of one unit's sheet whose due moment has come and of which the same is known: a unit signs its sheet at once, so that a year's
 * thousands of lines are some hundreds of these. Instants are ISO.
 */
export interface AskedLines {
  /** How many they are, at least one. */
  readonly lines: number
  readonly cadenceId: string
  readonly periodId: string
  readonly periodState: PeriodState
  readonly unitId: string
  /** The task force whose office accepts; null = the coordinator. */
  readonly officeId: string | null
  readonly state: ReportState
  readonly late: boolean
  readonly wasReturned: boolean
  /** When it left the unit: signed, or submitted by an outside body; null = it has not. */
  readonly leftAt: string | null
  /** When it was accepted; null = not yet. */
  readonly acceptedAt: string | null
}

/** How a unit, a task force or a period answers. Shares are decimal strings in percent with one place; null = nothing was due. */
export interface Answering {
  readonly due: number
  /** Left the unit, in time or late. */
  readonly answered: number
  readonly inTime: number
  readonly returned: number
  readonly completeness: string | null
  readonly timeliness: string | null
  /** Of what was answered, what came back at least once. */
  readonly returnRate: string | null
}

/** How long an acceptor takes, in working hours with one place from the moment a report reaches him. */
export interface AcceptorDelay {
  readonly decided: number
  readonly waiting: number
  readonly medianHours: string | null
  /** The longest of all, those still waiting included. */
  readonly worstHours: string | null
}

const share = (part: number, whole: number): string | null =>
  whole === 0 ? null : decimalText(dec(part).times(100).dividedBy(whole).toDecimalPlaces(1))

/** Adds lines up. What has been sent back and not mended is not answered; what is late is answered, but not in time. */
export function answeringOf(asked: readonly AskedLines[]): Answering {
  const counts = { due: 0, answered: 0, inTime: 0, returned: 0 }
  let seen = 0
  for (const { lines, leftAt, state, late, wasReturned } of asked) {
    const isAnswered = leftAt !== null && state !== 'returned' && state !== 'withdrawn'
    counts.due += lines
    if (isAnswered) counts.answered += lines
    if (isAnswered && !late) counts.inTime += lines
    if (wasReturned) counts.returned += lines
    if (isAnswered || wasReturned) seen += lines
  }
  return {
    ...counts,
    completeness: share(counts.answered, counts.due),
    timeliness: share(counts.inTime, counts.due),
    returnRate: share(counts.returned, seen),
  }
}

/** The delay of an acceptor over lines. `hours` measures working hours between instants; `now` ends what still waits. */
export function acceptorDelay(
  asked: readonly AskedLines[],
  hours: (from: string, to: string) => number,
  now: string,
): AcceptorDelay {
  const reached = asked.flatMap(({ lines, leftAt, acceptedAt, state }) =>
    leftAt === null || (state !== 'accepted' && state !== 'signed' && state !== 'submitted')
      ? []
      : [{ lines, isDecided: acceptedAt !== null, hours: hours(leftAt, acceptedAt ?? now) }],
  )
  const decided = reached.filter(({ isDecided }) => isDecided).toSorted((a, b) => a.hours - b.hours)
  const [all, count] = [linesIn(reached), linesIn(decided)]
  const text = (value: number): string => decimalText(dec(value).toDecimalPlaces(1))
  const [lower, upper] = [at(decided, Math.floor((count - 1) / 2)), at(decided, Math.floor(count / 2))]
  return {
    ...{ decided: count, waiting: all - count },
    medianHours: lower === undefined || upper === undefined ? null : text((lower + upper) / 2),
    worstHours: all === 0 ? null : text(Math.max(...reached.map((one) => one.hours))),
  }
}

const linesIn = (groups: readonly { readonly lines: number }[]): number =>
  groups.reduce((sum, { lines }) => sum + lines, 0)

/** The hours of the nth line, counted from 0 through groups in order. */
function at(sorted: readonly { readonly lines: number; readonly hours: number }[], nth: number): number | undefined {
  let passed = 0
  return sorted.find(({ lines }) => (passed += lines) > nth)?.hours
}

/** Periods in which a unit answered nothing of what was due from it, in their order. */
export function silentPeriods(asked: readonly AskedLines[]): string[] {
  const silent: string[] = []
  for (const [periodId, own] of groupBy(asked, ({ periodId }) => periodId)) {
    if (answeringOf(own).answered === 0) silent.push(periodId)
  }
  return silent.sort()
}
