import type { ItemRow } from '#app/plan'
import { targetWords } from '#core/plan'

/** An item with its target in words. */
export function presentItem({ item, reportingUnitId, duties, alsoIn, addedInVersion }: ItemRow) {
  return {
    item,
    reportingUnitId,
    duties,
    alsoIn,
    addedInVersion,
    target: item.kind === 'indicator' ? targetWords(item.target) : null,
  }
}
