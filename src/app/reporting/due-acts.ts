import {
  addDays,
  instantAt,
  isProvisionalYear,
  localDateAt,
  periodById,
  type LocalDate,
  type WorkCalendar,
} from '#core/kit'
import { type Act, type ActPeriod, actPeriods, allActs, dueDates, dueState, type DueState } from '#core/reporting'
import type { AskedPeriod, CadenceRow, DoneRecord, HeldAct } from './calendar-ports.ts'

/** One due act of the calendar: which act of which period, who owes it to whom by when, and how it stands. */
export interface DueAct {
  readonly cadenceId: string
  readonly cadenceName: string
  readonly planId: string
  readonly planTitle: string
  readonly campaignName: string | null
  readonly act: Act
  readonly periodId: string
  readonly dueAt: string
  /** Last day whose figures count. */
  readonly readsUntil: LocalDate
  /** The holidays of the due day's year are not published yet: it may still move. */
  readonly isProvisional: boolean
  readonly state: DueState
  /** Unit of the task-force office that holds it; null = the coordinating office. Sheets are filled by the units asked. */
  readonly heldBy: string | null
  readonly goesTo: string
  readonly doneAt: string | null
  readonly doneNote: string
  /** How those stand who are asked; null where nothing has been asked. */
  readonly asked: AskedPeriod | null
}

/** What the acts of a stretch of days are worked out from. */
export interface DueSources {
  readonly cadences: readonly CadenceRow[]
  readonly asked: readonly AskedPeriod[]
  readonly held: readonly HeldAct[]
  readonly records: readonly DoneRecord[]
  readonly calendar: WorkCalendar
  readonly now: string
  readonly timeZone: string
}

/** Furthest that a due moment lies from its period's last day, in days: sixty working days with their holidays. */
const FURTHEST_DAYS = 110

/** All acts whose due day lies in [from, to], earliest first. */
export function dueActs(sources: DueSources, from: LocalDate, to: LocalDate): readonly DueAct[] {
  const acts = sources.cadences.flatMap((cadence) =>
    allActs.flatMap((act) =>
      actPeriods(cadence, act, addDays(from, -FURTHEST_DAYS), addDays(to, FURTHEST_DAYS)).flatMap((one) => {
        const due = dueActOf(sources, cadence, one)
        const dueDay = localDateAt(due.dueAt, sources.timeZone)
        return dueDay >= from && dueDay <= to && isOwed(sources, due) ? [due] : []
      }),
    ),
  )
  return acts.sort((a, b) => (a.dueAt === b.dueAt ? 0 : a.dueAt < b.dueAt ? -1 : 1))
}

function dueActOf(sources: DueSources, cadence: CadenceRow, one: ActPeriod): DueAct {
  const { cadenceId, planId, planTitle, campaignName } = cadence
  const { act, period, rule } = one
  const asked = act === 'dispatch' ? askedIn(sources, cadenceId, period.id) : null
  const done = doneOf(sources, cadence, one, asked)
  const dates = dueDates(one, sources.calendar, sources.timeZone)
  // What units were told stands, also where the rule would give another moment by now.
  const dueAt = asked?.dueAt ?? dates.dueAt
  const dueYear = Number(localDateAt(dueAt, sources.timeZone).slice(0, 4))
  return {
    ...{ cadenceId, cadenceName: cadence.name, planId, planTitle, campaignName, act, periodId: period.id },
    ...{ dueAt, readsUntil: dates.readsUntil, isProvisional: isProvisionalYear(sources.calendar, dueYear) },
    state: dueState({ act, dueAt, readsUntil: dates.readsUntil, opened: asked !== null, done: done !== null }, sources),
    ...{ heldBy: cadence.officeUnitName, goesTo: rule.goesTo },
    ...{ doneAt: done?.at ?? null, doneNote: done?.note ?? '', asked },
  }
}

function askedIn({ asked }: DueSources, cadenceId: string, periodId: string): AskedPeriod | null {
  return asked.find((one) => one.cadenceId === cadenceId && one.periodId === periodId) ?? null
}

/**
 * A dispatch is done when its period is closed, a reconciliation when its rounds are, a briefing when one of its time is issued, a review
 * when its quarter is evaluated; any act that is not a dispatch also when somebody says so.
 */
function doneOf(
  { held, records }: DueSources,
  { cadenceId, planId }: CadenceRow,
  { act, period }: ActPeriod,
  asked: AskedPeriod | null,
): { at: string; note: string } | null {
  if (act === 'dispatch')
    return asked === null || asked.state === 'open' ? null : { at: asked.closedAt ?? '', note: '' }
  const said = held.find((one) => one.cadenceId === cadenceId && one.act === act && one.periodId === period.id)
  if (said) return { at: said.heldAt, note: said.note }
  const shown = records.find((record) => record.planId === planId && shows(record, cadenceId, { act, period }))
  return shown ? { at: shown.at, note: shown.title } : null
}

function shows(
  { kind, periodId, cadenceId }: DoneRecord,
  ownCadenceId: string,
  { act, period }: Pick<ActPeriod, 'act' | 'period'>,
): boolean {
  if (act === 'review') return kind === 'evaluation' && periodId === period.id
  if (act === 'reconciliation') return kind === 'reconciliation' && cadenceId === ownCadenceId && periodId === period.id
  const { last } = periodById(periodId)
  return act === 'briefing' && kind === 'briefing' && last >= period.first && last <= period.last
}

/** A dispatch that was passed over, because a later one was opened, is owed by nobody any more. */
function isOwed({ asked }: DueSources, due: DueAct): boolean {
  if (due.act !== 'dispatch' || due.asked !== null) return true
  const { last } = periodById(due.periodId)
  return !asked.some((one) => one.cadenceId === due.cadenceId && periodById(one.periodId).last > last)
}

/** The instants between which due moments of these days lie. */
export function instantsOf(
  from: LocalDate,
  to: LocalDate,
  timeZone: string,
): { readonly from: string; readonly to: string } {
  return { from: instantAt(from, 0, timeZone), to: instantAt(addDays(to, 1), 0, timeZone) }
}
