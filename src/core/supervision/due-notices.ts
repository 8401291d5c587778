import { localDateAt } from '#core/kit'
import type { LocalDate } from '#core/kit'
import { automaticLevels, levelDue, rulesFor } from './escalation.ts'
import type { AutomaticLevel, PublishedRules } from './escalation.ts'
import { groupOf, matterDays } from './matter.ts'
import type { Matter, MatterKind, MatterPlace, Sides } from './matter.ts'
import { leavingMoment } from './leaving-moment.ts'
import type { WorkPlace } from './leaving-moment.ts'

/** Somebody who is written to: a person, or a channel into which a group looks. */
export interface Recipient {
  readonly id: string
  /** Hours that a person has chosen for himself; null = the region's. */
  readonly hours: readonly number[] | null
  /** The mildest level that he is sent. */
  readonly fromLevel: AutomaticLevel
}

/** One matter of a message: the level that it has reached, and its grounds (due moment, rule, what comes next). */
export interface NoticeMatter {
  readonly key: string
  readonly kind: MatterKind
  readonly level: AutomaticLevel
  /** The reader is the one who waits for it; the message goes to him for his knowledge. */
  readonly isCopy: boolean
  readonly unitName: string
  readonly subject: string
  readonly count: number
  readonly dueAt: string
  readonly place: MatterPlace
  /** The rule: working days from the due day at which this level comes (negative = before it), and its rule set. */
  readonly workdays: number
  readonly rulesVersion: number
  readonly next: { readonly level: AutomaticLevel; readonly on: LocalDate } | null
}

/** One message: everything that a recipient has to hear at one moment. */
export interface Notice {
  readonly recipientId: string
  readonly moment: string
  /** The highest level in it. */
  readonly level: AutomaticLevel
  readonly matters: readonly NoticeMatter[]
}

/** What is known when messages are put together. */
export interface NoticeFacts extends WorkPlace {
  /** ISO instant in UTC, of the region's clock. */
  readonly now: string
  readonly versions: readonly PublishedRules[]
  readonly matters: readonly (Matter & Sides)[]
  /** Persons by account; who is missing here is written to at the region's hours. */
  readonly persons: ReadonlyMap<string, Recipient>
  readonly channels: readonly Recipient[]
  /** Levels that have reached a recipient, as `reachedKey` writes them. */
  readonly reached: ReadonlySet<string>
}

/** The mark of a level of a matter that has reached a recipient. */
export const reachedKey = (matterKey: string, recipientId: string, level: AutomaticLevel): string =>
  `${matterKey} ${recipientId} ${level}`

const rank = (level: AutomaticLevel): number => automaticLevels.indexOf(level)

/** The milder or harder of levels: the last in the order of levels. */
export function highestLevel(levels: readonly AutomaticLevel[]): AutomaticLevel {
  return levels.reduce((highest, level) => (rank(level) > rank(highest) ? level : highest), 'reminder')
}

/**
 * The messages that leave now, one per recipient: every matter whose level has come and has not reached him yet. Doers hear each level,
 * askers the warning alone; a channel hears what concerns the doers. A matter without a rule set in force when it was given is left
 * alone: nothing runs that was not announced.
 */
export function dueNotices(facts: NoticeFacts): Notice[] {
  const found = new Map<string, { moment: string; matters: NoticeMatter[] }>()
  const regionHours = facts.versions.reduce<PublishedRules | null>(
    (last, one) => (last && last.version > one.version ? last : one),
    null,
  )?.hours
  if (regionHours === undefined) return []
  const add = (recipient: Recipient, timed: TimedMatter, isCopy: boolean): void => {
    const due = dueFor(facts, recipient, timed, isCopy)
    const moment = due && leavingMoment(facts.now, recipient.hours ?? regionHours, facts)
    if (due === null || moment === null) return
    const own = found.get(recipient.id) ?? { moment, matters: [] }
    own.matters.push(due)
    found.set(recipient.id, own)
  }
  const person = (id: string): Recipient => facts.persons.get(id) ?? { id, hours: null, fromLevel: 'reminder' }
  for (const matter of facts.matters) {
    const timed = timedMatter(facts, matter)
    if (timed === null) continue
    for (const id of matter.doers) add(person(id), timed, false)
    for (const id of matter.askers) add({ ...person(id), fromLevel: 'warning' }, timed, true)
    for (const channel of facts.channels) add(channel, timed, false)
  }
  return [...found].map(([recipientId, { moment, matters }]) => ({
    recipientId,
    moment,
    level: highestLevel(matters.map(({ level }) => level)),
    matters: matters.sort((a, b) => rank(b.level) - rank(a.level) || (a.dueAt < b.dueAt ? -1 : 1)),
  }))
}

/** A matter with the rule set that it runs under and the days of its levels: the same for everybody who hears of it. */
interface TimedMatter {
  readonly matter: Matter
  readonly rules: PublishedRules
  readonly days: ReturnType<typeof matterDays>
}

/** Null where no level of it has come yet, or no rule set was in force when it was given. */
function timedMatter(facts: NoticeFacts, matter: Matter): TimedMatter | null {
  const rules = rulesFor(facts.versions, matter.givenAt)
  if (rules === null) return null
  const days = matterDays(matter, rules, facts)
  return levelDue(days, [], localDateAt(facts.now, facts.timeZone)) === null ? null : { matter, rules, days }
}

function dueFor(
  facts: NoticeFacts,
  recipient: Recipient,
  { matter, rules, days }: TimedMatter,
  isCopy: boolean,
): NoticeMatter | null {
  const sent = automaticLevels.filter((level) => facts.reached.has(reachedKey(matter.key, recipient.id, level)))
  const level = levelDue(days, sent, localDateAt(facts.now, facts.timeZone))
  if (level === null || rank(level) < rank(recipient.fromLevel)) return null
  const { key, kind, unitName, subject, count, dueAt, place } = matter
  return {
    ...{ key, kind, unitName, subject, count, dueAt, place, level, isCopy },
    workdays: rules.levels[groupOf[kind]][level],
    rulesVersion: rules.version,
    next: days[rank(level) + 1] ?? null,
  }
}
