import { periodById } from '#core/kit'
import type { LocalDate } from '#core/kit'

/**
 * The day on which a node counts as done. A seal knows the period whose report named it done, not the day: asked by the week, dekad or
 * month, a unit can say so of a whole period only. A node whose due day lies in that period is in time; one that was due before it began
 * is late from the period's last day.
 */
export function nodeDay(
  { due, doneOn }: { readonly due: LocalDate; readonly doneOn: LocalDate | null },
  reportedIn: string | undefined,
): LocalDate | null {
  if (doneOn === null || doneOn <= due || reportedIn === undefined) return doneOn
  return periodById(reportedIn).first <= due ? due : doneOn
}
