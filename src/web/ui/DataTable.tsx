import { type ReactNode, useEffect, useRef, useState } from 'react'

export interface Column<Row> {
  readonly id: string
  readonly title: string
  /** Figures stand right-aligned in tabular digits. */
  readonly figure?: boolean
  readonly cell: (row: Row) => ReactNode
}

interface DataTableProps<Row> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Enter or o on the current row; j and k move. */
  readonly onOpen?: (row: Row) => void
}

/** A plain table with hairlines; with `onOpen`, j/k move through it and Enter opens. */
export function DataTable<Row>({ caption, columns, rows, rowKey, onOpen }: DataTableProps<Row>) {
  const current = useRowKeys(rows, onOpen)
  return (
    <div className="table-wrap">
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={column.figure ? 'is-figure' : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row)} className={index === current ? 'is-current' : undefined}>
              {columns.map((column) => (
                <td key={column.id} className={column.figure ? 'is-figure' : undefined}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function useRowKeys<Row>(rows: readonly Row[], onOpen: ((row: Row) => void) | undefined): number {
  const [current, setCurrent] = useState(-1)
  const state = useRef({ rows, onOpen, current })
  useEffect(() => {
    state.current = { rows, onOpen, current }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { rows: list, onOpen: open, current: at } = state.current
      if (!open || isTyping(event)) return
      if (event.key === 'j') setCurrent(Math.min(at + 1, list.length - 1))
      if (event.key === 'k') setCurrent(Math.max(at - 1, 0))
      const row = list[at]
      if ((event.key === 'Enter' || event.key === 'o') && row !== undefined) open(row)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return current
}

/** Whether a key belongs to a field or a control rather than to the page. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true
  return event.target instanceof Element && event.target.closest('input, textarea, select, button, a, dialog') !== null
}
