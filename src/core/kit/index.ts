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
export { countUpTo } from './count-up-to.ts'
export { mergeWords } from './merge-words.ts'
export { inSpans, sliceSpan, withoutWhitespace } from './span.ts'
export type { Span } from './span.ts'
export {
  periodKinds,
  defaultTwoWeekAnchor,
  periodOf,
  parsePeriod,
  periodById,
  shiftPeriod,
  nextPeriod,
  previousPeriod,
  parentPeriod,
  comparePeriods,
  periodsEndingIn,
  daysInPeriod,
  periodWords,
} from './period.ts'
export type { Period, PeriodKind } from './period.ts'
export {
  statutoryDays,
  workCalendar,
  workCalendarOf,
  withYears,
  isWorkday,
  isProvisionalYear,
  addWorkdays,
  countWorkdays,
} from './work-calendar.ts'
export type { CalendarException, CalendarYear, RegionCalendar, WorkCalendar } from './work-calendar.ts'
export { publishedYears } from './holidays.data.ts'
export { instantAt, cutOffOf, dueDay, dueMoment } from './due-moment.ts'
export type { DueRule } from './due-moment.ts'
export { parseChineseNumber, formatChineseNumber, formatChineseDigits } from './chinese-number.ts'
export { canonicalJson } from './canonical-json.ts'
export type { Json } from './canonical-json.ts'
export { fillWords, oneOrMany } from './words.ts'
export { spokenDate } from './spoken-date.ts'
export type { SpokenIn } from './spoken-date.ts'
export { groupBy } from './group-by.ts'
