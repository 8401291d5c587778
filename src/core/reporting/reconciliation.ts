import { accept, dec, decimalText, refuse } from '#core/kit'
import type { Result } from '#core/kit'

/** The two units that hold their figures against each other (对账): the one that keeps the money, say, and the one that spends it. */
export type ReconciliationSide = 'first' | 'second'

/** A figure that a side gave for a key; the latest of a key counts, null takes it back. Decimals as strings. */
export interface SideFigure {
  readonly side: ReconciliationSide
  readonly key: string
  readonly label: string
  readonly value: string | null
  /** The period from whose round an unsettled difference came over; null = of this round. */
  readonly carriedFrom: string | null
  readonly at: string
}

/** A step towards settling a difference: whose figure is to hold and why, or a side's signature under that. */
export type SettlingAct = { readonly key: string; readonly at: string; readonly by: string } & (
  | {
      readonly act: 'propose'
      readonly holds: ReconciliationSide | 'neither'
      readonly value: string
      readonly reason: string
    }
  | { readonly act: 'sign'; readonly side: ReconciliationSide }
)

/** Whose figure is to hold, and who has signed that; both signatures settle it. */
export interface Settlement {
  readonly holds: ReconciliationSide | 'neither'
  readonly value: string
  readonly reason: string
  readonly proposedBy: string
  readonly signedFirst: string | null
  readonly signedSecond: string | null
}

/** One key with both figures side by side. `gap` = first − second, exact; null where one is missing. */
export interface ReconciledLine {
  readonly key: string
  readonly label: string
  readonly first: string | null
  readonly second: string | null
  readonly gap: string | null
  readonly standing: 'agreed' | 'open' | 'settled'
  readonly carriedFrom: string | null
  readonly settlement: Settlement | null
}

interface Folded {
  readonly label: string
  readonly carriedFrom: string | null
  readonly first: SideFigure | undefined
  readonly second: SideFigure | undefined
}

/** Both sides' figures by key as they stand after all entries, in the order in which the keys came. */
function foldFigures(figures: readonly SideFigure[]): ReadonlyMap<string, Folded> {
  const keys = new Map<string, Folded>()
  for (const figure of figures) {
    const known = keys.get(figure.key)
    const { label, carriedFrom, side } = figure
    const kept = { first: known?.first, second: known?.second, [side]: figure }
    keys.set(figure.key, {
      label: label || (known?.label ?? ''),
      carriedFrom: known?.carriedFrom ?? carriedFrom,
      ...kept,
    })
  }
  return keys
}

/** The last proposal of a key with the signatures under it; a figure that changed afterwards makes it void. */
function settlementOf(acts: readonly SettlingAct[], { first, second }: Folded): Settlement | null {
  let settlement: Settlement | null = null
  let proposedAt = ''
  for (const act of acts) {
    if (act.act === 'propose') {
      const { holds, value, reason, by } = act
      settlement = { holds, value, reason, proposedBy: by, signedFirst: null, signedSecond: null }
      proposedAt = act.at
    } else if (settlement !== null) {
      const signed: Partial<Settlement> = act.side === 'first' ? { signedFirst: act.by } : { signedSecond: act.by }
      settlement = { ...(settlement as Settlement), ...signed }
    }
  }
  const changed = [first, second].some((figure) => figure !== undefined && figure.at > proposedAt)
  return changed ? null : settlement
}

/**
 * Holds two sides' figures against each other, key by key: equal decimals agree (`12.50` is `12.5`), everything else is a difference
 * until both sides have signed whose figure holds. Entries and acts in their order; those after `until` do not count.
 */
export function reconcile(
  figures: readonly SideFigure[],
  acts: readonly SettlingAct[],
  until?: string,
): readonly ReconciledLine[] {
  const counts = ({ at }: { readonly at: string }): boolean => until === undefined || at <= until
  const lines = [...foldFigures(figures.filter(counts))].map(([key, folded]): ReconciledLine => {
    const [first, second] = [folded.first?.value ?? null, folded.second?.value ?? null]
    const gap = first === null || second === null ? null : dec(first).minus(second)
    const agreed = gap !== null && gap.isZero()
    const own = acts.filter((act) => act.key === key && counts(act))
    const settlement = agreed ? null : settlementOf(own, folded)
    const isSettled = settlement !== null && settlement.signedFirst !== null && settlement.signedSecond !== null
    return {
      ...{ key, label: folded.label, carriedFrom: folded.carriedFrom, first, second, settlement },
      gap: gap === null ? null : decimalText(gap),
      standing: agreed ? 'agreed' : isSettled ? 'settled' : 'open',
    }
  })
  return lines.filter(({ first, second }) => first !== null || second !== null)
}

/** What a proposal says: whose figure holds; with neither, the figure that does. */
export interface ProposalAsked {
  readonly holds: ReconciliationSide | 'neither'
  readonly value: string | null
  readonly reason: string
}

/** The figure that a proposal would let hold, or why it cannot be proposed. */
export function checkProposal(line: ReconciledLine | undefined, asked: ProposalAsked): Result<{ value: string }> {
  if (!line) return refuse('reconciliation.keyUnknown')
  if (line.standing !== 'open') return refuse('reconciliation.nothingToSettle')
  if (asked.reason.trim() === '') return refuse('reconciliation.reasonMissing', {}, 'reason')
  const value = asked.holds === 'neither' ? asked.value : line[asked.holds]
  return value === null ? refuse('reconciliation.figureMissing', {}, 'value') : accept({ value })
}

/** Whether somebody may sign a proposal for a side. `persons`: himself, and the one for whom he stands in; nobody signs for both sides. */
export function checkSignature(
  line: ReconciledLine | undefined,
  side: ReconciliationSide,
  persons: readonly string[],
): Result<null> {
  if (!line) return refuse('reconciliation.keyUnknown')
  const { settlement, standing } = line
  if (standing !== 'open') return refuse('reconciliation.nothingToSettle')
  if (settlement === null) return refuse('reconciliation.nothingProposed')
  const [own, other] =
    side === 'first'
      ? [settlement.signedFirst, settlement.signedSecond]
      : [settlement.signedSecond, settlement.signedFirst]
  if (own !== null) return refuse('reconciliation.alreadySigned')
  return other !== null && persons.includes(other) ? refuse('reconciliation.signedOtherSide') : accept(null)
}

/** Figures of the next round that an unsettled difference brings along, under a key of its own. */
export function carriedFigures(lines: readonly ReconciledLine[], periodId: string): readonly Omit<SideFigure, 'at'>[] {
  return lines
    .filter(({ standing }) => standing === 'open')
    .flatMap(({ key, label, first, second, carriedFrom }) => {
      const from = carriedFrom ?? periodId
      const named = { key: carriedFrom === null ? `${key}@${periodId}` : key, label, carriedFrom: from }
      const sides = [
        { side: 'first', value: first },
        { side: 'second', value: second },
      ] as const
      return sides.flatMap(({ side, value }) => (value === null ? [] : [{ ...named, side, value }]))
    })
}
