import type { PeriodView } from '#adapters/http/contract/reporting'
import { useText } from '#web/kit'
import { type Column, DataTable } from '#web/ui'
import { periodMessages as messages } from './period-messages.ts'

type UnitRow = PeriodView['units'][number]

/** Completeness by unit, those with most left to do first. */
export function UnitTable({ units }: { readonly units: readonly UnitRow[] }) {
  const t = useText(messages)
  const number = (
    id: 'asked' | 'counted' | 'waiting' | 'returned' | 'late' | 'silent',
    of: (unit: UnitRow) => number,
  ) => ({
    id,
    title: t(id),
    figure: true,
    cell: (unit: UnitRow) => <span className={of(unit) === 0 ? 'is-nought' : undefined}>{of(unit)}</span>,
  })
  const columns: readonly Column<UnitRow>[] = [
    { id: 'unit', title: t('unit'), cell: (unit) => unit.unitName },
    number('asked', (unit) => unit.lines),
    number('counted', (unit) => unit.accepted),
    number('waiting', (unit) => unit.waiting),
    number('returned', (unit) => unit.returned),
    number('silent', (unit) => unit.silent),
    number('late', (unit) => unit.late),
  ]
  const left = (unit: UnitRow) => unit.lines - unit.accepted
  const rows = [...units].sort((a, b) => b.silent - a.silent || left(b) - left(a))
  return <DataTable caption={t('byUnit')} columns={columns} rows={rows} rowKey={(unit) => unit.unitId} />
}
