import type { Span } from '#core/kit'
import type { ItemKind } from '#core/plan'
import type { AskedLines, FormClass, Twin } from '#core/reporting'

/** Lines that were due, with the names of their unit and of the office that accepts. */
export interface AskedLinesRow extends AskedLines {
  readonly unitName: string
  readonly cadenceName: string
  /** Unit in which the office sits, with the campaign; empty for the coordinator. */
  readonly officeName: string
  readonly dueAt: string
}

/** Asks of one month by unit, cadence and form. */
export interface MonthlyAsk {
  readonly month: string
  readonly unitId: string
  readonly unitName: string
  readonly cadenceId: string
  /** Name of the cadence, and who opened its last period. */
  readonly askerName: string
  readonly kind: ItemKind
  readonly asks: number
}

/** One asked field of a month: who asked, from which sentence, of how many units. */
export interface AskedField {
  readonly itemId: string
  readonly title: string
  readonly quote: string
  readonly kind: ItemKind
  readonly cadenceId: string
  readonly askerName: string
  readonly units: number
  readonly asks: number
}

/** A field as it is stored: with the version of its plan that is in force, and the sentence's place in the issued text. */
export interface AskedFieldRow extends AskedField {
  readonly planId: string
  readonly version: number
  readonly sentence: Span | null
}

/** An ask that overlaps another one, with the reason that was given. */
export interface TwinRow {
  readonly because: Twin['because']
  readonly itemId: string
  readonly title: string
  readonly otherItemId: string
  readonly otherTitle: string
  /** Where each stands, said so that the two are told apart. */
  readonly place: string
  readonly otherPlace: string
  readonly cadenceName: string
  readonly reason: string
  readonly decidedAt: string
  readonly decidedByName: string
}

/** What was asked, how it was answered, and how long forms took, inside one transaction of one region. */
export interface AskStore {
  /** Lines whose due moment has come, of periods of a year: alike ones together, by due moment and unit. */
  askedLines(year: number, now: string): Promise<readonly AskedLinesRow[]>
  monthlyAsks(year: number, timeZone: string): Promise<readonly MonthlyAsk[]>
  /** The fields that were asked in a month, `2026-M07`. */
  askedFields(month: string, timeZone: string): Promise<readonly AskedFieldRow[]>
  formClasses(): Promise<readonly FormClass[]>
  /** Adds answers to the histogram of a form; nothing else of them is kept. False where there is no such cadence. */
  addFormTimes(
    cadenceId: string,
    rows: readonly { readonly kind: ItemKind; readonly seconds: number; readonly answers: number }[],
  ): Promise<boolean>
  addTwins(
    cadenceId: string,
    rows: readonly { readonly twinId: string; readonly itemId: string; readonly otherItemId: string }[],
    stamp: { readonly reason: string; readonly at: string; readonly by: string },
  ): Promise<void>
  twins(): Promise<readonly TwinRow[]>
}
