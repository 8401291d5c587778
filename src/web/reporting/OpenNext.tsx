import { reportingContract } from '#adapters/http/contract/reporting'
import { useAction, useEndpoint, useText } from '#web/kit'
import { Button, ErrorNote } from '#web/ui'
import { periodMessages as messages } from './period-messages.ts'
import { useWords } from './words.ts'

interface OpenNextProps {
  readonly cadenceId: string
  readonly periodId: string
}

/** The next period with what opening it asks, of how many and until when, before the button is pressed. */
export function OpenNext({ cadenceId, periodId }: OpenNextProps) {
  const t = useText(messages)
  const words = useWords()
  const preview = useEndpoint(reportingContract.previewPeriod, { params: { cadenceId, periodId } })
  const open = useAction(reportingContract.openPeriod)
  const ask = preview.data
  return (
    <div className="next">
      <Button
        look="primary"
        disabled={open.isPending || !ask}
        onClick={() => open.mutate({ params: { cadenceId, periodId } })}
      >
        {t('openNext', { period: words.period(periodId) })}
      </Button>
      {ask && (
        <div>
          <p>{t('ask', { units: ask.units, items: ask.items, moment: words.moment(ask.dueAt) })}</p>
          {ask.unowned.length > 0 && (
            <details className="next__unowned">
              <summary>{t('unowned', { count: ask.unowned.length })}</summary>
              <ul>
                {ask.unowned.map((title) => (
                  <li key={title}>{title}</li>
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
      <ErrorNote error={preview.error ?? open.error} />
    </div>
  )
}
