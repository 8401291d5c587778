import { accept, dec, decimalText, parseDecimal, refuse } from '#core/kit'
import type { Dec, LocalDate, Result } from '#core/kit'
import type { Frequency, Target } from '#core/plan'
import { isCounted } from './pace.ts'
import type { PeriodAmount, TargetPeriodKind } from './schedule.ts'
import { targetRegion } from './target-region.ts'
import { periodsAlong } from './trajectory-table.ts'
import type { DateSpan } from './types.ts'
import { judgingOf, movedAlong, wayOf } from './way.ts'
import type { Way } from './way.ts'

/** The way that period targets divide up; null where the target has none (rates, caps, a state without baseline). */
export function wayToDivide(target: Target): Way | null {
  const region = targetRegion(target)
  if (region === null || judgingOf(target, region) !== 'way') return null
  const way = wayOf(target, region)
  return way !== null && way.length.gt(0) ? way : null
}

const fineness: Readonly<Record<string, number>> = { week: 0, dekad: 1, month: 2, quarter: 3, halfYear: 4, year: 5 }

/** Checks figures per dekad or month: every period of the span once, none negative, whole things whole, and all of the way together. */
export function checkPeriodTargets(
  asked: { readonly kind: TargetPeriodKind; readonly amounts: readonly PeriodAmount[] },
  item: { readonly target: Target; readonly frequency: Frequency; readonly span: DateSpan },
): Result<readonly PeriodAmount[]> {
  const { kind, amounts } = asked
  const way = wayToDivide(item.target)
  if (way === null) return refuse('schedule.noWay')
  if ((fineness[kind] ?? 0) < (fineness[item.frequency] ?? 0)) return refuse('schedule.finerThanFigures')
  const periods = periodsAlong(kind, item.span)
  const wrong = periods.findIndex(({ periodId }, index) => amounts[index]?.periodId !== periodId)
  if (wrong >= 0 || amounts.length !== periods.length)
    return refuse('schedule.periodsDiffer', { period: periods[wrong]?.periodId ?? '' }, `amounts.${Math.max(wrong, 0)}`)
  return checkSum(amounts, way, item.target)
}

function checkSum(amounts: readonly PeriodAmount[], way: Way, target: Target): Result<readonly PeriodAmount[]> {
  let sum = dec(0)
  const read: PeriodAmount[] = []
  for (const [index, { periodId, amount }] of amounts.entries()) {
    const value = parseDecimal(amount)
    const at = `amounts.${index}.amount`
    if (value === null || value.lt(0)) return refuse('schedule.amountNotFigure', { period: periodId, text: amount }, at)
    if (isCounted(target) && !value.isInteger())
      return refuse('schedule.amountNotWhole', { period: periodId, text: amount }, at)
    sum = sum.plus(value)
    read.push({ periodId, amount: decimalText(value) })
  }
  if (sum.eq(way.length)) return accept(read)
  const detail = { sum: decimalText(sum), all: decimalText(way.length), unit: target.unit }
  return refuse('schedule.amountsMissTarget', detail, 'amounts')
}

/**
 * Divides an amount by weights so that the parts add up to it exactly: each part is rounded down to `places`, and what is left goes, one
 * smallest unit each, to the parts that lost most (largest remainder), earlier ones first. All weights 0 = even parts.
 */
export function divide(amount: Dec, weights: readonly Dec[], places: number): Dec[] {
  const all = weights.reduce((sum, weight) => sum.plus(weight), dec(0))
  const even = all.lte(0)
  const exact = weights.map((weight) => (even ? amount.dividedBy(weights.length) : amount.times(weight).dividedBy(all)))
  const parts = exact.map((value) => value.toDecimalPlaces(places, 1))
  const unit = dec(10).pow(-places)
  const placed = parts.reduce((sum, part) => sum.plus(part), dec(0))
  const left = amount.minus(placed).dividedBy(unit).round().toNumber()
  const order = exact
    .map((value, index) => ({ index, lost: value.minus(parts[index] ?? 0) }))
    .sort((a, b) => b.lost.comparedTo(a.lost) || a.index - b.index)
  const favoured = new Set(order.slice(0, left).map(({ index }) => index))
  return parts.map((part, index) => (favoured.has(index) ? part.plus(unit) : part))
}

