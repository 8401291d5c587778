export { accept, refuse, invariant } from './result.ts'
export type { Refusal, Result, Words } from './result.ts'
export { dec, parseDecimal, decimalText } from './decimal.ts'
export type { Dec } from './decimal.ts'
export {
  dayNumber,
  dateOfDay,
  isLocalDate,
  addDays,
  daysBetween,
  lastDayOfMonth,
  weekday,
  localDateAt,
} from './local-date.ts'
export type { LocalDate } from './local-date.ts'
export { kitRefusals } from './refusals.ts'
export { sliceSpan, withoutWhitespace } from './span.ts'
export type { Span } from './span.ts'
