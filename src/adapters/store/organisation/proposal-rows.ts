import type { Transaction } from 'kysely'
import type { OrganisationStore } from '#app/organisation'
import type { Tables } from '../schema/tables.ts'
import { grantOf } from './grant-rows.ts'

/** Roles that wait for the security officer. */
export function proposalRows(
  tx: Transaction<Tables>,
  regionId: string,
): Pick<OrganisationStore, 'proposeGrant' | 'proposedGrants' | 'decideProposal'> {
  return {
    async proposeGrant({ proposalId, accountId, grant, at, by }) {
      const row = {
        ...{ region_id: regionId, proposal_id: proposalId, account_id: accountId, role: grant.role },
        ...{ unit_id: grant.unitId ?? null, plan_id: grant.planId ?? null, task_force_no: grant.taskForceNo ?? null },
      }
      await tx
        .insertInto('proposed_grant')
        .values({ ...row, proposed_at: at, proposed_by: by })
        .execute()
    },
    async proposedGrants() {
      const rows = await waiting(tx, regionId).execute()
      return rows.map((row) => ({
        ...{ proposalId: row.proposal_id, accountId: row.account_id, login: row.login },
        grant: grantOf({ ...row, held_before: [], stands_in_for_account: null }),
        ...{ unitName: row.unit_name, proposedAt: row.proposed_at },
        proposedByName: row.proposed_by_name,
      }))
    },
    async decideProposal({ proposalId, grantId, at, by }) {
      const decided = await tx
        .updateTable('proposed_grant')
        .set({ grant_id: grantId, decided_at: at, decided_by: by })
        .where('region_id', '=', regionId)
        .where('proposal_id', '=', proposalId)
        .where('decided_at', 'is', null)
        .executeTakeFirst()
      return decided.numUpdatedRows === 1n
    },
  }
}

function waiting(tx: Transaction<Tables>, regionId: string) {
  return tx
    .selectFrom('proposed_grant as p')
    .innerJoin('account as a', (join) =>
      join.onRef('a.region_id', '=', 'p.region_id').onRef('a.account_id', '=', 'p.account_id'),
    )
    .leftJoin('unit as u', (join) => join.onRef('u.region_id', '=', 'p.region_id').onRef('u.unit_id', '=', 'p.unit_id'))
    .leftJoin('account as by', (join) =>
      join.onRef('by.region_id', '=', 'p.region_id').onRef('by.account_id', '=', 'p.proposed_by'),
    )
    .select([
      'p.proposal_id',
      'p.account_id',
      'p.role',
      'p.unit_id',
      'p.plan_id',
      'p.task_force_no',
      'p.proposed_at',
      'a.login',
    ])
    .select(['u.name as unit_name', 'by.display_name as proposed_by_name'])
    .where('p.region_id', '=', regionId)
    .where('p.decided_at', 'is', null)
    .where('a.disabled_at', 'is', null)
    .orderBy('u.sort_key')
    .orderBy('p.role')
}
