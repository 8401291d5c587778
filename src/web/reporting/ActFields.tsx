import type { Act } from '#adapters/http/contract/reporting'
import { useText } from '#web/kit'
import { SelectField, TextField } from '#web/ui'
import { type ActDraft, type ActDrafts, acts, hasCutOff, kinds } from './act-form.ts'
import { rhythmMessages as messages } from './rhythm-messages.ts'

interface ActFieldsProps {
  readonly drafts: ActDrafts
  readonly onChange: (drafts: ActDrafts) => void
}

/** Every act with its switch; what is switched on shows how often it is held, when it is due and to whom it goes. */
export function ActFields({ drafts, onChange }: ActFieldsProps) {
  const t = useText(messages)
  return (
    <fieldset className="acts">
      <legend>{t('asksAndReads')}</legend>
      {acts.map((act) => (
        <ActRow
          key={act}
          act={act}
          draft={drafts[act]}
          onChange={(change) => onChange({ ...drafts, [act]: { ...drafts[act], ...change } })}
        />
      ))}
    </fieldset>
  )
}

interface ActRowProps {
  readonly act: Act
  readonly draft: ActDraft
  readonly onChange: (change: Partial<ActDraft>) => void
}

function ActRow({ act, draft, onChange }: ActRowProps) {
  const t = useText(messages)
  return (
    <div className="acts__row" role="group" aria-label={t(act)}>
      <label className="acts__on">
        <input type="checkbox" checked={draft.on} onChange={(event) => onChange({ on: event.target.checked })} />
        {t(act)}
      </label>
      {draft.on && <ActRule draft={draft} onChange={onChange} />}
    </div>
  )
}

function ActRule({ draft, onChange }: Omit<ActRowProps, 'act'>) {
  const t = useText(messages)
  const text = (name: keyof ActDraft) => ({
    value: String(draft[name]),
    onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
  })
  return (
    <div className="acts__fields">
      <SelectField
        label={t('kind')}
        value={draft.periodKind}
        options={kinds.map((kind) => ({ value: kind, label: t(kind) }))}
        onChange={(event) => onChange({ periodKind: kinds.find((kind) => kind === event.target.value) ?? 'month' })}
      />
      {draft.periodKind === 'month' && (
        <TextField label={t('months')} hint={t('monthsHint')} inputMode="numeric" {...text('months')} />
      )}
      {draft.periodKind === 'twoWeek' && <TextField label={t('anchor')} type="date" required {...text('anchor')} />}
      <TextField
        label={t('workdays')}
        hint={t('workdaysHint')}
        type="number"
        min={-20}
        max={60}
        required
        {...text('dueWorkdays')}
      />
      <TextField label={t('hour')} type="number" min={0} max={23} required {...text('dueHour')} />
      {hasCutOff(draft.periodKind) && (
        <TextField
          label={t('cutOffDay')}
          hint={t('cutOffHint')}
          type="number"
          min={1}
          max={31}
          {...text('cutOffDay')}
        />
      )}
      <TextField label={t('goesTo')} maxLength={100} {...text('goesTo')} />
    </div>
  )
}
