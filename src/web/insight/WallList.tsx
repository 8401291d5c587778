import type { WallItem, WallView } from '#adapters/http/contract/insight'
import { useText } from '#web/kit'
import { LightMark } from '#web/ui'
import { percent, shown, targetText } from './figures.ts'
import { insightMessages as messages } from './messages.ts'

/** The wall for a narrow window: campaigns under each other, one item a line. */
export function WallList({ wall, onSelect }: { readonly wall: WallView; readonly onSelect: (itemId: string) => void }) {
  const t = useText(messages)
  const known = new Set(wall.campaigns.map(({ no }) => no))
  return wall.campaigns.map((campaign) => {
    const items = wall.items.filter((item) => (known.has(item.campaignNo) ? item.campaignNo : null) === campaign.no)
    if (items.length === 0) return null
    return (
      <section key={campaign.no ?? 'none'} className="wall-list">
        <h2>
          {campaign.no === null ? t('outside') : campaign.name}
          {campaign.live.progress !== null && <small>{percent(campaign.live.progress)}</small>}
        </h2>
        <ul>
          {items.map((item) => (
            <li key={item.itemId}>
              <Line item={item} onSelect={onSelect} />
            </li>
          ))}
        </ul>
      </section>
    )
  })
}

function Line({ item, onSelect }: { readonly item: WallItem; readonly onSelect: (itemId: string) => void }) {
  const t = useText(messages)
  const figures = item.actual !== null && item.target ? `${shown(item.actual)} / ${targetText(item.target)}` : ''
  return (
    <button type="button" className="wall-list__item" onClick={() => onSelect(item.itemId)}>
      <LightMark light={item.light} bare />
      <span className="wall-list__title">
        {item.title}
        <small>
          {[item.unitName ?? t('noUnit'), figures].filter((part) => part !== '').join('　')}
          {item.claimDiffers && item.claim && (
            <span className="wall-list__claim">{t('claimsMore', { claim: t(item.claim) })}</span>
          )}
        </small>
      </span>
      {item.share !== null && <span className="wall-list__share">{percent(item.share)}</span>}
    </button>
  )
}
