import type { LocalDate } from '#core/kit'
import type { SettlingAct, SideFigure } from '#core/reporting'

/** One round of a reconciliation: which two units, of which period, in which unit of money or count. */
export interface ReconciliationRow {
  readonly reconciliationId: string
  readonly planId: string
  readonly planTitle: string
  /** The cadence that asks for it; null = opened by hand. */
  readonly cadenceId: string | null
  readonly name: string
  readonly periodId: string
  readonly firstUnitId: string
  readonly firstUnitName: string
  readonly secondUnitId: string
  readonly secondUnitName: string
  readonly figureUnit: string
  readonly dueOn: LocalDate
  readonly state: 'open' | 'closed'
  readonly openedAt: string
  readonly closedAt: string | null
}

/** Everything that was entered and done in a round, in its order. */
export interface ReconciliationRecord {
  readonly figures: readonly (SideFigure & { readonly byName: string })[]
  readonly acts: readonly (SettlingAct & { readonly byName: string })[]
}

/** Reconciliations inside one transaction of one region. Figures and acts are written once and never changed. */
export interface ReconciliationStore {
  /** Newest round first; of one plan where it is given. */
  rounds(planId?: string): Promise<readonly ReconciliationRow[]>
  round(reconciliationId: string): Promise<ReconciliationRow | null>
  /** The same; others who write to it wait until the transaction ends. */
  holdRound(reconciliationId: string): Promise<ReconciliationRow | null>
  /** False where there is one of that name in the period. */
  addRound(
    row: Omit<
      ReconciliationRow,
      'planTitle' | 'firstUnitName' | 'secondUnitName' | 'state' | 'openedAt' | 'closedAt'
    > & { readonly at: string; readonly by: string },
  ): Promise<boolean>
  closeRound(row: { readonly reconciliationId: string; readonly at: string; readonly by: string }): Promise<void>
  record(reconciliationId: string): Promise<ReconciliationRecord>
  addFigures(reconciliationId: string, figures: readonly SideFigure[], by: string): Promise<void>
  addAct(reconciliationId: string, act: SettlingAct): Promise<void>
}
