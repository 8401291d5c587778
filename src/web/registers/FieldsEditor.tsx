import type { FieldAsked } from '#adapters/http/contract/registers'
import { useText } from '#web/kit'
import { Button, SelectField, TextField } from '#web/ui'
import { listMessages as messages } from './messages.ts'

interface FieldsEditorProps {
  readonly fields: readonly FieldAsked[]
  readonly onChange: (fields: FieldAsked[]) => void
}

const kinds = ['text', 'decimal', 'day', 'yesNo', 'choice'] as const

/** The fields of a list, one line each. A field that is in use keeps its kind. */
export function FieldsEditor({ fields, onChange }: FieldsEditorProps) {
  const t = useText(messages)
  const set = (at: number, part: Partial<FieldAsked>) =>
    onChange(fields.map((field, index) => (index === at ? { ...field, ...part } : field)))
  return (
    <fieldset className="editor editor--plain">
      <legend>{t('fields')}</legend>
      {fields.map((field, at) => (
        <div key={field.key ?? `new ${at}`} className="list-field">
          <TextField
            label={t('label')}
            maxLength={40}
            value={field.label}
            onChange={(event) => set(at, { label: event.target.value })}
          />
          <SelectField
            label={t('kind')}
            value={field.kind}
            disabled={field.key !== undefined}
            options={kinds.map((kind) => ({ value: kind, label: t(kind) }))}
            onChange={({ target: { value } }) => set(at, { kind: kinds.find((kind) => kind === value) ?? 'text' })}
          />
          <More field={field} onSet={(part) => set(at, part)} />
          <label>
            <input
              type="checkbox"
              checked={field.required}
              onChange={(event) => set(at, { required: event.target.checked })}
            />{' '}
            {t('required')}
          </label>
          <Button
            look="quiet"
            aria-label={t('endField', { label: field.label })}
            onClick={() => onChange(fields.filter((_, index) => index !== at))}
          >
            ×
          </Button>
        </div>
      ))}
    </fieldset>
  )
}

interface MoreProps {
  readonly field: FieldAsked
  readonly onSet: (part: Partial<FieldAsked>) => void
}

/** What only a figure or a choice needs. */
function More({ field, onSet }: MoreProps) {
  const t = useText(messages)
  if (field.kind === 'decimal') {
    return (
      <TextField
        label={t('unitOf')}
        maxLength={20}
        value={field.unit}
        onChange={(event) => onSet({ unit: event.target.value })}
      />
    )
  }
  if (field.kind !== 'choice') return <span />
  return (
    <TextField
      label={t('choices')}
      value={field.choices.join('、')}
      onChange={(event) => onSet({ choices: event.target.value.split('、') })}
    />
  )
}
