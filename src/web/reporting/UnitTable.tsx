import type { PeriodView } from '#adapters/http/contract/reporting'
import { useText } from '#web/kit'
import { type Column, DataTable } from '#web/ui'
import { periodMessages as messages } from './period-messages.ts'

type UnitRow = PeriodView['units'][number]
type Text = ReturnType<typeof useText<typeof messages>>

/** Completeness by unit, those with most left to do first. */
export function UnitTable({ units }: { readonly units: readonly UnitRow[] }) {
  const t = useText(messages)
  const left = (unit: UnitRow) => unit.lines - unit.accepted
  const rows = [...units].sort((a, b) => b.silent - a.silent || left(b) - left(a))
  return <DataTable caption={t('byUnit')} columns={columnsOf(t)} rows={rows} rowKey={(unit) => unit.unitId} />
}

const counts = [
  ['asked', 'lines'],
  ['counted', 'accepted'],
  ['waiting', 'waiting'],
  ['returned', 'returned'],
  ['silent', 'silent'],
  ['late', 'late'],
] as const

function columnsOf(t: Text): readonly Column<UnitRow>[] {
  return [
    { id: 'unit', title: t('unit'), cell: (unit) => unit.unitName },
    ...counts.map(([title, of]): Column<UnitRow> => ({
      id: title,
      title: t(title),
      figure: true,
      cell: (unit) => <span className={unit[of] === 0 ? 'is-nought' : undefined}>{unit[of]}</span>,
    })),
  ]
}
