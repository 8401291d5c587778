import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { RunDetail, RunResult, RunRow, ScoringStore } from '#app/scoring'
import type { ScoreInput } from '#core/scoring'
import type { Tables } from '../schema/tables.ts'

type Tx = Transaction<Tables>

const inputsSchema = z.array(
  z.custom<ScoreInput>(
    (value) => typeof value === 'object' && value !== null && 'objectId' in value && 'duties' in value,
  ),
)
const resultSchema = z.custom<RunResult>(
  (value) => typeof value === 'object' && value !== null && 'sheets' in value && Array.isArray(value.sheets),
)

function selectRuns(tx: Tx, regionId: string) {
  return tx
    .selectFrom('score_run as r')
    .leftJoin('account as a', (join) =>
      join.onRef('a.region_id', '=', 'r.region_id').onRef('a.account_id', '=', 'r.run_by'),
    )
    .select(['r.run_id', 'r.plan_id', 'r.scheme_id', 'r.scheme_version', 'r.evaluation_period'])
    .select(['r.result_hash', 'r.seal_head', 'r.run_at', 'a.display_name'])
    .where('r.region_id', '=', regionId)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRuns>['execute']>>[number]

const runRow = (row: Row): RunRow => ({
  runId: row.run_id,
  planId: row.plan_id,
  schemeId: row.scheme_id,
  schemeVersion: row.scheme_version,
  periodId: row.evaluation_period,
  resultHash: row.result_hash,
  sealHead: row.seal_head,
  runAt: row.run_at,
  runByName: row.display_name ?? '',
})

/** Evaluations of a plan, newest quarter first, without what they hold. */
export async function readRuns(tx: Tx, regionId: string, planId: string): Promise<readonly RunRow[]> {
  const rows = await selectRuns(tx, regionId)
    .where('r.plan_id', '=', planId)
    .orderBy('r.evaluation_period', 'desc')
    .orderBy('r.run_at', 'desc')
    .execute()
  return rows.map(runRow)
}

/** One evaluation with inputs and result. */
export async function readRun(tx: Tx, regionId: string, runId: string): Promise<RunDetail | null> {
  const row = await selectRuns(tx, regionId)
    .select(['r.inputs', 'r.result'])
    .where('r.run_id', '=', runId)
    .executeTakeFirst()
  return row ? { ...runRow(row), inputs: inputsSchema.parse(row.inputs), result: resultSchema.parse(row.result) } : null
}

/** Keeps an evaluation; nothing of it is ever changed. */
export async function addRun(tx: Tx, region_id: string, run: Parameters<ScoringStore['addRun']>[0]): Promise<void> {
  await tx
    .insertInto('score_run')
    .values({
      ...{ region_id, run_id: run.runId, plan_id: run.planId, scheme_id: run.schemeId },
      ...{ scheme_version: run.schemeVersion, evaluation_period: run.periodId },
      ...{ inputs: JSON.stringify(run.inputs), result: JSON.stringify(run.result) },
      ...{ result_hash: run.resultHash, seal_head: run.sealHead, run_at: run.runAt, run_by: run.by },
    })
    .execute()
}
