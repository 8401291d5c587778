import { useState } from 'react'
import { dec, decimalText } from '#core/kit'
import type { ScheduleView, Trajectory } from '#adapters/http/contract/insight'
import { useText } from '#web/kit'
import { Button, ErrorNote, SelectField, TextField } from '#web/ui'
import { FigureFields } from './FigureFields.tsx'
import { ProposeForm } from './ProposeForm.tsx'
import { amountOf, type Ends, inPerCent, shareOf } from './schedule-drafts.ts'
import { scheduleMessages as messages } from './schedule-messages.ts'

type Way = NonNullable<ScheduleView['trajectory']>

interface TrajectoryEditorProps {
  readonly view: ScheduleView
  readonly way: Way
  readonly unit: string
  /** Why what was drawn last is refused: it names the point. */
  readonly error: Error | null
  readonly onDraw: (trajectory: Trajectory) => void
  readonly onDone: () => void
}

interface Point {
  readonly on: string
  readonly amount: string
}

const kinds = ['linear', 'workdays', 'seasonal', 'stated', 'step'] as const

/** Writes one of the five trajectories: its kind, and what that kind needs. It is drawn beside the present one before it is asked for. */
export function TrajectoryEditor({ view, way, unit, error, onDraw, onDone }: TrajectoryEditorProps) {
  const t = useText(messages)
  const ends = way.ends ?? inPerCent
  const [kind, setKind] = useState<(typeof kinds)[number]>(way.present.kind)
  const [months, setMonths] = useState<readonly string[]>(() => monthsOf(way))
  const [knownSource, setSource] = useState('')
  const [points, setPoints] = useState<readonly Point[]>(() => pointsOf(way, ends))
  const trajectory = trajectoryOf(kind, { months, points, ends })
  return (
    <div className="editor-box no-print">
      <SelectField
        label={t('kindOfWay')}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(value) }))}
        onChange={(event) => setKind(kinds.find((one) => one === event.target.value) ?? 'linear')}
      />
      {kind === 'seasonal' && (
        <MonthFields {...{ lastYear: view.lastYear, months }} onChange={setMonths} onSource={setSource} />
      )}
      {(kind === 'stated' || kind === 'step') && (
        <PointFields
          {...{ points, unit: way.ends ? unit : '%' }}
          onChange={setPoints}
          fromNodes={
            kind === 'step' && view.nodes.nodes.length > 0 ? () => setPoints(nodePoints(view, way, ends)) : null
          }
        />
      )}
      <div className="toolbar">
        <Button onClick={() => onDraw(trajectory)}>{t('preview')}</Button>
      </div>
      <ErrorNote error={error} />
      <ProposeForm
        itemId={view.item.itemId}
        today={view.today}
        body={{ part: 'trajectory', trajectory }}
        asksSource={kind === 'seasonal'}
        knownSource={knownSource}
        onDone={onDone}
      />
    </div>
  )
}

interface MonthFieldsProps {
  readonly lastYear: ScheduleView['lastYear']
  readonly months: readonly string[]
  readonly onChange: (months: readonly string[]) => void
  readonly onSource: (source: string) => void
}

/** Last year's months: typed, pasted, or taken over from the linked item of last year's plan with its name as their source. */
function MonthFields({ lastYear, months, onChange, onSource }: MonthFieldsProps) {
  const t = useText(messages)
  const take = ({ months: known, planTitle: plan, title }: NonNullable<typeof lastYear>) => {
    onChange(known)
    onSource(t('lastYearSource', { plan, title }))
  }
  return (
    <>
      {lastYear && (
        <div className="toolbar">
          <Button onClick={() => take(lastYear)}>{t('takeLastYear', { year: lastYear.year })}</Button>
          <small>{t('lastYearSource', { plan: lastYear.planTitle, title: lastYear.title })}</small>
        </div>
      )}
      <FigureFields
        legend={t('monthsTitle')}
        labels={months.map((_, index) => t('monthNo', { month: index + 1 }))}
        values={months}
        onChange={onChange}
      />
    </>
  )
}

const monthsOf = ({ present }: Way): readonly string[] =>
  present.kind === 'seasonal' ? present.monthShares : Array<string>(12).fill('')

/** The points in force, or the ends of the quarters as they are asked now. */
function pointsOf({ present, rows }: Way, ends: Ends): readonly Point[] {
  const stated = 'points' in present ? (present.points ?? []) : []
  if (stated.length > 0) return stated.map(({ on, value }) => ({ on, amount: amountOf(value, ends) }))
  return rows.quarter.map(({ on, pace, asked }) => ({ on, amount: asked ?? amountOf(pace, ends) }))
}

/** Steps at the item's time nodes, by their weights; the last one is the target on its due day. */
function nodePoints({ nodes }: ScheduleView, { span }: Way, ends: Ends): readonly Point[] {
  const inside = nodes.nodes.filter(({ due }) => due >= span.from && due <= span.to)
  const all = inside.reduce((sum, { weight }) => sum.plus(weight), dec(0))
  let passed = dec(0)
  const steps = inside.map(({ due, weight }) => {
    passed = passed.plus(weight)
    return { on: due, amount: amountOf(decimalText(passed.dividedBy(all).toDecimalPlaces(6)), ends) }
  })
  const before = steps.filter(({ on }) => on < span.to)
  return [...before, { on: span.to, amount: ends.target }]
}

function trajectoryOf(
  kind: (typeof kinds)[number],
  { months, points, ends }: { months: readonly string[]; points: readonly Point[]; ends: Ends },
): Trajectory {
  const shares = points.map(({ on, amount }) => ({ on, value: shareOf(amount, ends) ?? amount }))
  if (kind === 'seasonal') return { kind, monthShares: months }
  if (kind === 'stated' || kind === 'step') return { kind, points: shares }
  return { kind }
}

interface PointFieldsProps {
  readonly points: readonly Point[]
  readonly unit: string
  readonly onChange: (points: readonly Point[]) => void
  readonly fromNodes: (() => void) | null
}

function PointFields({ points, unit, onChange, fromNodes }: PointFieldsProps) {
  const t = useText(messages)
  const set = (index: number, change: Partial<Point>) =>
    onChange(points.map((point, place) => (place === index ? { ...point, ...change } : point)))
  return (
    <fieldset className="points">
      <legend>{t('pointsTitle')}</legend>
      {points.map((point, index) => (
        <div key={index} className="points__row">
          <TextField
            type="date"
            label={t('pointDay', { no: index + 1 })}
            value={point.on}
            onChange={(event) => set(index, { on: event.target.value })}
          />
          <TextField
            figure
            label={t('pointAmount', { unit })}
            value={point.amount}
            onChange={(event) => set(index, { amount: event.target.value })}
          />
          <Button
            look="quiet"
            aria-label={t('removeNamed', { label: point.on })}
            onClick={() => onChange(points.filter((_, place) => place !== index))}
          >
            {t('remove')}
          </Button>
        </div>
      ))}
      <div className="toolbar">
        <Button look="quiet" onClick={() => onChange([...points, { on: '', amount: '' }])}>
          {t('add')}
        </Button>
        {fromNodes && (
          <Button look="quiet" onClick={fromNodes}>
            {t('fromNodes')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}
