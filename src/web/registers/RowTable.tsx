import { Link } from '@tanstack/react-router'
import type { DomainList, ListField, ListPage } from '#adapters/http/contract/registers'
import { useText, When } from '#web/kit'
import { Button, type Column, DataTable, Figure } from '#web/ui'
import { listMessages as messages } from './messages.ts'

/** A row of a list as it is shown. */
export type Row = ListPage['rows'][number]

interface RowTableProps {
  readonly list: DomainList
  readonly rows: readonly Row[]
  readonly onEdit: (row: Row) => void
}

/** Rows of a list, a column a field that is in use, then who answers and the item of the plan. */
export function RowTable({ list, rows, onEdit }: RowTableProps) {
  const columns = useRowColumns(list, onEdit)
  return <DataTable caption={list.name} columns={columns} rows={rows} rowKey={({ rowId }) => rowId} />
}

function useRowColumns(list: DomainList, onEdit: (row: Row) => void): readonly Column<Row>[] {
  const t = useText(messages)
  const fields = list.fields.filter(({ ended }) => !ended)
  const own = fields.map((field, at): Column<Row> => {
    const { key, label, kind, unit } = field
    const shared = { id: key, title: unit === '' ? label : `${label}（${unit}）`, ...(at === 0 ? { lead: true } : {}) }
    if (kind === 'decimal') {
      return { ...shared, figure: true, cell: ({ values }) => <Figure value={values[key] ?? null} /> }
    }
    if (kind === 'day') return { ...shared, cell: ({ values }) => <When at={values[key]} /> }
    return { ...shared, cell: ({ values }) => shownValue(field, values[key] ?? null, t) }
  })
  return [
    { id: 'no', title: t('no'), figure: true, cell: ({ rowNo }) => rowNo },
    ...own,
    { id: 'unit', title: t('unit'), cell: ({ unitName }) => unitName ?? '' },
    {
      id: 'item',
      title: t('item'),
      cell: ({ itemId, itemTitle }) =>
        itemId && (
          <Link to="/items/$itemId" params={{ itemId }}>
            {itemTitle}
          </Link>
        ),
    },
    {
      id: 'edit',
      title: '',
      cell: (row) =>
        row.mayWrite && (
          <Button look="quiet" className="no-print" onClick={() => onEdit(row)}>
            {t(row.removedAt === null ? 'edit' : 'restore')}
          </Button>
        ),
    },
  ]
}

/** A value as words: yes and no are kept as 1 and 0. */
export function shownValue(
  field: Pick<ListField, 'kind'> | undefined,
  value: string | null,
  t: (key: 'yes' | 'not') => string,
): string {
  if (value === null) return ''
  return field?.kind === 'yesNo' ? t(value === '1' ? 'yes' : 'not') : value
}
