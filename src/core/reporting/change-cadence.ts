import { accept, addDays, periodOf, refuse, weekday } from '#core/kit'
import type { LocalDate, PeriodKind, Result } from '#core/kit'
import { ruleOn } from './cadence.ts'
import type { Act, ActRule, ActVersion, Rhythm } from './cadence.ts'

/** An act with the rule that is wanted for it. */
export interface WantedAct {
  readonly act: Act
  readonly rule: ActRule
}

/** Kinds of period that end with a month, so that a day of their last month can cut off. */
const WITH_CUT_OFF: readonly PeriodKind[] = ['month', 'quarter', 'halfYear', 'year']

/** Whether these acts can be held: each once, and each rule fits its kind of period. */
export function checkActs(wanted: readonly WantedAct[]): Result<readonly WantedAct[]> {
  if (wanted.length === 0) return refuse('cadence.noAct')
  for (const [index, { act, rule }] of wanted.entries()) {
    const at = `acts.${index}`
    if (wanted.findIndex((other) => other.act === act) !== index) return refuse('cadence.actTwice', {}, at)
    if ((rule.periodKind === 'twoWeek') !== (rule.anchor !== null)) return refuse('cadence.anchorMissing', {}, at)
    if (rule.anchor !== null && weekday(rule.anchor) !== 1)
      return refuse('cadence.anchorNoMonday', { day: rule.anchor }, at)
    if (rule.months.length > 0 && rule.periodKind !== 'month') return refuse('cadence.monthsOfMonth', {}, at)
    if (rule.cutOffDay !== null && !WITH_CUT_OFF.includes(rule.periodKind))
      return refuse('cadence.cutOffOfMonth', {}, at)
  }
  return accept(wanted)
}

/** What has happened already: today, and the last day of the last period in which units were asked (null = never). */
export interface CadenceFacts {
  readonly today: LocalDate
  readonly askedUntil: LocalDate | null
}

/**
 * The first day whose periods may follow another rule. What units have been asked stands, and so does the running period of an act
 * that reads; a dispatch that has asked nothing yet may still become another one altogether.
 */
export function changeDay(rhythm: Rhythm, act: Act, { today, askedUntil }: CadenceFacts): LocalDate {
  if (act === 'dispatch' && askedUntil !== null) return addDays(askedUntil, 1)
  const rule = ruleOn(rhythm, act, today)
  if (rule === null) return today
  if (act === 'dispatch') return rhythm.acts.find((version) => version.act === act)?.fromDay ?? today
  return addDays(periodOf(rule.periodKind, today, rule.anchor ?? undefined).last, 1)
}

const same = (a: ActRule | null, b: ActRule | null): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The rule that comes last: in force, or settled for a later day. */
function settledRule({ acts }: Rhythm, act: Act): ActRule | null {
  const own = acts.filter((version) => version.act === act).sort((a, b) => (a.fromDay < b.fromDay ? -1 : 1))
  return own.at(-1)?.rule ?? null
}

/**
 * What has to be laid down so that a cadence has the wanted acts from the next period on; nothing for acts that stay as they are. A
 * version takes the place of one that was settled for the same day.
 */
export function changedActs(rhythm: Rhythm, wanted: readonly WantedAct[], facts: CadenceFacts): readonly ActVersion[] {
  const known = new Set([...rhythm.acts, ...wanted].map(({ act }) => act))
  return [...known].flatMap((act) => {
    const rule = wanted.find((one) => one.act === act)?.rule ?? null
    return same(rule, settledRule(rhythm, act)) ? [] : [{ act, fromDay: changeDay(rhythm, act, facts), rule }]
  })
}
