import { type ReactNode, useState } from 'react'
import { useText } from '#web/kit'
import { Button, Dialog, ErrorNote, SelectField, TextArea, TextField } from '#web/ui'
import { supervisionMessages as messages } from './messages.ts'
import { useUnitChoices } from './use-units.ts'

type Key = keyof typeof messages

/** What a dialog asks for; what is not asked stays empty. */
export interface Said {
  readonly words: string
  readonly day: string
  readonly unitId: string
}

/** Which fields an action needs, and what they are called. */
export interface DeedForm {
  readonly title: Key
  readonly words: Key
  readonly wordsNeeded: boolean
  readonly day?: Key
  readonly unit?: boolean
}

interface DeedDialogProps {
  readonly form: DeedForm
  readonly start?: Partial<Said>
  readonly error: Error | null
  readonly busy: boolean
  readonly onSubmit: (said: Said) => void
  readonly onClose: () => void
  readonly children?: ReactNode
}

/** One action with its few fields. A refusal keeps every word, and says why. */
export function DeedDialog({ form, start, error, busy, onSubmit, onClose, children }: DeedDialogProps) {
  const t = useText(messages)
  const units = useUnitChoices()
  const [said, setSaid] = useState<Said>({ words: '', day: '', unitId: '', ...start })
  const missing =
    (form.wordsNeeded && said.words.trim() === '') ||
    (form.day !== undefined && said.day === '') ||
    (form.unit === true && said.unitId === '')
  return (
    <Dialog
      title={t(form.title)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={busy || missing} onClick={() => onSubmit(said)}>
            {t(form.title)}
          </Button>
        </>
      }
    >
      <div className="instruct">
        {children}
        {form.unit && (
          <SelectField
            label={t('unit')}
            options={units}
            value={said.unitId}
            onChange={(event) => setSaid({ ...said, unitId: event.target.value })}
          />
        )}
        {form.day && (
          <TextField
            label={t(form.day)}
            type="date"
            value={said.day}
            onChange={(event) => setSaid({ ...said, day: event.target.value })}
          />
        )}
        <TextArea
          label={t(form.words)}
          value={said.words}
          maxLength={2000}
          onChange={(event) => setSaid({ ...said, words: event.target.value })}
        />
        <ErrorNote error={error} />
      </div>
    </Dialog>
  )
}
