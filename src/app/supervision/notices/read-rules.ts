import { type LocalDate, type Result, accept, workCalendarOf } from '#core/kit'
import {
  type AutomaticLevel,
  type EscalationRules,
  type Matter,
  matterDays,
  type MatterKind,
  type MatterPlace,
  proposedRules,
  rulesFor,
} from '#core/supervision'
import { type Context, requireRight } from '#app/kit'
import type { PreferenceRow, RulesRow } from './notice-ports.ts'
import { mattersWithSides } from './run-notices.ts'

/** A matter of the reader with the days on which its levels come: what both sides are told beforehand. */
export interface MatterAhead extends Pick<Matter, 'key' | 'unitName' | 'subject' | 'count' | 'dueAt'> {
  readonly kind: MatterKind
  readonly place: MatterPlace
  readonly isCopy: boolean
  /** Its due moment is over. */
  readonly isOverdue: boolean
  /** Only those from today on; empty where no rule set was in force when it was given: it is left alone. */
  readonly days: readonly { readonly level: AutomaticLevel; readonly on: LocalDate }[]
}

/** The rule set in force, what lies ahead of the reader by it, and how he wants to hear. */
export interface RulesView {
  readonly rules: RulesRow | null
  /** What a coordinator may publish as it is. */
  readonly proposed: EscalationRules
  readonly mayPublish: boolean
  readonly ahead: readonly MatterAhead[]
  readonly preference: PreferenceRow
}

/** Reads the published rule set and the reader's own matters with their days. Everybody who is signed in may: it is announced to all. */
export async function readRules(context: Context): Promise<Result<RulesView>> {
  return context.read(async (stores) => {
    const versions = await stores.notices.rules()
    const calendar = workCalendarOf(await stores.reports.calendar())
    const place = { calendar, timeZone: context.timeZone }
    const { accountId } = context.actor
    const own = (await mattersWithSides(context, stores)).flatMap((matter) => {
      const isDoer = matter.doers.includes(accountId)
      if (!isDoer && !matter.askers.includes(accountId)) return []
      const rules = rulesFor(versions, matter.givenAt)
      const { key, kind, unitName, subject, count, dueAt, place: where } = matter
      const days = rules === null ? [] : matterDays(matter, rules, place).filter(({ on }) => on >= context.today)
      // Every level of it has been told: nothing more comes.
      if (rules !== null && days.length === 0) return []
      const isOverdue = dueAt < context.now
      return [{ key, kind, unitName, subject, count, dueAt, place: where, isCopy: !isDoer, isOverdue, days }]
    })
    const preferences = await stores.notices.preferences()
    return accept({
      rules: versions[0] ?? null,
      proposed: proposedRules,
      mayPublish: requireRight(context, 'escalation.publish', {}).ok,
      ahead: own.toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1)),
      preference: preferences.find((row) => row.accountId === accountId) ?? {
        ...{ accountId, mailAddress: null, hours: null },
      },
    })
  })
}
