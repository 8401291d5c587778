import type { WireItem, WireTarget } from '#adapters/http/contract/plan'
import { useText } from '#web/kit'
import { Button } from '#web/ui'
import { choices, type FieldWord, fieldWords } from '../field-words.ts'
import { planMessages } from '../messages.ts'
import { entriesOf } from './draft-state.ts'
import type { ItemFieldsProps } from './ItemEditor.tsx'
import { LiveField, LiveSelect } from './LiveField.tsx'
import { useReview } from './review-context.ts'

type Indicator = Extract<WireItem, { kind: 'indicator' }>
type Props = ItemFieldsProps<Indicator>

/** What an indicator promises, how its figures are made, and the confirmation of both. */
export function TargetFields({ item, revision, change }: Props) {
  const t = useText(planMessages)
  const set = (next: Partial<Indicator>, base = revision) =>
    change((now) => (now.kind === 'indicator' ? { ...now, ...next } : now), base)
  return (
    <>
      <PromiseFields item={item} revision={revision} change={change} />
      <FigureFields item={item} revision={revision} change={change} />
      <div className="editor__confirm">
        {item.measureConfirmed ? (
          <span className="note note--done">{t('confirmed')}</span>
        ) : (
          <Button onClick={() => void set({ measureConfirmed: true })}>{t('confirm')}</Button>
        )}
      </div>
    </>
  )
}

/** An empty field is an unknown figure; digits are kept as typed, in half width. */
function figureOf(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '')
  return plain === '' ? null : plain
}

function useTargetChange({ change }: Props) {
  return (next: Partial<WireTarget>, base: number) =>
    change(
      (now) =>
        now.kind === 'indicator'
          ? { ...now, target: { ...now.target, ...next }, ...(next.kind ? { measureConfirmed: false } : {}) }
          : now,
      base,
    )
}

function useOptions() {
  const words = useText(fieldWords)
  return <V extends FieldWord>(values: readonly V[]) => values.map((value) => ({ value, label: words(value) }))
}

function PromiseFields(props: Props) {
  const { item, revision } = props
  const t = useText(planMessages)
  const options = useOptions()
  const set = useTargetChange(props)
  const { target } = item
  const choose = <K extends 'kind' | 'op' | 'commitment'>(
    field: K,
    label: string,
    values: readonly (WireTarget[K] & FieldWord)[],
  ) => (
    <LiveSelect
      label={label}
      value={target[field]}
      options={options(values)}
      revision={revision}
      onCommit={(value, base) => set({ [field]: value }, base)}
    />
  )
  const type = (field: 'value' | 'valueHigh', label: string) => (
    <LiveField
      figure
      label={label}
      value={target[field] ?? ''}
      revision={revision}
      onCommit={(text, base) => set({ [field]: figureOf(text) }, base)}
    />
  )
  return (
    <div className="editor__grid">
      {choose('kind', t('fieldTargetKind'), choices.targetKind)}
      {choose('op', t('fieldOp'), choices.op)}
      {type('value', t('fieldValue'))}
      {type('valueHigh', t('fieldValueHigh'))}
      <LiveField
        label={t('fieldUnit')}
        value={target.unit}
        revision={revision}
        onCommit={(unit, base) => set({ unit }, base)}
      />
      {choose('commitment', t('fieldCommitment'), choices.commitment)}
      <DueAndRelative {...props} />
    </div>
  )
}

function DueAndRelative(props: Props) {
  const { item, revision } = props
  const t = useText(planMessages)
  const set = useTargetChange(props)
  return (
    <>
      <LiveField
        type="date"
        label={t('fieldDue')}
        value={item.target.due}
        revision={revision}
        onCommit={(due, base) => set({ due }, base)}
      />
      {item.target.kind === 'qualitative' && (
        <div className="editor__wide">
          <LiveField
            label={t('fieldTest')}
            hint={t('fieldTestHint')}
            value={item.target.test ?? ''}
            revision={revision}
            onCommit={(text, base) => set({ test: text.trim() }, base)}
          />
        </div>
      )}
      {item.target.kind === 'relative' && (
        <LiveField
          label={t('fieldRelative')}
          value={item.target.relativeTo ?? ''}
          revision={revision}
          onCommit={(text, base) => set({ relativeTo: text || null }, base)}
        />
      )}
    </>
  )
}

