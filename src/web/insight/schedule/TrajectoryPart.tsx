import { useState } from 'react'
import { dec } from '#core/kit'
import { type ScheduleView, scheduleContract, type Trajectory } from '#adapters/http/contract/insight'
import { useAction, useLanguage, useText, useMarks } from '#web/kit'
import { Button, type Column, DataTable, Section } from '#web/ui'
import { periodName, percent, shown } from '../figures.ts'
import { scheduleMessages as messages } from './schedule-messages.ts'
import { TrajectoryChart } from './TrajectoryChart.tsx'
import { TrajectoryEditor } from './TrajectoryEditor.tsx'

type Way = NonNullable<ScheduleView['trajectory']>
type Line = Way['rows']['month'][number] & { readonly drafted: string | null }
const kinds = ['dekad', 'month', 'quarter'] as const

/** The trajectory as a chart and a table side by side, and the way to ask for another one. */
export function TrajectoryPart({ view, way }: { readonly view: ScheduleView; readonly way: Way }) {
  const t = useText(messages)
  const [kind, setKind] = useState<(typeof kinds)[number]>('month')
  const [isChanging, setChanging] = useState(false)
  const preview = useAction(scheduleContract.previewTrajectory)
  const unit = view.item.target?.unit ?? ''
  const title = useTodayAnswer(view)
  const draft = isChanging ? (preview.data ?? null) : null
  const draw = (trajectory: Trajectory) =>
    preview.mutate({ params: { itemId: view.item.itemId }, body: { trajectory } })
  const rows: Line[] = way.rows[kind].map((row, index) => ({
    ...row,
    drafted: draft?.rows[kind][index]?.asked ?? null,
  }))
  return (
    <Section title={title} aside={<KindSwitch kind={kind} onChange={setKind} />}>
      <p className="way__kinds">
        <WayWords way={way} />
        {view.mayPropose && !isChanging && (
          <Button look="quiet" className="no-print" onClick={() => setChanging(true)}>
            {t('change')}
          </Button>
        )}
      </p>
      <div className="way">
        <TrajectoryChart {...{ way, unit, title }} today={view.today} draft={draft?.curve ?? null} />
        <TrajectoryTable rows={rows} unit={unit} hasDraft={draft !== null} />
      </div>
      {isChanging && (
        <TrajectoryEditor
          {...{ view, way, unit }}
          error={preview.error}
          onDraw={draw}
          onDone={() => setChanging(false)}
        />
      )}
    </Section>
  )
}

/** The gap in units, today: 超序时 or 欠序时 with what is asked. */
export function useTodayAnswer({ askedToday, item }: Pick<ScheduleView, 'askedToday' | 'item'>): string {
  const t = useText(messages)
  if (askedToday === null) return t('way')
  const unit = item.target?.unit ?? ''
  const withUnit = (value: string) => `${shown(value)}${unit}`
  const { asked, actual, lag } = askedToday
  if (actual === null || lag === null) return t('noFigureToday', { asked: withUnit(asked) })
  const values = { asked: withUnit(asked), actual: withUnit(actual), lag: withUnit(lag.replace('-', '')) }
  if (dec(lag).isZero()) return t('evenToday', values)
  return t(dec(lag).gt(0) ? 'behindToday' : 'aheadToday', values)
}

function KindSwitch({
  kind,
  onChange,
}: {
  readonly kind: (typeof kinds)[number]
  readonly onChange: (kind: (typeof kinds)[number]) => void
}) {
  const t = useText(messages)
  return (
    <span className="way__switch no-print" role="group">
      {kinds.map((one) => (
        <button
          key={one}
          type="button"
          className="link-button"
          aria-pressed={one === kind}
          onClick={() => onChange(one)}
        >
          {t('byPeriod', { kind: t(one) })}
        </button>
      ))}
    </span>
  )
}

function WayWords({ way }: { readonly way: Way }) {
  const t = useText(messages)
  const from = way.effectiveFrom === null ? t('asPublished') : t('since', { day: way.effectiveFrom })
  return (
    <span>
      {t('presentKind', { kind: t(way.present.kind) })}　{from}　{t('baselineKind', { kind: t(way.baseline.kind) })}
    </span>
  )
}

interface TableProps {
  readonly rows: readonly Line[]
  readonly unit: string
  readonly hasDraft: boolean
}

function TrajectoryTable({ rows, unit, hasDraft }: TableProps) {
  const t = useText(messages)
  const { language } = useLanguage()
  const marks = useMarks()
  const figure = (id: string, title: string, of: (row: Line) => string | null): Column<Line> => ({
    ...{ id, title, figure: true },
    cell: (row) => {
      const value = of(row)
      return value === null ? '—' : shown(value)
    },
  })
  const columns: readonly Column<Line>[] = [
    { id: 'period', title: t('period'), cell: ({ periodId }) => periodName(periodId, language) },
    { id: 'share', title: t('share'), figure: true, cell: ({ pace }) => percent(pace) },
    ...(hasDraft ? [figure('drafted', t('drafted'), ({ drafted }) => drafted)] : []),
    figure('asked', unit === '' ? t('asked') : `${t('asked')}${marks.open}${unit}${marks.close}`, ({ asked }) => asked),
    figure('baseline', t('baseline'), ({ baseline }) => baseline),
    figure('actual', t('actual'), ({ actual }) => actual),
    figure('gap', t('gap'), ({ actual, asked }) =>
      actual === null || asked === null ? null : dec(actual).minus(asked).toFixed(),
    ),
  ]
  return (
    <div className="way__table">
      <DataTable caption={t('way')} columns={columns} rows={rows} rowKey={({ periodId }) => periodId} />
    </div>
  )
}
