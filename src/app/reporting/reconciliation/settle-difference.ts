import { type Result, accept, decimalText, parseDecimal, refuse } from '#core/kit'
import {
  checkProposal,
  checkSignature,
  type ProposalAsked,
  reconcile,
  type ReconciliationSide,
  type SettlingAct,
  type SideEntry,
  type SideFinding,
  type SheetRow,
  readSideSheet,
} from '#core/reporting'
import { type Context, requireRight, standsInFor, type Stores } from '#app/kit'
import type { ReconciliationRow } from './reconciliation-store.ts'

/** Which side of which round. */
export interface SideKey {
  readonly reconciliationId: string
  readonly side: ReconciliationSide
}

/** The unit of a side. */
export function unitOfSide(round: ReconciliationRow, side: ReconciliationSide): string {
  return side === 'first' ? round.firstUnitId : round.secondUnitId
}

/** One write to an open round: holds its row, looks at the right of the side's unit, and does the work. */
function actOnRound<T>(
  context: Context,
  { reconciliationId, side }: SideKey,
  right: 'reconciliation.enter' | 'reconciliation.sign',
  work: (round: ReconciliationRow, stores: Stores) => Promise<Result<T>>,
): Promise<Result<T>> {
  return context.transact(async (stores) => {
    const round = await stores.reconciliations.holdRound(reconciliationId)
    if (!round) return refuse('object.notFound')
    const allowed = requireRight(context, right, { unitId: unitOfSide(round, side), planId: round.planId })
    if (!allowed.ok) return allowed
    return round.state === 'open' ? work(round, stores) : refuse('reconciliation.closed')
  })
}

/** A figure as a person enters it; null takes it back. */
export interface FigureEntered {
  readonly key: string
  readonly label: string
  readonly value: string | null
}

/** Takes figures of a side: those that are given are added or replaced, all others stay. A key that both have signed stands. */
export function enterFigures(
  context: Context,
  input: SideKey & { readonly figures: readonly FigureEntered[] },
): Promise<Result<{ entered: number }>> {
  const { reconciliationId, side } = input
  return actOnRound(context, input, 'reconciliation.enter', async (_, stores) => {
    const checked = checkEntered(input.figures)
    if (!checked.ok) return checked
    const { figures, acts } = await stores.reconciliations.record(reconciliationId)
    const lines = new Map(reconcile(figures, acts).map((line) => [line.key, line]))
    const changed = checked.value.filter(({ key, value }) => (lines.get(key)?.[side] ?? null) !== value)
    const settled = changed.find(({ key }) => lines.get(key)?.standing === 'settled')
    if (settled) return refuse('reconciliation.keySettled', { key: settled.key })
    const rows = changed.map((one) => ({ ...one, side, carriedFrom: null, at: context.now }))
    await stores.reconciliations.addFigures(reconciliationId, rows, context.actor.accountId)
    await stores.audit.record({
      ...{ action: 'reconciliation.enter', objectKind: 'reconciliation', objectId: reconciliationId },
      body: { side, figures: changed.map(({ key, value }) => ({ key, value })) },
    })
    return accept({ entered: changed.length })
  })
}

function checkEntered(figures: readonly FigureEntered[]): Result<readonly FigureEntered[]> {
  const keys = new Set<string>()
  const checked: FigureEntered[] = []
  for (const { key, label, value } of figures) {
    if (keys.has(key)) return refuse('reconciliation.keyTwice', { key })
    keys.add(key)
    const parsed = value === null ? null : parseDecimal(value)
    if (value !== null && parsed === null) return refuse('reconciliation.notADecimal', { key, value })
    checked.push({ key, label, value: parsed === null ? null : decimalText(parsed) })
  }
  return accept(checked)
}

/** Reads a workbook or a csv to rows of text; wired from the adapter. */
export type ReadRows = (bytes: Uint8Array, fileName: string) => Promise<Result<readonly SheetRow[]>>

/** What came of importing a side's sheet: nothing is taken while a row cannot be read. */
export interface SideImport {
  readonly entered: number
  readonly findings: readonly SideFinding[]
}

/** Takes the figures of a side out of an xlsx or csv (编号、名称、金额). */
export async function importFigures(
  context: Context,
  input: SideKey & { readonly bytes: Uint8Array; readonly fileName: string },
  readRows: ReadRows,
): Promise<Result<SideImport>> {
  const allowed = await context.read(async (stores) => {
    const round = await stores.reconciliations.round(input.reconciliationId)
    if (!round) return refuse('object.notFound')
    const unitId = unitOfSide(round, input.side)
    return requireRight(context, 'reconciliation.enter', { unitId, planId: round.planId })
  })
  if (!allowed.ok) return allowed
  const rows = await readRows(input.bytes, input.fileName)
  if (!rows.ok) return rows
  const { entries, findings } = readSideSheet(rows.value)
  if (findings.length > 0) return accept({ entered: 0, findings })
  const figures: readonly SideEntry[] = entries
  const { reconciliationId, side } = input
  const entered = await enterFigures(context, { reconciliationId, side, figures })
  return entered.ok ? accept({ entered: entered.value.entered, findings: [] }) : entered
}

/** Proposes for a side whose figure of a difference is to hold, and why; signatures under an earlier proposal fall. */
export function proposeSettlement(
  context: Context,
  input: SideKey & ProposalAsked & { readonly key: string },
): Promise<Result<true>> {
  const { key, holds, reason } = input
  return actOnRound(context, input, 'reconciliation.enter', async (round, stores) => {
    const stated = input.value === null ? null : parseDecimal(input.value)
    if (input.value !== null && stated === null)
      return refuse('reconciliation.notADecimal', { key, value: input.value }, 'value')
    const line = await lineOf(stores, round, key)
    const asked = { holds, value: stated === null ? null : decimalText(stated), reason }
    const checked = checkProposal(line, asked)
    if (!checked.ok) return checked
    const proposed = { act: 'propose', key, holds, ...checked.value, reason: reason.trim() } as const
    return keepAct(stores, round, { ...proposed, at: context.now, by: context.actor.accountId })
  })
}

/** Signs the last proposal of a difference for a side; the same person never signs for both. */
export function signSettlement(context: Context, input: SideKey & { readonly key: string }): Promise<Result<true>> {
  const { key, side } = input
  return actOnRound(context, input, 'reconciliation.sign', async (round, stores) => {
    const by = context.actor.accountId
    const instead = standsInFor(context, 'reconciliation.sign', { unitId: unitOfSide(round, side) })
    const checked = checkSignature(await lineOf(stores, round, key), side, instead === null ? [by] : [by, instead])
    return checked.ok ? keepAct(stores, round, { act: 'sign', key, side, at: context.now, by }) : checked
  })
}

async function lineOf(stores: Stores, { reconciliationId }: ReconciliationRow, key: string) {
  const { figures, acts } = await stores.reconciliations.record(reconciliationId)
  return reconcile(figures, acts).find((line) => line.key === key)
}

async function keepAct(
  stores: Stores,
  { reconciliationId }: ReconciliationRow,
  act: SettlingAct,
): Promise<Result<true>> {
  await stores.reconciliations.addAct(reconciliationId, act)
  const { at, ...body } = act
  await stores.audit.record({
    ...{ action: `reconciliation.${act.act}`, objectKind: 'reconciliation', objectId: reconciliationId },
    body: { ...body, actedAt: at },
  })
  return accept(true)
}
