import { type Result, accept, parseDecimal, type Refusal, refuse } from '#core/kit'
import {
  checkReport,
  type FilledRow,
  type RateParts,
  readFilledSheet,
  type SheetColumnId,
  type SheetRows,
} from '#core/reporting'
import { type Context, requireRight } from '#app/kit'
import type { ReportKey, SheetEntry } from '../ports.ts'
import { loadRowFigures, type RowFigures } from '../row-figures.ts'
import type { SaidBody } from '../submit-report.ts'

/**
 * What would become of a row: filed; nothing filled in; said already just so; changed meanwhile by somebody (the person decides); sent
 * already otherwise (to be withdrawn first); or a problem with its column and remedy.
 */
export type RowVerdict = 'files' | 'empty' | 'same' | 'conflict' | 'sent' | 'problem'

/** One row of the dry run. */
export interface PreviewedRow {
  readonly row: number
  readonly verdict: RowVerdict
  /** The line as it stands now; null where the row names none. */
  readonly shown: (ReportKey & { readonly revision: number }) | null
  readonly title: string
  readonly unitOfFigure: string
  readonly mine: SaidBody | null
  readonly theirs: SaidBody | null
  readonly problem: { readonly column: SheetColumnId; readonly refusal: Refusal } | null
}

/**
 * Looks at a sheet that came back: what would be filed, what conflicts with what was reported meanwhile, what is wrong and where.
 * Nothing is written. `unitId` null = the reader's own sheet; else the outside body for which it is brought.
 */
export async function previewSheet(
  context: Context,
  input: { readonly sheets: readonly SheetRows[]; readonly unitId: string | null },
): Promise<Result<readonly PreviewedRow[]>> {
  const { unitId } = input
  const right = unitId === null ? accept(true as const) : requireRight(context, 'respondent.fileFor', { unitId })
  if (!right.ok) return right
  if (unitId === null && !context.actor.roles.some(({ role }) => role === 'reporter'))
    return refuse('right.denied', { action: 'report.submit' })
  const filled = readFilledSheet(input.sheets)
  if (!filled.ok) return filled
  const keys = filled.value.flatMap(({ key }) => (key ? [key] : []))
  return context.read(async (stores) => {
    const entries = keys.length === 0 ? [] : await stores.reports.entries({ keys })
    const mine = entries.filter((entry) => isOn(context, entry, unitId))
    const rows = await loadRowFigures(stores, mine)
    return accept(filled.value.map((one) => previewed(one, mine, rows)))
  })
}

function isOn(context: Context, entry: SheetEntry, unitId: string | null): boolean {
  return unitId === null ? requireRight(context, 'report.submit', { unitId: entry.unitId }).ok : entry.unitId === unitId
}

function previewed(
  { row, key, said, problem }: FilledRow,
  entries: readonly SheetEntry[],
  rows: RowFigures,
): PreviewedRow {
  const nothing = { row, shown: null, title: '', unitOfFigure: '', mine: null, theirs: null, problem }
  if (key === null) return { ...nothing, verdict: 'problem' }
  const entry = entries.find(
    (one) => one.cadenceId === key.cadenceId && one.periodId === key.periodId && one.itemId === key.itemId,
  )
  const wrong = (column: SheetColumnId, refusal: Refusal) =>
    ({ verdict: 'problem', problem: { column, refusal } }) as const
  if (!entry) return { ...nothing, ...wrong('key', refuse('sheet.rowUnknown').refusal) }
  const { cadenceId, periodId, itemId, item, report } = entry
  const shown = { cadenceId, periodId, itemId, revision: report?.revision ?? 0 }
  const theirs = report && saysSomething(report.body) ? bodyOf(report.body) : null
  const unitOfFigure = item.kind === 'indicator' ? item.target.unit : ''
  const known = { row, shown, title: item.title, unitOfFigure, mine: said, theirs, problem: null }
  if (problem) return { ...known, verdict: 'problem', problem }
  if (said === null) return { ...known, verdict: 'empty' }
  if (entry.periodState !== 'open') return { ...known, ...wrong('key', refuse('sheet.periodClosed').refusal) }
  const isSame = theirs !== null && saysTheSame(said, theirs)
  if (report && !['draft', 'returned', 'withdrawn'].includes(report.state))
    return { ...known, verdict: isSame ? 'same' : 'sent' }
  const checked = checkRow(entry, said, rows)
  if (checked) return { ...known, verdict: 'problem', problem: checked }
  const isOvertaken = key.revision !== shown.revision && theirs !== null && !isSame
  return { ...known, verdict: isOvertaken ? 'conflict' : 'files' }
}

/** The same check that submitting makes, with the column in which its problem stands. */
function checkRow(entry: SheetEntry, said: SaidBody, rows: RowFigures): PreviewedRow['problem'] {
  const { item, report, last } = entry
  const recognised = rows.figureOf(entry)
  if (!recognised.ok) return { column: 'figure', refusal: recognised.refusal }
  const byRows = recognised.value === undefined ? {} : { recognised: recognised.value }
  const body = { ...said, evidence: report?.body.evidence ?? [] }
  const checked = checkReport(body, { item, previous: last?.value ?? null, ...byRows })
  return checked.ok ? null : { column: columnOf[checked.refusal.at ?? ''] ?? 'figure', refusal: checked.refusal }
}

const columnOf: Readonly<Record<string, SheetColumnId>> = {
  ...{ figure: 'figure', parts: 'numerator', noChange: 'noChange', claim: 'claim', evidence: 'claim' },
  ...{ paragraph: 'paragraph', nodesDone: 'nodes', blockage: 'what', 'blockage.by': 'by' },
  ...{ 'parts.numerator': 'numerator', 'parts.denominator': 'denominator', 'parts.keptBy': 'keptBy' },
  ...{ 'parts.asOf': 'asOf', 'parts.document': 'document', 'parts.uncovered': 'uncovered' },
}

function bodyOf({ figure, noChange, claim, paragraph, blockage, nodesDone, parts }: SaidBody): SaidBody {
  return { figure, noChange, claim, paragraph, blockage, nodesDone, ...(parts ? { parts } : {}) }
}

function saysSomething({ figure, noChange, claim, paragraph, blockage, nodesDone, parts }: SaidBody): boolean {
  return (
    figure !== null ||
    Boolean(parts) ||
    noChange ||
    claim !== null ||
    paragraph.trim() !== '' ||
    blockage !== null ||
    nodesDone.length > 0
  )
}

const plain = (figure: string): string => parseDecimal(figure)?.toFixed() ?? figure

const ratePartsText = ({ numerator, denominator, keptBy, asOf, document, uncovered }: RateParts): string =>
  [plain(numerator), plain(denominator), keptBy, asOf, document, ...uncovered].join('/')

function saysTheSame(a: SaidBody, b: SaidBody): boolean {
  const text = ({ figure, noChange, claim, paragraph, blockage, nodesDone, parts }: SaidBody) => {
    // The percentage of a rate follows from its parts: a sheet that came back does not say it.
    const value = parts ? ratePartsText(parts) : figure === null ? null : plain(figure)
    const held = blockage && [blockage.what, blockage.needs, blockage.by]
    return JSON.stringify([value, noChange, claim, paragraph.trim(), held, [...nodesDone].sort()])
  }
  return text(a) === text(b)
}
