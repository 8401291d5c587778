import { type Result, accept, periodById, periodWords, refuse } from '#core/kit'
import type { PlanItem } from '#core/plan'
import type { WorkbookView } from '#core/publishing'
import { isRate, sheetForm, type SheetFormRow, sheetRowKey } from '#core/reporting'
import { type Context, requireRight } from '#app/kit'
import type { SheetEntry } from '../ports.ts'

/** The sheet of one unit in one period as a workbook to be filled in: lines that are still to be answered, with what is known. */
export async function exportSheet(
  context: Context,
  input: { readonly cadenceId: string; readonly periodId: string; readonly unitId: string },
): Promise<Result<{ readonly view: WorkbookView; readonly fileName: string }>> {
  const { unitId, cadenceId, periodId } = input
  const own = requireRight(context, 'report.write', { unitId })
  const right = own.ok ? own : requireRight(context, 'respondent.fileFor', { unitId })
  if (!right.ok) return right
  const entries = await context.read((stores) =>
    stores.reports.entries({ unitIds: [unitId], period: { cadenceId, periodId } }),
  )
  const open = entries.filter(({ report, dispute }) => {
    const isSent = report !== null && !['draft', 'returned', 'withdrawn'].includes(report.state)
    return !isSent && (dispute === null || dispute.state === 'kept')
  })
  const [first] = open
  if (!first) return refuse('respondent.noLines')
  if (first.periodState !== 'open') return refuse('sheet.periodClosed')
  const title = `${first.unitName}${periodWords(periodById(periodId)).zh}填报表`
  const view = sheetForm({ title, name: '填报表', date: context.today, rows: open.map(formRow) })
  return accept({ view, fileName: `${title}.xlsx` })
}

function formRow(entry: SheetEntry): SheetFormRow {
  const { cadenceId, periodId, itemId, item, last, report, figurePeriodId } = entry
  const body = report?.body
  return {
    key: sheetRowKey({ cadenceId, periodId, itemId, revision: report?.revision ?? 0 }),
    item: item.title,
    target: targetText(item),
    period: item.kind === 'indicator' ? periodWords(periodById(figurePeriodId)).zh : '',
    last: last?.value ?? '',
    unit: item.kind === 'indicator' ? item.target.unit : '',
    figure: isRate(item) ? null : (body?.figure ?? null),
    ...(isRate(item) ? rateCells(entry) : {}),
    paragraph: body?.paragraph ?? null,
    nodes: body?.nodesDone.join('；') ?? null,
  }
}

/** What is known of a rate from its draft or last time: the clerk types the numerator, and mends what has changed. */
function rateCells({ unitName, figurePeriodId, last, report }: SheetEntry): SheetFormRow {
  const said = report?.body.parts
  const known = said ?? last?.parts
  return {
    numerator: said?.numerator ?? null,
    denominator: known?.denominator ?? null,
    keptBy: known?.keptBy ?? unitName,
    asOf: said?.asOf ?? periodById(figurePeriodId).last,
    document: known?.document ?? null,
    uncovered: said?.uncovered.join('；') ?? null,
  }
}

function targetText(item: PlanItem): string {
  if (item.kind !== 'indicator' || item.target.value === null) return ''
  const signs: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '~': '≈' }
  const { op, value, unit } = item.target
  return `${signs[op] ?? op}${value}${unit}`
}
