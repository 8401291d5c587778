import { dec, decimalText } from '#core/kit'
import type { ItemKind } from '#core/plan'

/** Asks of one unit by one asker in one month, by form. */
export interface AskRecord {
  readonly unitId: string
  /** Who asked: a cadence, a task-force office, a meeting. */
  readonly askerId: string
  /** The form: what is measured is the form, not the person. */
  readonly formId: string
  /** Month of the ask, `2025-M03`. */
  readonly month: string
  readonly asks: number
}

/** How long answers of a form took: how many fell into the class that ends at so many seconds. No row of it is a person's. */
export interface FormClass {
  readonly formId: string
  readonly seconds: number
  readonly answers: number
}

/** The burden of one unit by one asker in one month. Minutes are a decimal string with one place. */
export interface BurdenLine {
  readonly month: string
  readonly unitId: string
  readonly askerId: string
  readonly asks: number
  readonly minutes: string
}

/** Fewer answers than this say more of who gave them than of the form. */
export const FEWEST_ANSWERS = 5

/** The form of an ask: a cadence asks for indicators, tasks, projects and policies by one form each. */
export const formIdOf = (cadenceId: string, kind: ItemKind): string => `${cadenceId}/${kind}`

/** The class of a time: its upper end, every 5 seconds up to a minute, 15 up to five minutes, 60 up to an hour. */
export function timeClass(seconds: number): number {
  const whole = Math.min(Math.max(Math.ceil(seconds), 1), 3600)
  const step = whole <= 60 ? 5 : whole <= 300 ? 15 : 60
  return Math.ceil(whole / step) * step
}

/**
 * Median seconds of each form: the upper end of the class in which the middle answer lies. Forms with too few answers to speak for the
 * form are left out.
 */
export function formMedians(classes: readonly FormClass[]): ReadonlyMap<string, number> {
  const forms = new Map<string, FormClass[]>()
  for (const one of classes) forms.set(one.formId, [...(forms.get(one.formId) ?? []), one])
  const medians = new Map<string, number>()
  for (const [formId, own] of forms) {
    const all = own.reduce((sum, { answers }) => sum + answers, 0)
    if (all < FEWEST_ANSWERS) continue
    let reached = 0
    const middle = own
      .toSorted((a, b) => a.seconds - b.seconds)
      .find(({ answers }) => {
        reached += answers
        return reached * 2 >= all
      })
    if (middle) medians.set(formId, middle.seconds)
  }
  return medians
}

/** Seconds as minutes with one place. */
export const minutesText = (seconds: number): string => decimalText(dec(seconds).dividedBy(60).toDecimalPlaces(1))

/**
 * The monthly burden account (domain.md, Burden): asks × median seconds of the form, per unit and asker, heaviest first. A form whose
 * median is not known yet counts with its asks and no minutes.
 */
export function burdenAccount(asks: readonly AskRecord[], medians: ReadonlyMap<string, number>): BurdenLine[] {
  const lines = new Map<string, { month: string; unitId: string; askerId: string; asks: number; seconds: number }>()
  for (const { month, unitId, askerId, formId, asks: count } of asks) {
    const key = JSON.stringify([month, unitId, askerId])
    const line = lines.get(key) ?? { month, unitId, askerId, asks: 0, seconds: 0 }
    line.asks += count
    line.seconds += count * (medians.get(formId) ?? 0)
    lines.set(key, line)
  }
  return [...lines.values()]
    .sort((a, b) => (a.month === b.month ? b.seconds - a.seconds || b.asks - a.asks : a.month < b.month ? -1 : 1))
    .map(({ seconds, ...line }) => ({ ...line, minutes: minutesText(seconds) }))
}