function FigureFields(props: Props) {
  const { item, revision } = props
  const t = useText(planMessages)
  const options = useOptions()
  const set = useTargetChange(props)
  return (
    <div className="editor__grid">
      <div className="editor__wide">
        <LiveSelect
          label={t('fieldMeasure')}
          value={item.target.measure}
          options={options(choices.measure)}
          revision={revision}
          onCommit={(measure, base) => set({ measure }, base)}
        />
      </div>
      <LiveField
        figure
        label={t('fieldBaseline')}
        value={item.target.baseline ?? ''}
        revision={revision}
        onCommit={(text, base) => set({ baseline: figureOf(text) }, base)}
      />
      <RhythmFields {...props} />
      <TaskChoice {...props} />
    </div>
  )
}

/** How figures come in: kind of figure, who makes it, how often, along which way. */
function RhythmFields({ item, revision, change }: Props) {
  const t = useText(planMessages)
  const options = useOptions()
  const set = (next: Partial<Indicator>, base: number) =>
    change((now) => (now.kind === 'indicator' ? { ...now, ...next } : now), base)
  const choose = <K extends 'accumulation' | 'origin' | 'frequency'>(
    field: K,
    label: string,
    values: readonly (Indicator[K] & FieldWord)[],
  ) => (
    <LiveSelect
      label={label}
      value={item[field]}
      options={options(values)}
      revision={revision}
      onCommit={(value, base) => set({ [field]: value }, base)}
    />
  )
  const trajectories = [...choices.trajectory, ...(isPlain(item.trajectory.kind) ? [] : [item.trajectory.kind])]
  return (
    <>
      {choose('accumulation', t('fieldAccumulation'), choices.accumulation)}
      {choose('origin', t('fieldOrigin'), choices.origin)}
      {choose('frequency', t('fieldFrequency'), choices.frequency)}
      <label className="editor__wide">
        <input
          type="checkbox"
          checked={item.recognised === true}
          onChange={(event) => void set({ recognised: event.target.checked }, revision)}
        />{' '}
        {t('fieldRecognised')}
      </label>
      <LiveSelect
        label={t('fieldTrajectory')}
        value={item.trajectory.kind}
        options={options(trajectories)}
        revision={revision}
        onCommit={(kind, base) => (isPlain(kind) ? set({ trajectory: { kind } }, base) : Promise.resolve(null))}
      />
    </>
  )
}

/** Trajectories that need no points of their own; the others come from figures of last year and are kept. */
function isPlain(kind: Indicator['trajectory']['kind']): kind is 'linear' | 'workdays' | 'step' {
  return kind === 'linear' || kind === 'workdays' || kind === 'step'
}

function TaskChoice({ item, revision, change }: Props) {
  const t = useText(planMessages)
  const { state } = useReview()
  const tasks = entriesOf(state.rows, 'item').filter(
    (entry) =>
      entry.body.kind === 'task' && (entry.body.campaignNo === item.campaignNo || entry.entryId === item.taskId),
  )
  return (
    <LiveSelect
      label={t('fieldTask')}
      value={item.taskId ?? ''}
      options={[
        { value: '', label: t('noTask') },
        ...tasks.map((task) => ({ value: task.entryId, label: task.body.title })),
      ]}
      revision={revision}
      onCommit={(taskId, base) =>
        change((now) => (now.kind === 'indicator' ? { ...now, taskId: taskId === '' ? null : taskId } : now), base)
      }
    />
  )
}
