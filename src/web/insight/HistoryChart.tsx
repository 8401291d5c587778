import { sparkline } from '#core/insight'
import type { ItemChart, WallItem } from '#adapters/http/contract/insight'
import { useText } from '#web/kit'
import { Section } from '#web/ui'
import { shown } from './figures.ts'
import { itemMessages as messages } from './item-messages.ts'
import { monthMarks } from './month-marks.ts'
import { useNarrow } from './use-narrow.ts'
import { placeValue, type Word } from './value-place.ts'

const HEIGHT = 220
const PADDING = 26
/** As the style sheet has them. */
const [LABEL_SIZE, VALUE_SIZE] = [12, 15]
/** Drawn at about the width that it is shown at, so that its words keep their size on a phone. */
const WIDTHS = { wide: 760, narrow: 380 } as const
/** As many months can be named side by side. */
const MOST_MARKS = { wide: 15, narrow: 12 } as const

interface HistoryChartProps {
  readonly chart: ItemChart
  readonly item: WallItem
}

/** The figures along the line that the clock asks for. The title says the answer; the drawing shows it. */
export function HistoryChart({ chart, item }: HistoryChartProps) {
  const t = useText(messages)
  const title = useAnswer(chart, item)
  const screen = useNarrow() ? 'narrow' : 'wide'
  const width = WIDTHS[screen]
  const drawn = sparkline({ ...chart, width, height: HEIGHT, padding: PADDING })
  const months = monthMarks(chart.span, { width, padding: PADDING, most: MOST_MARKS[screen] })
  const target = useTargetWord(chart, drawn, width)
  const [first, last] = [drawn.dots[0], drawn.dots.at(-1)]
  const earliest = chart.figures.toSorted((a, b) => (a.on < b.on ? -1 : 1))[0]
  return (
    <Section title={title}>
      <svg className="chart" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={title}>
        {months.map(({ label, x, middle }) => (
          <g key={label}>
            <line x1={x} x2={x} y1={PADDING / 2} y2={HEIGHT - PADDING} className="chart__grid" />
            <text x={middle} y={HEIGHT - 8} textAnchor="middle" className="chart__label">
              {label}
            </text>
          </g>
        ))}
        <line x1={0} x2={width} y1={HEIGHT - PADDING} y2={HEIGHT - PADDING} className="chart__axis" />
        <path d={drawn.askedPath} className="chart__asked" />
        <path d={drawn.figurePath} className={`chart__figures light--${item.light}`} />
        {drawn.dots.map((dot, index) => (
          <circle key={`${dot.x} ${index}`} cx={dot.x} cy={dot.y} r={3} className={`chart__dot light--${item.light}`} />
        ))}
        {first && earliest && drawn.dots.length > 1 && (
          <text
            {...(first.x < 60 ? { x: first.x - 4, y: first.y - 10 } : { x: first.x - 8, y: first.y - 4 })}
            textAnchor={first.x < 60 ? 'start' : 'end'}
            className="chart__label"
          >
            {shown(earliest.value)}
          </text>
        )}
        {target && (
          <text x={target.x} y={target.y} textAnchor={target.anchor} className="chart__label">
            {target.text}
          </text>
        )}
        {last && item.actual !== null && (
          <Value text={shown(item.actual)} dot={last} width={width} taken={target ? [target] : []} />
        )}
      </svg>
      <p className="chart__legend">{t('chartLegend')}</p>
    </Section>
  )
}

/** The target's word at the right edge, at the height of its line; none where nothing is asked along the way. */
function useTargetWord(chart: ItemChart, drawn: ReturnType<typeof sparkline>, width: number): Word | null {
  const t = useText(messages)
  if (chart.target === null || drawn.askedPath === '') return null
  const text = `${t('target')} ${shown(chart.target)}${chart.unit}`
  return { text, x: width - 4, y: targetHeight(chart, drawn) - 6, anchor: 'end', size: LABEL_SIZE }
}

interface ValueProps {
  readonly text: string
  readonly dot: { readonly x: number; readonly y: number }
  readonly width: number
  readonly taken: readonly Word[]
}

/** What the last dot says, beside the other words. */
function Value({ text, dot, width, taken }: ValueProps) {
  const { x, y, anchor } = placeValue(dot, { text, width, taken, size: VALUE_SIZE, bottom: HEIGHT - PADDING - 4 })
  return (
    <text x={x} y={y} textAnchor={anchor} className="chart__value">
      {text}
    </text>
  )
}

/** Height of the target on the drawing, between its lowest and highest value. */
function targetHeight(chart: ItemChart, drawn: ReturnType<typeof sparkline>): number {
  const share = drawn.high > drawn.low ? (Number(chart.target) - drawn.low) / (drawn.high - drawn.low) : 0.5
  return HEIGHT - PADDING - Math.min(1, Math.max(0, share)) * (HEIGHT - 2 * PADDING)
}

function useAnswer(chart: ItemChart, item: WallItem): string {
  const t = useText(messages)
  const values = {
    date: item.asOf ?? '',
    unit: chart.unit,
    actual: item.actual === null ? '' : shown(item.actual),
    lag: item.lag === null ? '' : shown(item.lag.replace('-', '')),
  }
  const trend = chart.projected ? t('chartTrend', { end: shown(chart.projected.end), unit: chart.unit }) : ''
  return t(answerOf(item), values) + trend
}

function answerOf({ lag, pace }: WallItem): keyof typeof messages {
  if (lag === null) return 'chartFigures'
  const behind = Number(lag)
  if (pace === null) return behind > 0 ? 'chartGap' : 'chartReached'
  if (behind === 0) return 'chartOnPace'
  return behind > 0 ? 'chartBehind' : 'chartAhead'
}
