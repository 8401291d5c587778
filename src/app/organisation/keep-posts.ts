import { type LocalDate, type Result, accept, refuse } from '#core/kit'
import { isInForce, separatedRoles } from '#core/organisation'
import { type Context, requireRight, type Stores } from '#app/kit'
import type { ItemPart, PostHolder, PostRow } from './register-ports.ts'
import { recordUnitChange } from './unit-changes.ts'

/** Sets up a post of a unit: 项目科科长. Duties stand behind posts, persons hold them. */
export async function addPost(
  context: Context,
  input: { unitId: string; title: string },
): Promise<Result<{ postId: string }>> {
  const right = requireRight(context, 'post.manage', { unitId: input.unitId })
  if (!right.ok) return right
  return context.transact((stores) => putPost(context, stores, input))
}

async function putPost(
  context: Context,
  stores: Stores,
  input: { readonly unitId: string; readonly title: string },
): Promise<Result<{ postId: string }>> {
  const [title, postId, { unitId }] = [input.title.trim(), context.newId(), input]
  const units = await stores.register.registeredUnits()
  const unit = units.find((one) => one.unitId === unitId)
  if (!unit) return refuse('unit.notFound')
  if (unit.endedAt !== null) return refuse('unit.ended')
  if (!(await stores.register.addPost({ postId, unitId, title })))
    return refuse('post.alreadyExists', { title }, 'title')
  await recordUnitChange(context, stores, { unitId, kind: 'post', changed: { post: ['', title] }, reason: '' })
  return accept({ postId })
}

/** Says who holds a post from a day on, or that nobody does; whoever held it before holds it until that day. */
export async function setHolder(
  context: Context,
  input: { postId: string; accountId: string | null; from: LocalDate },
): Promise<Result<true>> {
  return context.transact(async (stores) => {
    const post = await keptPost(context, stores, input.postId)
    return post.ok ? changeHolder(context, stores, { ...input, post: post.value }) : post
  })
}

/** The writing part, for handovers as well. */
export async function changeHolder(
  context: Context,
  stores: Stores,
  { post, accountId, from }: { readonly post: PostRow; readonly accountId: string | null; readonly from: LocalDate },
): Promise<Result<true>> {
  if (post.endedOn !== null) return refuse('post.ended')
  const holder = accountId === null ? null : await stores.organisation.account(accountId, context.today)
  if (accountId !== null && (!holder || holder.disabledAt !== null)) return refuse('account.notFound')
  const last =
    post.holders
      .flatMap((one) => [one.from, one.until ?? ''])
      .sort()
      .at(-1) ?? ''
  if (from < last) return refuse('post.before', { date: last }, 'from')
  const before = holderOn(post, from)?.displayName ?? ''
  await stores.register.setHolder(post.postId, accountId, from)
  const changed = { [post.title]: [before, holder?.displayName ?? ''], from: ['', from] } as const
  await recordUnitChange(context, stores, { unitId: post.unitId, kind: 'post', changed, reason: '' })
  return accept(true)
}

/** Who holds a post on a day; null = it is vacant. */
export const holderOn = (post: PostRow, on: LocalDate): PostHolder | null =>
  post.holders.find((holder) => isInForce(holder, on)) ?? null

/** Ends a post from a day on; who held it when stays. */
export async function endPost(context: Context, input: { postId: string }): Promise<Result<true>> {
  return context.transact(async (stores) => {
    const post = await keptPost(context, stores, input.postId)
    if (!post.ok) return post
    const { unitId, title, endedOn } = post.value
    if (endedOn !== null) return refuse('post.ended')
    await stores.register.endPost(input.postId, context.today)
    await recordUnitChange(context, stores, { unitId, kind: 'post', changed: { post: [title, ''] }, reason: '' })
    return accept(true)
  })
}

async function keptPost(context: Context, stores: Stores, postId: string): Promise<Result<PostRow>> {
  const [post] = await stores.register.posts({ postIds: [postId] })
  const right = requireRight(context, 'post.manage', { unitId: post?.unitId ?? null })
  if (!right.ok) return right
  return post ? accept(post) : refuse('post.notFound')
}

/** A part of an item with the post behind it and who holds that today. */
export interface ItemPost {
  readonly part: ItemPart
  readonly postId: string
  readonly title: string
  readonly unitName: string
  readonly from: LocalDate
  readonly until: LocalDate | null
  readonly holder: string | null
}

/** The posts behind an item over time, and whether the reader may say others. */
export async function readItemPosts(
  context: Context,
  { itemId }: { itemId: string },
): Promise<Result<{ posts: readonly ItemPost[]; choices: readonly PostRow[]; mayKeep: boolean }>> {
  const right = requireRight(context, 'item.read', {})
  if (!right.ok) return right
  return context.read(async (stores) => {
    const found = await stores.reports.item(itemId)
    if (!found) return refuse('object.notFound')
    const rows = await stores.register.itemPosts(itemId)
    const behind = rows.length === 0 ? [] : await stores.register.posts({ postIds: rows.map((row) => row.postId) })
    const posts = rows.flatMap(({ part, postId, from, until }): ItemPost[] => {
      const post = behind.find((one) => one.postId === postId)
      if (!post) return []
      const holder = holderOn(post, context.today)?.displayName ?? null
      return [{ part, postId, title: post.title, unitName: post.unitName, from, until, holder }]
    })
    const mayKeep = requireRight(context, 'post.manage', { unitId: found.reportingUnitId }).ok
    const choices = mayKeep ? (await stores.register.posts({})).filter((post) => post.endedOn === null) : []
    return accept({ posts, choices, mayKeep })
  })
}

/** Says which post stands behind a part of an item from today on; null = none any more. */
export async function setItemPost(
  context: Context,
  input: { itemId: string; part: ItemPart; postId: string | null },
): Promise<Result<true>> {
  return context.transact(async (stores) => {
    const found = await stores.reports.item(input.itemId)
    const right = requireRight(context, 'post.manage', { unitId: found?.reportingUnitId ?? null })
    if (!right.ok) return right
    if (!found) return refuse('object.notFound')
    const [post] = input.postId === null ? [] : await stores.register.posts({ postIds: [input.postId] })
    if (input.postId !== null && !post) return refuse('post.notFound')
    if (post && post.endedOn !== null) return refuse('post.ended')
    await stores.register.setItemPost({ ...input, from: context.today })
    const body = { part: input.part, postId: input.postId, title: post?.title ?? null, from: context.today }
    await stores.audit.record({ action: 'item.post', objectKind: 'item', objectId: input.itemId, body })
    return accept(true)
  })
}

/** Somebody who can hold a post or take something over. */
export interface Colleague {
  readonly accountId: string
  readonly displayName: string
  readonly unitNames: readonly string[]
}

/** Everybody with an account in use, without the three separated persons. */
export async function listColleagues(context: Context): Promise<Result<readonly Colleague[]>> {
  const right = requireRight(context, 'unit.read', {})
  if (!right.ok) return right
  return context.read(async ({ organisation }) => {
    const accounts = (await organisation.accounts(context.today)).filter(
      ({ disabledAt, roles }) => disabledAt === null && !roles.some(({ role }) => separatedRoles.includes(role)),
    )
    return accept(
      accounts.map(({ accountId, displayName, roles }) => ({
        ...{ accountId, displayName },
        unitNames: [...new Set(roles.flatMap(({ unitName }) => unitName ?? []))],
      })),
    )
  })
}
