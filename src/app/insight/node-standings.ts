import type { LocalDate } from '#core/kit'
import { scheduledNodes } from '#core/insight'
import type { NodeStanding } from '#core/insight'
import type { PlanItem } from '#core/plan'
import type { KnownVerification } from './known-targets.ts'
import type { ItemLedger } from './ledger.ts'

type DayOf = (instant: string) => LocalDate

/** Whether a completion is verified: by a check of the item made on that day or later. */
export function isVerifiedBy(doneOn: LocalDate | null, known: readonly KnownVerification[], dayOf: DayOf): boolean {
  return doneOn !== null && known.some((one) => one.periodId === null && dayOf(one.verifiedAt) >= doneOn)
}

/** The nodes of an item with what became of them: done by an accepted report that names them. */
export function nodeStandings(
  item: PlanItem,
  ledger: ItemLedger,
  known: readonly KnownVerification[],
  dayOf: DayOf,
): NodeStanding[] {
  return scheduledNodes(item.timeNodes).map(({ label, due, weight }) => {
    const doneOn = ledger.nodesDone.get(label) ?? null
    return { label, due, doneOn, verified: isVerifiedBy(doneOn, known, dayOf), weight }
  })
}
