import { type WallLayout, layoutWall } from '#core/insight'
import { useMemo } from 'react'
import type { WallItem, WallView } from '#adapters/http/contract/insight'
import { useText } from '#web/kit'
import { insightMessages as messages } from './messages.ts'
import type { WallBox } from './use-wall-box.ts'
import { useWallKeys } from './use-wall-keys.ts'
import { WallCell } from './WallCell.tsx'
import { WallHeading } from './WallHeading.tsx'

/** Least and greatest sizes of a row: at the desk two lines, on a board one line that is read from four metres. */
const sizes = {
  desk: { gap: 18, minColumnWidth: 196, minRowHeight: 16, maxRowHeight: 40 },
  board: { gap: 22, minColumnWidth: 204, minRowHeight: 17, maxRowHeight: 60 },
  paper: { gap: 16, minColumnWidth: 180, minRowHeight: 14, maxRowHeight: 40 },
} as const

export type WallMode = keyof typeof sizes

interface WallDrawingProps {
  readonly wall: WallView
  readonly box: WallBox
  readonly mode: WallMode
  readonly selected: string | undefined
  readonly onSelect: (itemId: string | undefined) => void
  readonly onCampaign: (no: number | null) => void
}

/** The wall as a drawing: the same numbers draw it on the screen and on paper. */
export function WallDrawing({ wall, box, mode, selected, onSelect, onCampaign }: WallDrawingProps) {
  const t = useText(messages)
  const items = useMemo(() => new Map(wall.items.map((item) => [item.itemId, item])), [wall.items])
  const layout = useWallLayout(wall, box, mode)
  const height = heightOf(layout)
  const focused = useWallKeys(layout, onSelect)
  return (
    <svg
      className="wall__drawing"
      viewBox={`0 0 ${box.width} ${height}`}
      width={box.width}
      height={height}
      role="group"
      aria-label={t('wall')}
    >
      {layout.headings.map((heading) => {
        const campaign = wall.campaigns.find(({ no }) => groupId(no) === heading.groupId)
        if (!campaign) return null
        const select = () => onCampaign(campaign.no)
        return (
          <WallHeading
            key={`${heading.groupId} ${heading.x} ${heading.y}`}
            {...{ heading, campaign, mode }}
            onSelect={select}
          />
        )
      })}
      {layout.cells.map((cell) => {
        const item = items.get(cell.itemId)
        const isOn = cell.itemId === (selected ?? focused)
        return item && <WallCell key={cell.itemId} {...{ cell, item, mode }} isOn={isOn} onSelect={onSelect} />
      })}
    </svg>
  )
}

const groupId = (no: number | null): string => (no === null ? 'none' : String(no))

function groupsOf(wall: WallView) {
  const known = new Set(wall.campaigns.map(({ no }) => no))
  const idOf = (item: WallItem) => groupId(known.has(item.campaignNo) ? item.campaignNo : null)
  return wall.campaigns.map(({ no }) => ({
    groupId: groupId(no),
    itemIds: wall.items.filter((item) => idOf(item) === groupId(no)).map((item) => item.itemId),
  }))
}

function useWallLayout(wall: WallView, { width, height }: WallBox, mode: WallMode): WallLayout {
  return useMemo(() => layoutWall(groupsOf(wall), { width, height, ...sizes[mode] }), [wall, width, height, mode])
}

/** As low as its lowest row, so that nothing empty is scrolled or printed. */
function heightOf({ cells, headings }: WallLayout): number {
  return Math.ceil([...cells, ...headings].reduce((lowest, { y, height }) => Math.max(lowest, y + height), 0)) + 1
}
