import type { IndicatorInput } from '#core/insight'
import type { PlanFrame, SealHead } from './ports.ts'

/** How many plans' standings are kept, live and official ones apart; one holds some hundred short rows. */
const KEPT = 64

const kept = new Map<string, unknown>()

/**
 * What the official standings of a whole plan depend on: the version in force, the last seal, and how much was corrected, released and
 * verified by then. None of it changes afterwards without changing this text.
 */
export function officialKey(frame: PlanFrame, { hash, sealedAt }: SealHead): string {
  const byThen = (moments: readonly (string | null)[]) =>
    moments.filter((moment) => moment !== null && moment <= sealedAt).length
  const counts = [
    byThen(frame.corrections.map((one) => one.approvedAt)),
    byThen(frame.releases.map((one) => one.importedAt)),
    byThen(frame.schedules.map((one) => one.decidedAt)),
    byThen(frame.verifications.map((one) => one.verifiedAt)),
    byThen(frame.redLines.flatMap((one) => [one.recordedAt, one.revokedAt])),
    byThen(frame.recognised.map((one) => one.lookedAt)),
    byThen(frame.targetFacts.map((one) => one.approvedAt)),
    byThen(frame.compared.map((one) => one.importedAt)),
    JSON.stringify(frame.series).length,
    JSON.stringify(frame.calendar),
  ]
  return [frame.planId, frame.contentHash, hash, ...counts].join(' ')
}

/** Answers from memory what was derived for the same key, or derives it. It is a copy of nothing: forgetting it costs time only. */
export function remembered<Derived>(key: string, derive: () => Derived): Derived {
  const found = kept.has(key) ? (kept.get(key) as Derived) : derive()
  kept.delete(key)
  const [oldest] = kept.keys()
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest)
  kept.set(key, found)
  return found
}

/**
 * Judges each indicator of a plan once for the same facts: a wall asks again and again, and from one look to the next hardly a figure has
 * come in. All that a judgement is made of is compared as text, so that nothing that changed can be overlooked.
 */
export function liveJudge<Judgement>(
  frame: PlanFrame,
  lastSeal: SealHead | null,
  judge: (input: IndicatorInput) => Judgement,
): (itemId: string, input: IndicatorInput) => Judgement {
  const calendar = JSON.stringify(frame.calendar)
  const name = ['live', frame.planId, frame.contentHash, lastSeal?.hash].join(' ')
  const known = remembered(name, () => new Map<string, { readonly facts: string; readonly judgement: Judgement }>())
  return (itemId, input) => {
    const facts = JSON.stringify({ ...input, calendar })
    const before = known.get(itemId)
    if (before?.facts === facts) return before.judgement
    const judgement = judge(input)
    known.set(itemId, { facts, judgement })
    return judgement
  }
}
