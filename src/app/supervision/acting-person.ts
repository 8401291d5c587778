import type { ActingPerson } from '#core/supervision'
import type { Context, RegionObject } from '#app/kit'
import type { OrderRow, ProblemRow } from './ports.ts'

/** The person of a context as the state machines of supervision see him: who, and in which units. */
export function actingPerson({ actor }: Context): ActingPerson {
  return { accountId: actor.accountId, unitIds: actor.roles.flatMap((grant) => grant.unitId ?? []) }
}

/** What the rights may need to know of a problem. */
export function problemObject(problem: ProblemRow): RegionObject {
  return {
    unitId: problem.unitId,
    taskForceNo: problem.campaignNo,
    officeUnitId: problem.officeUnitId,
    claimedBy: problem.claimedBy,
    state: problem.state,
    ...(problem.planId === null ? {} : { planId: problem.planId }),
  }
}

/** What the rights may need to know of an order. */
export function orderObject(order: OrderRow): RegionObject {
  return {
    unitId: order.unitId,
    issuedBy: order.issuedBy,
    state: order.state,
    ...(order.planId === null ? {} : { planId: order.planId }),
  }
}
