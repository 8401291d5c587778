import { type Result, accept, periodOf, previousPeriod, refuse } from '#core/kit'
import type { Dimension, LeagueKind, ScoreSheet } from '#core/scoring'
import { type Context, requireRight, type Stores } from '#app/kit'
import { loadLeagueObjects } from './league-objects.ts'
import type { RunDetail, RunRow, SchemeRow } from './ports.ts'
import { schemeFor } from './publish-scheme.ts'

/** One judged object in a league's table. */
export interface ScoreLine extends Pick<ScoreSheet, 'objectId' | 'total' | 'rank' | 'rankNote' | 'metrics'> {
  readonly name: string
}

/** A league; `ranked` false where it is too small. */
export interface LeagueTable {
  readonly league: LeagueKind
  readonly ranked: boolean
  readonly lines: readonly ScoreLine[]
}

/** The page of scores: the chosen evaluation, those before it, the scheme, and what can be evaluated. */
export interface ScoresView {
  readonly plan: { readonly planId: string; readonly title: string } | null
  readonly runs: readonly RunRow[]
  readonly run: RunRow | null
  readonly dimensions: readonly Dimension[]
  readonly smallestLeague: number
  readonly leagues: readonly LeagueTable[]
  readonly schemes: readonly Omit<SchemeRow, 'scheme'>[]
  /** The last quarter that is over, where it is not evaluated yet. */
  readonly due: { readonly periodId: string; readonly hasScheme: boolean; readonly panelScores: number } | null
  readonly may: { readonly run: boolean; readonly publishScheme: boolean }
}

/** Scores of a plan (the newest one by default) in one evaluation (the newest one by default). */
export async function readScores(
  context: Context,
  input: { readonly planId?: string | undefined; readonly runId?: string | undefined },
): Promise<Result<ScoresView>> {
  const right = requireRight(context, 'score.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const plans = await stores.insight.plans()
    const plan = plans.find(({ planId }) => input.planId === undefined || planId === input.planId)
    if (!plan) return input.planId === undefined ? accept(nothingYet(context)) : refuse('object.notFound')
    const { planId, title } = plan
    const runs = await stores.scoring.runs(planId)
    const chosen = input.runId ?? runs[0]?.runId
    const run = chosen === undefined ? null : await stores.scoring.run(chosen)
    if (input.runId !== undefined && run?.planId !== planId) return refuse('object.notFound')
    const schemes = await stores.scoring.schemes(planId)
    return accept({
      ...nothingYet(context),
      ...{ plan: { planId, title }, runs, schemes: schemes.map(({ scheme: _scheme, ...row }) => row) },
      ...(run ? await judged(stores, run, schemes) : {}),
      due: await dueQuarter(context, stores, planId, { runs, schemes }),
    })
  })
}

function nothingYet(context: Context): ScoresView {
  return {
    ...{ plan: null, runs: [], run: null, dimensions: [], smallestLeague: 0, leagues: [], schemes: [], due: null },
    may: {
      run: requireRight(context, 'score.run', {}).ok,
      publishScheme: requireRight(context, 'scheme.publish', {}).ok,
    },
  }
}

async function judged(
  stores: Stores,
  run: RunDetail,
  schemes: readonly SchemeRow[],
): Promise<Pick<ScoresView, 'run' | 'dimensions' | 'smallestLeague' | 'leagues'>> {
  const scheme = schemes.find(({ version }) => version === run.schemeVersion)?.scheme
  const names = new Map((await loadLeagueObjects(stores, run.planId))?.map(({ objectId, name }) => [objectId, name]))
  const { inputs: _inputs, result, ...row } = run
  const leagues = [...new Set(result.sheets.map(({ league }) => league))].map((league): LeagueTable => {
    const sheets = result.sheets.filter((sheet) => sheet.league === league)
    const lines = sheets.map(({ objectId, total, rank, rankNote, metrics }) => ({
      ...{ objectId, total, rank, rankNote, metrics },
      name: names.get(objectId) ?? '',
    }))
    return { league, ranked: sheets.some(({ rank }) => rank !== null), lines }
  })
  return { run: row, dimensions: scheme?.dimensions ?? [], smallestLeague: scheme?.smallestLeague ?? 0, leagues }
}

async function dueQuarter(
  context: Context,
  stores: Stores,
  planId: string,
  { runs, schemes }: Pick<ScoresView, 'runs'> & { readonly schemes: readonly SchemeRow[] },
): Promise<ScoresView['due']> {
  const { id: periodId } = previousPeriod(periodOf('quarter', context.today))
  if (runs.some((run) => run.periodId === periodId)) return null
  const panelScores = (await stores.scoring.panelScores(planId, periodId)).length
  return { periodId, hasScheme: schemeFor(schemes, periodId) !== null, panelScores }
}