/** What each period is asked for once what was missed before it has been spread over it and the periods after it. */
export interface Respread {
  /** One for each period: for those that are over what was asked of them at their beginning, for the others what is asked now. */
  readonly asked: readonly Dec[]
  /** What was missed and cannot be spread, because no period is left; 0 while one is. */
  readonly unplaced: Dec
}

/**
 * Spreads what was missed (or done beforehand) over the periods that are left, in proportion to their planned figures. What has been done
 * and what is asked of the rest add up to the way exactly, as long as not more has been done than the whole.
 */
export function respread(planned: readonly Dec[], done: readonly Dec[], length: Dec, counted: boolean): Respread {
  const finest = [...planned, ...done, length].map((value) => value.decimalPlaces())
  const places = counted ? 0 : Math.max(0, ...finest)
  const asked: Dec[] = []
  let rest = length
  let spread = divide(rest, planned, places)
  for (const [index, value] of done.entries()) {
    asked.push(spread[0] ?? dec(0))
    rest = rest.minus(value)
    const left = rest.lt(0) ? dec(0) : rest
    spread = index + 1 < planned.length ? divide(left, planned.slice(index + 1), places) : []
  }
  const isOver = done.length >= planned.length
  return { asked: [...asked, ...spread], unplaced: isOver && rest.gt(0) ? rest : dec(0) }
}

/** One line of the table: asked, done, missed, re-spread. Decimals are strings. */
export interface PeriodTargetRow {
  readonly periodId: string
  readonly on: LocalDate
  readonly planned: string
  /** What is asked once earlier misses are spread. */
  readonly asked: string
  /** asked − planned: what was laid upon this period from the ones before it; negative = taken off. */
  readonly carried: string
  readonly done: string | null
  /** asked − done; negative = more than asked. */
  readonly missed: string | null
}

/** Figures per period with what became of them. */
export interface PeriodTargetTable {
  readonly kind: TargetPeriodKind
  readonly rows: readonly PeriodTargetRow[]
  readonly length: string
  readonly done: string
  readonly unplaced: string
}

/** The table of an item's period targets, from its accumulated readings in order of date. */
export function periodTargetTable(
  targets: { readonly kind: TargetPeriodKind; readonly amounts: readonly PeriodAmount[] },
  item: { readonly target: Target; readonly span: DateSpan },
  readings: readonly { readonly asOf: LocalDate; readonly value: Dec }[],
): PeriodTargetTable | null {
  const way = wayToDivide(item.target)
  if (way === null) return null
  const periods = periodsAlong(targets.kind, item.span)
  const planned = periods.map((_, index) => dec(targets.amounts[index]?.amount ?? 0))
  const done = doneInPeriods(
    periods.map(({ on }) => on),
    way,
    readings,
  )
  const { asked, unplaced } = respread(planned, done, way.length, isCounted(item.target))
  const all = done.reduce((sum, value) => sum.plus(value), dec(0))
  return {
    kind: targets.kind,
    rows: periods.map(({ periodId, on }, index) =>
      rowOf({ periodId, on }, planned[index] ?? dec(0), asked[index] ?? dec(0), done[index] ?? null),
    ),
    length: decimalText(way.length),
    done: decimalText(all),
    unplaced: decimalText(unplaced),
  }
}

function rowOf(
  period: { periodId: string; on: LocalDate },
  planned: Dec,
  asked: Dec,
  done: Dec | null,
): PeriodTargetRow {
  return {
    ...period,
    planned: decimalText(planned),
    asked: decimalText(asked),
    carried: decimalText(asked.minus(planned)),
    done: done && decimalText(done),
    missed: done && decimalText(asked.minus(done)),
  }
}

/** How far the item moved in each period that is over: a period is over once a figure speaks of its last day or a later one. */
function doneInPeriods(
  ends: readonly LocalDate[],
  way: Way,
  readings: readonly { readonly asOf: LocalDate; readonly value: Dec }[],
): Dec[] {
  const latest = readings.at(-1)?.asOf ?? ''
  let before = dec(0)
  return ends
    .filter((end) => end <= latest)
    .map((end) => {
      const reading = readings.findLast(({ asOf }) => asOf <= end)
      const moved = reading ? movedAlong(way, reading.value) : dec(0)
      const step = moved.minus(before)
      before = moved
      return step
    })
}
