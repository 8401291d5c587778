import { type Result, accept } from '#core/kit'
import type { SheetColumn, WorkbookView } from '#core/publishing'
import type { Context } from '#app/kit'
import { readAnswering } from './read-answering.ts'

const text = (header: string, width: number): SheetColumn => ({ header, width, kind: 'text' })
const figure = (header: string): SheetColumn => ({ header, width: 12, kind: 'decimal', align: 'right' })
const figures = ['应报', '已报', '按时', '退回'].map(figure)
const shares = ['完整率%', '及时率%', '退回率%'].map(figure)

/** The same tables as a workbook: units, acceptors, periods. */
export async function exportAnswering(
  context: Context,
  input: Parameters<typeof readAnswering>[1],
): Promise<Result<{ readonly workbook: WorkbookView; readonly fileName: string }>> {
  const found = await readAnswering(context, input)
  if (!found.ok) return found
  const { year, units, offices, periods } = found.value
  const counts = (row: (typeof units)[number] | (typeof offices)[number] | (typeof periods)[number]) => [
    ...[row.due, row.answered, row.inTime, row.returned].map(String),
    ...[row.completeness, row.timeliness, row.returnRate],
  ]
  const title = `${input.periodId ?? year}报送情况`
  const sheets = [
    {
      ...{ name: '按单位', title, columns: [text('单位', 28), ...figures, ...shares, text('整期未报', 40)] },
      rows: units.map((row) => [row.unitName, ...counts(row), row.silentPeriods.join('、')]),
    },
    {
      ...{ name: '按认可方', title },
      columns: [
        ...[text('认可方', 28), ...figures, ...shares, figure('已认可'), figure('待认可')],
        ...[figure('认可用时中位（工作小时）'), figure('最长（工作小时）')],
      ],
      rows: offices.map((row) => [
        ...[row.officeName || '综合协调组', ...counts(row), String(row.decided), String(row.waiting)],
        ...[row.medianHours, row.worstHours],
      ]),
    },
    {
      ...{ name: '按期', title: `${year}年逐期`, columns: [text('调度', 16), text('期', 12), ...figures, ...shares] },
      rows: periods.map((row) => [row.cadenceName, row.periodId, ...counts(row)]),
    },
  ]
  return accept({ workbook: { author: '挂图 Guatu', date: context.today, sheets }, fileName: `${title}.xlsx` })
}
