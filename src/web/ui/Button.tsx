import type { ButtonHTMLAttributes, MouseEvent } from 'react'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger'
}

/** A button; never submits a form unless told so. The second click of a double click is no second wish, wherever it lands. */
export function Button({ look = 'plain', type = 'button', className = '', onClick, ...rest }: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (event.detail > 1) event.preventDefault()
    else onClick?.(event)
  }
  return <button type={type} className={`button button--${look} ${className}`} onClick={press} {...rest} />
}
