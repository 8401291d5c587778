import { dayNumber, dec } from '#core/kit'
import type { LocalDate } from '#core/kit'
import type { DateSpan } from './types.ts'

/** A value on a day; decimal string. */
export interface DatedValue {
  readonly on: LocalDate
  readonly value: string
}

/** What a sparkline draws: the figures, and the line that was asked for. */
export interface SparklineInput {
  readonly span: DateSpan
  readonly figures: readonly DatedValue[]
  /** What the clock asks for along the span (`askedCurve`); empty where nothing can be asked. */
  readonly asked: readonly DatedValue[]
  readonly width: number
  readonly height: number
  /** Free space on all sides, so that strokes are not cut; 2 by default. */
  readonly padding?: number
}

/** SVG paths in the given box; y grows downwards. `low` and `high` are the values at the bottom and top edges. */
export interface Sparkline {
  readonly figurePath: string
  readonly askedPath: string
  readonly dots: readonly { readonly x: number; readonly y: number }[]
  readonly low: number
  readonly high: number
}

const round = (value: number): number => Math.round(value * 100) / 100

const pathOf = (points: readonly { x: number; y: number }[]): string =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')

const byDay = (a: DatedValue, b: DatedValue): number => dayNumber(a.on) - dayNumber(b.on)

/** Geometry of a sparkline with its target line. Drawing alone may use binary numbers: nothing is computed from them. */
export function sparkline(input: SparklineInput): Sparkline {
  const padding = input.padding ?? 2
  const values = [...input.figures, ...input.asked].map((point) => dec(point.value).toNumber())
  const [low, high] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)]
  const [first, last] = [dayNumber(input.span.from), dayNumber(input.span.to)]
  const across = (on: LocalDate): number => clamp((dayNumber(on) - first) / Math.max(1, last - first))
  const up = (value: string): number => (high > low ? clamp((dec(value).toNumber() - low) / (high - low)) : 0.5)
  const place = (point: DatedValue): { x: number; y: number } => ({
    x: round(padding + across(point.on) * (input.width - 2 * padding)),
    y: round(input.height - padding - up(point.value) * (input.height - 2 * padding)),
  })
  const dots = [...input.figures].sort(byDay).map(place)
  return { figurePath: pathOf(dots), askedPath: pathOf([...input.asked].sort(byDay).map(place)), dots, low, high }
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share))
