import { TextField } from '#web/ui'
import { overlaid, pastedCells } from './schedule-drafts.ts'

interface FigureFieldsProps {
  readonly legend: string
  readonly labels: readonly string[]
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}

/** A figure for each of some periods; a column copied from a spreadsheet fills them from where it is pasted. */
export function FigureFields({ legend, labels, values, onChange }: FigureFieldsProps) {
  const whole = labels.map((_, index) => values[index] ?? '')
  return (
    <fieldset className="months">
      <legend>{legend}</legend>
      {labels.map((label, index) => (
        <TextField
          key={label}
          figure
          label={label}
          value={whole[index] ?? ''}
          onPaste={(event) => {
            const cells = pastedCells(event.clipboardData.getData('text'))
            if (cells === null) return
            event.preventDefault()
            onChange(overlaid(whole, index, cells))
          }}
          onChange={(event) => onChange(whole.map((value, place) => (place === index ? event.target.value : value)))}
        />
      ))}
    </fieldset>
  )
}
