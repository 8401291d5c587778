import * as organisation from '#app/organisation'
import { type Result, accept } from '#core/kit'
import { successionContract as contract } from '#adapters/http/contract/organisation'
import { type GuatuHono, register } from '#adapters/http/kernel'

/** Handovers and delegations. */
export function successionRoutes(app: GuatuHono, { serverNow }: { readonly serverNow: () => string }): void {
  register(app, contract.successions, async (context) => {
    const found = await organisation.readSuccessions(context)
    if (!found.ok) return found
    const { handovers, delegations, ...may } = found.value
    const presented = handovers.map((row) => ({
      ...row,
      ...{ roles: [...row.roles], postTitles: [...row.postTitles], inHand: [...row.inHand] },
    }))
    return accept({ ...may, handovers: presented, delegations: [...delegations] })
  })
  register(app, contract.holding, async (context, { params }) => {
    const found = await organisation.readHolding(context, params)
    if (!found.ok) return found
    const { displayName, roles, posts, inHand } = found.value
    return accept({ displayName, roles: [...roles], posts: [...posts], inHand: [...inHand] })
  })
  register(app, contract.makeHandover, (context, { body }) => organisation.makeHandover(context, body))
  register(app, contract.decideHandover, (context, { params, body }) =>
    organisation.decideHandover(context, { ...params, ...body, serverNow: serverNow() }),
  )
  register(app, contract.withdrawHandover, async (context, { params }) =>
    done(await organisation.withdrawHandover(context, params)),
  )
  register(app, contract.giveDelegation, (context, { body }) => organisation.giveDelegation(context, body))
  register(app, contract.decideDelegation, (context, { params, body }) =>
    organisation.decideDelegation(context, { ...params, ...body, serverNow: serverNow() }),
  )
  register(app, contract.endDelegation, async (context, { params }) =>
    done(await organisation.endDelegation(context, params)),
  )
}

function done(result: Result<unknown>): Result<{ done: true }> {
  return result.ok ? accept({ done: true as const }) : result
}
