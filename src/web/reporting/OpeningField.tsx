import { useText } from '#web/kit'
import { rhythmMessages as messages } from './rhythm-messages.ts'

interface OpeningFieldProps {
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

/** Whether the clock opens the periods of a rhythm; where it does, they can still be opened ahead by hand. */
export function OpeningField({ value, onChange }: OpeningFieldProps) {
  const t = useText(messages)
  return (
    <label className="acts__on">
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
      {t('opensByItself')}
    </label>
  )
}
