import type { LocalDate } from '#core/kit'
import type { WorkbookView } from '#core/publishing'
import type { FieldKind, ListField, RowValues } from './types.ts'

/** A row as the workbook prints it. */
export interface PrintedRow {
  readonly rowNo: number
  readonly values: RowValues
  readonly unitName: string | null
  readonly itemTitle: string | null
}

const columnKinds = {
  text: 'text',
  decimal: 'decimal',
  day: 'date',
  yesNo: 'text',
  choice: 'text',
} as const satisfies Record<FieldKind, 'text' | 'decimal' | 'date'>

/** A list as a workbook: one column a field that is in use, then who answers and the item of the plan. */
export function listWorkbook(
  list: { readonly name: string; readonly fields: readonly ListField[] },
  rows: readonly PrintedRow[],
  { author, date }: { readonly author: string; readonly date: LocalDate },
): WorkbookView {
  const fields = list.fields.filter(({ ended }) => !ended)
  const cellOf = ({ key, kind }: ListField, { values }: PrintedRow): string | null => {
    const value = values[key] ?? null
    return kind === 'yesNo' && value !== null ? (value === '1' ? '是' : '否') : value
  }
  return {
    author,
    date,
    sheets: [
      {
        name: list.name,
        title: list.name,
        columns: [
          { header: '序号', width: 6, kind: 'number' },
          ...fields.map(({ label, kind, unit }) => ({
            header: unit === '' ? label : `${label}（${unit}）`,
            width: kind === 'text' ? 32 : 14,
            kind: columnKinds[kind],
          })),
          { header: '责任单位', width: 22, kind: 'text' },
          { header: '对应事项', width: 32, kind: 'text' },
        ],
        rows: rows.map((row) => [
          String(row.rowNo),
          ...fields.map((field) => cellOf(field, row)),
          ...[row.unitName, row.itemTitle],
        ]),
      },
    ],
  }
}
