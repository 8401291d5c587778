import { useState } from 'react'
import { Button } from '#web/ui'

interface TwiceButtonProps {
  readonly first: string
  readonly second: string
  readonly disabled: boolean
  readonly onSure: () => void
}

/** A button that speaks for many: the first press asks, the second does it; leaving it takes the question back. */
export function TwiceButton({ first, second, disabled, onSure }: TwiceButtonProps) {
  const [isAsked, setAsked] = useState(false)
  const press = () => {
    if (isAsked) onSure()
    setAsked(!isAsked)
  }
  return (
    <Button
      look={isAsked ? 'primary' : 'plain'}
      disabled={disabled}
      aria-live="polite"
      onClick={press}
      onBlur={() => setAsked(false)}
    >
      {isAsked ? second : first}
    </Button>
  )
}
