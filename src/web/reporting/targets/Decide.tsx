import { useText } from '#web/kit'
import { Button, ErrorNote } from '#web/ui'
import { targetMessages as messages } from './messages.ts'

interface DecideProps {
  /** Whether this person may; without it only a refused answer is told. */
  readonly may: boolean
  readonly action: { readonly isPending: boolean; readonly error: Error | null }
  readonly onAnswer: (approve: boolean) => void
}

/** Approves or refuses what another person stated. */
export function Decide({ may, action, onAnswer }: DecideProps) {
  const t = useText(messages)
  return (
    <>
      {may && (
        <span className="no-print">
          <Button disabled={action.isPending} onClick={() => onAnswer(true)}>
            {t('approve')}
          </Button>{' '}
          <Button look="quiet" disabled={action.isPending} onClick={() => onAnswer(false)}>
            {t('refuse')}
          </Button>
        </span>
      )}
      <ErrorNote error={action.error} />
    </>
  )
}
