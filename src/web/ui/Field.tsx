import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react'

interface FieldFrameProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
}

interface FrameIds {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean | undefined
}

function FieldFrame({
  label,
  hint,
  error,
  children,
}: FieldFrameProps & { readonly children: (ids: FrameIds) => ReactNode }) {
  const id = useId()
  const note = `${id}-note`
  const described = error || hint ? note : undefined
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      {error ? (
        <span id={note} className="field__error" role="alert">
          {error}
        </span>
      ) : (
        hint && (
          <span id={note} className="field__hint">
            {hint}
          </span>
        )
      )}
    </div>
  )
}

/** One line of text with its label, hint and error. `figure` aligns digits to the right. */
export function TextField({
  label,
  hint,
  error,
  figure = false,
  ...rest
}: FieldFrameProps & InputHTMLAttributes<HTMLInputElement> & { readonly figure?: boolean }) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(ids) => (
        <input
          className={`input ${figure ? 'input--figure' : ''}`}
          inputMode={figure ? 'decimal' : undefined}
          {...ids}
          {...rest}
        />
      )}
    </FieldFrame>
  )
}

/** Several lines of text. */
export function TextArea({
  label,
  hint,
  error,
  ...rest
}: FieldFrameProps & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(ids) => <textarea className="input" {...ids} {...rest} />}
    </FieldFrame>
  )
}

/** A choice from a list. */
export function SelectField({
  label,
  hint,
  error,
  options,
  ...rest
}: FieldFrameProps &
  SelectHTMLAttributes<HTMLSelectElement> & {
    readonly options: readonly { readonly value: string; readonly label: string }[]
  }) {
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {(ids) => (
        <select className="input" {...ids} {...rest}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
