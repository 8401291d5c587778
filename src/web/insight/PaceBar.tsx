import type { WallItem } from '#adapters/http/contract/insight'

interface PaceBarProps {
  readonly item: Pick<WallItem, 'share' | 'pace' | 'light'>
  readonly x: number
  readonly y: number
  readonly width: number
}

const HEIGHT = 5

/** How far an item is on its way, and the place that the clock asks for. Drawing alone may use binary numbers. */
export function PaceBar({ item, x, y, width }: PaceBarProps) {
  if (item.share === null) return null
  const share = Math.min(1, Math.max(0, Number(item.share)))
  const pace = item.pace === null ? null : Math.min(1, Math.max(0, Number(item.pace)))
  return (
    <g aria-hidden="true">
      <rect x={x} y={y - HEIGHT / 2} width={width} height={HEIGHT} className="pace__track" />
      <rect
        x={x}
        y={y - HEIGHT / 2}
        width={width * share}
        height={HEIGHT}
        className={`pace__done light--${item.light}`}
      />
      {pace !== null && (
        <line x1={x + width * pace} x2={x + width * pace} y1={y - HEIGHT} y2={y + HEIGHT} className="pace__tick" />
      )}
    </g>
  )
}
