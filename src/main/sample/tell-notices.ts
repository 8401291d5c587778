import { addDays, addWorkdays, type LocalDate, type Period, workCalendar } from '#core/kit'
import type { Context } from '#app/kit'
import { noteFormTime, type SheetEntry } from '#app/reporting'
import type { ItemKind } from '#core/plan'
import { proposedRules } from '#core/supervision'
import { markNoticesRead, publishRules, runNotices } from '#app/supervision'
import type { Cast } from './cast.ts'
import { chance } from './figure-path.ts'
import { momentOf, type Stage, told } from './sample-region.ts'

/** The day on which the district publishes when reminder, urging and warning come: before the first sheet is opened. */
export async function tellRules(stage: Stage, cast: Cast, on: LocalDate): Promise<void> {
  const context = stage(cast.coordinator, momentOf(on, '10:30'))
  told(await publishRules(context, { version: 0, rules: proposedRules }), 'publish the rules')
}

/** The sheets of a dekad are due on the working day after it; urging and warning come one and three working days later. */
export async function tellNoticesOfDekad(stage: Stage, cast: Cast, { last }: Period): Promise<void> {
  for (const workdays of [2, 4]) await tellNotices(stage, cast, addWorkdays(workCalendar(), last, workdays))
}

/** Runs the levels on a morning, as the server would have done. */
export async function tellNotices(stage: Stage, cast: Cast, on: LocalDate): Promise<void> {
  const nobody = { ...cast.coordinator, accountId: '', roles: [] }
  const now = momentOf(on, '09:00')
  told(await runNotices(stage(nobody, now), { serverNow: now }), `messages of ${on}`)
}

/** What is older than a fortnight has been read by everybody who was written to. */
export async function tellReading(stage: Stage, cast: Cast, today: LocalDate): Promise<void> {
  const at = momentOf(addDays(today, -14), '17:00')
  const readers = [cast.coordinator, ...cast.reporters.values(), ...cast.signers.values(), ...cast.staff.values()]
  for (const person of readers) told(await markNoticesRead(stage(person, at), { noticeIds: null }), 'read')
}

/** How long forms took, as pages send it: seconds of the form for the answers of one sheet. Counted for the last weeks only. */
export async function tellFormTime(
  context: Context,
  entries: readonly SheetEntry[],
  { seed, from }: { readonly seed: string; readonly from: string },
): Promise<void> {
  const [first] = entries
  if (!first || first.periodId < from) return
  const answers: Partial<Record<ItemKind, number>> = {}
  for (const { item } of entries) answers[item.kind] = (answers[item.kind] ?? 0) + 1
  const seconds = entries.length * (14 + Math.floor(chance(seed) * 48))
  told(await noteFormTime(context, { cadenceId: first.cadenceId, seconds, answers }), 'form time')
}
