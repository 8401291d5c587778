import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { AccountCorrectionRow, YearsStore } from '#app/plan'
import type { AccountLine } from '#core/plan'
import type { Tables } from '../schema/tables.ts'

type Tx = Transaction<Tables>

const linkState = z.enum(['confirmed', 'refused'])
/** Our own lines, written once when the account was closed. */
const linesSchema = z.custom<readonly AccountLine[]>((value) => Array.isArray(value))

/** What binds the plans of several years, in PostgreSQL. */
export function yearsStore(tx: Tx, regionId: string): YearsStore {
  return { ...linkPart(tx, regionId), ...accountPart(tx, regionId), ...correctionPart(tx, regionId) }
}

function linkPart(tx: Tx, region_id: string): Pick<YearsStore, 'links' | 'saveLink' | 'unsealedPeriods'> {
  return {
    async links() {
      const rows = await tx
        .selectFrom('item_link')
        .select(['earlier_item_id as earlierItemId', 'later_item_id as laterItemId', 'state'])
        .where('region_id', '=', region_id)
        .execute()
      return rows.map((row) => ({ ...row, state: linkState.parse(row.state) }))
    },
    async saveLink({ earlierItemId, laterItemId, state, at, by }) {
      const decided = { state, decided_at: at, decided_by: by }
      await tx
        .insertInto('item_link')
        .values({ region_id, earlier_item_id: earlierItemId, later_item_id: laterItemId, ...decided })
        .onConflict((conflict) =>
          conflict.columns(['region_id', 'earlier_item_id', 'later_item_id']).doUpdateSet(decided),
        )
        .execute()
    },
    async unsealedPeriods(planId) {
      const row = await tx
        .selectFrom('period as p')
        .innerJoin('cadence as c', (join) =>
          join.onRef('c.region_id', '=', 'p.region_id').onRef('c.cadence_id', '=', 'p.cadence_id'),
        )
        .select(({ fn }) => fn.countAll().as('count'))
        .where('p.region_id', '=', region_id)
        .where('c.plan_id', '=', planId)
        .where('p.state', '<>', 'sealed')
        .executeTakeFirstOrThrow()
      return Number(row.count)
    },
  }
}

function accountPart(
  tx: Tx,
  region_id: string,
): Pick<YearsStore, 'closedAccounts' | 'closeAccount' | 'reasons' | 'saveReason'> {
  return {
    async closedAccounts(planId) {
      const rows = await tx
        .selectFrom('final_account as f')
        .leftJoin('account as a', (join) =>
          join.onRef('a.region_id', '=', 'f.region_id').onRef('a.account_id', '=', 'f.closed_by'),
        )
        .select(['f.campaign_no', 'f.body', 'f.seal_seq', 'f.closed_at', 'a.display_name'])
        .where('f.region_id', '=', region_id)
        .where('f.plan_id', '=', planId)
        .orderBy('f.campaign_no')
        .execute()
      return rows.map((row) => ({
        campaignNo: row.campaign_no,
        lines: linesSchema.parse(row.body),
        sealSeq: row.seal_seq,
        closedAt: row.closed_at,
        closedByName: row.display_name ?? '',
      }))
    },
    async closeAccount({ planId, campaignNo, lines, sealSeq, at, by }) {
      const added = await tx
        .insertInto('final_account')
        .values({
          ...{ region_id, plan_id: planId, campaign_no: campaignNo, seal_seq: sealSeq },
          ...{ body: JSON.stringify(lines), closed_at: at, closed_by: by },
        })
        .onConflict((conflict) => conflict.columns(['region_id', 'plan_id', 'campaign_no']).doNothing())
        .executeTakeFirst()
      return Number(added.numInsertedOrUpdatedRows ?? 0) === 1
    },
    async reasons(planId) {
      return tx
        .selectFrom('final_account_reason')
        .select(['item_id as itemId', 'reason', 'revision'])
        .where('region_id', '=', region_id)
        .where('plan_id', '=', planId)
        .execute()
    },
    async saveReason({ planId, itemId, reason, revision, at, by }) {
      const said = { reason, revision, changed_at: at, changed_by: by }
      const saved = await tx
        .insertInto('final_account_reason')
        .values({ region_id, plan_id: planId, item_id: itemId, ...said })
        .onConflict((conflict) =>
          conflict
            .columns(['region_id', 'plan_id', 'item_id'])
            .doUpdateSet(said)
            .where('final_account_reason.revision', '=', revision - 1),
        )
        .executeTakeFirst()
      return Number(saved.numInsertedOrUpdatedRows ?? 0) === 1
    },
  }
}

function selectCorrections(tx: Tx, regionId: string) {
  return tx
    .selectFrom('final_account_correction as c')
    .leftJoin('account as a', (join) =>
      join.onRef('a.region_id', '=', 'c.region_id').onRef('a.account_id', '=', 'c.made_by'),
    )
    .selectAll('c')
    .select('a.display_name')
    .where('c.region_id', '=', regionId)
    .orderBy('c.correction_id')
}

type Selected = Awaited<ReturnType<ReturnType<typeof selectCorrections>['execute']>>[number]

const correctionOf = (row: Selected): AccountCorrectionRow => ({
  correctionId: row.correction_id,
  planId: row.plan_id,
  itemId: row.item_id,
  oldValue: row.old_value,
  newValue: row.new_value,
  reason: row.reason,
  madeAt: row.made_at,
  madeBy: row.made_by,
  madeByName: row.display_name ?? '',
  approvedAt: row.approved_at,
  refusedAt: row.refused_at,
})

function correctionPart(
  tx: Tx,
  region_id: string,
): Pick<YearsStore, 'accountCorrections' | 'accountCorrection' | 'addAccountCorrection' | 'decideAccountCorrection'> {
  return {
    async accountCorrections(planId) {
      return (await selectCorrections(tx, region_id).where('c.plan_id', '=', planId).execute()).map(correctionOf)
    },
    async accountCorrection(correctionId) {
      const query = selectCorrections(tx, region_id).where('c.correction_id', '=', correctionId)
      const row = await query.executeTakeFirst()
      return row ? correctionOf(row) : null
    },
    async addAccountCorrection({ correctionId, planId, itemId, oldValue, newValue, reason, at, by }) {
      await tx
        .insertInto('final_account_correction')
        .values({
          ...{ region_id, correction_id: correctionId, plan_id: planId, item_id: itemId },
          ...{ old_value: oldValue, new_value: newValue, reason, made_at: at, made_by: by },
        })
        .execute()
    },
    async decideAccountCorrection({ correctionId, approved, at, by }) {
      const decision = approved ? { approved_at: at } : { refused_at: at }
      const decided = await tx
        .updateTable('final_account_correction')
        .set({ ...decision, approved_by: by })
        .where('region_id', '=', region_id)
        .where('correction_id', '=', correctionId)
        .where('approved_at', 'is', null)
        .where('refused_at', 'is', null)
        .executeTakeFirst()
      return decided.numUpdatedRows === 1n
    },
  }
}
