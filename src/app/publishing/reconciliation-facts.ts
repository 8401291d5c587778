import type { ReconciliationFact } from '#core/publishing'
import { reconcile } from '#core/reporting'
import type { Stores } from '#app/kit'

/**
 * The reconciliations of a plan as they stood at `until`: the latest round of each name that was open by then, where it ended after the
 * last briefing or something of it is unsettled. What is settled later does not change what a seal says.
 */
export async function reconciliationFacts(
  stores: Stores,
  planId: string,
  since: string | null,
  until: string,
): Promise<readonly ReconciliationFact[]> {
  const rounds = (await stores.reconciliations.rounds(planId)).filter(({ openedAt }) => openedAt <= until)
  const latest = new Map(rounds.toReversed().map((round) => [round.name, round]))
  const facts: ReconciliationFact[] = []
  for (const round of latest.values()) {
    const { figures, acts } = await stores.reconciliations.record(round.reconciliationId)
    const lines = reconcile(figures, acts, until)
    const unsettled = lines.filter(({ standing }) => standing === 'open')
    const isTold = since !== null && round.closedAt !== null && round.closedAt <= since
    if (lines.length === 0 || (isTold && unsettled.length === 0)) continue
    const { name, periodId, firstUnitName, secondUnitName, figureUnit } = round
    facts.push({
      ...{ name, periodId, firstUnitName, secondUnitName, figureUnit, keys: lines.length },
      agreed: lines.filter(({ standing }) => standing === 'agreed').length,
      settled: lines.filter(({ standing }) => standing === 'settled').length,
      unsettled: unsettled.map(({ label, first, second, gap, carriedFrom }) => ({
        ...{ label, first, second, gap, carriedFrom },
      })),
    })
  }
  return facts.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
