import { dec, decimalText, groupBy } from '#core/kit'
import type { PeriodState, ReportState } from '../types.ts'

/** A line of a sheet whose due moment has come, with what is known of its answer. Instants are ISO. */
export interface AskedLine {
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
export function answeringOf(lines: readonly AskedLine[]): Answering {
  const answered = lines.filter(({ leftAt, state }) => leftAt !== null && state !== 'returned' && state !== 'withdrawn')
  const inTime = answered.filter(({ late }) => !late)
  const returned = lines.filter(({ wasReturned }) => wasReturned)
  return {
    ...{ due: lines.length, answered: answered.length, inTime: inTime.length, returned: returned.length },
    completeness: share(answered.length, lines.length),
    timeliness: share(inTime.length, lines.length),
    returnRate: share(returned.length, new Set([...answered, ...returned]).size),
  }
}

/** The delay of an acceptor over lines. `hours` measures working hours between instants; `now` ends what still waits. */
export function acceptorDelay(
  lines: readonly AskedLine[],
  hours: (from: string, to: string) => number,
  now: string,
): AcceptorDelay {
  const reached = lines.flatMap(({ leftAt, acceptedAt, state }) =>
    leftAt === null || (state !== 'accepted' && state !== 'signed' && state !== 'submitted')
      ? []
      : [{ leftAt, acceptedAt }],
  )
  const decided = reached.flatMap(({ leftAt, acceptedAt }) => (acceptedAt === null ? [] : [hours(leftAt, acceptedAt)]))
  const waiting = reached.flatMap(({ leftAt, acceptedAt }) => (acceptedAt === null ? [hours(leftAt, now)] : []))
  const sorted = decided.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const median = sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
  const all = [...decided, ...waiting]
  const text = (value: number): string => decimalText(dec(value).toDecimalPlaces(1))
  return {
    ...{ decided: decided.length, waiting: waiting.length },
    medianHours: sorted.length === 0 || median === undefined ? null : text(median),
    worstHours: all.length === 0 ? null : text(Math.max(...all)),
  }
}

/** Periods in which a unit answered nothing of what was due from it, in their order. */
export function silentPeriods(lines: readonly AskedLine[]): string[] {
  const silent: string[] = []
  for (const [periodId, own] of groupBy(lines, (line) => line.periodId)) {
    if (answeringOf(own).answered === 0) silent.push(periodId)
  }
  return silent.sort()
}
