import type { ItemView } from '#app/insight'
import type { ItemView as SentItem } from '#adapters/http/contract/insight'
import { plain } from '#adapters/http/kernel'

/** An item's page as it is sent: the fields of the plan that the page shows, under one shape for every kind of item. */
export function presentItem(view: ItemView): SentItem {
  const { item } = view
  const { itemId, kind, title, path, quote, frequency, openList } = item
  return plain({
    ...view,
    item: { itemId, kind, title, path, quote, frequency, openList, promise: promiseOf(item) },
  })
}

function promiseOf(item: ItemView['item']): SentItem['item']['promise'] {
  if (item.kind !== 'indicator') return null
  const { subject: _subject, ...target } = item.target
  return { ...target, accumulation: item.accumulation, origin: item.origin, trajectory: item.trajectory.kind }
}
