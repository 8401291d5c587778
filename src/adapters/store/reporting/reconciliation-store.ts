import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { ReconciliationRecord, ReconciliationRow, ReconciliationStore } from '#app/reporting'
import type { SettlingAct } from '#core/reporting'
import type { Tables } from '../schema/tables.ts'

type Tx = Transaction<Tables>

const stateSchema = z.enum(['open', 'closed'])
const sideSchema = z.enum(['first', 'second'])
const actSchema = z.discriminatedUnion('act', [
  z.object({
    ...{ act: z.literal('propose'), key: z.string(), at: z.string(), by: z.string() },
    ...{ holds: z.enum(['first', 'second', 'neither']), value: z.string(), reason: z.string() },
  }),
  z.object({ act: z.literal('sign'), key: z.string(), at: z.string(), by: z.string(), side: sideSchema }),
])

function select(tx: Tx, regionId: string) {
  return tx
    .selectFrom('reconciliation as r')
    .innerJoin('plan as p', (join) =>
      join.onRef('p.region_id', '=', 'r.region_id').onRef('p.plan_id', '=', 'r.plan_id'),
    )
    .innerJoin('unit as a', (join) =>
      join.onRef('a.region_id', '=', 'r.region_id').onRef('a.unit_id', '=', 'r.first_unit_id'),
    )
    .innerJoin('unit as b', (join) =>
      join.onRef('b.region_id', '=', 'r.region_id').onRef('b.unit_id', '=', 'r.second_unit_id'),
    )
    .selectAll('r')
    .select(['p.title as plan_title', 'a.name as first_name', 'b.name as second_name'])
    .where('r.region_id', '=', regionId)
}

type Selected = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

const rowOf = (row: Selected): ReconciliationRow => ({
  reconciliationId: row.reconciliation_id,
  planId: row.plan_id,
  planTitle: row.plan_title,
  cadenceId: row.cadence_id,
  name: row.name,
  periodId: row.period_id,
  firstUnitId: row.first_unit_id,
  firstUnitName: row.first_name,
  secondUnitId: row.second_unit_id,
  secondUnitName: row.second_name,
  figureUnit: row.figure_unit,
  dueOn: row.due_on,
  state: stateSchema.parse(row.state),
  openedAt: row.opened_at,
  closedAt: row.closed_at,
})

/** Reconciliations in PostgreSQL. */
export function reconciliationStore(tx: Tx, regionId: string): ReconciliationStore {
  const one = (reconciliationId: string) => select(tx, regionId).where('r.reconciliation_id', '=', reconciliationId)
  return {
    async rounds(planId) {
      const all = select(tx, regionId).orderBy('r.opened_at', 'desc').orderBy('r.reconciliation_id', 'desc')
      const rows = await (planId === undefined ? all : all.where('r.plan_id', '=', planId)).execute()
      return rows.map(rowOf)
    },
    async round(reconciliationId) {
      const row = await one(reconciliationId).executeTakeFirst()
      return row ? rowOf(row) : null
    },
    async holdRound(reconciliationId) {
      const row = await one(reconciliationId).forUpdate('r').executeTakeFirst()
      return row ? rowOf(row) : null
    },
    record: (reconciliationId) => readRecord(tx, regionId, reconciliationId),
    ...writes(tx, regionId),
  }
}

