import { useText, useMarks } from '#web/kit'
import { insightMessages as messages } from './messages.ts'

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChoose: (value: string) => void
  /** Where it stands, as a class of its own. */
  readonly className: string
}

/** A narrow choice whose first entry names what it narrows. */
export function Choice({ label, value, options, onChoose, className }: ChoiceProps) {
  const t = useText(messages)
  const marks = useMarks()
  return (
    <select
      className={`input ${className}`}
      aria-label={label}
      value={value}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">{`${label}${marks.colon}${t('all')}`}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
