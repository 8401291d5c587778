import { addWorkdays, countWorkdays, isWorkday } from '#core/kit'
import type { LocalDate, WorkCalendar } from '#core/kit'
import type { ScheduledNode } from './schedule.ts'
import type { StageTemplate } from './stage-templates.data.ts'

/** What a backward schedule is worked out from. */
export interface BackwardInput {
  readonly deadline: LocalDate
  /** First day on which work may begin; null = any. */
  readonly start: LocalDate | null
  readonly today: LocalDate
  readonly stages: readonly StageTemplate[]
  readonly calendar: WorkCalendar
}

/** Why a schedule that was worked out backwards cannot be kept as it stands. */
export interface ScheduleFinding {
  /** A node before today · a node before the first day of work · work would have had to begin earlier than is possible. */
  readonly code: 'nodePast' | 'nodeBeforeStart' | 'beginsTooEarly'
  readonly label: string
  readonly due: LocalDate
  /** Working days that are missing. */
  readonly workdays: number
}

/** Nodes worked out backwards from a deadline. */
export interface BackwardSchedule {
  /** The day on which work has to begin. */
  readonly begins: LocalDate
  readonly nodes: readonly ScheduledNode[]
  readonly findings: readonly ScheduleFinding[]
}

/**
 * 倒排工期: the last stage ends on the deadline, or on the last working day before it; each earlier one ends as many working days before
 * as the stage after it takes. What cannot be kept is said, not moved: people decide whether stages are shortened or side by side.
 */
export function backwardSchedule(input: BackwardInput): BackwardSchedule {
  const { calendar, stages } = input
  let due = isWorkday(calendar, input.deadline) ? input.deadline : addWorkdays(calendar, input.deadline, -1)
  const nodes: ScheduledNode[] = []
  for (const stage of stages.toReversed()) {
    nodes.unshift({ label: stage.label, due, output: stage.output, weight: stage.weight })
    due = addWorkdays(calendar, due, -stage.workdays)
  }
  const begins = stages.length === 0 ? input.deadline : addWorkdays(calendar, due, 1)
  return { begins, nodes, findings: findingsOf(input, begins, nodes) }
}

function findingsOf(
  { today, start, calendar }: BackwardInput,
  begins: LocalDate,
  nodes: readonly ScheduledNode[],
): ScheduleFinding[] {
  const missing = (day: LocalDate, earliest: LocalDate): number => countWorkdays(calendar, day, earliest) - 1
  const earliest = start !== null && start > today ? start : today
  const late = nodes.filter(({ due }) => due < earliest)
  const first = nodes[0]
  const tooEarly = first !== undefined && begins < earliest
  return [
    ...(tooEarly
      ? [{ code: 'beginsTooEarly' as const, label: first.label, due: begins, workdays: missing(begins, earliest) }]
      : []),
    ...late.map(({ label, due }) => ({
      code: due < today ? ('nodePast' as const) : ('nodeBeforeStart' as const),
      label,
      due,
      workdays: missing(due, earliest),
    })),
  ]
}
