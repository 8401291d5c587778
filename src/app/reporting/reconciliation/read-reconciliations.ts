import { type Result, accept, refuse } from '#core/kit'
import { type ReconciledLine, reconcile, type ReconciliationSide } from '#core/reporting'
import { type Context, requireRight } from '#app/kit'
import type { ReconciliationRecord, ReconciliationRow } from './reconciliation-store.ts'
import { unitOfSide } from './settle-difference.ts'

/** A round with its counts, as lists show it. */
export interface RoundLine extends ReconciliationRow {
  readonly keys: number
  readonly agreed: number
  readonly settled: number
  readonly unsettled: number
}

/** A round as its page shows it: figures side by side, how each difference stands, and everything that was done. */
export interface RoundPage {
  readonly round: ReconciliationRow
  readonly lines: readonly (ReconciledLine & { readonly signedFirstName: string; readonly signedSecondName: string })[]
  readonly history: readonly {
    readonly at: string
    readonly byName: string
    readonly act: 'enter' | 'propose' | 'sign'
    readonly side: ReconciliationSide | null
    readonly key: string
    readonly value: string | null
    readonly reason: string
  }[]
  /** Sides for which the reader may enter figures, and for which he may sign. */
  readonly may: {
    readonly close: boolean
    readonly enter: readonly ReconciliationSide[]
    readonly sign: readonly ReconciliationSide[]
  }
}

const sides: readonly ReconciliationSide[] = ['first', 'second']

/** Whether the reader may see a round: whoever oversees, and the people of its two units. */
function mayRead(context: Context, round: ReconciliationRow): boolean {
  return sides.some((side) => requireRight(context, 'reconciliation.read', { unitId: unitOfSide(round, side) }).ok)
}

/** Whether there is any round that the person could see. */
function readsAny(context: Context): boolean {
  const objects = [{}, ...context.actor.roles.map(({ unitId }) => ({ unitId: unitId ?? null }))]
  return objects.some((object) => requireRight(context, 'reconciliation.read', object).ok)
}

/** The rounds that the reader may see, newest first, and whether he may open one. */
export async function listReconciliations(
  context: Context,
): Promise<Result<{ rounds: readonly RoundLine[]; mayOpen: boolean }>> {
  if (!readsAny(context)) return refuse('right.denied', { action: 'reconciliation.read' })
  return context.read(async (stores) => {
    const rounds: RoundLine[] = []
    for (const round of await stores.reconciliations.rounds()) {
      if (!mayRead(context, round)) continue
      const { figures, acts } = await stores.reconciliations.record(round.reconciliationId)
      const lines = reconcile(figures, acts)
      const count = (standing: ReconciledLine['standing']) => lines.filter((line) => line.standing === standing).length
      const counts = { agreed: count('agreed'), settled: count('settled'), unsettled: count('open') }
      rounds.push({ ...round, keys: lines.length, ...counts })
    }
    return accept({ rounds, mayOpen: requireRight(context, 'reconciliation.open', {}).ok })
  })
}

/** One round: differences first, then what is settled, then what agrees. */
export async function readReconciliation(
  context: Context,
  input: { readonly reconciliationId: string },
): Promise<Result<RoundPage>> {
  if (!readsAny(context)) return refuse('right.denied', { action: 'reconciliation.read' })
  return context.read(async (stores) => {
    const round = await stores.reconciliations.round(input.reconciliationId)
    if (!round) return refuse('object.notFound')
    if (!mayRead(context, round)) return refuse('right.denied', { action: 'reconciliation.read' })
    const record = await stores.reconciliations.record(round.reconciliationId)
    const rank = { open: 0, settled: 1, agreed: 2 } as const
    const lines = reconcile(record.figures, record.acts)
    const names = new Map(record.acts.map(({ by, byName }) => [by, byName]))
    return accept({
      round,
      lines: lines
        .toSorted((a, b) => rank[a.standing] - rank[b.standing])
        .map((line) => ({
          ...line,
          signedFirstName: names.get(line.settlement?.signedFirst ?? '') ?? '',
          signedSecondName: names.get(line.settlement?.signedSecond ?? '') ?? '',
        })),
      history: historyOf(record),
      may: mayOf(context, round),
    })
  })
}

function mayOf(context: Context, round: ReconciliationRow): RoundPage['may'] {
  const open = round.state === 'open'
  const own = (right: 'reconciliation.enter' | 'reconciliation.sign') =>
    sides.filter((side) => open && requireRight(context, right, { unitId: unitOfSide(round, side) }).ok)
  return {
    close: open && requireRight(context, 'reconciliation.open', {}).ok,
    enter: own('reconciliation.enter'),
    sign: own('reconciliation.sign'),
  }
}

/** Everything that was entered, proposed and signed, latest first. */
function historyOf({ figures, acts }: ReconciliationRecord): RoundPage['history'] {
  const entered = figures.map(({ at, byName, side, key, value, carriedFrom }) => ({
    ...{ at, byName, act: 'enter' as const, side, key, value, reason: carriedFrom ?? '' },
  }))
  const acted = acts.map((act) => ({
    ...{ at: act.at, byName: act.byName, act: act.act, key: act.key },
    ...(act.act === 'sign'
      ? { side: act.side, value: null, reason: '' }
      : { side: act.holds === 'neither' ? null : act.holds, value: act.value, reason: act.reason }),
  }))
  return [...entered, ...acted].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}
