import { type Result, accept, refuse } from '#core/kit'
import { checkHours } from '#core/supervision'
import type { Context } from '#app/kit'
import type { NoticeFilter, NoticeRow } from './notice-ports.ts'

/** The reader's own messages, newest first, and how many of all are unread. */
export async function listNotices(
  context: Context,
  filter: NoticeFilter,
): Promise<Result<{ notices: readonly NoticeRow[]; unread: number }>> {
  const { accountId } = context.actor
  return context.read(async (stores) =>
    accept({
      notices: await stores.notices.notices(accountId, filter),
      unread: await stores.notices.unread(accountId),
    }),
  )
}

/** How many messages the reader has not read. */
export async function countUnread(context: Context): Promise<Result<{ unread: number }>> {
  return context.read(async (stores) => accept({ unread: await stores.notices.unread(context.actor.accountId) }))
}

/** Marks own messages as read; `noticeIds` null = all of them. */
export async function markNoticesRead(
  context: Context,
  { noticeIds }: { readonly noticeIds: readonly string[] | null },
): Promise<Result<{ marked: number }>> {
  return context.transact(async (stores) => {
    const marked = await stores.notices.markRead(context.actor.accountId, noticeIds, context.now)
    const body = { marked }
    await stores.audit.record({ action: 'notice.read', objectKind: 'notice', objectId: context.now, body })
    return accept({ marked })
  })
}

/** Says where and at which hours the actor wants to hear. The mail address is not written to the log. */
export async function setNoticePreference(
  context: Context,
  { mailAddress, hours }: { readonly mailAddress: string | null; readonly hours: readonly number[] | null },
): Promise<Result<{ saved: true }>> {
  if (context.actor.accountId === '') return refuse('auth.signInFirst')
  const sound = hours === null ? accept(null) : checkHours(hours)
  if (!sound.ok) return sound
  return context.transact(async (stores) => {
    const { accountId } = context.actor
    await stores.notices.savePreference({ accountId, mailAddress, hours, at: context.now })
    const body = { byMail: mailAddress !== null, hours: hours && [...hours] }
    await stores.audit.record({ action: 'notice.prefer', objectKind: 'account', objectId: accountId, body })
    return accept({ saved: true })
  })
}
