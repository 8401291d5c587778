import * as organisation from '#app/organisation'
import { type Result, accept } from '#core/kit'
import { registerContract as contract } from '#adapters/http/contract/organisation'
import { type GuatuHono, register } from '#adapters/http/kernel'
import { isAllowed } from '#core/organisation'

/** Units, groups, posts, and the posts behind items. */
export function registerRoutes(app: GuatuHono): void {
  unitRoutes(app)
  postRoutes(app)
}

function unitRoutes(app: GuatuHono): void {
  register(app, contract.register, async (context) => {
    const units = await organisation.listRegister(context)
    if (!units.ok) return units
    const mayManage = isAllowed(context.actor, 'unit.manage', { regionId: context.regionId })
    return accept({ units: units.value.map(presentUnit), mayManage })
  })
  register(app, contract.addUnit, (context, { body }) => organisation.addUnit(context, body))
  register(app, contract.unit, async (context, { params }) => {
    const unit = await organisation.readUnit(context, params)
    return unit.ok ? accept(presentView(unit.value)) : unit
  })
  register(app, contract.editUnit, (context, { params, body }) =>
    organisation.editUnit(context, { ...params, ...body }),
  )
  register(app, contract.endUnit, (context, { params, body }) => organisation.endUnit(context, { ...params, ...body }))
  register(app, contract.reopenUnit, (context, { params, body }) =>
    organisation.reopenUnit(context, { ...params, ...body }),
  )
  register(app, contract.mergeUnits, (context, { params, body }) =>
    organisation.mergeUnits(context, { ...params, ...body }),
  )
  register(app, contract.setMembers, (context, { params, body }) =>
    organisation.setMembers(context, { groupUnitId: params.unitId, ...body }),
  )
  register(app, contract.signingGaps, async (context) => {
    const gaps = await organisation.ownSigningGaps(context)
    return gaps.ok ? accept({ gaps: [...gaps.value] }) : gaps
  })
}

function postRoutes(app: GuatuHono): void {
  register(app, contract.addPost, (context, { params, body }) => organisation.addPost(context, { ...params, ...body }))
  register(app, contract.setHolder, async (context, { params, body }) =>
    done(await organisation.setHolder(context, { ...params, ...body })),
  )
  register(app, contract.endPost, async (context, { params }) => done(await organisation.endPost(context, params)))
  register(app, contract.itemPosts, async (context, { params }) => {
    const found = await organisation.readItemPosts(context, params)
    if (!found.ok) return found
    const { posts, choices, mayKeep } = found.value
    return accept({ posts: [...posts], choices: choices.map(presentPost), mayKeep })
  })
  register(app, contract.setItemPost, async (context, { params, body }) =>
    done(await organisation.setItemPost(context, { ...params, ...body })),
  )
  register(app, contract.colleagues, async (context) => {
    const found = await organisation.listColleagues(context)
    if (!found.ok) return found
    return accept({ colleagues: found.value.map((one) => ({ ...one, unitNames: [...one.unitNames] })) })
  })
}

type Unit = Extract<Awaited<ReturnType<typeof organisation.listRegister>>, { ok: true }>['value'][number]
type View = Extract<Awaited<ReturnType<typeof organisation.readUnit>>, { ok: true }>['value']

const presentUnit = (unit: Unit) => ({ ...unit, aliases: [...unit.aliases] })
const presentPost = (post: organisation.PostRow) => ({ ...post, holders: [...post.holders] })

function presentView(view: View) {
  return {
    ...{ mayManage: view.mayManage, mayKeepPosts: view.mayKeepPosts, unit: presentUnit(view.unit) },
    ...{ people: [...view.people], posts: view.posts.map(presentPost), duties: [...view.duties] },
    ...{ members: [...view.members], groups: [...view.groups], formerly: [...view.formerly] },
    changes: view.changes.map((change) => ({ ...change, changed: pairsOf(change.changed) })),
  }
}

const pairsOf = (changed: organisation.UnitChangeRow['changed']): Record<string, [string, string]> =>
  Object.fromEntries(Object.entries(changed).map(([what, [before, after]]) => [what, [before, after]]))

function done(result: Result<unknown>): Result<{ done: true }> {
  return result.ok ? accept({ done: true as const }) : result
}
