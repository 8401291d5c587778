import { sql, type Transaction } from 'kysely'
import type { ItemPart, PostHolder, PostRow, RegisterStore } from '#app/organisation'
import type { LocalDate } from '#core/kit'
import type { Tables } from '../schema/tables.ts'

type Part = Pick<RegisterStore, 'posts' | 'addPost' | 'endPost' | 'setHolder' | 'itemPosts' | 'setItemPost'>

/** Posts, who held them when, and the items behind which they stand. */
export function postRows(tx: Transaction<Tables>, regionId: string): Part {
  return {
    posts: (filter) => readPosts(tx, regionId, filter),
    async addPost({ postId, unitId, title }) {
      const added = await tx
        .insertInto('post')
        .values({ region_id: regionId, post_id: postId, unit_id: unitId, title })
        .onConflict((conflict) => conflict.columns(['region_id', 'unit_id', 'title']).doNothing())
        .executeTakeFirst()
      return added.numInsertedOrUpdatedRows === 1n
    },
    async endPost(postId, on) {
      const own = tx.updateTable('post').set({ ended_on: on }).where('region_id', '=', regionId)
      await own.where('post_id', '=', postId).execute()
      await endHolders(tx, regionId, postId, on)
    },
    async setHolder(postId, accountId, from) {
      await endHolders(tx, regionId, postId, from)
      if (accountId === null) return
      await tx
        .insertInto('post_holder')
        .values({ region_id: regionId, post_id: postId, account_id: accountId, from_date: from })
        .onConflict((conflict) =>
          conflict.columns(['region_id', 'post_id', 'account_id', 'from_date']).doUpdateSet({ to_date: null }),
        )
        .execute()
    },
    ...itemPart(tx, regionId),
  }
}

async function endHolders(tx: Transaction<Tables>, regionId: string, postId: string, on: LocalDate): Promise<void> {
  const held = tx.updateTable('post_holder').set({ to_date: on }).where('region_id', '=', regionId)
  await held.where('post_id', '=', postId).where('to_date', 'is', null).execute()
}

async function readPosts(
  tx: Transaction<Tables>,
  regionId: string,
  { unitId, postIds }: Parameters<RegisterStore['posts']>[0],
): Promise<readonly PostRow[]> {
  if (postIds?.length === 0) return []
  const all = tx
    .selectFrom('post as p')
    .innerJoin('unit as u', (join) =>
      join.onRef('u.region_id', '=', 'p.region_id').onRef('u.unit_id', '=', 'p.unit_id'),
    )
    .select(['p.post_id', 'p.unit_id', 'p.title', 'p.ended_on', 'u.name'])
    .where('p.region_id', '=', regionId)
    .orderBy('u.sort_key')
    .orderBy('p.title')
  const ofUnit = unitId === undefined ? all : all.where('p.unit_id', '=', unitId)
  const posts = await (postIds === undefined ? ofUnit : ofUnit.where('p.post_id', 'in', [...postIds])).execute()
  const ids = posts.map((post) => post.post_id)
  const held = await sql<PostHolder & { postId: string }>`
    select h.post_id as "postId", h.account_id as "accountId", a.display_name as "displayName",
      h.from_date as "from", h.to_date as "until"
    from post_holder h join account a on a.region_id = h.region_id and a.account_id = h.account_id
    where h.region_id = ${regionId} and h.post_id = any(${ids}::uuid[]) and (h.to_date is null or h.to_date > h.from_date)
    order by h.from_date desc`.execute(tx)
  return posts.map((post) => ({
    ...{ postId: post.post_id, unitId: post.unit_id, unitName: post.name, title: post.title, endedOn: post.ended_on },
    holders: held.rows.filter((one) => one.postId === post.post_id).map(holderOf),
  }))
}

function holderOf({ accountId, displayName, from, until }: PostHolder): PostHolder {
  return { accountId, displayName, from, until }
}

function itemPart(tx: Transaction<Tables>, regionId: string): Pick<RegisterStore, 'itemPosts' | 'setItemPost'> {
  return {
    async itemPosts(itemId) {
      const rows = await tx
        .selectFrom('item_post')
        .selectAll()
        .where('region_id', '=', regionId)
        .where('item_id', '=', itemId)
        .orderBy('part')
        .orderBy('from_date', 'desc')
        .execute()
      return rows
        .filter((row) => row.to_date === null || row.to_date > row.from_date)
        .map((row) => ({
          ...{ itemId: row.item_id, part: row.part as ItemPart, postId: row.post_id },
          ...{ from: row.from_date, until: row.to_date },
        }))
    },
    async setItemPost({ itemId, part, postId, from }) {
      await tx
        .updateTable('item_post')
        .set({ to_date: from })
        .where('region_id', '=', regionId)
        .where('item_id', '=', itemId)
        .where('part', '=', part)
        .where('to_date', 'is', null)
        .execute()
      if (postId === null) return
      await tx
        .insertInto('item_post')
        .values({ region_id: regionId, item_id: itemId, part, post_id: postId, from_date: from })
        .onConflict((conflict) =>
          conflict
            .columns(['region_id', 'item_id', 'part', 'from_date'])
            .doUpdateSet({ post_id: postId, to_date: null }),
        )
        .execute()
    },
  }
}
