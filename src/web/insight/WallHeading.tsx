import { type WallHeading as HeadingPlace, lightsInOrder } from '#core/insight'
import type { WallView } from '#adapters/http/contract/insight'
import { useText } from '#web/kit'
import { LightShape } from '#web/ui'
import { percent } from './figures.ts'
import { fitText, textWidth } from './fit-text.ts'
import { insightMessages as messages } from './messages.ts'
import type { WallMode } from './WallDrawing.tsx'

const fontSizes = { desk: 14, board: 19, paper: 14 } as const

interface WallHeadingProps {
  readonly heading: HeadingPlace
  readonly campaign: WallView['campaigns'][number]
  readonly mode: WallMode
  readonly onSelect: () => void
}

/** The heading of a campaign: its name, how far it is on the whole, and how many items show each light. */
export function WallHeading({ heading, campaign, mode, onSelect }: WallHeadingProps) {
  const t = useText(messages)
  const { x, y, width, height } = heading
  const size = Math.min(fontSizes[mode], height * 0.62)
  const base = y + height - Math.max(5, height * 0.24)
  const counts = heading.continued ? [] : countsOf(campaign, size * 0.78)
  const right = counts.reduce((sum, count) => sum + count.width, 0)
  const name = campaign.no === null ? t('outside') : campaign.name
  const share = campaign.live.progress === null || heading.continued ? '' : percent(campaign.live.progress)
  const shareWidth = share === '' ? 0 : textWidth(share, size * 0.78) + 8
  const title = fitText(heading.continued ? `${name}${t('continued')}` : name, width - right - shareWidth - 10, size)
  return (
    <g className="wall__heading" onClick={onSelect}>
      <rect x={x} y={y} width={width} height={height} fill="transparent" />
      <text x={x} y={base} fontSize={size} className="wall__campaign">
        {title}
      </text>
      <text x={x + textWidth(title, size) + 8} y={base} fontSize={size * 0.78} className="wall__soft">
        {share}
      </text>
      {counts.map(({ light, count, offset, mark, fontSize }) => {
        const at = x + width - right + offset
        return (
          <g key={light} className={`light--${light}`}>
            <svg x={at} y={base - mark} width={mark} height={mark} viewBox="0 0 14 14">
              <LightShape light={light} />
            </svg>
            <text x={at + mark + 3} y={base} fontSize={fontSize} className="wall__count">
              {count}
            </text>
          </g>
        )
      })}
      <line x1={x} x2={x + width} y1={y + height - 1} y2={y + height - 1} className="wall__rule" />
    </g>
  )
}

function countsOf({ live }: WallHeadingProps['campaign'], fontSize: number) {
  const mark = fontSize * 0.85
  const shownLights = lightsInOrder.filter((light) => live.lights[light] > 0)
  const widths = shownLights.map((light) => mark + 3 + textWidth(String(live.lights[light]), fontSize) + 7)
  return shownLights.map((light, index) => {
    const offset = widths.slice(0, index).reduce((sum, one) => sum + one, 0)
    return { light, count: live.lights[light], offset, mark, fontSize, width: widths[index] ?? 0 }
  })
}
