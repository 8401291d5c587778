import { type Result, accept, parsePeriod, periodOf, previousPeriod, refuse } from '#core/kit'
import { checkPanelEntry, type LeagueKind, type Metric } from '#core/scoring'
import { type Context, requireRight } from '#app/kit'
import { type LeagueObject, leagueObjects, loadLeagueObjects } from './league-objects.ts'
import type { PanelScoreRow } from './ports.ts'
import { schemeFor } from './publish-scheme.ts'

/** A member's sheet: objects by metrics with their guidance, and what the member has said so far. Others' scores are not shown. */
export interface PanelSheet {
  readonly planId: string
  readonly planTitle: string
  readonly periodId: string
  /** Evaluated already: nothing can be changed any more. */
  readonly closed: boolean
  /** No scheme judges this quarter. */
  readonly hasScheme: boolean
  readonly metrics: readonly Metric[]
  readonly objects: readonly {
    readonly objectId: string
    readonly league: LeagueKind
    readonly name: string
    readonly may: boolean
  }[]
  readonly scores: readonly Omit<PanelScoreRow, 'memberId'>[]
}

/** The judged unit for the right "not inside that unit"; a task force without an office has none. */
const placeOf = (planId: string, { unitId }: Pick<LeagueObject, 'unitId'>) => ({ planId, unitId: unitId ?? '' })

/** The panel sheet of whoever asks, for a quarter of a plan that he is appointed to; by default the last quarter that is over. */
export async function readPanelSheet(
  context: Context,
  input: { readonly planId?: string | undefined; readonly periodId?: string | undefined },
): Promise<Result<PanelSheet>> {
  const appointed = context.actor.roles.find(
    ({ role, planId }) => role === 'panelMember' && planId !== undefined,
  )?.planId
  const planId = input.planId ?? appointed ?? ''
  const right = requireRight(context, 'panel.score', placeOf(planId, { unitId: null }))
  if (!right.ok) return right
  const periodId = input.periodId ?? previousPeriod(periodOf('quarter', context.today)).id
  if (parsePeriod(periodId)?.kind !== 'quarter') return refuse('score.periodUnknown', {}, 'periodId')
  return context.read(async (stores) => {
    const sources = await stores.scoring.leagueSources(planId)
    if (!sources) return refuse('object.notFound')
    const objects = leagueObjects(sources, await stores.organisation.units())
    const scheme = schemeFor(await stores.scoring.schemes(planId), periodId)?.scheme
    const scores = await stores.scoring.panelScores(planId, periodId)
    const metrics = scheme?.dimensions.flatMap((dimension) => dimension.metrics) ?? []
    return accept({
      ...{ planId, planTitle: sources.planTitle, periodId, hasScheme: scheme !== undefined },
      closed: (await stores.scoring.runs(planId)).some((run) => run.periodId === periodId),
      metrics: metrics.filter(({ rule }) => rule === 'panel'),
      objects: objects.map((object) => {
        const { objectId, league, name } = object
        return { objectId, league, name, may: requireRight(context, 'panel.score', placeOf(planId, object)).ok }
      }),
      scores: scores
        .filter(({ memberId }) => memberId === context.actor.accountId)
        .map(({ metricId, objectId, score, note }) => ({ metricId, objectId, score, note })),
    })
  })
}

/** One line of a panel sheet as typed. */
export interface PanelInput {
  readonly planId: string
  readonly periodId: string
  readonly metricId: string
  readonly objectId: string
  readonly score: string | null
  readonly abstained: boolean
  readonly note: string
}

/** Gives a score or abstains, after the quarter and before its evaluation; never for a unit in which the member works. */
export async function givePanelScore(context: Context, input: PanelInput): Promise<Result<true>> {
  const { planId, periodId, metricId, objectId, note } = input
  const first = requireRight(context, 'panel.score', placeOf(planId, { unitId: null }))
  if (!first.ok) return first
  const entry = checkPanelEntry(input)
  if (!entry.ok) return entry
  const quarter = parsePeriod(periodId)
  if (quarter?.kind !== 'quarter') return refuse('score.periodUnknown', {}, 'periodId')
  if (context.today <= quarter.last) return refuse('panel.periodNotOver')
  return context.transact(async (stores) => {
    const object = (await loadLeagueObjects(stores, planId))?.find((one) => one.objectId === objectId)
    const scheme = schemeFor(await stores.scoring.schemes(planId), periodId)?.scheme
    const metrics = scheme?.dimensions.flatMap((dimension) => dimension.metrics) ?? []
    if (!object || !metrics.some((metric) => metric.metricId === metricId && metric.rule === 'panel'))
      return scheme ? refuse('score.objectUnknown', {}, 'objectId') : refuse('scheme.notPublished')
    const right = requireRight(context, 'panel.score', placeOf(planId, object))
    if (!right.ok) return right
    await stores.scoring.takeTurn(planId)
    if ((await stores.scoring.runs(planId)).some((run) => run.periodId === periodId)) return refuse('panel.closed')
    const memberId = context.actor.accountId
    const row = {
      planId,
      periodId,
      metricId,
      objectId,
      memberId,
      score: entry.value,
      note: note.trim(),
      at: context.now,
    }
    await stores.scoring.savePanelScore(row)
    const body = { planId, periodId, metricId, score: entry.value }
    await stores.audit.record({ action: 'panel.score', objectKind: 'panelScore', objectId, body })
    return accept(true as const)
  })
}
