import { type Result, accept, refuse } from '#core/kit'
import { hoursInStates, isProblemOverdue } from '#core/supervision'
import type { Action } from '#core/organisation'
import { type Context, requireRight } from '#app/kit'
import { actingPerson, problemObject } from './acting-person.ts'
import type { EventRow, FileRow, ProblemRow, SupervisionFilter } from './ports.ts'

/** A problem as lists show it. */
export interface ProblemLine extends ProblemRow {
  readonly overdue: boolean
}

/** What a person can do to a problem now; pages show these and nothing else. */
export type ProblemDeed =
  'assign' | 'begin' | 'claim' | 'verify' | 'refuse' | 'close' | 'reopen' | 'askExtension' | 'decideExtension'

/** One problem with its history, its clock and what the reader can do. */
export interface ProblemView {
  readonly problem: ProblemLine
  readonly events: readonly EventRow[]
  readonly files: readonly FileRow[]
  readonly hoursInStates: readonly { readonly state: string; readonly hours: number }[]
  readonly deeds: readonly ProblemDeed[]
}

/** What a list is narrowed to. mine: of the reader's units, or found by the reader. */
export interface ProblemFilters extends SupervisionFilter {
  readonly mine?: boolean
  readonly overdue?: boolean
}

/** Problems of the region, newest first. */
export async function listProblems(context: Context, filters: ProblemFilters): Promise<Result<readonly ProblemLine[]>> {
  const right = requireRight(context, 'problem.read', {})
  if (!right.ok) return right
  const rows = await context.read((stores) => stores.supervision.problems(filters))
  const lines = rows.map((row) => lineOf(context, row))
  return accept(lines.filter((line) => passes(context, line, filters)))
}

function passes(context: Context, line: ProblemLine, { mine, overdue }: ProblemFilters): boolean {
  const { accountId, unitIds } = actingPerson(context)
  const own = line.foundBy === accountId || (line.unitId !== null && unitIds.includes(line.unitId))
  return (mine !== true || own) && (overdue !== true || line.overdue)
}

const lineOf = ({ today }: Context, row: ProblemRow): ProblemLine => ({
  ...row,
  overdue: isProblemOverdue({ ...row, closedAbove: false }, today),
})

/** One problem from finding to closing. */
export async function readProblem(context: Context, input: { problemId: string }): Promise<Result<ProblemView>> {
  return context.read(async (stores) => {
    const problem = await stores.supervision.problem(input.problemId)
    if (problem === null) return refuse('object.notFound')
    const right = requireRight(context, 'problem.read', problemObject(problem))
    if (!right.ok) return right
    const events = await stores.supervision.problemEvents(problem.problemId)
    const files = await stores.supervision.problemFiles(problem.problemId)
    const ended = problem.closedAt ?? context.now
    return accept({
      problem: lineOf(context, problem),
      events,
      files,
      hoursInStates: hoursInStates(events, ended),
      deeds: deedsOf(context, problem),
    })
  })
}

const deeds: readonly (readonly [ProblemDeed, Action, readonly ProblemRow['state'][]])[] = [
  ['assign', 'problem.assign', ['found', 'assigned']],
  ['begin', 'problem.claim', ['assigned']],
  ['claim', 'problem.claim', ['assigned', 'rectifying']],
  ['askExtension', 'problem.claim', ['assigned', 'rectifying']],
  ['verify', 'problem.verify', ['claimed']],
  ['refuse', 'problem.verify', ['claimed']],
  ['close', 'problem.close', ['verified']],
  ['reopen', 'problem.close', ['closed']],
]

/** Right and state together: what would not be refused for want of either. */
export function deedsOf(context: Context, problem: ProblemRow): readonly ProblemDeed[] {
  const object = problemObject(problem)
  const possible = deeds.filter(
    ([, right, states]) => states.includes(problem.state) && requireRight(context, right, object).ok,
  )
  const decides = problem.extension !== null && requireRight(context, 'problem.assign', object).ok
  return [...possible.map(([deed]) => deed), ...(decides ? (['decideExtension'] as const) : [])]
}
