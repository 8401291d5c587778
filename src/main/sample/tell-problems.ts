import { accept, addDays, invariant, type LocalDate } from '#core/kit'
import type { PlanItem } from '#core/plan'
import {
  assignProblem,
  attachProblemFile,
  beginRectification,
  claimRectified,
  closeProblem,
  type ProblemOutcome,
  raiseProblem,
  refuseClaim,
  verifyRectified,
} from '#app/supervision'
import type { Cast } from './cast.ts'
import { momentOf, type SamplePerson, type Stage, told } from './sample-region.ts'
import type { Story } from './story.ts'

type StoryProblem = Story['problems'][number]

/** Tells the problems of the story: found by the inspectors, assigned, put right, claimed, verified by another body, closed. */
export async function tellProblems(stage: Stage, cast: Cast, story: Story, items: readonly PlanItem[]): Promise<void> {
  const inOrder = [...story.problems].sort((a, b) => (a.openedOn < b.openedOn ? -1 : 1))
  for (const problem of inOrder) await tellProblem(stage, cast, problem, { items, today: story.clock.today })
}

/** How far a problem has come by the end of the story, as the number of steps taken. */
const STEPS: Readonly<Record<string, number>> = {
  found: 0,
  assigned: 1,
  rectifying: 2,
  claimed: 3,
  verified: 4,
  closed: 5,
}

async function tellProblem(
  stage: Stage,
  cast: Cast,
  problem: StoryProblem,
  { items, today }: { readonly items: readonly PlanItem[]; readonly today: LocalDate },
): Promise<void> {
  const unitId = cast.unitIds.get(problem.unit)
  const doer = cast.reporters.get(unitId ?? '')
  invariant(unitId && doer, `no people in ${problem.unit}`)
  const item = items.find((one) => one.title === problem.subject)
  const days = daysOf(problem, today)
  const steps = STEPS[problem.stateOn31July] ?? 0
  const finder = stage(cast.inspector, momentOf(problem.openedOn, '11:00'))
  const raised = {
    kind: 'problem',
    title: problem.title,
    detail: '',
    unitId,
    ...(item ? { itemId: item.itemId } : {}),
  } as const
  let now = told(await raiseProblem(finder, raised), `raise ${problem.title}`)
  if (steps < 1) return
  const dueOn = problem.closedOn ?? addDays(problem.openedOn, 45)
  const due = dueOn > today ? dueOn : addDays(problem.openedOn, 45)
  now = told(
    await assignProblem(stage(cast.inspector, momentOf(problem.openedOn, '16:00')), {
      ...now,
      unitId,
      dueOn: due,
      note: '请按期整改。',
    }),
    'assign',
  )
  if (steps < 2) return
  now = told(
    await beginRectification(stage(doer, momentOf(days.begin, '09:30')), { ...now, note: '已制定整改措施。' }),
    'begin',
  )
  now = await tellRefusals(stage, cast, now, { problem, doer, begin: days.begin })
  if (steps < 3) return
  now = await claim(stage, doer, now, problem, { day: days.claim, round: problem.refusedClaims })
  if (steps < 4) return
  now = told(
    await verifyRectified(stage(cast.inspector, momentOf(days.verify, '10:00')), {
      ...now,
      note: `会同${problem.verifier}现场核验，已整改到位。`,
    }),
    'verify',
  )
  if (steps < 5) return
  told(
    await closeProblem(stage(cast.coordinator, momentOf(days.verify, '16:00')), { ...now, note: '予以销号。' }),
    'close',
  )
}

/** Claims that did not hold: each goes back with its reason. */
async function tellRefusals(
  stage: Stage,
  cast: Cast,
  key: { readonly problemId: string; readonly revision: number },
  { problem, doer, begin }: { readonly problem: StoryProblem; readonly doer: SamplePerson; readonly begin: LocalDate },
): Promise<ProblemOutcome> {
  let now: ProblemOutcome = { ...key, state: 'rectifying' }
  for (let refused = 0; refused < problem.refusedClaims; refused += 1) {
    now = await claim(stage, doer, now, problem, { day: addDays(begin, 2 + refused * 3), round: refused })
    const refusal = { ...now, reason: '现场复核，整改不到位，材料与实际不符。' }
    now = told(
      await refuseClaim(stage(cast.inspector, momentOf(addDays(begin, 3 + refused * 3), '10:00')), refusal),
      'refuse',
    )
  }
  return now
}

function daysOf(
  { openedOn, closedOn }: StoryProblem,
  today: LocalDate,
): { begin: LocalDate; claim: LocalDate; verify: LocalDate } {
  const verify = closedOn ?? addDays(today, -2)
  return { begin: addDays(openedOn, 1), claim: addDays(verify, -1), verify }
}

async function claim(
  stage: Stage,
  doer: SamplePerson,
  now: { readonly problemId: string; readonly revision: number },
  problem: StoryProblem,
  { day, round }: { readonly day: LocalDate; readonly round: number },
) {
  const context = stage(doer, momentOf(day, '15:00'))
  const bytes = new TextEncoder().encode(
    `${problem.unit}\n${problem.title}\n第${round + 1}次申请销号：整改前后对照表、验收单。\n`,
  )
  const file = {
    problemId: now.problemId,
    bytes,
    fileName: `整改佐证${round + 1}.txt`,
    typeByContent: () => accept({ mediaType: 'text/plain' }),
  }
  told(await attachProblemFile(context, file), 'attach')
  return told(await claimRectified(context, { ...now, note: '已整改完成，申请销号。' }), `claim ${problem.title}`)
}
