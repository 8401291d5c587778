import { accept, dec, decimalText, isLocalDate, refuse } from '#core/kit'
import type { LocalDate, Period, Result } from '#core/kit'
import type { IndicatorItem, PlanItem } from '#core/plan'
import { isRate } from './rate-parts.ts'

/** 申报 → 受理 → 认定: how far one unit of count is with the body that decides it (mechanism B11). */
export type RecognitionState = 'filed' | 'admitted' | 'recognised'

/** One thing that another body decides on: a firm, a project, a product. Dates are those of the body's papers. */
export interface Recognition {
  /** 申报、受理、认定(纳统、入库、备案) */
  readonly filedOn: LocalDate
  readonly admittedOn: LocalDate | null
  readonly recognisedOn: LocalDate | null
  /** Title or number of the recognising document; needed with `recognisedOn`. */
  readonly document: string
  /** When the acceptor has looked at the document; null = not yet. */
  readonly lookedAt: string | null
  /** Why it no longer counts; null = it counts. */
  readonly withdrawalReason: string | null
}

/** How many stand at each state, later states included in the earlier ones: a funnel. */
export interface Funnel {
  readonly filed: number
  readonly admitted: number
  readonly recognised: number
  /** Recognised, and the acceptor has looked at the document. */
  readonly lookedAt: number
}

/** Whether another body decides what counts for this item. */
export function isRecognised(item: PlanItem): item is IndicatorItem {
  return item.kind === 'indicator' && item.recognised === true && item.origin === 'own'
}

/** Where the figure of an item comes from: stated by the unit, the parts of a rate, or recognised rows. */
export function figureBy(item: PlanItem): 'stated' | 'parts' | 'rows' {
  if (isRecognised(item)) return 'rows'
  return isRate(item) ? 'parts' : 'stated'
}

/** The state that the dates of a row say. */
export function recognitionState({ admittedOn, recognisedOn }: Recognition): RecognitionState {
  if (recognisedOn !== null) return 'recognised'
  return admittedOn === null ? 'filed' : 'admitted'
}

const counts = (row: Recognition): boolean => row.withdrawalReason === null

/** The funnel of an item's rows; withdrawn ones are left out. */
export function funnelOf(rows: readonly Recognition[]): Funnel {
  const standing = rows.filter(counts)
  return {
    filed: standing.length,
    admitted: standing.filter((row) => recognitionState(row) !== 'filed').length,
    recognised: standing.filter((row) => row.recognisedOn !== null).length,
    lookedAt: standing.filter((row) => row.recognisedOn !== null && row.lookedAt !== null).length,
  }
}

/** The recognised rows that the figure of a period stands on: up to its last day, in its year; for figures of periods its own days. */
export function countedRecognitions<Row extends Recognition>(
  item: IndicatorItem,
  rows: readonly Row[],
  period: Period,
): Row[] {
  const from = item.accumulation === 'perPeriod' ? period.first : `${period.last.slice(0, 4)}-01-01`
  return rows.filter(
    (row) => counts(row) && row.recognisedOn !== null && row.recognisedOn >= from && row.recognisedOn <= period.last,
  )
}

/** The figure that follows from the rows: only recognised counts; a stock stands on its baseline. */
export function recognisedFigure(item: IndicatorItem, rows: readonly Recognition[], period: Period): Result<string> {
  const added = countedRecognitions(item, rows, period).length
  const isStock = item.target.measure === 'stock' && item.accumulation === 'snapshot'
  if (!isStock) return accept(String(added))
  const { baseline } = item.target
  return baseline === null ? refuse('recognition.baselineMissing') : accept(decimalText(dec(baseline).plus(added)))
}

/** What a reporter says of one row. */
export interface RecognitionSaid {
  readonly name: string
  /** The body that decides: 市统计局, 省科技厅. */
  readonly body: string
  readonly document: string
  readonly filedOn: LocalDate
  readonly admittedOn: LocalDate | null
  readonly recognisedOn: LocalDate | null
}

/** Checks a row: named, by whom, in order of the dates, none ahead, and recognised only by a document. */
export function checkRecognition(said: RecognitionSaid, today: LocalDate): Result<RecognitionSaid> {
  if (said.name.trim() === '') return refuse('recognition.nameMissing', {}, 'name')
  if (said.body.trim() === '') return refuse('recognition.bodyMissing', {}, 'body')
  const dates = [said.filedOn, said.admittedOn, said.recognisedOn].filter((day) => day !== null)
  if (dates.some((day) => !isLocalDate(day) || day > today)) return refuse('recognition.dateInvalid', {}, 'filedOn')
  if (dates.some((day, at) => at > 0 && day < (dates[at - 1] ?? ''))) return refuse('recognition.dateOrder')
  if (said.recognisedOn !== null && said.document.trim() === '')
    return refuse('recognition.documentMissing', {}, 'document')
  const text = { name: said.name.trim(), body: said.body.trim(), document: said.document.trim() }
  return accept({ ...said, ...text })
}
