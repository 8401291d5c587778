import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { PanelScoreRow, SchemeRow, ScoringStore } from '#app/scoring'
import type { Scheme } from '#core/scoring'
import type { Tables } from '../schema/tables.ts'
import { readConduct, readOrderDuties } from './duty-rows.ts'
import { readLeagueSources } from './league-sources.ts'
import { readCorrectionFacts, readOrderFacts, readProblemFacts, readReportFacts } from './record-facts.ts'
import { addRun, readRun, readRuns } from './run-rows.ts'

type Tx = Transaction<Tables>

const schemeSchema = z.custom<Scheme>(
  (value) => typeof value === 'object' && value !== null && 'dimensions' in value && 'leagues' in value,
)

/** Schemes, panels and evaluations in PostgreSQL. */
export function scoringStore(tx: Tx, regionId: string): ScoringStore {
  return {
    schemes: (planId) => readSchemes(tx, regionId, planId),
    addScheme: (row) => addScheme(tx, regionId, row),
    leagueSources: (planId) => readLeagueSources(tx, regionId, planId),
    panelScores: (planId, periodId) => readPanelScores(tx, regionId, planId, periodId),
    savePanelScore: (row) => savePanelScore(tx, regionId, row),
    async takeTurn(planId) {
      const plan = tx.selectFrom('plan').select('plan_id').where('region_id', '=', regionId)
      await plan.where('plan_id', '=', planId).forUpdate().execute()
    },
    runs: (planId) => readRuns(tx, regionId, planId),
    run: (runId) => readRun(tx, regionId, runId),
    addRun: (row) => addRun(tx, regionId, row),
    conduct: (planId, within) => readConduct(tx, regionId, planId, within),
    orderDuties: (planId, within, knownAt) => readOrderDuties(tx, regionId, planId, within, knownAt),
    reportFacts: (ids) => readReportFacts(tx, regionId, ids),
    correctionFacts: (ids) => readCorrectionFacts(tx, regionId, ids),
    problemFacts: (ids) => readProblemFacts(tx, regionId, ids),
    orderFacts: (ids) => readOrderFacts(tx, regionId, ids),
  }
}

async function readSchemes(tx: Tx, regionId: string, planId: string): Promise<readonly SchemeRow[]> {
  const rows = await tx
    .selectFrom('scheme')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('plan_id', '=', planId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    schemeId: row.scheme_id,
    version: row.version,
    planId: row.plan_id,
    scheme: schemeSchema.parse(row.body),
    hash: row.hash,
    effectiveFrom: row.effective_from,
    publishedAt: row.published_at,
  }))
}

async function addScheme(tx: Tx, region_id: string, row: Parameters<ScoringStore['addScheme']>[0]): Promise<boolean> {
  const added = await tx
    .insertInto('scheme')
    .values({
      ...{ region_id, scheme_id: row.schemeId, version: row.version, plan_id: row.planId, hash: row.hash },
      ...{ body: JSON.stringify(row.scheme), effective_from: row.effectiveFrom },
      ...{ published_at: row.publishedAt, published_by: row.by },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(added.numInsertedOrUpdatedRows ?? 0) === 1
}

/** In a fixed order, so that the same sheets give the same inputs. */
async function readPanelScores(
  tx: Tx,
  regionId: string,
  planId: string,
  periodId: string,
): Promise<readonly PanelScoreRow[]> {
  const rows = await tx
    .selectFrom('panel_score')
    .select(['metric_id', 'object_id', 'member_id', 'score', 'note'])
    .where('region_id', '=', regionId)
    .where('plan_id', '=', planId)
    .where('evaluation_period', '=', periodId)
    .orderBy('object_id')
    .orderBy('metric_id')
    .orderBy('member_id')
    .execute()
  return rows.map((row) => ({
    metricId: row.metric_id,
    objectId: row.object_id,
    memberId: row.member_id,
    score: row.score,
    note: row.note,
  }))
}

async function savePanelScore(
  tx: Tx,
  region_id: string,
  row: Parameters<ScoringStore['savePanelScore']>[0],
): Promise<void> {
  const said = { score: row.score, abstained: row.score === null, note: row.note, given_at: row.at }
  const key = { region_id, plan_id: row.planId, evaluation_period: row.periodId }
  await tx
    .insertInto('panel_score')
    .values({ ...key, metric_id: row.metricId, object_id: row.objectId, member_id: row.memberId, ...said })
    .onConflict((conflict) =>
      conflict
        .columns(['region_id', 'plan_id', 'evaluation_period', 'metric_id', 'object_id', 'member_id'])
        .doUpdateSet(said),
    )
    .execute()
}
