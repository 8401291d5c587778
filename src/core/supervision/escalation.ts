import { accept, addWorkdays, refuse } from '#core/kit'
import type { LocalDate, Result, WorkCalendar } from '#core/kit'

/** The levels that run by themselves, mildest first: 提醒 → 催办 → 警示. */
export const automaticLevels = ['reminder', 'urging', 'warning'] as const

/** A level that runs by itself. */
export type AutomaticLevel = (typeof automaticLevels)[number]

/** After how many working days past the due day each level comes. */
export type EscalationRule = Readonly<Record<AutomaticLevel, number>>

/** Reminder one, urging three, warning six working days after the due day. */
export const defaultEscalation: EscalationRule = { reminder: 1, urging: 3, warning: 6 }

/** What the levels run over: sheets (to report, to sign, to accept), orders, problems to be put right. */
export const matterGroups = ['sheet', 'order', 'problem'] as const

/** One of the groups of matters, each with its own days. */
export type MatterGroup = (typeof matterGroups)[number]

/** A region's rule set as it is published: days of each level by group, and the hours of a working day at which messages leave. */
export interface EscalationRules {
  readonly levels: Readonly<Record<MatterGroup, EscalationRule>>
  /** Whole hours in the region's zone; messages leave at these moments only. */
  readonly hours: readonly number[]
}

/** A rule set with its place in the region's row of them. */
export interface PublishedRules extends EscalationRules {
  readonly version: number
  readonly publishedAt: string
}

/** What is put before a coordinator who has not published any: one working day ahead, one after, three after; at 9 and 15 o'clock. */
export const proposedRules: EscalationRules = {
  levels: {
    sheet: { reminder: -1, urging: 1, warning: 3 },
    order: { reminder: -1, urging: 1, warning: 3 },
    problem: { reminder: -3, urging: 1, warning: 5 },
  },
  hours: [9, 15],
}

/** Nothing leaves before 8 or from 20 o'clock on, nor on a day that is not worked; it is kept until then. */
export const openHours = { from: 8, to: 20 } as const

const FURTHEST_WORKDAYS = 60

/** Levels rise and stay near the due day; the hours lie inside the open ones. */
export function checkRules({ levels, hours }: EscalationRules): Result<null> {
  for (const group of matterGroups) {
    const { reminder, urging, warning } = levels[group]
    if (!(reminder < urging && urging < warning)) return refuse('escalation.levelsNotRising', {}, `levels.${group}`)
    const near = [reminder, urging, warning].every(
      (days) => Number.isInteger(days) && Math.abs(days) <= FURTHEST_WORKDAYS,
    )
    if (!near) return refuse('escalation.tooFar', { days: FURTHEST_WORKDAYS }, `levels.${group}`)
  }
  return checkHours(hours)
}

/** One to six different whole hours inside the open ones; for a rule set and for a person's own choice. */
export function checkHours(hours: readonly number[]): Result<null> {
  const open = hours.every((hour) => Number.isInteger(hour) && hour >= openHours.from && hour < openHours.to)
  const counted = hours.length >= 1 && hours.length <= 6 && new Set(hours).size === hours.length
  return open && counted ? accept(null) : refuse('escalation.hoursNotOpen', { ...openHours }, 'hours')
}

/** The rule set that a matter follows: the one in force when it was given, so that both sides knew the days beforehand; null = none. */
export function rulesFor(versions: readonly PublishedRules[], givenAt: string): PublishedRules | null {
  const before = versions.filter(({ publishedAt }) => Date.parse(publishedAt) <= Date.parse(givenAt))
  return before.reduce<PublishedRules | null>((last, one) => (last && last.version > one.version ? last : one), null)
}

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
