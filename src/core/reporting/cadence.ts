import { addDays, daysBetween, parsePeriod, periodsEndingIn } from '#core/kit'
import type { DueRule, LocalDate, Period, PeriodKind } from '#core/kit'

/**
 * What a cadence does (domain.md, Periods and cadences): dispatch 调度 and reconciliation 对账 collect; circular 通报, review 讲评,
 * briefing 简报 and monthlyReport 月报 read what is sealed and ask nothing.
 */
export type Act = 'dispatch' | 'reconciliation' | 'circular' | 'review' | 'briefing' | 'monthlyReport'

/** All acts, those that collect first. */
export const allActs: readonly Act[] = ['dispatch', 'reconciliation', 'circular', 'briefing', 'monthlyReport', 'review']

/** Whether an act asks something of the units. */
export const collects = (act: Act): boolean => act === 'dispatch' || act === 'reconciliation'

/** How often an act is held and when it is due. */
export interface ActRule {
  readonly periodKind: PeriodKind
  /** The months of a monthly act in which alone it is held (每年3月、9月); none named = in every period. */
  readonly months: readonly number[]
  /** The Monday from which periods of two weeks are counted; null for every other kind. */
  readonly anchor: LocalDate | null
  /** Working days after the last day; negative = before it. */
  readonly dueWorkdays: number
  /** Whole hour of the day in the region's zone. */
  readonly dueHour: number
  /** Day of the period's last month up to which figures count; null = to its end. */
  readonly cutOffDay: number | null
  /** To whom it goes, in words: 区委、区政府主要领导. */
  readonly goesTo: string
}

/** A rule of an act from a day on: it holds for the periods that end on that day or later. `rule` null = not held any more. */
export interface ActVersion {
  readonly act: Act
  readonly fromDay: LocalDate
  readonly rule: ActRule | null
}

/** What the rhythm of a cadence is made of. `endsOn`: last day whose periods it still has; null = it goes on. */
export interface Rhythm {
  readonly acts: readonly ActVersion[]
  readonly endsOn: LocalDate | null
}

/** A period of an act with the rule that holds for it. */
export interface ActPeriod {
  readonly act: Act
  readonly period: Period
  readonly rule: ActRule
}

/** The rule as the due moment takes it. */
export function dueRuleOf({ dueWorkdays, dueHour, cutOffDay }: ActRule): DueRule {
  return { workdays: dueWorkdays, hour: dueHour, ...(cutOffDay === null ? {} : { cutOffDay }) }
}

/** The version in force for a period that ends on this day. */
function versionAt(acts: readonly ActVersion[], act: Act, lastDay: LocalDate): ActVersion | null {
  const reached = acts.filter((version) => version.act === act && version.fromDay <= lastDay)
  return reached.reduce<ActVersion | null>(
    (latest, one) => (latest && latest.fromDay > one.fromDay ? latest : one),
    null,
  )
}

/** The rule by which an act is held on a day; null = it is not held. */
export function ruleOn({ acts, endsOn }: Rhythm, act: Act, day: LocalDate): ActRule | null {
  return endsOn !== null && day > endsOn ? null : (versionAt(acts, act, day)?.rule ?? null)
}

/** Acts that are held on a day or have been settled for a day to come. */
export function actsOf(rhythm: Rhythm, day: LocalDate): readonly Act[] {
  if (rhythm.endsOn !== null && rhythm.endsOn < day) return []
  const held = (act: Act): boolean =>
    ruleOn(rhythm, act, day) !== null ||
    rhythm.acts.some((version) => version.act === act && version.fromDay > day && version.rule !== null)
  return allActs.filter(held)
}

const inItsMonths = ({ months, periodKind }: ActRule, period: Period): boolean =>
  periodKind !== 'month' || months.length === 0 || months.includes(Number(period.id.slice(6)))

function fits(rule: ActRule, period: Period): boolean {
  if (period.kind !== rule.periodKind || !inItsMonths(rule, period)) return false
  return rule.anchor === null || daysBetween(rule.anchor, period.first) % 14 === 0
}

/** The period of an id with its rule; null where the cadence has no such period of that act. */
export function actPeriod(rhythm: Rhythm, act: Act, periodId: string): ActPeriod | null {
  const period = parsePeriod(periodId)
  const rule = period && ruleOn(rhythm, act, period.last)
  return period && rule && fits(rule, period) ? { act, period, rule } : null
}

/** The periods of an act whose last day lies in [from, to], each by the rule in force on that day, in order. */
export function actPeriods(rhythm: Rhythm, act: Act, from: LocalDate, to: LocalDate): ActPeriod[] {
  const until = rhythm.endsOn !== null && rhythm.endsOn < to ? rhythm.endsOn : to
  const versions = rhythm.acts.filter((version) => version.act === act).sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1))
  return versions.flatMap(({ fromDay, rule }, index): ActPeriod[] => {
    if (rule === null) return []
    const next = versions[index + 1]?.fromDay
    const start = fromDay > from ? fromDay : from
    const end = next !== undefined && next <= until ? addDays(next, -1) : until
    return periodsEndingIn(rule.periodKind, start, end, rule.anchor ?? undefined)
      .filter((period) => inItsMonths(rule, period))
      .map((period) => ({ act, period, rule }))
  })
}

/** How far ahead the next period of an act is looked for: past the longest wait, a year's act that has just been held. */
const FURTHEST_DAYS = 800

/** The first period of an act that ends on this day or later; null where the act has ended. */
export function nextActPeriod(rhythm: Rhythm, act: Act, day: LocalDate): ActPeriod | null {
  return actPeriods(rhythm, act, day, addDays(day, FURTHEST_DAYS))[0] ?? null
}
