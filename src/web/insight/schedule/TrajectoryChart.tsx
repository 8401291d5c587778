import { sparkline } from '#core/insight'
import type { ScheduleView } from '#adapters/http/contract/insight'
import { useText } from '#web/kit'
import { shown } from '../figures.ts'
import { monthMarks } from '../month-marks.ts'
import { useNarrow } from '../use-narrow.ts'
import { scheduleMessages as messages } from './schedule-messages.ts'

const HEIGHT = 300
const PADDING = 28
const WIDTHS = { wide: 720, narrow: 380 } as const
const MOST_MARKS = { wide: 15, narrow: 12 } as const

type Dated = readonly { readonly on: string; readonly value: string }[]

interface TrajectoryChartProps {
  readonly way: NonNullable<ScheduleView['trajectory']>
  readonly unit: string
  readonly today: string
  readonly title: string
  /** The curve that is being drafted. */
  readonly draft: Dated | null
}

/** What is asked along the span, with the baseline behind it, the figures over it, and today as a line. */
export function TrajectoryChart({ way, unit, today, title, draft }: TrajectoryChartProps) {
  const t = useText(messages)
  const screen = useNarrow() ? 'narrow' : 'wide'
  const width = WIDTHS[screen]
  const box = { span: way.span, figures: way.figures, width, height: HEIGHT, padding: PADDING }
  const drawn = (asked: Dated) => sparkline({ ...box, asked })
  const present = drawn(way.curve)
  const last = present.dots.at(-1)
  const todayX = sparkline({ ...box, figures: [{ on: today, value: '0' }], asked: [] }).dots[0]?.x
  const isInside = today >= way.span.from && today <= way.span.to
  return (
    <figure className="way__chart">
      <svg className="chart" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={title}>
        {monthMarks(way.span, { width, padding: PADDING, most: MOST_MARKS[screen] }).map(({ label, x, middle }) => (
          <g key={`${label} ${x}`}>
            <line x1={x} x2={x} y1={PADDING / 2} y2={HEIGHT - PADDING} className="chart__grid" />
            <text x={middle} y={HEIGHT - 9} textAnchor="middle" className="chart__label">
              {label}
            </text>
          </g>
        ))}
        <line x1={0} x2={width} y1={HEIGHT - PADDING} y2={HEIGHT - PADDING} className="chart__axis" />
        {isInside && todayX !== undefined && (
          <line x1={todayX} x2={todayX} y1={6} y2={HEIGHT - PADDING} className="chart__today" />
        )}
        <path d={drawn(way.baselineCurve).askedPath} className="chart__baseline" />
        <path d={present.askedPath} className="chart__asked" />
        {draft && <path d={drawn(draft).askedPath} className="chart__draft" />}
        <path d={present.figurePath} className="chart__figures chart__figures--plain" />
        {present.dots.map((dot) => (
          <circle key={dot.x} cx={dot.x} cy={dot.y} r={3} className="chart__dot" />
        ))}
        {last && way.today?.actual && (
          <text x={Math.min(last.x + 8, width - 70)} y={last.y - 8} className="chart__value">
            {shown(way.today.actual)}
          </text>
        )}
        {way.ends && (
          <text x={width - 4} y={PADDING - 10} textAnchor="end" className="chart__label">
            {`${shown(way.ends.target)}${unit}`}
          </text>
        )}
      </svg>
      <figcaption className="chart__legend">{t('legend')}</figcaption>
    </figure>
  )
}
