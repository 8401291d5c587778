import { type Period, type Result, accept, parsePeriod, periodById, refuse } from '#core/kit'
import { evaluate, recompute } from '#core/scoring'
import { type Context, requireRight, type Stores } from '#app/kit'
import { gatherInputs } from './gather-inputs.ts'
import type { RunDetail, RunResult } from './ports.ts'
import { canonicalText, schemeFor } from './publish-scheme.ts'

/**
 * Evaluates a quarter of a plan by the scheme published before it: gathers what the seals, panel sheets, problems and orders say, and
 * keeps inputs, result and hashes together. A quarter is evaluated once; it can be recomputed at any time.
 */
export async function runEvaluation(
  context: Context,
  input: { readonly planId: string; readonly periodId: string },
): Promise<Result<{ runId: string; resultHash: string }>> {
  const right = requireRight(context, 'score.run', {})
  if (!right.ok) return right
  const quarter = parsePeriod(input.periodId)
  if (quarter?.kind !== 'quarter') return refuse('score.periodUnknown', {}, 'periodId')
  if (context.today <= quarter.last) return refuse('score.periodNotOver', { period: quarter.id })
  return context.transact(async (stores) => {
    await stores.scoring.takeTurn(input.planId)
    if ((await stores.scoring.runs(input.planId)).some((run) => run.periodId === quarter.id))
      return refuse('score.alreadyRun')
    const made = await makeRun(context, stores, input.planId, quarter)
    if (!made.ok) return made
    const { runId, resultHash, sealHead, schemeVersion } = made.value
    await stores.scoring.addRun({ ...made.value, by: context.actor.accountId })
    const body = { planId: input.planId, periodId: quarter.id, schemeVersion, resultHash, sealHead }
    await stores.audit.record({ action: 'score.run', objectKind: 'scoreRun', objectId: runId, body })
    return accept({ runId, resultHash })
  })
}

async function makeRun(
  context: Context,
  stores: Stores,
  planId: string,
  quarter: Period,
): Promise<Result<Omit<RunDetail, 'runByName'>>> {
  const published = schemeFor(await stores.scoring.schemes(planId), quarter.id)
  if (!published) return refuse('scheme.notPublished')
  const seal = await lastSealOf(stores, planId, quarter)
  if (!seal.ok) return seal
  const inputs = await gatherInputs(context, stores, { planId, quarter, sealSeq: seal.value.seq })
  if (!inputs) return refuse('object.notFound')
  const { schemeId, version: schemeVersion, scheme, hash: schemeHash } = published
  const result: RunResult = {
    schemeHash,
    inputsHash: context.sha256(canonicalText(inputs)),
    sheets: evaluate(scheme, inputs, quarter.id),
  }
  return accept({
    ...{ runId: context.newId(), planId, schemeId, schemeVersion, periodId: quarter.id, inputs, result },
    resultHash: context.sha256(canonicalText(result)),
    ...{ sealHead: seal.value.hash, runAt: context.now },
  })
}

/** The last seal of the quarter; refused while a period of it is open or closed but not sealed. */
async function lastSealOf(
  stores: Stores,
  planId: string,
  quarter: Period,
): Promise<Result<{ seq: number; hash: string }>> {
  const inQuarter = ({ periodId }: { readonly periodId: string }): boolean => {
    const { last } = periodById(periodId)
    return last >= quarter.first && last <= quarter.last
  }
  let unsealed = 0
  for (const { cadenceId, planId: own } of await stores.reports.cadences()) {
    if (own !== planId) continue
    const periods = await stores.reports.periods(cadenceId)
    unsealed += periods.filter((period) => inQuarter(period) && period.state !== 'sealed').length
  }
  if (unsealed > 0) return refuse('score.notSealed', { count: unsealed })
  const seal = (await stores.insight.frame(planId))?.seals.filter(inQuarter).at(-1)
  return seal ? accept(seal) : refuse('score.nothingSealed')
}

/** What recomputing a kept evaluation shows. */
export interface Recomputed {
  readonly resultHash: string
  readonly recomputedHash: string
  /** The same rules on the kept inputs give the same digits. */
  readonly sameResult: boolean
  /** Gathering the inputs from seals and records again gives the same inputs. */
  readonly sameInputs: boolean
  /** Every sheet follows from its own trail. */
  readonly faults: readonly {
    readonly objectId: string
    readonly metricId: string | null
    readonly shown: string
    readonly recomputed: string
  }[]
}

/** Recomputes an evaluation three ways: rules on kept inputs, inputs from the seals, each sheet from its own trail. */
export async function recomputeRun(context: Context, input: { readonly runId: string }): Promise<Result<Recomputed>> {
  const right = requireRight(context, 'score.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const run = await stores.scoring.run(input.runId)
    const schemes = run ? await stores.scoring.schemes(run.planId) : []
    const scheme = schemes.find(({ version }) => version === run?.schemeVersion)?.scheme
    if (!run || !scheme) return refuse('object.notFound')
    const result: RunResult = {
      schemeHash: context.sha256(canonicalText(scheme)),
      inputsHash: context.sha256(canonicalText(run.inputs)),
      sheets: evaluate(scheme, run.inputs, run.periodId),
    }
    const recomputedHash = context.sha256(canonicalText(result))
    const faults = run.result.sheets.flatMap((sheet) =>
      recompute(scheme, sheet).map((fault) => ({ objectId: sheet.objectId, ...fault })),
    )
    const sameInputs = await gathersTheSame(context, stores, run)
    const { resultHash } = run
    return accept({ resultHash, recomputedHash, sameResult: recomputedHash === resultHash, sameInputs, faults })
  })
}

async function gathersTheSame(context: Context, stores: Stores, run: RunDetail): Promise<boolean> {
  const seal = (await stores.insight.frame(run.planId))?.seals.find(({ hash }) => hash === run.sealHead)
  if (!seal) return false
  const ask = { planId: run.planId, quarter: periodById(run.periodId), sealSeq: seal.seq }
  const inputs = await gatherInputs(context, stores, ask)
  return inputs !== null && canonicalText(inputs) === canonicalText(run.inputs)
}
