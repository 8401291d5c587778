import { type WallHeading as HeadingPlace, lightsInOrder } from '#core/insight'
import type { Light, WallView } from '#adapters/http/contract/insight'
import { useText } from '#web/kit'
import { LightShape } from '#web/ui'
import { percent } from './figures.ts'
import { fitText, textWidth } from '#core/insight'
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
  const { title, share, counts } = partsOf({ heading, campaign, size, words: t })
  const right = counts.reduce((sum, count) => sum + count.width, 0)
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

interface PartsInput {
  readonly heading: HeadingPlace
  readonly campaign: WallHeadingProps['campaign']
  readonly size: number
  readonly words: (key: 'outside' | 'continued') => string
}

/** What a heading has room for: the name before all else, then the lights that need attention, the other lights, the progress. */
function partsOf({ heading, campaign, size, words }: PartsInput) {
  const { live, no, name } = campaign
  const full = no === null ? words('outside') : name
  const title = fitText(heading.continued ? `${full}${words('continued')}` : full, heading.width, size)
  if (heading.continued) return { title, share: '', counts: [] }
  const room = heading.width - textWidth(title, size) - 12
  const counted = lightsInOrder.filter((light) => live.lights[light] > 0)
  const urgent = counted.filter((light) => light === 'red' || light === 'yellow')
  const small = size * 0.78
  const counts =
    [counted, urgent].map((lights) => countsOf(live, lights, small)).find((one) => widthOf(one) <= room) ?? []
  const share = live.progress === null ? '' : percent(live.progress)
  const fits = widthOf(counts) + textWidth(share, small) + 8 <= room
  return { title, share: fits ? share : '', counts }
}

const widthOf = (counts: readonly { readonly width: number }[]): number =>
  counts.reduce((sum, count) => sum + count.width, 0)

function countsOf({ lights }: WallHeadingProps['campaign']['live'], shownLights: readonly Light[], fontSize: number) {
  const mark = fontSize * 0.85
  const widths = shownLights.map((light) => mark + 3 + textWidth(String(lights[light]), fontSize) + 7)
  return shownLights.map((light, index) => {
    const offset = widths.slice(0, index).reduce((sum, one) => sum + one, 0)
    return { light, count: lights[light], offset, mark, fontSize, width: widths[index] ?? 0 }
  })
}
