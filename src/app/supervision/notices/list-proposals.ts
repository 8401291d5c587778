import { type LocalDate, type Result, accept, daysBetween, localDateAt } from '#core/kit'
import { type MeasureProposal, type MatterPlace, proposeMeasure } from '#core/supervision'
import { type Context, requireRight } from '#app/kit'

/** What a person may want to decide about a unit, and the facts that speak for it. Nothing follows from it by itself. */
export interface ProposalLine extends MeasureProposal {
  readonly unitName: string
  readonly subject: string
  readonly place: MatterPlace
  readonly warnedOn: LocalDate | null
  readonly refusedClaims: number
  readonly reopened: number
}

/** Proposals of interview and listing, with grounds: matters whose warning stayed without effect, problems that came back. */
export async function listProposals(context: Context): Promise<Result<readonly ProposalLine[]>> {
  const right = requireRight(context, 'order.issue', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const matters = (await stores.notices.openMatters(context.now)).filter(({ unitId }) => unitId !== null)
    const reached = await stores.notices.reached(matters.map(({ key }) => key))
    const warned = new Map(
      reached.filter(({ level }) => level === 'warning').map((row) => [row.matterKey, row.reachedAt]),
    )
    const problems = new Map((await stores.supervision.problems({ open: true })).map((row) => [row.problemId, row]))
    return accept(
      matters.flatMap(({ key, unitName, subject, place }) => {
        const at = warned.get(key)
        const warnedOn = at === undefined ? null : localDateAt(at, context.timeZone)
        const { refusedClaims = 0, reopened = 0 } = problems.get(place.id) ?? {}
        const daysSinceWarning = warnedOn === null ? null : daysBetween(warnedOn, context.today)
        const proposal = proposeMeasure({ daysSinceWarning, refusedClaims, reopened })
        return proposal === null ? [] : [{ ...proposal, unitName, subject, place, warnedOn, refusedClaims, reopened }]
      }),
    )
  })
}
