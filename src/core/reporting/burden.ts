import { dec, decimalText } from '#core/kit'

/** One ask of one unit, answered or not. */
export interface AskRecord {
  readonly unitId: string
  /** Who asked: a cadence, a task-force office, a meeting. */
  readonly askerId: string
  /** The form: what is measured is the form, not the person. */
  readonly formId: string
  /** Month of the ask, `2025-M03`. */
  readonly month: string
}

/** How long answers of a form took, in seconds. */
export interface FormTiming {
  readonly formId: string
  readonly seconds: readonly number[]
}

/** The burden of one unit by one asker in one month. Minutes are a decimal string with one place. */
export interface BurdenLine {
  readonly month: string
  readonly unitId: string
  readonly askerId: string
  readonly asks: number
  readonly minutes: string
}

/** Median seconds to answer a form; null where nobody has answered it yet. */
export function medianSeconds(seconds: readonly number[]): number | null {
  if (seconds.length === 0) return null
  const sorted = [...seconds].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0]
  return sorted.length % 2 === 1 ? high : (low + high) / 2
}

/**
 * The monthly burden account (domain.md, Burden): asks × median seconds of the form, per unit and asker, heaviest first. A form that
 * nobody has answered yet counts with its asks and no minutes.
 */
export function burdenAccount(asks: readonly AskRecord[], timings: readonly FormTiming[]): BurdenLine[] {
  const medians = new Map(timings.map(({ formId, seconds }) => [formId, medianSeconds(seconds) ?? 0]))
  const lines = new Map<string, { month: string; unitId: string; askerId: string; asks: number; seconds: number }>()
  for (const { month, unitId, askerId, formId } of asks) {
    const key = JSON.stringify([month, unitId, askerId])
    const line = lines.get(key) ?? { month, unitId, askerId, asks: 0, seconds: 0 }
    line.asks += 1
    line.seconds += medians.get(formId) ?? 0
    lines.set(key, line)
  }
  return [...lines.values()]
    .sort((a, b) => (a.month === b.month ? b.seconds - a.seconds || b.asks - a.asks : a.month < b.month ? -1 : 1))
    .map(({ seconds, ...line }) => ({ ...line, minutes: decimalText(dec(seconds).dividedBy(60).toDecimalPlaces(1)) }))
}