async function readRecord(tx: Tx, regionId: string, reconciliationId: string): Promise<ReconciliationRecord> {
  const figures = await tx
    .selectFrom('reconciliation_figure as f')
    .leftJoin('account as a', (join) =>
      join.onRef('a.region_id', '=', 'f.region_id').onRef('a.account_id', '=', 'f.by'),
    )
    .select(['f.side', 'f.key', 'f.label', 'f.value', 'f.carried_from as carriedFrom', 'f.at', 'a.display_name'])
    .where('f.region_id', '=', regionId)
    .where('f.reconciliation_id', '=', reconciliationId)
    .orderBy('f.entry_no')
    .execute()
  const acts = await tx
    .selectFrom('reconciliation_act as f')
    .leftJoin('account as a', (join) =>
      join.onRef('a.region_id', '=', 'f.region_id').onRef('a.account_id', '=', 'f.by'),
    )
    .select(['f.act', 'f.key', 'f.side', 'f.holds', 'f.value', 'f.reason', 'f.at', 'f.by', 'a.display_name'])
    .where('f.region_id', '=', regionId)
    .where('f.reconciliation_id', '=', reconciliationId)
    .orderBy('f.act_no')
    .execute()
  return {
    figures: figures.map(({ display_name: byName, side, ...row }) => ({
      ...{ ...row, side: sideSchema.parse(side), byName: byName ?? '' },
    })),
    acts: acts.map(({ display_name: byName, ...row }) => ({ ...actSchema.parse(row), byName: byName ?? '' })),
  }
}

function writes(
  tx: Tx,
  region_id: string,
): Pick<ReconciliationStore, 'addRound' | 'closeRound' | 'addFigures' | 'addAct'> {
  return {
    async addRound(row) {
      const added = await tx
        .insertInto('reconciliation')
        .values({
          ...{ region_id, reconciliation_id: row.reconciliationId, plan_id: row.planId, cadence_id: row.cadenceId },
          ...{ name: row.name, period_id: row.periodId, first_unit_id: row.firstUnitId },
          ...{ second_unit_id: row.secondUnitId, figure_unit: row.figureUnit, due_on: row.dueOn, state: 'open' },
          ...{ opened_at: row.at, opened_by: row.by },
        })
        .onConflict((conflict) => conflict.columns(['region_id', 'plan_id', 'name', 'period_id']).doNothing())
        .executeTakeFirst()
      return Number(added.numInsertedOrUpdatedRows ?? 0) === 1
    },
    async closeRound({ reconciliationId, at, by }) {
      await tx
        .updateTable('reconciliation')
        .set({ state: 'closed', closed_at: at, closed_by: by })
        .where('region_id', '=', region_id)
        .where('reconciliation_id', '=', reconciliationId)
        .execute()
    },
    async addFigures(reconciliation_id, figures, by) {
      if (figures.length === 0) return
      const first = await nextOf(tx, region_id, 'reconciliation_figure', reconciliation_id)
      const rows = figures.map(({ carriedFrom: carried_from, ...figure }, index) => ({
        ...{ region_id, reconciliation_id, entry_no: first + index, carried_from, by, ...figure },
      }))
      await tx.insertInto('reconciliation_figure').values(rows).execute()
    },
    async addAct(reconciliation_id, act) {
      const act_no = await nextOf(tx, region_id, 'reconciliation_act', reconciliation_id)
      await tx
        .insertInto('reconciliation_act')
        .values({ region_id, reconciliation_id, act_no, ...columnsOf(act) })
        .execute()
    },
  }
}

function columnsOf(act: SettlingAct) {
  const { key, at, by } = act
  return act.act === 'sign'
    ? { act: act.act, key, side: act.side, reason: '', at, by }
    : { act: act.act, key, holds: act.holds, value: act.value, reason: act.reason, at, by }
}

/** The next place in a round's record; the round's row is held, which keeps the numbers apart. */
async function nextOf(
  tx: Tx,
  regionId: string,
  table: 'reconciliation_figure' | 'reconciliation_act',
  reconciliationId: string,
): Promise<number> {
  const column = sql.ref(table === 'reconciliation_figure' ? 'entry_no' : 'act_no')
  const row = await tx
    .selectFrom(table)
    .select(sql<number>`coalesce(max(${column}), 0)`.as('last'))
    .where('region_id', '=', regionId)
    .where('reconciliation_id', '=', reconciliationId)
    .executeTakeFirst()
  return Number(row?.last ?? 0) + 1
}
