import * as plan from '#app/plan'
import { type Result, accept } from '#core/kit'
import { planContract as contract } from '#adapters/http/contract/plan'
import { type GuatuHono, register } from '#adapters/http/kernel'

/** Standing plans from elsewhere, and further lists of items. */
export function parentRoutes(app: GuatuHono): void {
  register(app, contract.standingPlans, (context) => plan.listStandingPlans(context))
  register(app, contract.addStandingPlan, (context, { body }) => plan.addStandingPlan(context, body))
  register(app, contract.changeStandingPlan, async (context, { params, body }) =>
    done(await plan.changeStandingPlan(context, { ...params, ...body })),
  )
  register(app, contract.itemParents, (context, { params }) => plan.readParents(context, params))
  register(app, contract.linkParent, (context, { params, body }) => plan.linkParent(context, { ...params, ...body }))
  register(app, contract.unlinkParent, async (context, { params }) => done(await plan.unlinkParent(context, params)))
  register(app, contract.itemLists, (context, { params }) => plan.readPlacements(context, params))
  register(app, contract.placeItem, (context, { params, body }) => plan.placeItem(context, { ...params, ...body }))
  register(app, contract.takeOffList, (context, { params, body }) => plan.takeOffList(context, { ...params, ...body }))
}

const done = (result: Result<true>) => (result.ok ? accept({ done: true as const }) : result)
