import { useState } from 'react'
import { scoringContract as contract, type Metric, type PanelSheet } from '#adapters/http/contract/scoring'
import { useAction, useLanguage, useText } from '#web/kit'
import { scoringMessages as messages } from './messages.ts'

interface PanelCellProps {
  readonly sheet: PanelSheet
  readonly object: PanelSheet['objects'][number]
  readonly metric: Metric
}

/** What was given, once nothing can be changed any more. */
export function GivenCell({ sheet, object, metric }: PanelCellProps) {
  const t = useText(messages)
  const said = saidOf({ sheet, object, metric })
  return <>{said ? (said.score ?? t('abstain')) : '—'}</>
}

const saidOf = ({ sheet, object, metric }: PanelCellProps) =>
  sheet.scores.find(({ metricId, objectId }) => metricId === metric.metricId && objectId === object.objectId)

/** One score: saved when the field is left; a refused one stays as typed with its reason. */
export function PanelCell({ sheet, object, metric }: PanelCellProps) {
  const t = useText(messages)
  const { language } = useLanguage()
  const { planId, periodId } = sheet
  const said = saidOf({ sheet, object, metric })
  const [typed, setTyped] = useState(said?.score ?? '')
  const give = useAction(contract.givePanelScore)
  const abstained = said !== undefined && said.score === null
  const label = `${object.name} ${metric.words[language]}`
  const send = (score: string | null) =>
    give.mutate({
      body: {
        ...{ planId, periodId, metricId: metric.metricId, objectId: object.objectId },
        ...{ score, abstained: score === null, note: said?.note ?? '' },
      },
    })
  const leave = () => {
    if (typed.trim() !== '' && typed.trim() !== said?.score) send(typed.trim())
  }
  const abstain = () => {
    setTyped('')
    send(null)
  }
  return (
    <span className="panel__cell">
      <input
        className="input input--figure"
        inputMode="decimal"
        aria-label={label}
        aria-invalid={give.error ? true : undefined}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={leave}
      />
      <button
        type="button"
        className="panel__abstain"
        aria-label={`${label} ${t('abstain')}`}
        aria-pressed={abstained}
        onClick={abstain}
      >
        {t('abstain')}
      </button>
      <small role="status" className={give.error ? 'field__error' : undefined}>
        {give.error ? give.error.message : give.isSuccess ? t('savedCell') : ''}
      </small>
    </span>
  )
}
