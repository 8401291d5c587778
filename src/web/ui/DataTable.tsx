import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useText } from '#web/kit'
import { Button } from './Button.tsx'
import { SideScroll } from './SideScroll.tsx'

const words = {
  others: { zh: '显示其余 {count} 行', en: 'Show the other {count} {count|row|rows}' },
} as const
/** A table is not cut for the sake of a few rows. */
const FEW = 5

export interface Column<Row> {
  readonly id: string
  readonly title: string
  /** Figures stand right-aligned in tabular digits. */
  readonly figure?: boolean
  /** What the row is about: on a phone, where a row is a block of its own, its first line. By default the first column. */
  readonly lead?: boolean
  readonly cell: (row: Row) => ReactNode
}

interface DataTableProps<Row> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Enter or o on the current row; j and k move. */
  readonly onOpen?: (row: Row) => void
  /** So many rows stand on the screen at first, the others at a press; on paper all stand. */
  readonly atFirst?: number
  /** Whether all rows stand, where the page keeps it in its address. */
  readonly whole?: readonly [isWhole: boolean, showAll: () => void]
}

/** A plain table with hairlines, on a phone a list of blocks; with `onOpen`, j/k move through it and Enter opens. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, onOpen, atFirst = Infinity } = props
  const t = useText(words)
  const [isOpened, setOpened] = useState(false)
  const [isWhole, showAll] = props.whole ?? [isOpened, () => setOpened(true)]
  const shown = isWhole || rows.length <= atFirst + FEW ? rows.length : atFirst
  const current = useRowKeys(rows.slice(0, shown), onOpen)
  const places = placesOf(columns)
  return (
    <>
      <SideScroll label={caption}>
        <table className="table table--blocks">
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
              <tr key={rowKey(row)} className={classOf({ isCurrent: index === current, isBeyond: index >= shown })}>
                {columns.map((column, place) => (
                  <td key={column.id} className={places[place]} data-title={column.title}>
                    <div className="table__cell">{column.cell(row)}</div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </SideScroll>
      {shown < rows.length && (
        <p className="no-print">
          <Button onClick={showAll}>{t('others', { count: rows.length - shown })}</Button>
        </p>
      )}
    </>
  )
}

function classOf({ isCurrent, isBeyond }: { readonly isCurrent: boolean; readonly isBeyond: boolean }) {
  return [isCurrent && 'is-current', isBeyond && 'is-beyond'].filter(Boolean).join(' ') || undefined
}

/** Class of each column's cells; before the lead only marks and numbers keep their place on a phone. */
function placesOf<Row>(columns: readonly Column<Row>[]): readonly string[] {
  const lead = Math.max(
    columns.findIndex((column) => column.lead === true),
    0,
  )
  return columns.map(({ figure, title }, place) => {
    const isBefore = place < lead && (figure === true || title === '')
    return [figure && 'is-figure', place === lead && 'is-lead', isBefore && 'is-before'].filter(Boolean).join(' ')
  })
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
