import { noticeContract } from '#adapters/http/contract/supervision'
import { useEndpoint, useText } from '#web/kit'
import { shellMessages } from './messages.ts'

const MINUTE = 60_000

/** How many messages wait, beside their entry; nothing where none do. */
export function UnreadCount() {
  const t = useText(shellMessages)
  const { data } = useEndpoint(noticeContract.unread, {}, { refetchInterval: MINUTE })
  if (!data || data.unread === 0) return null
  return (
    <span className="rail__count" aria-label={t('unreadMessages', { count: data.unread })}>
      {data.unread > 99 ? '99+' : data.unread}
    </span>
  )
}
