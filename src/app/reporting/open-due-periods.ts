import { accept, type Result } from '#core/kit'
import { periodsToOpen } from '#core/reporting'
import type { Context, Stores } from '#app/kit'
import { askedUntil } from './asked-until.ts'
import { openByClock } from './open-period.ts'

/**
 * Opens the periods whose first day has come in the region's zone, each in a transaction of its own. It is the product itself that acts,
 * so no right is asked. What is refused (a campaign closed with its account), asks nothing, or was opened by somebody else at this moment
 * is passed over; run again, it opens nothing twice.
 */
export async function openDuePeriods(context: Context): Promise<Result<{ opened: number }>> {
  let opened = 0
  for (const period of await context.read((stores) => duePeriods(context, stores))) {
    const done = await openByClock(context, period)
    if (done.ok && done.value) opened += 1
  }
  return accept({ opened })
}

/** Cadences in the order in which they were set up, so that of two that would ask the same figure the earlier does. */
async function duePeriods(
  { today }: Context,
  stores: Stores,
): Promise<readonly { readonly cadenceId: string; readonly periodId: string }[]> {
  const due: { cadenceId: string; periodId: string }[] = []
  for (const cadence of await stores.reports.cadences()) {
    const { cadenceId, opensAfter } = cadence
    if (opensAfter === null) continue
    const clock = { today, askedUntil: await askedUntil(stores, cadenceId) }
    due.push(...periodsToOpen(cadence, clock).map(({ period }) => ({ cadenceId, periodId: period.id })))
  }
  return due
}
