import { useState } from 'react'
import { type OfficialSeriesEntry, reportingContract as contract } from '#adapters/http/contract/reporting'
import { useAction, useEndpoint, useText, useMarks } from '#web/kit'
import { Button, type Column, DataTable, ErrorNote, Loaded, Section } from '#web/ui'
import { targetMessages as messages } from './messages.ts'
import { SeriesDialog } from './SeriesDialog.tsx'

type Entry = OfficialSeriesEntry & { readonly isOwn: boolean }

/** The region's list of statutory and official series: who publishes, how often, and when each is due. */
export function SeriesSection({ mayChange }: { readonly mayChange: boolean }) {
  const t = useText(messages)
  const list = useEndpoint(contract.officialSeries)
  const [edited, setEdited] = useState<Entry | 'new'>()
  return (
    <Section
      title={t('seriesTitle')}
      aside={mayChange && <Button onClick={() => setEdited('new')}>{t('addSeries')}</Button>}
    >
      <p className="field__hint">{t('seriesLead')}</p>
      <Loaded query={list}>
        {({ series }) => <SeriesTable series={series} mayChange={mayChange} onEdit={setEdited} />}
      </Loaded>
      {edited && <SeriesDialog entry={edited === 'new' ? null : edited} onClose={() => setEdited(undefined)} />}
    </Section>
  )
}

interface SeriesTableProps {
  readonly series: readonly Entry[]
  readonly mayChange: boolean
  readonly onEdit: (entry: Entry) => void
}

function SeriesTable({ series, mayChange, onEdit }: SeriesTableProps) {
  const t = useText(messages)
  const keyOf = ({ names, origin, frequency }: Entry) => `${names.join()} ${origin} ${frequency}`
  const columns = seriesColumns(t, mayChange ? onEdit : null)
  return <DataTable caption={t('seriesTitle')} columns={columns} rows={series} rowKey={keyOf} />
}

type Text = ReturnType<typeof useText<typeof messages>>

function seriesColumns(t: Text, onEdit: SeriesTableProps['onEdit'] | null): readonly Column<Entry>[] {
  const columns: readonly Column<Entry>[] = [
    {
      id: 'names',
      title: t('seriesNames'),
      cell: (entry) => (
        <>
          {entry.names.join('、')} {entry.isOwn && <span className="chip">{t('own')}</span>}
        </>
      ),
    },
    { id: 'except', title: t('seriesExcept'), cell: (entry) => entry.except.join('、') },
    { id: 'origin', title: t('seriesOrigin'), cell: (entry) => t(entry.origin) },
    { id: 'frequency', title: t('frequency'), cell: (entry) => t(entry.frequency) },
    { id: 'calendar', title: t('calendar'), cell: (entry) => <Calendar entry={entry} /> },
  ]
  if (onEdit === null) return columns
  return [...columns, { id: 'deeds', title: '', cell: (entry) => <SeriesDeeds entry={entry} onEdit={onEdit} /> }]
}

function Calendar({ entry }: { readonly entry: Entry }) {
  const t = useText(messages)
  const { monthsAfter: months, day, januaryWithFebruary, frequency } = entry
  const marks = useMarks()
  const together = januaryWithFebruary && frequency === 'month'
  return <>{[t('calendarLine', { months, day }), ...(together ? [t('januaryTogether')] : [])].join(marks.comma)}</>
}

function SeriesDeeds({ entry, onEdit }: { readonly entry: Entry; readonly onEdit: (entry: Entry) => void }) {
  const t = useText(messages)
  const change = useAction(contract.changeOfficialSeries)
  const strike = () => change.mutate({ body: { name: entry.names[0] ?? '', entry: null } })
  return (
    <span className="no-print">
      <Button look="quiet" className="lines__button" onClick={() => onEdit(entry)}>
        {t('changeRow')}
      </Button>{' '}
      <Button look="quiet" className="lines__button" disabled={change.isPending} onClick={strike}>
        {t('strike')}
      </Button>
      <ErrorNote error={change.error} />
    </span>
  )
}
