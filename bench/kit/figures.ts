/** One measured line: what it says for people, and its figures for programs. */
export interface Line {
  readonly part: string
  readonly name: string
  readonly text: string
  /** The figure that is compared, and the bound that it should keep; absent where a line has none. */
  readonly ratio?: number
  readonly atMost?: number
  readonly atLeast?: number
  readonly figures: Readonly<Record<string, number | string>>
}

/** Takes a line as soon as it is measured. */
export type Report = (line: Line) => void

/** The value below which a share of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5)

/** A number with so many digits after the point, as JSON carries it. */
export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits))

/** Whether a line keeps its bound; lines without one always do. */
export function keepsBound({ ratio, atMost, atLeast }: Line): boolean {
  if (ratio === undefined) return true
  return (atMost === undefined || ratio <= atMost) && (atLeast === undefined || ratio >= atLeast)
}
