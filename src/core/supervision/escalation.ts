import { addWorkdays } from '#core/kit'
import type { LocalDate, WorkCalendar } from '#core/kit'

/** The levels that run by themselves, mildest first: 提醒 → 催办 → 警示. */
export const automaticLevels = ['reminder', 'urging', 'warning'] as const

/** A level that runs by itself. */
export type AutomaticLevel = (typeof automaticLevels)[number]

/** After how many working days past the due day each level comes. */
export type EscalationRule = Readonly<Record<AutomaticLevel, number>>

/** Reminder one, urging three, warning six working days after the due day. */
export const defaultEscalation: EscalationRule = { reminder: 1, urging: 3, warning: 6 }

/** The days on which the levels come; both sides are told them when the matter is assigned. */
export function escalationDays(
  dueOn: LocalDate,
  rule: EscalationRule,
  calendar: WorkCalendar,
): readonly { readonly level: AutomaticLevel; readonly on: LocalDate }[] {
  return automaticLevels.map((level) => ({ level, on: addWorkdays(calendar, dueOn, rule[level]) }))
}

/** The level that a day calls for and that was not sent yet: the highest one reached; null = nothing to send. */
export function levelDue(
  days: ReturnType<typeof escalationDays>,
  sent: readonly AutomaticLevel[],
  today: LocalDate,
): AutomaticLevel | null {
  const reached = days.filter(({ on }) => on <= today).at(-1)?.level ?? null
  const highestSent = Math.max(-1, ...sent.map((level) => automaticLevels.indexOf(level)))
  return reached !== null && automaticLevels.indexOf(reached) > highestSent ? reached : null
}

/** 约谈 interview, 挂牌督办 listing, 移送 referral: proposed with grounds, decided by a named person, never by a program. */
export type PersonalMeasure = 'interview' | 'listing' | 'referral'

/** A proposal with the facts that speak for it. */
export interface MeasureProposal {
  readonly measure: PersonalMeasure
  readonly grounds: readonly ('warningUnanswered' | 'claimsRefused' | 'rebound')[]
}

/** Proposes an interview after a warning that stayed without effect, a listing when the matter came back or claims were refused too. */
export function proposeMeasure(facts: {
  readonly daysSinceWarning: number | null
  readonly refusedClaims: number
  readonly reopened: number
}): MeasureProposal | null {
  const unanswered = facts.daysSinceWarning !== null && facts.daysSinceWarning > 5
  const grounds: MeasureProposal['grounds'] = [
    ...(unanswered ? (['warningUnanswered'] as const) : []),
    ...(facts.refusedClaims >= 2 ? (['claimsRefused'] as const) : []),
    ...(facts.reopened > 0 ? (['rebound'] as const) : []),
  ]
  if (grounds.length === 0) return null
  return { measure: grounds.length > 1 ? 'listing' : 'interview', grounds }
}
