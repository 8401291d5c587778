import { useState } from 'react'
import { dec } from '#core/kit'
import type { ScheduleView } from '#adapters/http/contract/insight'
import { useLanguage, useText } from '#web/kit'
import { Button, type Column, DataTable, Section } from '#web/ui'
import { periodName, shown } from '../figures.ts'
import { PeriodTargetsEditor } from './PeriodTargetsEditor.tsx'
import { scheduleMessages as messages } from './schedule-messages.ts'

type Table = NonNullable<ScheduleView['periodTargets']['table']>
type Row = Table['rows'][number]

/** Figures per dekad or month: asked, done, missed, and what was spread again over the rest. */
export function PeriodTargetsPart({ view }: { readonly view: ScheduleView }) {
  const t = useText(messages)
  const [isChanging, setChanging] = useState(false)
  const { table, length } = view.periodTargets
  const columns = useColumns()
  const title = useAnswer(view)
  if (length === null) return null
  return (
    <Section
      title={title}
      aside={
        view.mayPropose &&
        !isChanging && (
          <Button look="quiet" className="no-print" onClick={() => setChanging(true)}>
            {t('change')}
          </Button>
        )
      }
    >
      {table === null ? (
        <p className="note">{t('noPeriodTargets')}</p>
      ) : (
        <DataTable
          caption={t('periodTargets')}
          columns={columns}
          rows={table.rows}
          rowKey={({ periodId }) => periodId}
        />
      )}
      {isChanging && <PeriodTargetsEditor view={view} length={length} onDone={() => setChanging(false)} />}
    </Section>
  )
}

function useAnswer({ periodTargets: { table }, item }: ScheduleView): string {
  const t = useText(messages)
  if (table === null) return t('periodTargets')
  const unit = item.target?.unit ?? ''
  const isOver = dec(table.unplaced).gt(0)
  const rest = isOver ? table.unplaced : dec(table.length).minus(table.done).clampedTo(0, '1e30').toFixed()
  return t(isOver ? 'periodOver' : 'periodAnswer', {
    done: `${shown(table.done)}${unit}`,
    rest: `${shown(rest)}${unit}`,
  })
}

function useColumns(): readonly Column<Row>[] {
  const t = useText(messages)
  const { language } = useLanguage()
  const signed = (value: string): string => (dec(value).gt(0) ? `+${shown(value)}` : shown(value))
  return [
    { id: 'period', title: t('period'), cell: ({ periodId }) => periodName(periodId, language) },
    { id: 'planned', title: t('planned'), figure: true, cell: ({ planned }) => shown(planned) },
    {
      id: 'carried',
      title: t('carried'),
      figure: true,
      cell: ({ carried }) => (dec(carried).isZero() ? '—' : signed(carried)),
    },
    { id: 'asked', title: t('askedNow'), figure: true, cell: ({ asked }) => <b>{shown(asked)}</b> },
    { id: 'done', title: t('done'), figure: true, cell: ({ done }) => (done === null ? '—' : shown(done)) },
    {
      ...{ id: 'missed', title: t('missed'), figure: true },
      cell: ({ missed }) => (missed === null ? '—' : dec(missed).lte(0) ? '' : shown(missed)),
    },
  ]
}
