import { type ReactNode, useState } from 'react'
import { SelectField, TextField } from '#web/ui'

/** Saves what was typed; answers why it was refused. */
export type Commit = (text: string, base: number) => Promise<Error | null>

interface LiveFieldProps {
  readonly label: string
  readonly value: string
  /** Revision of the entry that is shown; the one at the moment of focus is what the person saw. */
  readonly revision: number
  readonly onCommit: Commit
  readonly figure?: boolean
  readonly type?: 'text' | 'date'
  readonly list?: string
  readonly hint?: ReactNode
  readonly autoFocus?: boolean
}

/** A field that saves when it is left or Enter is pressed. What was typed stays until it is saved. */
export function LiveField({ value, revision, onCommit, label, type = 'text', ...rest }: LiveFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [base, setBase] = useState(revision)
  const [error, setError] = useState<string | undefined>(undefined)
  const commit = async () => {
    if (typed === null || typed === value) return setTyped(null)
    const refused = await onCommit(typed, base)
    setError(refused?.message)
    if (!refused) setTyped(null)
  }
  return (
    <TextField
      {...rest}
      label={label}
      type={type}
      error={error}
      value={typed ?? value}
      onFocus={() => typed === null && setBase(revision)}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => void commit()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') {
          setTyped(null)
          setError(undefined)
        }
      }}
    />
  )
}

interface LiveSelectProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly revision: number
  readonly onCommit: (value: V, base: number) => Promise<Error | null>
}

/** A choice that saves at once. */
export function LiveSelect<V extends string>({ label, value, options, revision, onCommit }: LiveSelectProps<V>) {
  const [error, setError] = useState<string | undefined>(undefined)
  return (
    <SelectField
      label={label}
      value={value}
      options={options}
      error={error}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.target.value)
        if (chosen) void onCommit(chosen.value, revision).then((refused) => setError(refused?.message))
      }}
    />
  )
}
